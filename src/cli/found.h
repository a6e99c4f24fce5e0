/*
 * found -- which entries a command line asks for, and what it asks in vain.
 *
 * Operands that are numbers and patterns are looked up one after the other.  A
 * number that somebody defines means exactly that number, and the ranges that
 * hold it; anything else finds what it begins.  Once words or --search are
 * there, all of it is one question for the engine of search.
 */
#ifndef HTTREE_CLI_FOUND_H
#define HTTREE_CLI_FOUND_H

#include <stdbool.h>
#include <stddef.h>

#include "base/strbuf.h"
#include "catalogue/catalogue.h"
#include "cli/options.h"

enum found_kind {
	FOUND_ENTRY,
	FOUND_UNKNOWN, /* a number of three digits that nobody defines */
	FOUND_NOTHING, /* something else that was asked in vain */
};

struct found_item {
	enum found_kind kind;
	entry_t entry;	     /* FOUND_ENTRY */
	bool first;	     /* the best-known meaning of a number */
	unsigned int number; /* FOUND_UNKNOWN */
	char *remark;	     /* what is to be said of it; NULL for an entry */
};

struct found {
	const struct catalogue *catalogue;
	/* In the order of the operands, what each asks for best first. */
	struct found_item *items;
	size_t count;
	size_t capacity;
	bool *taken; /* for each entry: it is among the items */
	size_t entries; /* how many items are entries */
	bool numbers;	/* every operand was a single number */
};

void found_init(struct found *found, const struct catalogue *catalogue);
void found_clear(struct found *found);

/* Append what was asked for in words: --search, then the operands. */
void found_question(const struct options *options, struct strbuf *question);

/*
 * Add what `options` ask for.  No entry is added twice; without words and
 * operands all that the filter shows are added.
 */
void found_collect(struct found *found, const struct options *options);

/*
 * Append what was asked in vain, a line each.  Where a number that nobody
 * defines is explained by the answer, that says enough, unless the exit status
 * is that of something else.
 */
void found_remark(const struct found *found, bool explained,
		  struct strbuf *remarks);

/* The entries alone, `found->entries` of them; the caller's to free. */
entry_t *found_entries(const struct found *found);

#endif

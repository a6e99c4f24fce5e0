/*
 * ask -- what a command line asks for, and what it asks in vain.
 *
 * Operands that are numbers and patterns are looked up one after the other,
 * as meanings.h says.  Once words or a search are there, all of it is one
 * question for the engine of search.  Each operand is read once.
 */
#ifndef HTTREE_QUERY_ASK_H
#define HTTREE_QUERY_ASK_H

#include <stdbool.h>
#include <stddef.h>

#include "base/strbuf.h"
#include "catalogue/catalogue.h"
#include "query/filter.h"

struct question {
	const char *search; /* a text to search for first, or NULL */
	char *const *operands;
	size_t operand_count;
	const struct filter *filter;
};

enum ask_kind {
	ASK_ENTRY,
	ASK_UNKNOWN, /* a number of three digits that nobody defines */
	ASK_NOTHING, /* something else that was asked in vain */
};

struct ask_item {
	enum ask_kind kind;
	entry_t entry;	     /* ASK_ENTRY */
	bool first;	     /* the best-known meaning of a number */
	unsigned int number; /* ASK_UNKNOWN */
	char *remark;	     /* what is to be said of it; NULL for an entry */
};

struct ask {
	const struct catalogue *catalogue;
	/* In the order of the operands, what each asks for best first. */
	struct ask_item *items;
	size_t count;
	size_t capacity;
	size_t entries;	    /* how many items are entries */
	bool numbers;	    /* every operand was a single number */
	struct strbuf text; /* all that was asked, as one text to search for */
};

/*
 * Ask.  No entry is found twice; without a search and operands all that the
 * filter shows are.  Where no entry is found there is an item that says so.
 */
void ask_init(struct ask *ask, const struct catalogue *catalogue,
	      const struct question *question);
void ask_clear(struct ask *ask);

/*
 * Append what was asked in vain, a line each.  Where a number that nobody
 * defines is explained by the answer, that says enough, unless the exit status
 * is that of something else.
 */
void ask_remark(const struct ask *ask, bool explained, struct strbuf *remarks);

/* The entries alone, `ask->entries` of them; the caller's to free. */
entry_t *ask_entries(const struct ask *ask);

/* The first entry, ENTRY_NONE when there is none. */
entry_t ask_first(const struct ask *ask);

#endif

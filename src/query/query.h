/*
 * query -- what somebody typed, taken apart: words, phrases in quotes, and
 * patterns of numbers.
 */
#ifndef HTTREE_QUERY_QUERY_H
#define HTTREE_QUERY_QUERY_H

#include <stdbool.h>
#include <stddef.h>

#include "base/strbuf.h"
#include "catalogue/catalogue.h"
#include "query/pattern.h"

enum {
	QUERY_WORDS = 48, /* a longer query is read up to here */
	QUERY_PATTERNS = 48,
	QUERY_MEANT = 16,
};

/*
 * An entry that the query means whatever else it holds: the status of a line
 * of a log, a name as programs write it, the page of a class.
 */
struct query_meant {
	entry_t entry;
	unsigned char rank; /* the greatest first */
};

struct query_word {
	size_t start; /* bytes of the query's text: [start, end) */
	size_t end;
	size_t folded; /* offset in `folded` */
	size_t length;
	size_t quote; /* 0, or the number of the quoted phrase, from 1 */
	bool open;    /* the last word, which may go on */
};

struct query {
	char *text;
	struct strbuf folded;
	struct query_word words[QUERY_WORDS];
	size_t word_count;
	size_t quote_count;
	struct pattern patterns[QUERY_PATTERNS];
	size_t pattern_count;
	bool labelled; /* a word says that a number is a status */
	bool message;  /* a sentence that quotes something */
	bool system;   /* it tells an error that any program may have */
	bool line;     /* of a log; words only order what its status means */
	struct query_meant meant[QUERY_MEANT];
	size_t meant_count;
};

/* Read `text`, of which a copy is kept. */
void query_init(struct query *query, const char *text,
		const struct catalogue *catalogue);
void query_clear(struct query *query);

/* The folded word, not NUL-terminated. */
const char *query_word(const struct query *query, size_t word);

/*
 * Take quoted phrases for words like the others.  False when there is nothing
 * but phrases, which somebody wanted alone, or no phrase.
 */
bool query_drop_quotes(struct query *query);

#endif

/*
 * meanings -- the entries that a number or pattern means.
 *
 * Operands, the digits typed in the browser and -i ask here, and so agree.  A
 * number that somebody defines means exactly that number, the page that tells
 * of it, and the ranges that hold it; anything else means what it describes or
 * begins.
 */
#ifndef HTTREE_QUERY_MEANINGS_H
#define HTTREE_QUERY_MEANINGS_H

#include "query/pattern.h"

enum meanings_sort {
	MEANINGS_NUMBER,  /* of a number; the best known is the first */
	MEANINGS_LIST,	  /* what a pattern describes or begins, or nothing */
	MEANINGS_UNKNOWN, /* a number of three digits that nobody defines */
};

struct meanings {
	enum meanings_sort sort;
	unsigned int unknown; /* of MEANINGS_UNKNOWN */
	entry_t *entries;     /* best first; of MEANINGS_UNKNOWN none */
	size_t count;
	unsigned char *fits;   /* how the pattern fits each entry */
	enum pattern_fit best; /* of these */
};

void meanings_init(struct meanings *meanings,
		   const struct catalogue *catalogue);
void meanings_clear(struct meanings *meanings);

/* Replace them by what the pattern means, whatever a filter says. */
void meanings_find(struct meanings *meanings,
		   const struct catalogue *catalogue,
		   const struct pattern *pattern);

#endif

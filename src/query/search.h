/*
 * search -- a query run over a catalogue: the hits, best first.
 *
 * One engine serves the prompt, the narrowed tree and the shell.  A search
 * keeps what it found out about each word, so that typing on costs less than
 * starting anew.  rank.def says how hits are ordered.
 *
 * An entry is a hit when it has a number of the query, or most of its words,
 * noise and very short ones counting less; of a long query a smaller share
 * will do.  Words that nothing in the catalogue has are left out of account,
 * unless a near spelling is found for them.  A phrase in quotes must be there.
 */
#ifndef HTTREE_QUERY_SEARCH_H
#define HTTREE_QUERY_SEARCH_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/strbuf.h"
#include "catalogue/catalogue.h"
#include "query/filter.h"
#include "query/query.h"

struct hit {
	entry_t entry;
	uint64_t score;
	uint32_t matches; /* places in its page that are marked, at least 1 */
	uint32_t before;  /* matches of all better hits */
	enum field where; /* the field that counted most; FIELD_CODE: number */
	bool phrase;	  /* the whole query stands in it as a phrase */
	bool number;	  /* all of its code is marked, or without one its name */
};

/* What was found is plain data; how it was found is the engine's own. */
struct search {
	const struct catalogue *catalogue;
	struct hit *hits; /* best first */
	size_t count;
	size_t hidden;	/* entries that a filter keeps from being hits */
	size_t matches; /* of all hits */
	bool near;	/* a near spelling was taken for a word at least */
	struct engine *engine;
};

void search_init(struct search *search, const struct catalogue *catalogue);
void search_clear(struct search *search);

/* Replace the hits by those of `text`.  `filter` may be NULL. */
void search_run(struct search *search, const char *text,
		const struct filter *filter);

/* The position of `entry` among the hits, or `search->count`. */
size_t search_find(const struct search *search, entry_t entry);

/* The query as it was read; borrowed until the next run. */
const struct query *search_query(const struct search *search);

/* Whether the query has words, and the catalogue not a single one of them. */
bool search_lost_all(const struct search *search);

/*
 * Append which words of the query the catalogue does not have, and what was
 * taken instead: `'teepot' is nowhere; near: teapot`.  Nothing when every word
 * is met, or those that are not are figures among others.
 */
void search_describe_lost(const struct search *search, struct strbuf *text);

/*
 * The same in short: what was taken instead of the first word for which there
 * was anything; without such a word, what is lost.
 */
void search_describe_instead(const struct search *search,
			     struct strbuf *text);

/*
 * The number when the query is one number of three digits, such as nobody may
 * have defined, beside one word at most, such as `http`; else 0.
 */
unsigned int search_status(const struct search *search);

/* A marked place: bytes [start, end) of a text. */
struct mark {
	size_t start;
	size_t end;
};

/*
 * Write to `marks`, of which there are `room`, the places of `text` at which
 * `hit` matches, in their order and apart from each other; returns how many.
 * A hit by phrase marks the phrase alone.
 */
size_t search_mark(const struct search *search, const struct hit *hit,
		   const char *text, size_t length, struct mark *marks,
		   size_t room);

#endif

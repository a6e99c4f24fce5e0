/*
 * filter -- which entries are shown.
 *
 * Three switches hide a kind each.  Beyond them a filter holds sets: an entry
 * is shown when it is in one of the wanted sets of every question that has any
 * (whose it is, its state, its class, each fact), and in none of the sets left
 * out.
 * Pages are never hidden by a switch or a set left out; a wanted set keeps the
 * pages that belong to it.  `only` lets nothing else through, pages neither.
 */
#ifndef HTTREE_QUERY_FILTER_H
#define HTTREE_QUERY_FILTER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/bitset.h"
#include "base/problem.h"
#include "base/strbuf.h"
#include "catalogue/catalogue.h"

enum { FILTER_SETS = 64 };

enum filter_sort {
	FILTER_KIND,
	FILTER_ORIGIN, /* with FILTER_KIND one sort: `standard,vendor:nginx` */
	FILTER_USER,
	FILTER_CATALOGUE, /* one of the user's */
	FILTER_STATE,
	FILTER_OUT_OF_USE, /* with FILTER_STATE one sort */
	FILTER_CLASS,
	FILTER_LOG_ONLY,
	FILTER_CACHEABLE, /* heuristically */
	FILTER_RETRY,	  /* there is a way to try again */
	FILTER_SENT_BY,
	FILTER_LOGGED, /* what a log holds; no list of words names it */
	FILTER_SORTS
};

struct filter_set {
	enum filter_sort sort;
	bool without;	    /* leave the set out */
	size_t value;	    /* a kind, state, class or emitter */
	const struct bitset *entries; /* FILTER_LOGGED: borrowed */
	const char *name; /* of an origin, of a catalogue: borrowed from it */
};

struct filter {
	const struct bitset *only; /* entries let through, or NULL for all */
	bool hidden[KIND_COUNT];
	struct filter_set sets[FILTER_SETS];
	size_t count;
};

void filter_init(struct filter *filter);

/* Whether a switch or a set hides anything; `only` is not asked. */
bool filter_active(const struct filter *filter);

/*
 * The questions by which switches and sets hide an entry of this kind that is
 * in these of its sets, a bit for each: a bit for the first sort of each
 * question, none where it is shown.
 */
unsigned int filter_hides_in(const struct filter *filter, enum kind kind,
			     uint64_t sets);

bool filter_shows(const struct filter *filter,
		  const struct catalogue *catalogue, entry_t entry);

/*
 * The same for what is searched for: a page is found whatever the switches and
 * sets say.
 */
bool filter_finds(const struct filter *filter,
		  const struct catalogue *catalogue, entry_t entry);

/* The first sort of those that answer one question: whose, which state. */
enum filter_sort filter_question(enum filter_sort sort);

bool filter_set_same(const struct filter_set *a, const struct filter_set *b);

/* Whether an entry is in a set, left out or not. */
bool filter_set_has(const struct filter_set *set,
		    const struct catalogue *catalogue, entry_t entry);

/* Append a set, as it is written on the command line. */
void filter_set_describe(const struct filter_set *set, struct strbuf *text);

/* Add the set of the entries that a log holds, which must outlive the filter. */
void filter_add_logged(struct filter *filter, const struct bitset *entries);

/* Append the sets, as they are written on the command line. */
void filter_describe(const struct filter *filter, struct strbuf *text);

/*
 * Add the sets of a list such as `standard,!obsolete,class:4xx,cloudflare`, in
 * any case, with blanks around the commas or without.
 */
bool filter_parse(struct filter *filter, const char *list,
		  const struct catalogue *catalogue, struct problem *why);

#endif

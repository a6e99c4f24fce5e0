/*
 * facets -- the sets of codes that can be shown or hidden by themselves, each
 * with how many codes of it the other filters let through.
 */
#ifndef HTTREE_MODEL_FACETS_H
#define HTTREE_MODEL_FACETS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "query/filter.h"

enum facet_group {
	FACETS_KIND,
	FACETS_FACT,
	FACETS_STATE,
	FACETS_CLASS,
	FACETS_SENT_BY,
	FACETS_CATALOGUE,
	FACETS_ORIGIN,
	FACETS_GROUPS
};

struct facet {
	enum facet_group group;
	struct filter_set set;
	char *label;
	entry_t page; /* of an origin */
	unsigned int bit; /* in the masks of the entries; none of an origin */
	size_t count;
};

struct facets {
	struct facet *list; /* the origins last */
	size_t count;
	size_t origins; /* how many come before them */
	uint64_t *masks; /* for each entry, which of the first 64 have it */
	size_t capacity;
};

void facets_init(struct facets *facets);
void facets_clear(struct facets *facets);

/* List and count all that the catalogue has, origins with most codes first. */
void facets_list(struct facets *facets, const struct catalogue *catalogue);

const char *facets_title(enum facet_group group);

/* Whether the filter shows what is in a set, for all that set says. */
bool facet_shown(const struct facet *facet, const struct filter *filter);

/*
 * Show what is hidden, or hide it; false when the filter has no room for more.
 */
bool facet_toggle(const struct facet *facet, struct filter *filter);

/* Whether of its question only this is shown; show only this, or all again. */
bool facet_alone(const struct facet *facet, const struct filter *filter);
bool facet_show_alone(const struct facet *facet, struct filter *filter);

#endif

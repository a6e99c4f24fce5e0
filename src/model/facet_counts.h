/*
 * facet_counts -- which entries each facet has, and how many a filter lets
 * through.
 */
#ifndef HTTREE_MODEL_FACET_COUNTS_H
#define HTTREE_MODEL_FACET_COUNTS_H

#include "model/facets.h"

/* Look once at each entry for the facets before the origins. */
void facets_mark(struct facets *facets, const struct catalogue *catalogue);

/* Count anew, each under the filters of the other questions. */
void facets_count(struct facets *facets, const struct catalogue *catalogue,
		  const struct filter *filter);

#endif

/*
 * guides -- where guides stand among the hits.
 *
 * A guide holds the words of all the situations that it tells apart, so it
 * would often be ahead of the one code that is the answer.  Who asks for a
 * code gets the code, and the guide that leads to it beside it.
 */
#ifndef HTTREE_QUERY_GUIDES_H
#define HTTREE_QUERY_GUIDES_H

#include "query/engine.h"

/*
 * Give no guide a higher score than the best code that has all of the query,
 * unless the query is the guide's name.
 */
void guides_hold_back(const struct engine *engine, struct standing *standings,
		      size_t count);

/*
 * Of the guides that have all of a query of two words or more, and lead to the
 * first hit, put the best into the third place, if it is further back.
 */
void guides_bring_forward(const struct engine *engine,
			  struct standing *standings, size_t count);

#endif

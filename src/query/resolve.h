/*
 * resolve -- which words of the index the words of a query are met by.
 *
 * A word that nothing has is taken to be meant otherwise: a near spelling, the
 * humps of `MethodNotAllowed`, two words that were run together.  It is first
 * decided how a word is read, and then its place is filled; what the place
 * held before is used again for the same word, and narrowed for one that
 * begins with it.
 */
#ifndef HTTREE_QUERY_RESOLVE_H
#define HTTREE_QUERY_RESOLVE_H

#include "query/engine.h"

/* Fill `engine->words` from `engine->query`, and weigh them. */
void resolve_words(struct engine *engine);

#endif

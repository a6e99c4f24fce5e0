/*
 * resolve -- which words of the index the words of a query are met by.
 *
 * A word that nothing has is taken to be meant otherwise: a near spelling, the
 * humps of `MethodNotAllowed`, two words that were run together.
 */
#ifndef HTTREE_QUERY_RESOLVE_H
#define HTTREE_QUERY_RESOLVE_H

#include "query/search.h"

/*
 * Fill `search->words` from `search->query`, and weigh them; what a place held
 * before is narrowed where the new word begins with the old one.
 */
void resolve_words(struct search *search);

/* Whether no term is a near spelling, or a word made with a neighbour. */
bool resolve_owns_terms(const struct search_word *word);

#endif

/*
 * phrase -- what entries get for words of a query that stand side by side.
 *
 * The index tells the word at each place of each entry, so a run of words is
 * looked for at the places of the word that has the fewest.
 */
#ifndef HTTREE_QUERY_PHRASE_H
#define HTTREE_QUERY_PHRASE_H

#include "query/search.h"

/* Add for the words `first` and `first + 1`, which count in longer queries. */
void phrase_tally_pair(struct search *search, size_t first);

/* Add for the whole query as one phrase; there is a word, and no quote. */
void phrase_tally_query(struct search *search);

/* Add for each quoted phrase, and note which entries have it. */
void phrase_tally_quotes(struct search *search);

#endif

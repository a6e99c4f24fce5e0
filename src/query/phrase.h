/*
 * phrase -- what entries get for words of a query that stand side by side.
 *
 * The index tells the word at each place of each entry, so a run of words is
 * looked for at the places of the word that has the fewest.
 */
#ifndef HTTREE_QUERY_PHRASE_H
#define HTTREE_QUERY_PHRASE_H

#include "query/engine.h"

enum { PHRASE_PARTS = 3 }; /* words of a query from which on its parts count */

/* Whether a word of the index may stand for `word` in a phrase. */
bool phrase_meets(const struct search_word *word, uint32_t number);

/*
 * How many words the first phrase of the query takes that stands at the `room`
 * words of the index at `words`; 0 when none does.  Which word of the query it
 * begins with goes to `*first`.
 */
size_t phrase_at(const struct engine *engine, const uint32_t *words,
		 size_t room, size_t *first);

/*
 * Add for the parts of a longer query that end with the word `last`: names and
 * keywords that stand wholly in it, and the pair with the word before.
 */
void phrase_tally_part(struct engine *engine, size_t last);

/* Add for the whole query as one phrase; there is a word, and no quote. */
void phrase_tally_query(struct engine *engine);

/* Add for each quoted phrase, and note which entries have it. */
void phrase_tally_quotes(struct engine *engine);

#endif

/*
 * Marking cuts the text shown with the function that cut it for the index, and
 * looks each word up there; so what is marked is what was counted.
 */
#include "query/search.h"

#include <stdlib.h>

#include "base/words.h"
#include "base/xalloc.h"
#include "query/phrase.h"

/* The words of a text: the numbers of those that are met, and their bytes. */
struct cuts {
	uint32_t *words;
	struct mark *places;
	size_t count;
	size_t word_capacity;
	size_t place_capacity;
};

/* The number of a word that is counted; IMAGE_NONE for any other. */
static uint32_t counted_word(const struct engine *engine,
			     const struct word *word)
{
	uint32_t number;

	if (engine->heads[(unsigned char)*word->folded] &&
	    terms_lookup(index_of(engine), word->folded, word->length,
			 &number) &&
	    bitset_has(&engine->now.counted, number))
		return number;
	return IMAGE_NONE;
}

static void add_cut(struct cuts *cuts, const struct engine *engine,
		    const struct word *word)
{
	cuts->words = xgrow(cuts->words, &cuts->word_capacity, cuts->count + 1,
			    sizeof(*cuts->words));
	cuts->places = xgrow(cuts->places, &cuts->place_capacity,
			     cuts->count + 1, sizeof(*cuts->places));
	cuts->words[cuts->count] = counted_word(engine, word);
	cuts->places[cuts->count++] = (struct mark){ word->start, word->end };
}

static size_t mark_cuts(const struct engine *engine, const struct cuts *cuts,
			struct mark *marks, size_t room)
{
	size_t found = 0, first, size;

	for (size_t at = 0;
	     at < cuts->count && found<room; at += size> 0 ? size : 1) {
		size = phrase_at(engine, cuts->words + at, cuts->count - at,
				 &first);
		if (size > 0)
			marks[found++] = (struct mark){
				cuts->places[at].start,
				cuts->places[at + size - 1].end,
			};
	}
	return found;
}

static size_t mark_phrases(const struct engine *engine, struct words *words,
			   struct mark *marks, size_t room)
{
	struct cuts cuts = { .count = 0 };
	struct word word;
	size_t found;

	while (words_next(words, &word))
		add_cut(&cuts, engine, &word);
	found = mark_cuts(engine, &cuts, marks, room);
	free(cuts.words);
	free(cuts.places);
	return found;
}

static size_t mark_words(const struct engine *engine, struct words *words,
			 struct mark *marks, size_t room)
{
	struct word word;
	size_t found = 0;

	while (found < room && words_next(words, &word)) {
		if (counted_word(engine, &word) != IMAGE_NONE)
			marks[found++] = (struct mark){ word.start, word.end };
	}
	return found;
}

size_t search_mark(const struct search *search, const struct hit *hit,
		   const char *text, size_t length, struct mark *marks,
		   size_t room)
{
	const struct engine *engine = search->engine;
	struct words words;
	size_t found;

	words_start(&words, text, length);
	found = hit->phrase ? mark_phrases(engine, &words, marks, room) :
			      mark_words(engine, &words, marks, room);
	words_end(&words);
	return found;
}

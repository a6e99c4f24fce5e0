/*
 * Marking cuts the text shown with the function that cut it for the index, and
 * looks each word up there; so what is marked is what was counted.
 */
#include "query/search.h"

#include <stdlib.h>

#include "base/words.h"
#include "base/xalloc.h"
#include "query/phrase.h"

/* The words of a text: their numbers in the index, and their bytes. */
struct cuts {
	uint32_t *words;
	struct mark *places;
	size_t count;
	size_t word_capacity;
	size_t place_capacity;
};

static bool word_meets(const struct terms *terms, uint32_t word)
{
	for (size_t i = 0; i < terms->count; i++) {
		if (terms->terms[i].word == word)
			return true;
	}
	return false;
}

static bool any_meets(const struct engine *engine, uint32_t word)
{
	for (size_t i = 0; i < engine->word_count; i++) {
		if (word_meets(&engine->words[i].terms, word))
			return true;
	}
	return false;
}

static void add_cut(struct cuts *cuts, const struct word_index *index,
		    const struct word *word)
{
	uint32_t number;

	if (!terms_lookup(index, word->folded, word->length, &number))
		number = IMAGE_NONE;
	cuts->words = xgrow(cuts->words, &cuts->word_capacity, cuts->count + 1,
			    sizeof(*cuts->words));
	cuts->places = xgrow(cuts->places, &cuts->place_capacity,
			     cuts->count + 1, sizeof(*cuts->places));
	cuts->words[cuts->count] = number;
	cuts->places[cuts->count++] = (struct mark){ word->start, word->end };
}

static void cut_text(struct cuts *cuts, const struct word_index *index,
		     const char *text, size_t length)
{
	struct words words;
	struct word word;

	words_start(&words, text, length);
	while (words_next(&words, &word))
		add_cut(cuts, index, &word);
	words_end(&words);
}

static size_t mark_phrases(const struct engine *engine,
			   const struct cuts *cuts, struct mark *marks,
			   size_t room)
{
	size_t found = 0, first, size;

	for (size_t at = 0; at < cuts->count && found < room;
	     at += size > 0 ? size : 1) {
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

static size_t mark_words(const struct engine *engine, const struct cuts *cuts,
			 struct mark *marks, size_t room)
{
	size_t found = 0;

	for (size_t i = 0; i < cuts->count && found < room; i++) {
		if (any_meets(engine, cuts->words[i]))
			marks[found++] = cuts->places[i];
	}
	return found;
}

size_t search_mark(const struct search *search, const struct hit *hit,
		   const char *text, size_t length, struct mark *marks,
		   size_t room)
{
	const struct engine *engine = search->engine;
	struct cuts cuts = { .count = 0 };
	size_t found;

	cut_text(&cuts, index_of(engine), text, length);
	found = hit->phrase ? mark_phrases(engine, &cuts, marks, room) :
			      mark_words(engine, &cuts, marks, room);
	free(cuts.words);
	free(cuts.places);
	return found;
}

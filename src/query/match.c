/*
 * Marking cuts the text shown with the function that cut it for the index, and
 * looks each word up there; so what is marked is what was counted.
 */
#include <stdlib.h>

#include "base/words.h"
#include "base/xalloc.h"
#include "query/phrase.h"
#include "query/search.h"

/* A word of the text: its number in the index, and its bytes. */
struct cut {
	uint32_t word;
	size_t start;
	size_t end;
};

static bool word_meets(const struct terms *terms, uint32_t word)
{
	for (size_t i = 0; i < terms->count; i++) {
		if (terms->terms[i].word == word)
			return true;
	}
	return false;
}

static bool any_meets(const struct search *search, uint32_t word)
{
	for (size_t i = 0; i < search->word_count; i++) {
		if (word_meets(&search->words[i].terms, word))
			return true;
	}
	return false;
}

static size_t cut_text(const struct search *search, const char *text,
		       size_t length, struct cut **cuts)
{
	const struct word_index *index = &search->catalogue->image->index;
	struct words words;
	struct word word;
	size_t count = 0, capacity = 0;

	*cuts = NULL;
	words_start(&words, text, length);
	while (words_next(&words, &word)) {
		struct cut cut = { .start = word.start, .end = word.end };

		if (!terms_lookup(index, word.folded, word.length, &cut.word))
			cut.word = IMAGE_NONE;
		*cuts = xgrow(*cuts, &capacity, count + 1, sizeof(**cuts));
		(*cuts)[count++] = cut;
	}
	words_end(&words);
	return count;
}

/*
 * Words of the query that make one phrase from `first` on: those between
 * quotes, or all of them where nothing is quoted.
 */
static size_t phrase_length(const struct search *search, size_t first)
{
	size_t count = 1;

	if (search->words[first].quote == 0 && search->query.quote_count > 0)
		return count;
	while (first + count < search->word_count &&
	       search->words[first + count].quote ==
		       search->words[first].quote)
		count++;
	return count;
}

static bool phrase_at(const struct search *search, size_t first, size_t count,
		      const struct cut *cuts)
{
	for (size_t i = 0; i < count; i++) {
		if (!phrase_meets(&search->words[first + i], cuts[i].word))
			return false;
	}
	return true;
}

static size_t mark_phrases(const struct search *search, const struct cut *cuts,
			   size_t count, struct mark *marks, size_t room)
{
	size_t found = 0;

	for (size_t at = 0; at < count && found < room; at++) {
		for (size_t first = 0; first < search->word_count;) {
			size_t size = phrase_length(search, first);

			if (size > 1 && at + size <= count &&
			    phrase_at(search, first, size, cuts + at)) {
				marks[found++] = (struct mark){
					cuts[at].start,
					cuts[at + size - 1].end
				};
				break;
			}
			first += size;
		}
	}
	return found;
}

size_t search_mark(const struct search *search, const struct hit *hit,
		   const char *text, size_t length, struct mark *marks,
		   size_t room)
{
	struct cut *cuts;
	size_t count = cut_text(search, text, length, &cuts);
	size_t found = 0;

	if (hit->phrase) {
		found = mark_phrases(search, cuts, count, marks, room);
	} else {
		for (size_t i = 0; i < count && found < room; i++) {
			if (any_meets(search, cuts[i].word))
				marks[found++] = (struct mark){ cuts[i].start,
								cuts[i].end };
		}
	}
	free(cuts);
	return found;
}

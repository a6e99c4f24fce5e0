#include "query/resolve.h"

#include <string.h>

#include "base/words.h"
#include "query/rank.h"

enum {
	LEAST_JOINED = 8, /* letters of a word that is taken for two */
	LEAST_HALF = 3,	  /* of each of them */
};

/* ------------------------------------------------------------------------
 * Places
 */

static bool same_text(const struct search_word *word, const char *text,
		      size_t length)
{
	return word->text.length == length &&
	       memcmp(strbuf_text(&word->text), text, length) == 0;
}

/* Whether the place still holds what this word was met by. */
static bool holds(const struct search_word *place, const char *text,
		  size_t length, bool open)
{
	return place->stamp != 0 && place->open == open && !place->joined &&
	       same_text(place, text, length);
}

/* Whether what the place holds is all that a word that goes on may meet. */
static bool goes_on(const struct search_word *place, const char *text,
		    size_t length)
{
	return place->text.length >= 3 && place->text.length < length &&
	       !place->near && !place->joined &&
	       terms_complete(&place->terms) &&
	       memcmp(place->text.text, text, place->text.length) == 0;
}

/* Try what the word meets by itself, from what the next place holds. */
static void try_word(struct engine *engine, const char *text, size_t length,
		     bool open)
{
	const struct search_word *place = &engine->words[engine->word_count];

	if (goes_on(place, text, length))
		terms_narrow(&engine->trial, &place->terms, index_of(engine),
			     text, length);
	else
		terms_find(&engine->trial, index_of(engine), text, length,
			   open);
}

/* Put what was tried into the next place. */
static void place_trial(struct engine *engine, const char *text, size_t length,
			bool open, bool near)
{
	struct search_word *place = &engine->words[engine->word_count];
	struct terms before = place->terms;

	place->terms = engine->trial;
	engine->trial = before;
	place->stamp = ++engine->stamps;
	place->open = open;
	place->near = near;
	place->joined = false;
	strbuf_reset(&place->text);
	strbuf_add_bytes(&place->text, text, length);
}

/* The next place is taken as it is. */
static void take_place(struct engine *engine, size_t quote, bool cut)
{
	struct search_word *place = &engine->words[engine->word_count++];

	place->quote = quote;
	place->cut = cut;
}

/* Add a part of what was written, which is met by itself alone. */
static void add_part(struct engine *engine, const char *text, size_t length,
		     size_t quote, bool cut)
{
	const struct search_word *place = &engine->words[engine->word_count];

	if (engine->word_count == QUERY_WORDS)
		return;
	if (!holds(place, text, length, false) || place->near) {
		try_word(engine, text, length, false);
		place_trial(engine, text, length, false, false);
	}
	take_place(engine, quote, cut);
}

/* ------------------------------------------------------------------------
 * Readings
 */

/* Where a hump of `MethodNotAllowed` ends, from `at` on. */
static size_t hump_end(const char *text, size_t at, size_t length)
{
	size_t end = at + 1;

	while (end < length) {
		bool upper = text[end] >= 'A' && text[end] <= 'Z';
		bool before = text[end - 1] >= 'A' && text[end - 1] <= 'Z';
		bool after = end + 1 < length && text[end + 1] >= 'a' &&
			     text[end + 1] <= 'z';

		if (upper && (!before || after))
			break;
		end++;
	}
	return end;
}

static bool has_humps(const char *raw, size_t length)
{
	return hump_end(raw, 0, length) < length;
}

static void add_humps(struct engine *engine, const char *raw, size_t length,
		      size_t quote)
{
	for (size_t at = 0, end; at < length; at = end) {
		struct words words;
		struct word word;

		end = hump_end(raw, at, length);
		words_start(&words, raw + at, end - at);
		while (words_next(&words, &word))
			add_part(engine, word.folded, word.length, quote,
				 false);
		words_end(&words);
	}
}

/*
 * `contentlength`: where two words of the index make the unknown one, the
 * length of the first; else 0.
 */
static size_t find_cut(const struct word_index *index, const char *text,
		       size_t length)
{
	uint32_t number;

	if (length < LEAST_JOINED)
		return 0;
	for (size_t cut = length - LEAST_HALF; cut >= LEAST_HALF; cut--) {
		if (terms_lookup(index, text, cut, &number) &&
		    terms_lookup(index, text + cut, length - cut, &number))
			return cut;
	}
	return 0;
}

static void add_halves(struct engine *engine, const char *text, size_t length,
		       size_t cut, size_t quote)
{
	/* One half alone would be another word. */
	if (engine->word_count + 2 > QUERY_WORDS)
		return;
	add_part(engine, text, cut, quote, true);
	add_part(engine, text + cut, length - cut, quote, false);
}

enum reading {
	READ_WORD,
	READ_HUMPS,
	READ_HALVES,
};

/*
 * How a word is meant whose own terms are tried.  What nothing has as it is
 * means a near spelling, the parts that it was joined of, a spelling that is
 * less near, in this order; near spellings are added to what is tried.
 */
static enum reading read_word(struct engine *engine, bool humps,
			      const char *text, size_t length, size_t *cut,
			      bool *near)
{
	const struct word_index *index = index_of(engine);
	struct terms *trial = &engine->trial;

	*near = false;
	/* The words of a line are programs' and hosts' own. */
	if (terms_meet_more(trial) || engine->query.line)
		return READ_WORD;
	if (trial->count == 0 && humps)
		return READ_HUMPS;
	*near = terms_add_near(trial, index, text, length, 1);
	if (*near || trial->count > 0)
		return READ_WORD;
	*cut = find_cut(index, text, length);
	if (*cut > 0)
		return READ_HALVES;
	*near = terms_add_near(trial, index, text, length, 2);
	return READ_WORD;
}

/* Whether the place holds the word as it would be read again. */
static bool is_read(const struct engine *engine,
		    const struct search_word *place, bool humps)
{
	return terms_meet_more(&place->terms) &&
	       !(place->near && (humps || engine->query.line));
}

static void add_word(struct engine *engine, const struct query_word *source,
		     const char *text)
{
	const char *raw = engine->query.text + source->start;
	size_t size = source->end - source->start;
	bool humps = has_humps(raw, size);
	size_t length = source->length, cut;
	const struct search_word *place = &engine->words[engine->word_count];
	bool near;

	if (engine->word_count == QUERY_WORDS)
		return;
	if (holds(place, text, length, source->open) &&
	    is_read(engine, place, humps)) {
		take_place(engine, source->quote, false);
		return;
	}
	try_word(engine, text, length, source->open);
	switch (read_word(engine, humps, text, length, &cut, &near)) {
	case READ_WORD:
		place_trial(engine, text, length, source->open, near);
		take_place(engine, source->quote, false);
		break;
	case READ_HUMPS:
		add_humps(engine, raw, size, source->quote);
		break;
	case READ_HALVES:
		add_halves(engine, text, length, cut, source->quote);
		break;
	}
}

static void join(struct engine *engine, struct search_word *word,
		 uint32_t number)
{
	terms_add(&word->terms, number, QUALITY_STEM);
	word->joined = true;
	word->stamp = ++engine->stamps;
}

/* `time out` also meets `timeout`: the joined word counts for both. */
static void join_neighbours(struct engine *engine)
{
	struct strbuf joined;

	strbuf_init(&joined);
	for (size_t i = 0; i + 1 < engine->word_count; i++) {
		struct search_word *left = &engine->words[i];
		struct search_word *right = &engine->words[i + 1];
		uint32_t number;

		strbuf_reset(&joined);
		strbuf_add(&joined, strbuf_text(&left->text));
		strbuf_add(&joined, strbuf_text(&right->text));
		if (joined.length < 6 ||
		    !terms_lookup(index_of(engine), joined.text, joined.length,
				  &number))
			continue;
		join(engine, left, number);
		join(engine, right, number);
	}
	strbuf_clear(&joined);
}

/* ------------------------------------------------------------------------
 * Weights
 */

/*
 * How many entries hold the word: by the word itself and its inflections where
 * it has any, else by all that it meets.
 */
static size_t holders(const struct engine *engine,
		      const struct search_word *word)
{
	const struct word_index *index = index_of(engine);
	size_t close = 0, all = 0;

	for (size_t i = 0; i < word->terms.count; i++) {
		const struct term *term = &word->terms.terms[i];
		size_t count = index->firsts[term->word + 1] -
			       index->firsts[term->word];

		all += count;
		if (term->quality <= QUALITY_STEM)
			close += count;
	}
	return close > 0 ? close : all;
}

static void weigh_word(const struct engine *engine, struct search_word *word)
{
	size_t count = holders(engine, word);
	size_t all = catalogue_count(engine->catalogue);

	word->telling = count == 0 ? 0 :
				     rank_telling(strbuf_text(&word->text),
						  word->text.length);
	word->rarity = rank_rarity(count, all) * word->telling / 100;
}

static void weigh_words(struct engine *engine)
{

	engine->asked = engine->total = engine->telling_words = 0;
	for (size_t i = 0; i < engine->word_count; i++) {
		struct search_word *word = &engine->words[i];

		weigh_word(engine, word);
		engine->asked += 100 * word->telling;
		engine->total += 100 * word->rarity;
		engine->telling_words += !rank_noise(strbuf_text(&word->text),
						      word->text.length);
	}
}

void resolve_words(struct engine *engine)
{
	engine->word_count = 0;
	for (size_t i = 0; i < engine->query.word_count; i++)
		add_word(engine, &engine->query.words[i],
			 query_word(&engine->query, i));
	weigh_words(engine);
	join_neighbours(engine);
}

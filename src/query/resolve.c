#include "query/resolve.h"

#include <string.h>

#include "base/words.h"
#include "query/rank.h"
#include "query/tally.h"

enum { LEAST_HALF = 3 }; /* letters of a word that was joined to another */

static bool same_text(const struct search_word *word, const char *text,
		      size_t length)
{
	return word->text.length == length &&
	       memcmp(strbuf_text(&word->text), text, length) == 0;
}

bool resolve_owns_terms(const struct search_word *word)
{
	return !word->near && !word->joined;
}

static bool goes_on(const struct search_word *word, const char *text,
		    size_t length)
{
	return word->text.length >= 3 && word->text.length < length &&
	       resolve_owns_terms(word) && terms_complete(&word->terms) &&
	       memcmp(word->text.text, text, word->text.length) == 0;
}

/* Find the terms of a word, from what its place held before where it can. */
static void find_terms(struct search *search, struct search_word *word,
		       const char *text, size_t length, bool open)
{
	const struct word_index *index = index_of(search);

	if (!same_text(word, text, length) || word->open != open ||
	    !resolve_owns_terms(word)) {
		if (goes_on(word, text, length))
			terms_narrow(&word->terms, index, text, length);
		else
			terms_find(&word->terms, index, text, length, open);
		word->near = word->joined = word->kept = false;
		strbuf_reset(&word->text);
		strbuf_add_bytes(&word->text, text, length);
	}
	word->open = open;
}

/*
 * How many entries hold the word: by the word itself and its inflections where
 * it has any, else by all that it meets.
 */
static size_t holders(const struct search *search,
		      const struct search_word *word)
{
	const struct word_index *index = index_of(search);
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

static struct search_word *add_word(struct search *search, const char *text,
				    size_t length, bool open, size_t quote)
{
	struct search_word *word;

	if (search->word_count == QUERY_WORDS)
		return NULL;
	word = &search->words[search->word_count++];
	word->quote = quote;
	find_terms(search, word, text, length, open);
	return word;
}

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

/* `MethodNotAllowedException`: take its humps when the whole is unknown. */
static bool add_humps(struct search *search, const char *source, size_t length,
		      size_t quote)
{
	size_t first = search->word_count;

	if (hump_end(source, 0, length) == length)
		return false;
	for (size_t at = 0; at < length;) {
		size_t end = hump_end(source, at, length);
		struct words words;
		struct word word;

		words_start(&words, source + at, end - at);
		while (words_next(&words, &word))
			add_word(search, word.folded, word.length, false,
				 quote);
		words_end(&words);
		at = end;
	}
	return search->word_count > first;
}

/* `contentlength`: take two words of the index that make the unknown one. */
static bool add_halves(struct search *search, const char *text, size_t length,
		       size_t quote)
{
	const struct word_index *index = index_of(search);
	uint32_t number;

	for (size_t cut = length; length >= 8 && cut-- > LEAST_HALF;) {
		if (length - cut < LEAST_HALF ||
		    !terms_lookup(index, text, cut, &number) ||
		    !terms_lookup(index, text + cut, length - cut, &number))
			continue;
		add_word(search, text, cut, false, quote);
		add_word(search, text + cut, length - cut, false, quote);
		return true;
	}
	return false;
}

/*
 * Whether the word is met by more than parts of others: `erly` is in
 * `properly`, but `early` was meant.
 */
static bool meets_more(const struct search_word *word)
{
	for (size_t i = 0; i < word->terms.count; i++) {
		if (word->terms.terms[i].quality != QUALITY_PART)
			return true;
	}
	return false;
}

/* Add near spellings, of which each is at most `limit` away. */
static bool add_near(struct search *search, struct search_word *word,
		     const char *text, size_t length, size_t limit)
{
	if (!terms_add_near(&word->terms, index_of(search), text, length,
			    limit))
		return false;
	word->near = true;
	search->near = true;
	return true;
}

/*
 * What a word means that nothing has as it is: a near spelling, the parts that
 * it was joined of, a spelling that is less near, in this order.
 */
static void take_word(struct search *search, const struct query_word *source,
		      const char *text)
{
	const char *raw = search->query.text + source->start;
	size_t length = source->length;
	struct search_word *word =
		add_word(search, text, length, source->open, source->quote);

	if (word == NULL || meets_more(word))
		return;
	search->word_count--;
	if (word->terms.count == 0 &&
	    add_humps(search, raw, source->end - source->start, source->quote))
		return;
	search->word_count++;
	if (add_near(search, word, text, length, 1) || word->terms.count > 0)
		return;
	search->word_count--;
	if (add_halves(search, text, length, source->quote))
		return;
	search->word_count++;
	add_near(search, word, text, length, 2);
}

static void join(struct search_word *word, uint32_t number)
{
	terms_add(&word->terms, number, QUALITY_STEM);
	word->joined = true;
}

/* `time out` also meets `timeout`: the joined word counts for both. */
static void join_neighbours(struct search *search)
{
	struct strbuf joined;

	strbuf_init(&joined);
	for (size_t i = 0; i + 1 < search->word_count; i++) {
		struct search_word *left = &search->words[i];
		struct search_word *right = &search->words[i + 1];
		uint32_t number;

		strbuf_reset(&joined);
		strbuf_add(&joined, strbuf_text(&left->text));
		strbuf_add(&joined, strbuf_text(&right->text));
		if (joined.length < 6 ||
		    !terms_lookup(index_of(search), joined.text, joined.length,
				  &number))
			continue;
		join(left, number);
		join(right, number);
	}
	strbuf_clear(&joined);
}

static void weigh_word(const struct search *search, struct search_word *word)
{
	size_t count = holders(search, word);
	size_t all = catalogue_count(search->catalogue);

	word->telling = count == 0 ? 0 :
				     rank_telling(strbuf_text(&word->text),
						  word->text.length);
	word->rarity = rank_rarity(count, all) * word->telling / 100;
}

static void weigh_words(struct search *search)
{
	struct scratch *scratch = search->scratch;

	scratch->asked = scratch->total = scratch->telling_words = 0;
	for (size_t i = 0; i < search->word_count; i++) {
		struct search_word *word = &search->words[i];

		weigh_word(search, word);
		scratch->asked += 100 * word->telling;
		scratch->total += 100 * word->rarity;
		scratch->telling_words += !rank_noise(strbuf_text(&word->text),
						      word->text.length);
	}
}

void resolve_words(struct search *search)
{
	search->word_count = 0;
	search->near = false;
	for (size_t i = 0; i < search->query.word_count; i++)
		take_word(search, &search->query.words[i],
			  query_word(&search->query, i));
	weigh_words(search);
	join_neighbours(search);
}

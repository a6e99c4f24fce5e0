#include "query/terms.h"

#include <stdlib.h>
#include <string.h>

#include "base/bytes.h"
#include "base/distance.h"
#include "base/sort.h"
#include "base/stem.h"
#include "base/xalloc.h"
#include "catalogue/index.h"

enum { PART_LENGTH = 3 }; /* a shorter word is not looked for inside others */

void terms_init(struct terms *terms)
{
	*terms = (struct terms){ 0 };
}

void terms_clear(struct terms *terms)
{
	free(terms->terms);
	terms_init(terms);
}

const char *terms_text(const struct word_index *index, uint32_t word)
{
	return index->blob + index->words[word];
}

static size_t text_length(const struct word_index *index, uint32_t word)
{
	return index->words[word + 1] - index->words[word] - 1;
}

static void add(struct terms *terms, uint32_t word, enum quality quality)
{
	terms->terms = xgrow(terms->terms, &terms->capacity, terms->count + 1,
			     sizeof(*terms->terms));
	terms->terms[terms->count++] = (struct term){ word, quality };
}

/* The first word that is not before the `length` bytes at `text`. */
static uint32_t lower_bound(const struct word_index *index, const char *text,
			    size_t length)
{
	uint32_t low = 0, high = index->word_count;

	while (low < high) {
		uint32_t middle = low + (high - low) / 2;

		if (strncmp(terms_text(index, middle), text, length) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

static bool begins(const struct word_index *index, uint32_t word,
		   const char *text, size_t length)
{
	return strncmp(terms_text(index, word), text, length) == 0;
}

bool terms_lookup(const struct word_index *index, const char *word,
		  size_t length, uint32_t *number)
{
	*number = lower_bound(index, word, length);
	return *number < index->word_count &&
	       begins(index, *number, word, length) &&
	       text_length(index, *number) == length;
}

/* The first term that is not before `word`. */
static size_t place_of(const struct terms *terms, uint32_t word)
{
	size_t at = 0;

	while (at < terms->count && terms->terms[at].word < word)
		at++;
	return at;
}

void terms_add(struct terms *terms, uint32_t word, enum quality quality)
{
	size_t at = place_of(terms, word);

	if (at < terms->count && terms->terms[at].word == word)
		return;
	add(terms, word, quality);
	memmove(terms->terms + at + 1, terms->terms + at,
		(terms->count - at - 1) * sizeof(*terms->terms));
	terms->terms[at] = (struct term){ word, quality };
}

static bool same_stem(const struct word_index *index, uint32_t word,
		      const char *stem, size_t length)
{
	char other[STEM_SIZE];

	return stem_word(terms_text(index, word), text_length(index, word),
			 other) == length &&
	       memcmp(other, stem, length) == 0;
}

/*
 * All words that begin with what every inflection shares: the stem without its
 * last letter, which the rules may have changed.
 */
static void add_inflections(struct terms *terms,
			    const struct word_index *index, const char *word,
			    size_t length)
{
	char stem[STEM_SIZE];
	size_t size = stem_word(word, length, stem);
	size_t shared = size > 1 ? size - 1 : size;

	if (length < 3)
		return;
	for (uint32_t i = lower_bound(index, stem, shared);
	     i < index->word_count && begins(index, i, stem, shared); i++) {
		if (same_stem(index, i, stem, size))
			add(terms, i, QUALITY_STEM);
	}
}

static void add_beginnings(struct terms *terms, const struct word_index *index,
			   const char *word, size_t length, bool open)
{
	for (uint32_t i = lower_bound(index, word, length);
	     i < index->word_count && begins(index, i, word, length); i++) {
		if (text_length(index, i) == length)
			add(terms, i, QUALITY_EXACT);
		else if (open || length >= PART_LENGTH)
			add(terms, i, QUALITY_PREFIX);
	}
}

/* The word of the index to which a byte of the blob belongs. */
static uint32_t word_at(const struct word_index *index, size_t offset)
{
	uint32_t low = 0, high = index->word_count;

	while (low + 1 < high) {
		uint32_t middle = low + (high - low) / 2;

		if (index->words[middle] <= offset)
			low = middle;
		else
			high = middle;
	}
	return low;
}

static void add_parts(struct terms *terms, const struct word_index *index,
		      const char *word, size_t length)
{
	const char *end = index->blob + index->words[index->word_count];
	const char *at = index->blob;

	while ((at = bytes_find(at, (size_t)(end - at), word, length)) != NULL) {
		uint32_t found = word_at(index, (size_t)(at - index->blob));

		if (at > index->blob + index->words[found])
			add(terms, found, QUALITY_PART);
		at = index->blob + index->words[found + 1];
		if (at >= end)
			break;
	}
}

static int compare_terms(const void *a, const void *b, const void *unused)
{
	const struct term *left = a, *right = b;

	(void)unused;
	if (left->word != right->word)
		return left->word < right->word ? -1 : 1;
	return (int)left->quality - (int)right->quality;
}

/* Sort, and of a word met in several ways keep the best. */
static void settle(struct terms *terms)
{
	size_t kept = 0;

	if (terms->count == 0)
		return;
	sort_items(terms->terms, terms->count, sizeof(*terms->terms),
		   compare_terms, NULL);
	for (size_t i = 1; i < terms->count; i++) {
		if (terms->terms[i].word != terms->terms[kept].word)
			terms->terms[++kept] = terms->terms[i];
	}
	terms->count = kept + 1;
}

void terms_find(struct terms *terms, const struct word_index *index,
		const char *word, size_t length, bool open)
{
	uint32_t own;

	terms->count = 0;
	add_beginnings(terms, index, word, length, open);
	add_inflections(terms, index, word, length);
	/* Who means a word of the catalogue does not mean parts of others. */
	if (length >= PART_LENGTH && !terms_lookup(index, word, length, &own))
		add_parts(terms, index, word, length);
	settle(terms);
}

bool terms_meet_more(const struct terms *terms)
{
	for (size_t i = 0; i < terms->count; i++) {
		if (terms->terms[i].quality != QUALITY_PART)
			return true;
	}
	return false;
}

bool terms_complete(const struct terms *terms)
{
	for (size_t i = 0; i < terms->count; i++) {
		if (terms->terms[i].quality == QUALITY_EXACT)
			return false;
	}
	return terms->count > 0;
}

void terms_narrow(struct terms *terms, const struct terms *complete,
		  const struct word_index *index, const char *word,
		  size_t length)
{
	uint32_t own;
	bool known = terms_lookup(index, word, length, &own);

	terms->count = 0;
	for (size_t i = 0; i < complete->count; i++) {
		uint32_t number = complete->terms[i].word;
		const char *text = terms_text(index, number);
		const char *at = bytes_find(text, text_length(index, number), word,
					length);

		if (at == NULL || (at > text && known))
			continue;
		add(terms, number,
		    at > text		   ? QUALITY_PART :
		    number == own && known ? QUALITY_EXACT :
					     QUALITY_PREFIX);
	}
	add_inflections(terms, index, word, length);
	settle(terms);
}

static bool in_names(const struct word_index *index, uint32_t word)
{
	uint32_t from = index->postings[index->firsts[word]].spots;
	uint32_t to = index->postings[index->firsts[word + 1]].spots;

	for (uint32_t i = from; i < to; i++) {
		enum field field = spot_field(index->spots[i]);

		if (schema_names(field) || field == FIELD_VENDOR)
			return true;
	}
	return false;
}

/* One bit a letter of ASCII; of others one change may alter several bytes. */
static uint32_t letters_of(const char *word, size_t length)
{
	uint32_t letters = 0;

	for (size_t i = 0; i < length; i++)
		letters |= (uint32_t)((unsigned char)word[i] < 0x80)
			   << (word[i] & 31);
	return letters;
}

/* Whether more than `limit` letters are in one set and not in the other. */
static bool differ(uint32_t letters, uint32_t others, size_t limit)
{
	return (size_t)__builtin_popcount(letters & ~others) > limit ||
	       (size_t)__builtin_popcount(others & ~letters) > limit;
}

static bool is_number(const char *word, size_t length)
{
	return strspn(word, "0123456789.") >= length;
}

/*
 * Collect the words that are nearest, at most `limit` away; or those of which
 * the beginning of about the same length is, when `beginning` is set: `unath`
 * is near `unauthorized`.
 */
static void collect_near(struct terms *terms, const struct word_index *index,
			 const char *word, size_t length, size_t limit,
			 bool beginning)
{
	uint32_t letters = letters_of(word, length);
	size_t best = limit;

	for (uint32_t i = 0; i < index->word_count; i++) {
		const char *text = terms_text(index, i);
		size_t whole = text_length(index, i);
		size_t size = beginning && whole > length + 1 ? length + 1 :
								whole;
		size_t far;

		if (size < 3 || size + best < length || size > length + best ||
		    differ(letters, letters_of(text, size), best) ||
		    is_number(text, whole))
			continue;
		far = distance(word, length, text, size, best);
		if (far > best || !in_names(index, i))
			continue;
		if (far < best)
			terms->count = 0;
		best = far;
		add(terms, i, QUALITY_NEAR);
	}
}

/* A near spelling that also holds the word is a part. */
static bool has_near(const struct terms *terms)
{
	for (size_t i = 0; i < terms->count; i++) {
		if (terms->terms[i].quality == QUALITY_NEAR)
			return true;
	}
	return false;
}

bool terms_add_near(struct terms *terms, const struct word_index *index,
		    const char *word, size_t length, size_t limit)
{
	size_t most = length < 4 ? 0 : length < 6 ? 1 : 2;
	struct terms near;

	if (limit > most)
		limit = most;
	if (limit == 0 || is_number(word, length))
		return false;
	terms_init(&near);
	collect_near(&near, index, word, length, limit, false);
	if (near.count == 0)
		collect_near(&near, index, word, length, limit, true);
	for (size_t i = 0; i < near.count; i++)
		add(terms, near.terms[i].word, QUALITY_NEAR);
	settle(terms);
	terms_clear(&near);
	return has_near(terms);
}

/*
 * terms -- the words of the catalogue that a word of a query meets.
 *
 * A term is a word of the index with how well it is met: itself, an
 * inflection, a word that begins with it, and, when the index does not have
 * it, a word that holds it.  A word of one
 * or two letters is met by itself, and by what it begins while it is being
 * typed: anything more would be everything.
 */
#ifndef HTTREE_QUERY_TERMS_H
#define HTTREE_QUERY_TERMS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "catalogue/image.h"
#include "query/rank.h"

struct term {
	uint32_t word;
	enum quality quality;
};

struct terms {
	struct term *terms; /* sorted by word */
	size_t count;
	size_t capacity;
};

void terms_init(struct terms *terms);
void terms_clear(struct terms *terms);

/*
 * Replace `terms` by what the folded word of `length` bytes meets.  `open`
 * tells that it may go on.
 */
void terms_find(struct terms *terms, const struct word_index *index,
		const char *word, size_t length, bool open);

/*
 * Whether what a longer word meets is among these terms, but for inflections:
 * not when the word itself was found, since then parts were not looked for.
 */
bool terms_complete(const struct terms *terms);

/*
 * Replace `terms` by what the whole of `word` meets, of which `complete` are
 * the terms of the beginning.
 */
void terms_narrow(struct terms *terms, const struct terms *complete,
		  const struct word_index *index, const char *word,
		  size_t length);

/*
 * Whether the word is met by more than parts of others: `erly` is in
 * `properly`, but `early` was meant.
 */
bool terms_meet_more(const struct terms *terms);

/*
 * Add the nearest spellings among the words of names, aliases, keywords and
 * vendors, none further away than `limit` and than the word's length allows:
 * no change for three letters, one for five, two beyond.  False when there are
 * none that `terms` did not have.
 */
bool terms_add_near(struct terms *terms, const struct word_index *index,
		    const char *word, size_t length, size_t limit);

/* Add a word of the index in its place, unless it is there. */
void terms_add(struct terms *terms, uint32_t word, enum quality quality);

/* Whether the index has the word; its number to `*number`. */
bool terms_lookup(const struct word_index *index, const char *word,
		  size_t length, uint32_t *number);

const char *terms_text(const struct word_index *index, uint32_t word);

#endif

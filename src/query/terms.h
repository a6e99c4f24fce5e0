/*
 * terms -- the words of the catalogue that a word of a query meets.
 *
 * A term is a word of the index with how well it is met: itself, an
 * inflection, a word that begins with it, a word that holds it.  A word of one
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
 * The same for a word that begins with `shorter_length` bytes for which
 * `terms` holds the answer: what the longer one meets is among them, but for
 * inflections.
 */
void terms_narrow(struct terms *terms, const struct word_index *index,
		  const char *word, size_t length);

/*
 * Add the nearest spellings among the words of names, aliases, keywords and
 * vendors, none further away than `limit` and than the word's length allows:
 * no change for three letters, one for five, two beyond.  False when there are
 * none.
 */
bool terms_add_near(struct terms *terms, const struct word_index *index,
		    const char *word, size_t length, size_t limit);

/* Add the word itself, if the index has it. */
void terms_add_exact(struct terms *terms, const struct word_index *index,
		     const char *word, size_t length, enum quality quality);

/* Whether the index has the word; its number to `*number`. */
bool terms_lookup(const struct word_index *index, const char *word,
		  size_t length, uint32_t *number);

/* Whether the word stands in a name, an alias, a keyword or a vendor. */
bool terms_in_names(const struct word_index *index, uint32_t word);

const char *terms_text(const struct word_index *index, uint32_t word);

#endif

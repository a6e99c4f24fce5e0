/*
 * entry_words -- the words of an image's entries, as its index.
 *
 * They are those of the fields that the schema says are searched, the name of
 * the origin with each of its codes, the word that a reason is, and, as words
 * of FIELD_CHOICES, the situations in which guides lead to the entry.
 */
#ifndef HTTREE_CATALOGUE_ENTRY_WORDS_H
#define HTTREE_CATALOGUE_ENTRY_WORDS_H

#include "catalogue/image.h"

/*
 * The index of all entries, to be freed with word_index_clear.  Those that
 * stand in `base` with the same words are copied from its index; `base` may be
 * NULL, else `image` was made of it and has all of its entries, in their order.
 */
struct word_index entry_words_index(const struct image *image,
				    const struct image *base);

#endif

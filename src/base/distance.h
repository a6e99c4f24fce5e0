/*
 * distance -- how far apart two spellings are.
 */
#ifndef HTTREE_BASE_DISTANCE_H
#define HTTREE_BASE_DISTANCE_H

#include <stddef.h>

/*
 * The number of characters to insert, remove, replace, or swap with their
 * neighbour, to make `b` of `a` (optimal string alignment), both folded UTF-8
 * of the given bytes.  Returns `limit` + 1 as soon as it is larger than
 * `limit`, or when a text is longer than 63 characters.
 */
size_t distance(const char *a, size_t a_length, const char *b, size_t b_length,
		size_t limit);

#endif

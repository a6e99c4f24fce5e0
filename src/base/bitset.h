/*
 * bitset -- a set of numbers below a limit, gone through in their order.
 *
 *	for (size_t n = bitset_next(&set, 0); n < set.limit;
 *	     n = bitset_next(&set, n + 1))
 */
#ifndef HTTREE_BASE_BITSET_H
#define HTTREE_BASE_BITSET_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct bitset {
	uint64_t *words;
	size_t limit;
};

/* An empty set of numbers below `limit`. */
void bitset_init(struct bitset *set, size_t limit);
void bitset_clear(struct bitset *set);

/* The same on the heap, and a copy of a set there. */
struct bitset *bitset_new(size_t limit);
struct bitset *bitset_dup(const struct bitset *other);
void bitset_free(struct bitset *set);

/* Take all numbers out, or put all in. */
void bitset_reset(struct bitset *set);
void bitset_fill(struct bitset *set);

/* Make the set the same as `other`, which has the same limit. */
void bitset_copy(struct bitset *set, const struct bitset *other);

/* The first number of the set from `from` on, or the limit. */
size_t bitset_next(const struct bitset *set, size_t from);

bool bitset_empty(const struct bitset *set);

inline bool bitset_has(const struct bitset *set, size_t number)
{
	return (set->words[number / 64] >> number % 64 & 1) != 0;
}

inline void bitset_remove(struct bitset *set, size_t number)
{
	set->words[number / 64] &= ~(UINT64_C(1) << number % 64);
}

/* Add a number; whether it is new. */
inline bool bitset_add(struct bitset *set, size_t number)
{
	uint64_t *word = &set->words[number / 64];
	uint64_t bit = UINT64_C(1) << number % 64;
	bool known = (*word & bit) != 0;

	*word |= bit;
	return !known;
}

#endif

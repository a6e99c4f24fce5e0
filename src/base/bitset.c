#include "base/bitset.h"

#include <stdlib.h>
#include <string.h>

#include "base/xalloc.h"

/* The functions of the header, where the compiler does not put them inline. */
extern inline bool bitset_has(const struct bitset *set, size_t number);
extern inline void bitset_remove(struct bitset *set, size_t number);
extern inline bool bitset_add(struct bitset *set, size_t number);

static size_t word_count(const struct bitset *set)
{
	return (set->limit + 63) / 64;
}

void bitset_init(struct bitset *set, size_t limit)
{
	set->limit = limit;
	set->words = xcalloc(word_count(set), sizeof(*set->words));
}

void bitset_clear(struct bitset *set)
{
	free(set->words);
	*set = (struct bitset){ NULL, 0 };
}

struct bitset *bitset_new(size_t limit)
{
	struct bitset *set = xmalloc(sizeof(*set));

	bitset_init(set, limit);
	return set;
}

struct bitset *bitset_dup(const struct bitset *other)
{
	struct bitset *set = bitset_new(other->limit);

	bitset_copy(set, other);
	return set;
}

void bitset_free(struct bitset *set)
{
	if (set != NULL)
		bitset_clear(set);
	free(set);
}

void bitset_fill(struct bitset *set)
{
	memset(set->words, 0xff, word_count(set) * sizeof(*set->words));
	if (set->limit % 64 != 0)
		set->words[set->limit / 64] >>= 64 - set->limit % 64;
}

void bitset_reset(struct bitset *set)
{
	memset(set->words, 0, word_count(set) * sizeof(*set->words));
}

void bitset_copy(struct bitset *set, const struct bitset *other)
{
	memcpy(set->words, other->words,
	       word_count(set) * sizeof(*set->words));
}

size_t bitset_next(const struct bitset *set, size_t from)
{
	size_t at = from / 64;
	uint64_t word;

	if (from >= set->limit)
		return set->limit;
	word = set->words[at] >> from % 64 << from % 64;
	while (word == 0) {
		if (++at == word_count(set))
			return set->limit;
		word = set->words[at];
	}
	return at * 64 + (size_t)__builtin_ctzll(word);
}

bool bitset_empty(const struct bitset *set)
{
	return bitset_next(set, 0) == set->limit;
}

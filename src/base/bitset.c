#include "base/bitset.h"

#include <stdlib.h>
#include <string.h>

#include "base/xalloc.h"

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

/*
 * rank -- what a match is worth.  rank.def holds the weights.
 */
#ifndef HTTREE_QUERY_RANK_H
#define HTTREE_QUERY_RANK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "catalogue/catalogue.h"

enum quality {
#define QUALITY(name, worth, covers) QUALITY_##name,
#include "query/rank.def"
	QUALITY_COUNT
};

enum {
#define FACTOR(name, value) FACTOR_##name = value,
#include "query/rank.def"
};

/*
 * What a word is worth in a field, how much of it a quality keeps, and the
 * share of the word that counts as found by that quality.
 */
uint32_t rank_field(enum field field);
uint32_t rank_worth(enum quality quality);
uint32_t rank_covers(enum quality quality);

/* How much of a word that was found counts as answered by the field. */
uint32_t rank_carries(enum field field);

/* Whether a folded word is noise. */
bool rank_noise(const char *word, size_t length);

/*
 * How much a word tells, in sixteenths: FACTOR_COMMON when all of `total`
 * entries hold it, 16 more each time half as many do.
 */
uint32_t rank_rarity(size_t holders, size_t total);

/* What is left of that, per cent, for a folded word that says little. */
uint32_t rank_telling(const char *word, size_t length);

/* What the entry itself is worth, per cent. */
uint32_t rank_entry(const struct catalogue *catalogue, entry_t entry);

#endif

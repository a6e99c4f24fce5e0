#include "query/rank.h"

#include <string.h>

#include "catalogue/id.h"

uint32_t rank_field(enum field field)
{
	static const uint8_t weights[FIELD_COUNT] = {
#define FIELD_WEIGHT(name, weight, carries) [FIELD_##name] = (weight),
#include "query/rank.def"
	};

	return weights[field] == 0 ? FACTOR_TEXT : weights[field];
}

uint32_t rank_carries(enum field field)
{
	static const uint8_t shares[FIELD_COUNT] = {
#define FIELD_WEIGHT(name, weight, carries) [FIELD_##name] = (carries),
#include "query/rank.def"
	};

	return shares[field] == 0 ? FACTOR_TEXT_CARRIES : shares[field];
}

uint32_t rank_worth(enum quality quality)
{
	static const uint8_t worths[] = {
#define QUALITY(name, worth, covers) worth,
#include "query/rank.def"
	};

	return worths[quality];
}

uint32_t rank_covers(enum quality quality)
{
	static const uint8_t shares[] = {
#define QUALITY(name, worth, covers) covers,
#include "query/rank.def"
	};

	return shares[quality];
}

/* 16 times the binary logarithm, straight between the powers of two. */
static uint32_t logarithm(size_t number)
{
	uint32_t power = 0;

	while (number >> (power + 1) != 0)
		power++;
	return 16 * power +
	       (uint32_t)(16 * (number - ((size_t)1 << power)) >> power);
}

uint32_t rank_rarity(size_t holders, size_t total)
{
	if (holders == 0)
		holders = 1;
	return FACTOR_COMMON + logarithm(total > holders ? total : holders) -
	       logarithm(holders);
}

bool rank_noise(const char *word, size_t length)
{
	static const char *const noise[] = {
#define NOISE(text) text,
#include "query/rank.def"
	};

	for (size_t i = 0; i < sizeof(noise) / sizeof(*noise); i++) {
		if (strlen(noise[i]) == length &&
		    memcmp(noise[i], word, length) == 0)
			return true;
	}
	return false;
}

uint32_t rank_telling(const char *word, size_t length)
{
	if (rank_noise(word, length))
		return FACTOR_NOISE;
	return length <= 2 ? FACTOR_SHORT : 100;
}

uint32_t rank_entry(const struct catalogue *catalogue, entry_t entry)
{
	uint32_t worth = 100;

	if (catalogue_everyday(catalogue, entry))
		worth = worth * FACTOR_EVERYDAY / 100;
	/* The origin tells it of most entries without a look at their ids. */
	if (catalogue_origin(catalogue, entry) == ENTRY_NONE &&
	    id_origin_length(catalogue_id(catalogue, entry)) == 0)
		worth = worth * FACTOR_REGISTERED / 100;
	if (catalogue_kind(catalogue, entry) == KIND_PAGE)
		worth = worth * FACTOR_PAGE / 100;
	else if (!state_in_use(catalogue_state(catalogue, entry)))
		worth = worth * FACTOR_OUT_OF_USE / 100;
	return worth;
}

/*
 * A letter makes most of a catalogue a hit, and comparing a hundred thousand
 * hits with each other takes longer than finding them; so they are dealt out
 * by the bytes of their scores, from the lowest to the highest.  A few are
 * sorted sooner by insertion.
 */
#include "query/order.h"

#include <string.h>

enum { BUCKETS = 256, FEW = 32 };

static void insert_each(struct standing *standings, size_t count)
{
	for (size_t i = 1; i < count; i++) {
		struct standing standing = standings[i];
		size_t at = i;

		for (; at > 0 && standings[at - 1].score < standing.score; at--)
			standings[at] = standings[at - 1];
		standings[at] = standing;
	}
}

/* Greater bytes come first. */
static size_t bucket_of(const struct standing *standing, int shift)
{
	return BUCKETS - 1 - (size_t)(standing->score >> shift & 0xff);
}

static void deal(const struct standing *from, struct standing *to,
		 size_t count, int shift)
{
	size_t starts[BUCKETS + 1] = { 0 };

	for (size_t i = 0; i < count; i++)
		starts[bucket_of(&from[i], shift) + 1]++;
	for (size_t i = 0; i < BUCKETS; i++)
		starts[i + 1] += starts[i];
	for (size_t i = 0; i < count; i++)
		to[starts[bucket_of(&from[i], shift)]++] = from[i];
}

/* The bits in which the scores differ; the others need not be looked at. */
static uint64_t differing_bits(const struct standing *standings, size_t count)
{
	uint64_t bits = 0;

	for (size_t i = 1; i < count; i++)
		bits |= standings[i].score ^ standings[0].score;
	return bits;
}

void order_sort(struct standing *standings, struct standing *spare,
		size_t count)
{
	struct standing *from = standings, *to = spare;
	uint64_t bits;

	if (count <= FEW) {
		insert_each(standings, count);
		return;
	}
	bits = differing_bits(standings, count);
	for (int shift = 0; shift < 64; shift += 8) {
		struct standing *dealt = to;

		if ((bits >> shift & 0xff) == 0)
			continue;
		deal(from, to, count, shift);
		to = from;
		from = dealt;
	}
	if (from != standings)
		memcpy(standings, from, count * sizeof(*standings));
}

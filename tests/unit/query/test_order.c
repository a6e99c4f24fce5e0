#include "query/order.h"

#include <criterion/criterion.h>
#include <stdlib.h>

enum { MOST = 5000 };

static struct standing standings[MOST], spare[MOST];

/* Scores by a rule without an order; the entries count from 0. */
static void fill(size_t count, uint64_t (*score)(uint64_t number))
{
	uint64_t number = 1;

	for (size_t i = 0; i < count; i++) {
		number = number * 6364136223846793005ULL + 1442695040888963407ULL;
		standings[i] = (struct standing){ score(number >> 11),
						  (entry_t)i };
	}
}

static void expect_order(size_t count, const char *what)
{
	bool seen[MOST] = { false };

	for (size_t i = 0; i < count; i++) {
		cr_expect_not(seen[standings[i].entry], "%s: twice", what);
		seen[standings[i].entry] = true;
		if (i == 0)
			continue;
		cr_expect_geq(standings[i - 1].score, standings[i].score,
			      "%s, %zu of %zu", what, i, count);
		if (standings[i - 1].score == standings[i].score)
			cr_expect_lt(standings[i - 1].entry,
				     standings[i].entry, "%s, %zu of %zu",
				     what, i, count);
	}
}

static void try_counts(uint64_t (*score)(uint64_t number), const char *what)
{
	static const size_t counts[] = { 0, 1, 2, 31, 32, 33, 34, 1000, MOST };

	for (size_t i = 0; i < sizeof(counts) / sizeof(*counts); i++) {
		fill(counts[i], score);
		order_sort(standings, spare, counts[i]);
		expect_order(counts[i], what);
	}
}

static uint64_t any(uint64_t number)
{
	return number * number;
}

static uint64_t small(uint64_t number)
{
	return number % 7;
}

static uint64_t one(uint64_t number)
{
	(void)number;
	return 42;
}

static uint64_t far_apart(uint64_t number)
{
	return number % 3 << 56 | number % 5 << 24;
}

Test(order, the_best_comes_first)
{
	try_counts(any, "scores of all sizes");
	try_counts(far_apart, "scores that differ in two bytes");
}

Test(order, equal_scores_stay_in_the_order_of_entries)
{
	try_counts(small, "seven scores");
	try_counts(one, "one score");
}

#include "base/sort.h"

#include <criterion/criterion.h>
#include <stdlib.h>

#include "base/xalloc.h"

struct item {
	int key;
	int number; /* its place before */
};

static int by_key(const void *a, const void *b, const void *context)
{
	const struct item *left = a, *right = b;
	const int *sign = context;

	return *sign * ((left->key > right->key) - (left->key < right->key));
}

static void expect_sorted(const struct item *items, size_t count, int sign)
{
	for (size_t i = 1; i < count; i++) {
		int order = by_key(&items[i - 1], &items[i], &sign);

		cr_expect_leq(order, 0, "%zu of %zu", i, count);
		if (order == 0)
			cr_expect_lt(items[i - 1].number, items[i].number,
				     "%zu of %zu", i, count);
	}
}

/* A row of numbers that looks like chance, and is the same each time. */
static int chance(size_t i)
{
	return (int)((i * 2654435761U >> 7) % 37);
}

Test(sort, any_count_is_sorted_and_equal_items_stay_in_order)
{
	for (size_t count = 0; count < 300; count++) {
		struct item *items = xmalloc(count * sizeof(*items));
		int up = 1, down = -1;

		for (size_t i = 0; i < count; i++)
			items[i] = (struct item){ chance(i), (int)i };
		sort_items(items, count, sizeof(*items), by_key, &up);
		expect_sorted(items, count, up);
		for (size_t i = 0; i < count; i++)
			items[i].number = (int)i;
		sort_items(items, count, sizeof(*items), by_key, &down);
		expect_sorted(items, count, down);
		free(items);
	}
}

static int by_key_counted(const void *a, const void *b, const void *context)
{
	size_t *const *count = context;

	++**count;
	return ((const struct item *)a)->key - ((const struct item *)b)->key;
}

/* Else a long row that is in order would cost what one in disorder does. */
Test(sort, what_is_in_order_costs_a_comparison_for_each_pair_of_runs)
{
	struct item items[1000];
	size_t asked = 0, *count = &asked;

	for (int i = 0; i < 1000; i++)
		items[i] = (struct item){ i, i };
	sort_items(items, 1000, sizeof(*items), by_key_counted, &count);
	cr_expect_lt(asked, 1000, "%zu", asked);
}

Test(sort, no_item_is_lost)
{
	struct item items[100];
	int counts[37] = { 0 };
	int up = 1;

	for (size_t i = 0; i < 100; i++) {
		items[i] = (struct item){ chance(i), (int)i };
		counts[chance(i)]++;
	}
	sort_items(items, 100, sizeof(*items), by_key, &up);
	for (size_t i = 0; i < 100; i++)
		counts[items[i].key]--;
	for (size_t i = 0; i < 37; i++)
		cr_expect_eq(counts[i], 0, "%zu", i);
}

static int count_compares(const void *a, const void *b, const void *context)
{
	size_t *compared = *(size_t *const *)context;

	(*compared)++;
	return *(const int *)a - *(const int *)b;
}

/* What is in order already, or backwards, must not take longer than chance. */
Test(sort, no_order_takes_a_number_of_steps_that_grows_with_the_square)
{
	enum { COUNT = 4096 };
	static int items[COUNT];

	for (int kind = 0; kind < 3; kind++) {
		size_t compared = 0;
		size_t *counter = &compared;

		for (int i = 0; i < COUNT; i++)
			items[i] = kind == 0 ? i : kind == 1 ? COUNT - i : 7;
		sort_items(items, COUNT, sizeof(*items), count_compares,
			   &counter);
		cr_expect_leq(compared, 12 * COUNT, "kind %d: %zu", kind,
			      compared);
	}
}

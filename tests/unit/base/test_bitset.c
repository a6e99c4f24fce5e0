#include "base/bitset.h"

#include <criterion/criterion.h>

/* Whether the set holds these numbers, in this order, and no others. */
static void expect_numbers(const struct bitset *set, const size_t *numbers,
			   size_t count)
{
	size_t at = 0;

	for (size_t n = bitset_next(set, 0); n < set->limit;
	     n = bitset_next(set, n + 1), at++) {
		cr_assert_lt(at, count, "%zu is one too many", n);
		cr_expect_eq(n, numbers[at], "%zu: %zu", at, n);
	}
	cr_expect_eq(at, count);
}

Test(bitset, a_new_set_is_empty)
{
	static const size_t limits[] = { 0, 1, 63, 64, 65, 200 };

	for (size_t i = 0; i < sizeof(limits) / sizeof(*limits); i++) {
		struct bitset set;

		bitset_init(&set, limits[i]);
		cr_expect(bitset_empty(&set), "limit %zu", limits[i]);
		cr_expect_eq(bitset_next(&set, 0), limits[i]);
		bitset_clear(&set);
	}
}

Test(bitset, numbers_come_in_their_order)
{
	static const size_t added[] = { 199, 64, 0, 63, 65, 127, 128 };
	static const size_t sorted[] = { 0, 63, 64, 65, 127, 128, 199 };
	struct bitset set;

	bitset_init(&set, 200);
	for (size_t i = 0; i < 7; i++)
		bitset_add(&set, added[i]);
	cr_expect_not(bitset_empty(&set));
	expect_numbers(&set, sorted, 7);
	bitset_clear(&set);
}

Test(bitset, the_next_number_is_one_from_there_on)
{
	struct bitset set;

	bitset_init(&set, 300);
	bitset_add(&set, 5);
	bitset_add(&set, 250);
	cr_expect_eq(bitset_next(&set, 5), 5);
	cr_expect_eq(bitset_next(&set, 6), 250);
	cr_expect_eq(bitset_next(&set, 251), 300);
	cr_expect_eq(bitset_next(&set, 300), 300);
	bitset_clear(&set);
}

Test(bitset, a_number_is_new_once)
{
	struct bitset set;

	bitset_init(&set, 100);
	cr_expect(bitset_add(&set, 70));
	cr_expect_not(bitset_add(&set, 70));
	cr_expect(bitset_add(&set, 71));
	bitset_clear(&set);
}

Test(bitset, a_reset_takes_all_numbers_out)
{
	struct bitset set;

	bitset_init(&set, 100);
	bitset_add(&set, 0);
	bitset_add(&set, 99);
	bitset_reset(&set);
	cr_expect(bitset_empty(&set));
	cr_expect(bitset_add(&set, 99));
	bitset_clear(&set);
}

Test(bitset, a_copy_is_the_same_as_the_other)
{
	static const size_t numbers[] = { 3, 64, 129 };
	struct bitset set, other;

	bitset_init(&set, 130);
	bitset_init(&other, 130);
	bitset_add(&set, 70);
	for (size_t i = 0; i < 3; i++)
		bitset_add(&other, numbers[i]);
	bitset_copy(&set, &other);
	expect_numbers(&set, numbers, 3);
	bitset_clear(&other);
	bitset_clear(&set);
}

Test(bitset, a_number_can_be_asked_for_and_taken_out)
{
	struct bitset set;

	bitset_init(&set, 130);
	for (size_t n = 0; n < 130; n += 3)
		bitset_add(&set, n);
	for (size_t n = 0; n < 130; n++)
		cr_expect_eq(bitset_has(&set, n), n % 3 == 0, "%zu", n);
	bitset_remove(&set, 63);
	bitset_remove(&set, 64);
	cr_expect_not(bitset_has(&set, 63));
	cr_expect(bitset_has(&set, 60));
	cr_expect(bitset_has(&set, 66));
	bitset_clear(&set);
}

Test(bitset, a_full_set_has_all_numbers_and_none_beyond)
{
	static const size_t limits[] = { 0, 1, 63, 64, 65, 128, 200 };

	for (size_t i = 0; i < sizeof(limits) / sizeof(*limits); i++) {
		struct bitset set;
		size_t count = 0;

		bitset_init(&set, limits[i]);
		bitset_fill(&set);
		for (size_t n = bitset_next(&set, 0); n < set.limit;
		     n = bitset_next(&set, n + 1))
			count++;
		cr_expect_eq(count, limits[i], "limit %zu", limits[i]);
		bitset_clear(&set);
	}
}

Test(bitset, a_copy_on_the_heap_is_apart)
{
	struct bitset *set = bitset_new(100);
	struct bitset *copy;

	bitset_add(set, 99);
	copy = bitset_dup(set);
	bitset_remove(set, 99);
	cr_expect(bitset_has(copy, 99));
	cr_expect_eq(copy->limit, 100);
	bitset_free(copy);
	bitset_free(set);
	bitset_free(NULL);
}

#include "base/intern.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

static uint32_t add(struct intern *table, const char *text)
{
	return intern_add(table, text, strlen(text));
}

Test(intern, numbers_count_from_zero_in_the_order_of_meeting)
{
	struct intern table;

	intern_init(&table);
	cr_expect_eq(add(&table, "gateway"), 0);
	cr_expect_eq(add(&table, "proxy"), 1);
	cr_expect_eq(add(&table, "gateway"), 0);
	cr_expect_eq(add(&table, "cache"), 2);
	cr_expect_eq(add(&table, "proxy"), 1);
	cr_expect_eq(table.count, 3);
	intern_clear(&table);
}

Test(intern, a_number_gives_its_string_back)
{
	struct intern table;

	intern_init(&table);
	add(&table, "gateway");
	add(&table, "caf\u00e9");
	cr_expect_str_eq(intern_text(&table, 0), "gateway");
	cr_expect_str_eq(intern_text(&table, 1), "caf\u00e9");
	intern_clear(&table);
}

Test(intern, a_beginning_is_another_string)
{
	struct intern table;

	intern_init(&table);
	cr_expect_eq(add(&table, "time"), 0);
	cr_expect_eq(add(&table, "timeout"), 1);
	cr_expect_eq(add(&table, "t"), 2);
	cr_expect_eq(add(&table, ""), 3);
	cr_expect_eq(add(&table, ""), 3);
	cr_expect_eq(add(&table, "time"), 0);
	cr_expect_str_eq(intern_text(&table, 3), "");
	intern_clear(&table);
}

/* The more strings there are, the more often two meet in the table. */
Test(intern, every_beginning_is_another_string)
{
	struct intern table;
	char text[400];

	for (size_t i = 0; i < sizeof(text); i++)
		text[i] = (char)('a' + i * i % 26);
	intern_init(&table);
	for (size_t length = sizeof(text); length > 0; length--)
		cr_expect_eq(intern_add(&table, text, length),
			     sizeof(text) - length, "%zu", length);
	intern_clear(&table);
}

Test(intern, only_the_bytes_of_the_length_count)
{
	struct intern table;

	intern_init(&table);
	cr_expect_eq(intern_add(&table, "timeout", 4), 0);
	cr_expect_eq(intern_add(&table, "timely", 4), 0);
	cr_expect_eq(intern_add(&table, "anything", 0), 1);
	cr_expect_str_eq(intern_text(&table, 0), "time");
	intern_clear(&table);
}

Test(intern, many_strings_keep_their_numbers)
{
	struct intern table;
	char text[20];

	intern_init(&table);
	for (uint32_t i = 0; i < 20000; i++) {
		snprintf(text, sizeof(text), "word%u", i);
		cr_assert_eq(add(&table, text), i);
	}
	for (uint32_t i = 0; i < 20000; i++) {
		snprintf(text, sizeof(text), "word%u", i);
		cr_assert_eq(add(&table, text), i);
		cr_assert_str_eq(intern_text(&table, i), text);
	}
	cr_expect_eq(table.count, 20000);
	intern_clear(&table);
}

Test(intern, clear_leaves_one_that_counts_from_zero)
{
	struct intern table;

	intern_init(&table);
	add(&table, "one");
	add(&table, "two");
	intern_clear(&table);
	cr_expect_eq(table.count, 0);
	cr_expect_eq(add(&table, "two"), 0);
	intern_clear(&table);
}

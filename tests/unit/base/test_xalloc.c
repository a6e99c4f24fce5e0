#include "base/xalloc.h"

#include <criterion/criterion.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "unit/base/child.h"

/* A sanitizer ends the program itself when too much is asked for. */
#if defined(__SANITIZE_ADDRESS__)
#define SANITIZED 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define SANITIZED 1
#endif
#endif

Test(xalloc, memory_of_no_size_is_memory)
{
	void *a = xmalloc(0);
	void *b = xcalloc(0, 8);
	void *c = xcalloc(8, 0);
	void *d = xrealloc(xmalloc(4), 0);

	cr_expect_not_null(a);
	cr_expect_not_null(b);
	cr_expect_not_null(c);
	cr_expect_not_null(d);
	free(a);
	free(b);
	free(c);
	free(d);
}

Test(xalloc, calloc_gives_zeros)
{
	static const char zeros[48];
	char *memory = xcalloc(6, 8);

	cr_expect_eq(memcmp(memory, zeros, sizeof(zeros)), 0);
	free(memory);
}

Test(xalloc, realloc_keeps_what_was_there)
{
	char *memory = xrealloc(NULL, 4);

	memcpy(memory, "abc", 4);
	memory = xrealloc(memory, 100000);
	cr_expect_str_eq(memory, "abc");
	free(memory);
}

Test(xalloc, strdup_makes_another_string)
{
	char text[] = "text";
	char *copy = xstrdup(text);
	char *nothing = xstrdup("");

	text[0] = 'n';
	cr_expect_str_eq(copy, "text");
	cr_expect_str_eq(nothing, "");
	free(copy);
	free(nothing);
}

Test(xalloc, memdup_copies_bytes_and_ends_them_with_a_nul)
{
	static const char bytes[] = { 'a', '\0', 'b' };
	char *copy = xmemdup(bytes, sizeof(bytes));
	char *nothing = xmemdup(NULL, 0);

	cr_expect_eq(memcmp(copy, "a\0b", 4), 0);
	cr_expect_str_eq(nothing, "");
	free(copy);
	free(nothing);
}

Test(xalloc, grow_makes_room_and_keeps_the_items)
{
	uint64_t *items = NULL;
	size_t capacity = 0;

	for (size_t count = 0; count < 5000; count++) {
		items = xgrow(items, &capacity, count + 1, sizeof(*items));
		cr_assert_gt(capacity, count);
		items[count] = count * count;
	}
	for (size_t i = 0; i < 5000; i++)
		cr_expect_eq(items[i], i * i, "item %zu", i);
	free(items);
}

Test(xalloc, grow_leaves_an_array_alone_that_has_room)
{
	size_t capacity = 0;
	int *items = xgrow(NULL, &capacity, 10, sizeof(*items));
	size_t room = capacity;

	cr_expect_eq(xgrow(items, &capacity, 10, sizeof(*items)), items);
	cr_expect_eq(xgrow(items, &capacity, 0, sizeof(*items)), items);
	cr_expect_eq(xgrow(items, &capacity, room, sizeof(*items)), items);
	cr_expect_eq(capacity, room);
	free(items);
}

/* Else adding item by item would take a time that grows with the square. */
Test(xalloc, grow_moves_the_items_seldom)
{
	char *items = NULL;
	size_t capacity = 0;
	size_t moves = 0;

	for (size_t count = 1; count <= 100000; count++) {
		size_t before = capacity;

		items = xgrow(items, &capacity, count, 1);
		moves += capacity != before;
	}
	cr_expect_leq(moves, 40, "%zu moves", moves);
	free(items);
}

static void grow_beyond_all_memory(void)
{
	size_t capacity = 0;

	free(xgrow(NULL, &capacity, SIZE_MAX / 4, 16));
}

Test(xalloc, grow_beyond_what_a_size_can_count_ends_the_program)
{
	char printed[200];

	cr_expect_eq(child_run(grow_beyond_all_memory, printed,
			       sizeof(printed)),
		     2);
	cr_expect_str_eq(printed, "httree: out of memory\n");
}

#ifndef SANITIZED

/*
 * More than any object can have: half of it may be there where pointers have 32
 * bits.  It is volatile so that no compiler sees it coming and warns.
 */
static volatile size_t too_much = SIZE_MAX - 4096;

static void ask_malloc_for_too_much(void)
{
	free(xmalloc(too_much));
}

static void ask_calloc_for_too_much(void)
{
	free(xcalloc(too_much, 16));
}

static void ask_realloc_for_too_much(void)
{
	free(xrealloc(xmalloc(8), too_much));
}

Test(xalloc, no_memory_left_ends_the_program)
{
	static void (*const asks[])(void) = { ask_malloc_for_too_much,
					      ask_calloc_for_too_much,
					      ask_realloc_for_too_much };
	char printed[200];

	for (size_t i = 0; i < sizeof(asks) / sizeof(*asks); i++) {
		cr_expect_eq(child_run(asks[i], printed, sizeof(printed)), 2,
			     "row %zu", i);
		cr_expect_str_eq(printed, "httree: out of memory\n", "row %zu",
				 i);
	}
}

#endif

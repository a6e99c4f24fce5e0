#include "base/bytes.h"

#include <criterion/criterion.h>

enum { NOWHERE = -1 };

static int place(const char *bytes, const char *found)
{
	return found == NULL ? NOWHERE : (int)(found - bytes);
}

/* The library's and ours, which stand in for each other. */
static void expect_find(const char *bytes, const char *what, int wanted)
{
	size_t length = strlen(bytes), what_length = strlen(what);

	cr_expect_eq(place(bytes, bytes_find(bytes, length, what, what_length)),
		     wanted, "'%s' in '%s'", what, bytes);
	cr_expect_eq(place(bytes,
			   bytes_find_own(bytes, length, what, what_length)),
		     wanted, "'%s' in '%s', by our own", what, bytes);
}

static void expect_last(const char *bytes, size_t length, char what, int wanted)
{
	cr_expect_eq(place(bytes, bytes_last(bytes, length, what)), wanted,
		     "'%c' in '%.*s'", what, (int)length, bytes);
	cr_expect_eq(place(bytes, bytes_last_own(bytes, length, what)), wanted,
		     "'%c' in '%.*s', by our own", what, (int)length, bytes);
}

Test(bytes, the_first_of_several_places_is_found)
{
	expect_find("a status, a state", "stat", 2);
	expect_find("stat", "stat", 0);
	expect_find("the end", "end", 4);
	expect_find("aaab", "aab", 1);
	expect_find("anything", "", 0);
	expect_find("", "", 0);
}

Test(bytes, what_is_not_there_is_not_found)
{
	expect_find("stat", "state", NOWHERE);
	expect_find("a status", "stall", NOWHERE);
	expect_find("sta", "at", NOWHERE);
	expect_find("", "a", NOWHERE);
}

Test(bytes, nothing_behind_the_end_is_looked_at)
{
	cr_expect_null(bytes_find("status", 4, "tu", 2));
	cr_expect_null(bytes_find_own("status", 4, "tu", 2));
	expect_last("a\"b\"", 3, '"', 1);
}

Test(bytes, a_zero_byte_is_a_byte)
{
	const char bytes[] = "a\0b\0c";

	cr_expect_eq(bytes_find(bytes, 5, "\0c", 2), bytes + 3);
	cr_expect_eq(bytes_find_own(bytes, 5, "\0c", 2), bytes + 3);
	expect_last(bytes, 5, '\0', 3);
}

Test(bytes, the_last_of_several_places_is_found)
{
	expect_last("\"a\" \"b\"", 7, '"', 6);
	expect_last("\"a\" \"b\"", 6, '"', 4);
	expect_last("\"", 1, '"', 0);
	expect_last("none", 4, '"', NOWHERE);
	expect_last("", 0, '"', NOWHERE);
}

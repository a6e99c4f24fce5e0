#include "base/distance.h"

#include <criterion/criterion.h>
#include <string.h>

#define COUNT(array) (sizeof(array) / sizeof(*(array)))

static size_t between(const char *a, const char *b, size_t limit)
{
	return distance(a, strlen(a), b, strlen(b), limit);
}

Test(distance, counts_the_changes_between_two_spellings)
{
	static const struct {
		const char *a;
		const char *b;
		size_t far;
	} rows[] = {
		{ "", "", 0 },
		{ "a", "a", 0 },
		{ "gateway", "gateway", 0 },
		/* insert, remove, replace, swap */
		{ "", "a", 1 },
		{ "gatewa", "gateway", 1 },
		{ "xgateway", "gateway", 1 },
		{ "gatewaay", "gateway", 1 },
		{ "gateqay", "gateway", 1 },
		{ "gatewya", "gateway", 1 },
		{ "agteway", "gateway", 1 },
		{ "ab", "ba", 1 },
		/* several */
		{ "agtewya", "gateway", 2 },
		{ "abcd", "badc", 2 },
		{ "acb", "abcd", 2 },
		{ "kitten", "sitting", 3 },
		{ "flaw", "lawn", 2 },
		{ "abc", "", 3 },
		{ "abc", "xyz", 3 },
		/* What was swapped is not changed again (3, not 2). */
		{ "ca", "abc", 3 },
		/* The neighbours must be swapped, not letters far apart. */
		{ "abc", "cba", 2 },
	};

	for (size_t i = 0; i < COUNT(rows); i++) {
		cr_expect_eq(between(rows[i].a, rows[i].b, 9), rows[i].far,
			     "%s, %s: %zu", rows[i].a, rows[i].b,
			     between(rows[i].a, rows[i].b, 9));
		cr_expect_eq(between(rows[i].b, rows[i].a, 9), rows[i].far,
			     "%s, %s", rows[i].b, rows[i].a);
	}
}

Test(distance, counts_characters_and_not_bytes)
{
	cr_expect_eq(between("\u00e9t\u00e9", "\u00e9t\u00e9", 2), 0);
	cr_expect_eq(between("\u00e9t\u00e9", "ete", 9), 2);
	cr_expect_eq(between("\u65e5\u672c", "\u672c\u65e5", 9), 1);
	cr_expect_eq(between("\u65e5", "", 9), 1);
	cr_expect_eq(between("\U0001F600", "x", 9), 1);
}

Test(distance, is_one_more_than_the_limit_when_it_is_larger)
{
	cr_expect_eq(between("kitten", "sitting", 3), 3);
	cr_expect_eq(between("kitten", "sitting", 2), 3);
	cr_expect_eq(between("kitten", "sitting", 1), 2);
	cr_expect_eq(between("kitten", "sitting", 0), 1);
	cr_expect_eq(between("same", "same", 0), 0);
	cr_expect_eq(between("a", "abcdefgh", 2), 3);
	cr_expect_eq(between("abcdefgh", "", 2), 3);
	cr_expect_eq(between("abcdefgh", "stuvwxyz", 2), 3);
	/* Far only at the very end. */
	cr_expect_eq(between("abcd", "cdab", 2), 3);
	/* A swap at the end is found although the row before it is worse. */
	cr_expect_eq(between("xyab", "xyba", 1), 1);
}

Test(distance, of_a_text_longer_than_63_characters_is_beyond_any_limit)
{
	char shorter[64], longer[65];

	memset(shorter, 'a', sizeof(shorter));
	memset(longer, 'a', sizeof(longer));

	cr_expect_eq(distance(shorter, 63, shorter, 63, 2), 0);
	cr_expect_eq(distance(shorter, 63, shorter, 62, 2), 1);
	cr_expect_eq(distance(longer, 64, longer, 64, 2), 3);
	cr_expect_eq(distance(longer, 64, shorter, 63, 2), 3);
	cr_expect_eq(distance(shorter, 63, longer, 65, 5), 6);
}

Test(distance, of_63_characters_is_counted_whatever_their_bytes)
{
	char text[63 * 3];

	for (size_t i = 0; i < 63; i++)
		memcpy(text + 3 * i, "\u65e5", 3);

	cr_expect_eq(distance(text, sizeof(text), text, sizeof(text), 1), 0);
	cr_expect_eq(distance(text, sizeof(text), text, sizeof(text) - 3, 1),
		     1);
}

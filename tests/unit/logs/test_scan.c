#include "logs/scan.h"

#include <criterion/criterion.h>
#include <string.h>

#include "logs/json_keys.h"
#include "support/edge.h"

static struct slice slice_of(const char *text)
{
	size_t length = strlen(text);

	return (struct slice){ edge_copy(text, length), length };
}

Test(scan, a_value_is_digits_up_to_a_most)
{
	static const struct {
		const char *text;
		int most, value; /* -1 for none */
	} rows[] = {
		{ "0", 99, 0 },		  { "7", 99, 7 },
		{ "007", 99, 7 },	  { "99", 99, 99 },
		{ "100", 99, -1 },	  { "99999", 99999, 99999 },
		{ "100000", 99999, -1 },  { "100001", 99999, -1 },
		{ "100009", 99999, -1 },  { "999", 1000, 999 },
		{ "1000", 1000, 1000 },	  { "1001", 1000, -1 },
		{ "1009", 1000, -1 },	  { "1010", 1000, -1 },
		{ "99999999999", 999, -1 }, { "", 99, -1 },
		{ "-1", 99, -1 },	  { "4a", 99, -1 },
	};

	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		int value;
		bool found = slice_value(slice_of(rows[i].text), rows[i].most,
					 &value);

		cr_expect_eq(found ? value : -1, rows[i].value, "%s of %d",
			     rows[i].text, rows[i].most);
	}
}

/* Each byte that a text can have, at each place of texts around a word. */
Test(scan, first_of_a_byte)
{
	enum { LONGEST = 40 };
	char text[LONGEST + 1];

	for (size_t length = 0; length <= LONGEST; length++) {
		for (size_t at = 0; at <= length; at++) {
			/* One above, which a carry from below would mark. */
			memset(text, '"' + 1, sizeof(text));
			memset(text, '!', at);
			text[length] = '"';
			text[at] = '"';
			cr_assert_eq(scan_to(text, text + length, '"') - text,
				     (ptrdiff_t)at, "%zu of %zu", at, length);
		}
	}
}

Test(scan, first_of_a_high_byte)
{
	const char text[] = "\x7f\xfe\x01\xff\xff";

	cr_assert_eq(scan_to(text, text + 5, '\xff') - text, 3);
	cr_assert_eq(scan_to(text, text + 3, '\xff') - text, 3);
	cr_assert_eq(scan_to(text, text, '\x7f') - text, 0);
}

Test(scan, each_key_is_found_in_its_scope)
{
	struct json_key_index index;
	const struct json_key *key;

	json_key_index_init(&index);
	for (size_t i = 0; (key = json_key_at(i)) != NULL; i++) {
		struct slice text = { key->text, key->length };

		cr_assert_eq(json_key_find(&index, key->scope, text), key);
		cr_assert_null(json_key_find(&index, SCOPES, text));
		text.length--;
		cr_assert_neq(json_key_find(&index, key->scope, text), key);
	}
	cr_assert_null(
		json_key_find(&index, SCOPE_LINE, (struct slice){ "", 0 }));
}

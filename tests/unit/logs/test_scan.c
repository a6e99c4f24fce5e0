#include "logs/scan.h"

#include <criterion/criterion.h>
#include <string.h>

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

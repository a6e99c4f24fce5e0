#include "base/grouped.h"

#include <criterion/criterion.h>

Test(grouped, parts_thousands)
{
	char text[GROUPED_ROOM];

	cr_expect_str_eq(grouped(0, text), "0");
	cr_expect_str_eq(grouped(999, text), "999");
	cr_expect_str_eq(grouped(1000, text), "1,000");
	cr_expect_str_eq(grouped(1234567, text), "1,234,567");
	cr_expect_str_eq(grouped(UINT64_MAX, text),
			 "18,446,744,073,709,551,615");
}

#include "cli/pager.h"

#include <criterion/criterion.h>
#include <locale.h>
#include <string.h>

static void expect_rows(const char *text, int columns, size_t rows)
{
	size_t found = pager_rows(text, strlen(text), columns);

	cr_expect_eq(found, rows, "'%s' at %d: %zu instead of %zu", text,
		     columns, found, rows);
}

Test(pager, each_line_has_a_row)
{
	expect_rows("", 10, 0);
	expect_rows("one", 10, 1);
	expect_rows("one\n", 10, 1);
	expect_rows("\n\n", 10, 2);
	expect_rows("one\ntwo\nthree", 10, 3);
}

Test(pager, a_long_line_has_more_than_one)
{
	expect_rows("0123456789\n", 10, 1);
	expect_rows("0123456789a\n", 10, 2);
	expect_rows("01234567890123456789\n", 10, 2);
	expect_rows("0123\n", 1, 4);
}

Test(pager, columns_are_counted_not_bytes)
{
	setlocale(LC_ALL, "C.UTF-8");
	expect_rows("ééééé\n", 5, 1);
	expect_rows("用盡用\n", 5, 2);
}

Test(pager, control_sequences_have_no_columns)
{
	expect_rows("\033[1m01234\033[0m\n", 5, 1);
	expect_rows("\033[38;5;120m01234\033[0m5\n", 5, 2);
	expect_rows("\033]8;;https://a.example/\033\\01234\033]8;;\033\\\n", 5,
		    1);
	expect_rows("\033", 5, 1);
	expect_rows("\033[", 5, 1);
	expect_rows("\033]8;;", 5, 1);
	expect_rows("\033]8;;\033", 5, 1);
}

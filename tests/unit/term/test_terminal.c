#include "term/terminal.h"

#include <criterion/criterion.h>
#include <fcntl.h>
#include <stdlib.h>

/* What is no terminal has no size of its own. */
static bool claims(const char *lines, const char *columns, int *rows, int *cols,
		   bool *cut)
{
	int null = open("/dev/null", O_RDONLY);

	unsetenv("LINES");
	unsetenv("COLUMNS");
	if (lines != NULL)
		setenv("LINES", lines, 1);
	if (columns != NULL)
		setenv("COLUMNS", columns, 1);
	return terminal_size(null, rows, cols, cut);
}

Test(terminal, the_environment_tells_a_size_where_nothing_else_does)
{
	int rows, cols;
	bool cut;

	cr_assert(claims("30", "90", &rows, &cols, &cut));
	cr_expect_eq(rows, 30);
	cr_expect_eq(cols, 90);
	cr_expect_not(cut);
}

Test(terminal, a_size_has_rows_and_columns)
{
	static const char *const nothing[] = { NULL, "", "0", "-5", "many" };
	int rows, cols;
	bool cut;

	for (size_t i = 0; i < sizeof(nothing) / sizeof(*nothing); i++) {
		cr_expect_not(claims("30", nothing[i], &rows, &cols, &cut),
			      "row %zu", i);
		cr_expect_not(claims(nothing[i], "90", &rows, &cols, &cut),
			      "row %zu", i);
	}
}

Test(terminal, a_size_that_is_too_large_is_cut)
{
	int rows, cols;
	bool cut;

	cr_assert(claims("99999999999999", "90", &rows, &cols, &cut));
	cr_expect_eq(rows, TERMINAL_ROWS);
	cr_expect_eq(cols, 90);
	cr_expect(cut);
	cr_assert(claims("30", "1001", &rows, &cols, &cut));
	cr_expect_eq(cols, TERMINAL_COLS);
	cr_expect(cut);
	cr_assert(claims("500", "1000", &rows, &cols, &cut));
	cr_expect_not(cut);
}

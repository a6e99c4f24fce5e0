#include "page/table.h"

#include "unit/page/lines.h"

TestSuite(table, .init = use_utf8);

/* Lay lines out, parted by newlines, and compare the page. */
static void expect_table(int width, const char *lines, const char *wanted)
{
	struct page_options options = { .width = width };
	struct composer composer;
	struct table table;
	struct page page;

	page_init(&page);
	table_init(&table);
	compose_start(&composer, &page, &options);
	while (*lines != '\0') {
		size_t length = strcspn(lines, "\n");

		table_add(&table, lines, length);
		lines += length + (lines[length] == '\n');
	}
	table_flush(&table, &composer, 2);
	cr_expect_eq(table.count, 0);
	compose_end(&composer);
	expect_page(&page, wanted);
	table_clear(&table);
	page_clear(&page);
}

static const char two_columns[] = "Failure               Code\n"
				  "the program broke     500\n"
				  "overload or no worker 503\n";

static const char codes[] = "Failure                Code\n"
			    "the program broke      500\n"
			    "overload or no worker  503 + Retry-After\n";

Test(table, lines_that_fit_are_left_as_they_are)
{
	expect_table(44, codes,
		     "  Failure                Code\n"
		     "  the program broke      500\n"
		     "  overload or no worker  503 + Retry-After\n");
}

Test(table, columns_wrap_between_words_on_a_narrower_page)
{
	expect_table(34, codes,
		     "  Failure            Code\n"
		     "  the program broke  500\n"
		     "  overload or no     503 +\n"
		     "    worker           Retry-After\n");
}

Test(table, where_words_do_not_fit_side_by_side_columns_are_stacked)
{
	expect_table(22, codes,
		     "  Failure\n"
		     "    Code\n"
		     "  the program broke\n"
		     "    500\n"
		     "  overload or no\n"
		     "    worker\n"
		     "    503 + Retry-After\n");
}

Test(table, a_line_without_a_first_column_goes_on_with_the_row_above)
{
	expect_table(24,
		     "GET   200, or 206 for a\n"
		     "      range; 304 if unchanged\n"
		     "PUT   201\n",
		     "  GET  200, or 206 for a\n"
		     "       range; 304 if\n"
		     "       unchanged\n"
		     "  PUT  201\n");
}

Test(table, a_first_line_may_lack_its_first_column)
{
	expect_table(32,
		     "                   may change   stays\n"
		     "moved for good     301          308\n"
		     "elsewhere for now  302          307\n",
		     "               may change  stays\n"
		     "  moved for    301         308\n"
		     "    good\n"
		     "  elsewhere    302         307\n"
		     "    for now\n");
}

Test(table, one_blank_parts_no_columns)
{
	expect_table(24, two_columns,
		     "  Failure              …\n"
		     "  the program broke    …\n"
		     "  overload or no worker…\n");
}

Test(table, a_single_line_is_no_table)
{
	expect_table(20, "two words   and more of them",
		     "  two words   and m…\n");
}

Test(table, lines_that_share_no_columns_are_code)
{
	expect_table(24,
		     "<handlers>\n"
		     "  <remove name=\"WebDAV\"\n"
		     "          other=\"value\" />\n"
		     "</handlers>\n",
		     "  <handlers>\n"
		     "    <remove name=\"WebDA…\n"
		     "            other=\"valu…\n"
		     "  </handlers>\n");
}

Test(table, columns_are_those_of_the_terminal)
{
	expect_table(16,
		     "一二三    one two three\n"
		     "é         four\n",
		     "  一二三  one\n"
		     "          two\n"
		     "          three\n"
		     "  é       four\n");
}

Test(table, what_has_more_columns_than_are_laid_out_is_left_alone)
{
	expect_table(20,
		     "a  b  c  d  e  f  g  h  i\n"
		     "1  2  3  4  5  6  7  8  9\n",
		     "  a  b  c  d  e  f …\n"
		     "  1  2  3  4  5  6 …\n");
}

Test(table, lines_beyond_all_measure_are_left_alone)
{
	char line[202];

	memset(line, 'x', sizeof(line));
	line[3] = line[4] = ' ';
	line[200] = '\n';
	line[201] = '\0';
	expect_table(12, line, "  xxx  xxxx…\n");
}

Test(table, nothing_is_written_of_no_lines)
{
	expect_table(20, "", "");
}

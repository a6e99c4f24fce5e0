#include "page/verbatim.h"

#include "unit/page/sheet.h"

TestSuite(verbatim, .init = use_utf8);

static void add_verbatim(struct sheet *sheet, const char *text, int indent)
{
	add(sheet, text);
	verbatim_flush(&sheet->composer, indent);
}

Test(verbatim, a_wide_line_keeps_its_blanks_and_is_cut_with_a_sign)
{
	struct sheet sheet;

	start(&sheet, 14);
	add_verbatim(&sheet, "  a   b   c  d e", 2);
	add_verbatim(&sheet, "just as wide", 2);
	add_verbatim(&sheet, "", 2);
	sheet.options.ascii = true;
	add_verbatim(&sheet, "  a   b   c  d e", 2);
	expect_page(&sheet.page, "    a   b   c…\n"
				 "  just as wide\n"
				 "  \n"
				 "    a   b   c~\n");
	end(&sheet);
}

Test(verbatim, a_wide_line_is_folded_where_no_page_is_wider)
{
	struct sheet sheet;

	start(&sheet, 14);
	sheet.options.wide = PAGE_FOLDED;
	add_verbatim(&sheet, "  one two, three four", 2);
	add_verbatim(&sheet, "one_two_three_four", 2);
	expect_page(&sheet.page, "    one two,\n"
				 "    three four\n"
				 "  one_two_thre\n"
				 "    e_four\n");
	end(&sheet);
}

Test(verbatim, what_is_printed_is_folded_and_its_addresses_are_left_whole)
{
	struct sheet sheet;

	start(&sheet, 14);
	sheet.options.wide = PAGE_PRINTED;
	add_verbatim(&sheet, "Link: <https://a.example/b>; rel=c", 2);
	add_verbatim(&sheet, "one_two_three_four", 2);
	expect_page(&sheet.page, "  Link:\n"
				 "    <https://a.example/b>;\n"
				 "    rel=c\n"
				 "  one_two_thre\n"
				 "    e_four\n");
	end(&sheet);
}

Test(verbatim, a_page_of_one_column_has_a_sign_for_all)
{
	struct sheet sheet;

	start(&sheet, 1);
	add_verbatim(&sheet, "ab", 2);
	add_verbatim(&sheet, "a", 2);
	expect_page(&sheet.page, "…\na\n");
	end(&sheet);
}

Test(verbatim, a_wide_sign_is_never_split)
{
	struct sheet sheet;

	start(&sheet, 8);
	add_verbatim(&sheet, "一二三四五", 0);
	sheet.options.wide = PAGE_FOLDED;
	add_verbatim(&sheet, "一二三四五", 0);
	expect_page(&sheet.page, "一二三…\n一二三四\n五\n");
	end(&sheet);
}

Test(verbatim, matches_that_are_cut_off_are_marked_on_the_sign)
{
	struct sheet sheet;

	start_search(&sheet, 14, "quota", "429");
	add_found(&sheet, "quota, the quota, the quota");
	verbatim_flush(&sheet.composer, 0);
	expect_page(&sheet.page, "quota, the qu…\n");
	cr_assert_eq(sheet.page.match_count, 3);
	cr_expect_eq(find_span(&sheet.page, "qu")->match, 2);
	cr_expect_eq(find_span(&sheet.page, "…")->match, 2);
	cr_expect_eq(find_span(&sheet.page, "")->match, 3);
	cr_expect_eq(sheet.page.matches[2], 0);
	end(&sheet);
}

#include "page/compose.h"

#include "unit/page/sheet.h"

TestSuite(compose, .init = use_utf8);

Test(compose, a_page_begins_empty)
{
	struct sheet sheet;

	start(&sheet, 40);
	cr_expect_eq(sheet.page.count, 0);
	cr_expect_eq(sheet.page.match_count, 0);
	cr_expect_eq(sheet.page.link_count, 0);
	end(&sheet);
}

Test(compose, the_first_line_and_the_others_have_their_own_indent)
{
	struct sheet sheet;

	start(&sheet, 20);
	add(&sheet, "- one two three four five six");
	compose_flush(&sheet.composer, 2, 4);
	expect_page(&sheet.page, "  - one two three\n"
				 "    four five six\n");
	end(&sheet);
}

Test(compose, an_indent_that_leaves_no_room_is_given_up)
{
	struct sheet sheet;

	start(&sheet, 11);
	add(&sheet, "one two three");
	compose_flush(&sheet.composer, 2, 4);
	expect_page(&sheet.page, "  one two\nthree\n");
	end(&sheet);
}

Test(compose, pieces_make_one_paragraph_and_keep_their_roles)
{
	struct sheet sheet;
	const struct page_span *span;

	start(&sheet, 40);
	compose_add(&sheet.composer, ROLE_CODE, "Retry-After");
	compose_addf(&sheet.composer, ROLE_TEXT, " (%s): %d", "MAY", 30);
	compose_add(&sheet.composer, ROLE_NOTE, "");
	compose_flush(&sheet.composer, 0, 0);
	expect_page(&sheet.page, "Retry-After (MAY): 30\n");
	cr_assert_eq(sheet.page.lines[0].count, 2);
	span = find_span(&sheet.page, "Retry-After");
	cr_assert_not_null(span);
	cr_expect_eq(span->role, ROLE_CODE);
	span = find_span(&sheet.page, " (MAY): 30");
	cr_assert_not_null(span);
	cr_expect_eq(span->role, ROLE_TEXT);
	end(&sheet);
}

Test(compose, pieces_that_look_alike_are_one)
{
	struct sheet sheet;

	start(&sheet, 40);
	compose_add(&sheet.composer, ROLE_TEXT, "one ");
	compose_add(&sheet.composer, ROLE_TEXT, "two ");
	compose_add(&sheet.composer, ROLE_NOTE, "three ");
	compose_add_match(&sheet.composer, ROLE_NOTE, "four ", true);
	compose_add_match(&sheet.composer, ROLE_NOTE, "five", true);
	compose_flush(&sheet.composer, 0, 0);
	expect_page(&sheet.page, "one two three four five\n");
	cr_expect_eq(sheet.page.lines[0].count, 4);
	cr_expect_eq(sheet.page.match_count, 2);
	cr_expect_not_null(find_span(&sheet.page, "one two "));
	end(&sheet);
}

Test(compose, a_piece_that_is_wrapped_keeps_its_role_on_both_lines)
{
	struct sheet sheet;

	start(&sheet, 10);
	add(&sheet, "so ");
	compose_add(&sheet.composer, ROLE_HEADING, "many bold words");
	compose_flush(&sheet.composer, 0, 0);
	expect_page(&sheet.page, "so many\nbold words\n");
	cr_expect_eq(find_span(&sheet.page, "many")->role, ROLE_HEADING);
	cr_expect_eq(find_span(&sheet.page, "bold words")->role, ROLE_HEADING);
	end(&sheet);
}

Test(compose, what_is_flushed_is_not_there_again)
{
	struct sheet sheet;

	start(&sheet, 40);
	add(&sheet, "one");
	compose_flush(&sheet.composer, 0, 0);
	add(&sheet, "two");
	compose_flush(&sheet.composer, 0, 0);
	compose_flush(&sheet.composer, 0, 0);
	expect_page(&sheet.page, "one\ntwo\n");
	end(&sheet);
}

Test(compose, a_gap_is_one_empty_line_between_two_others)
{
	struct sheet sheet;

	start(&sheet, 40);
	compose_gap(&sheet.composer);
	add(&sheet, "one");
	compose_flush(&sheet.composer, 0, 0);
	compose_gap(&sheet.composer);
	compose_gap(&sheet.composer);
	add(&sheet, "two");
	compose_flush(&sheet.composer, 0, 0);
	compose_gap(&sheet.composer);
	expect_page(&sheet.page, "one\n\ntwo\n");
	end(&sheet);
}

Test(compose, facts_are_aligned_behind_their_labels)
{
	struct sheet sheet;

	start(&sheet, 32);
	add(&sheet, "no, not in any way at all");
	compose_flush_fact(&sheet.composer, 0, "Cacheable");
	add(&sheet, "one");
	compose_flush_fact(&sheet.composer, 2, "Documents");
	add(&sheet, "two");
	compose_flush_fact(&sheet.composer, 2, NULL);
	expect_page(&sheet.page, "Cacheable  no, not in any way at\n"
				 "           all\n"
				 "  Documents  one\n"
				 "             two\n");
	cr_expect_eq(find_span(&sheet.page, "Cacheable")->role, ROLE_LABEL);
	end(&sheet);
}

Test(compose, on_a_narrow_page_a_label_has_its_own_line)
{
	struct sheet sheet;

	start(&sheet, 20);
	add(&sheet, "no, not in any way at all");
	compose_flush_fact(&sheet.composer, 0, "Cacheable");
	expect_page(&sheet.page, "Cacheable\n"
				 "  no, not in any way\n"
				 "  at all\n");
	end(&sheet);
}

Test(compose, a_label_stands_beside_its_fact_from_a_width_on)
{
	for (int width = 26; width <= 28; width++) {
		struct sheet sheet;

		start(&sheet, width);
		add(&sheet, "no");
		compose_flush_fact(&sheet.composer, 0, "Cacheable");
		expect_page(&sheet.page, width < 27 ? "Cacheable\n  no\n" :
						      "Cacheable  no\n");
		end(&sheet);
	}
}

Test(compose, an_address_is_never_torn_on_a_page_that_is_printed)
{
	struct sheet sheet;

	start(&sheet, 14);
	sheet.options.wide = PAGE_PRINTED;
	add(&sheet, "see https://a.example/a/long/path, or so");
	compose_flush(&sheet.composer, 2, 2);
	compose_add_url(&sheet.composer, "https://a.example/another");
	compose_flush(&sheet.composer, 2, 2);
	expect_page(&sheet.page, "  see\n"
				 "  https://a.example/a/long/path,\n"
				 "  or so\n"
				 "  https://a.example/another\n");
	cr_expect_str_eq(
		find_span(&sheet.page, "https://a.example/another")->url,
		"https://a.example/another");
	end(&sheet);
}

Test(compose, cells_are_wrapped_side_by_side)
{
	static const struct column columns[] = {
		{ .left = 2, .width = 9, .hang = 2 },
		{ .left = 13, .width = 10 },
	};
	struct sheet sheet;

	start(&sheet, 24);
	add(&sheet, "one two three");
	compose_cell(&sheet.composer);
	add(&sheet, "four five six seven eight nine");
	compose_flush_cells(&sheet.composer, columns);
	add(&sheet, "ten");
	compose_cell(&sheet.composer);
	compose_flush_cells(&sheet.composer, columns);
	add(&sheet, "ab");
	compose_flush(&sheet.composer, 0, 0);
	expect_page(&sheet.page, "  one two    four five\n"
				 "    three    six seven\n"
				 "             eight nine\n"
				 "  ten\n"
				 "ab\n");
	end(&sheet);
}

Test(compose, matches_side_by_side_are_counted_in_the_order_of_reading)
{
	static const struct column columns[] = {
		{ .left = 0, .width = 6 },
		{ .left = 8, .width = 10 },
	};
	struct sheet sheet;

	start_search(&sheet, 24, "quota", "429");
	add_found(&sheet, "of the quota");
	compose_cell(&sheet.composer);
	add_found(&sheet, "quota");
	compose_flush_cells(&sheet.composer, columns);
	expect_page(&sheet.page, "of the  quota\nquota\n");
	cr_assert_eq(sheet.page.match_count, 2);
	cr_expect_eq(sheet.page.matches[0], 0);
	cr_expect_eq(sheet.page.matches[1], 1);
	cr_expect_eq(find_span(&sheet.page, "quota")->match, 1);
	end(&sheet);
}

Test(compose, a_part_of_a_text_is_marked_where_a_match_begins)
{
	static const char text[] =
		"It is too many. Requests, too many requests";
	struct sheet sheet;

	start_search(&sheet, 60, "too many requests", "429");
	compose_add_part(&sheet.composer, ROLE_TEXT, text, strlen(text), 0, 15);
	compose_flush(&sheet.composer, 0, 0);
	compose_add_part(&sheet.composer, ROLE_TEXT, text, strlen(text), 16,
			 strlen(text));
	compose_flush(&sheet.composer, 0, 0);
	cr_assert_eq(sheet.page.match_count, 2);
	cr_expect_eq(find_span(&sheet.page, "too many.")->match, 1);
	cr_expect_eq(find_span(&sheet.page, "Requests, ")->match, 0);
	cr_expect_eq(find_span(&sheet.page, "too many requests")->match, 2);
	end(&sheet);
}

Test(compose, whether_a_text_would_be_marked_can_be_asked)
{
	struct sheet sheet;

	start_search(&sheet, 40, "quota", "429");
	cr_expect(compose_matches(&sheet.composer, "the quota"));
	cr_expect(!compose_matches(&sheet.composer, "the limit"));
	cr_expect(!compose_matches(&sheet.composer, ""));
	end(&sheet);
	start(&sheet, 40);
	cr_expect(!compose_matches(&sheet.composer, "the quota"));
	end(&sheet);
}

Test(compose, headings_are_known_by_their_lines)
{
	struct sheet sheet;

	start(&sheet, 10);
	for (int i = 0; i < 2; i++) {
		compose_gap(&sheet.composer);
		add(&sheet, "A wide heading");
		compose_flush_heading(&sheet.composer);
	}
	expect_page(&sheet.page, "A wide\nheading\n\nA wide\nheading\n");
	cr_assert_eq(sheet.page.heading_count, 2);
	cr_expect_eq(sheet.page.headings[0], 0);
	cr_expect_eq(sheet.page.headings[1], 3);
	end(&sheet);
}

Test(compose, a_title_has_its_end_at_the_right_edge)
{
	struct sheet sheet;

	start(&sheet, 30);
	compose_add(&sheet.composer, ROLE_TITLE, "404 Not Found");
	compose_flush_title(&sheet.composer, ROLE_NOTE, "iis", ", current");
	expect_page(&sheet.page, "404 Not Found     iis, current\n");
	cr_expect_eq(line_columns(&sheet.page, 0), 30);
	end(&sheet);
}

Test(compose, a_title_that_is_too_long_takes_more_lines)
{
	struct sheet sheet;

	start(&sheet, 20);
	compose_add(&sheet.composer, ROLE_TITLE, "404 Not Found");
	compose_flush_title(&sheet.composer, ROLE_NOTE, NULL,
			    "standard, current");
	expect_page(&sheet.page, "404 Not Found\nstandard, current\n");
	end(&sheet);
}

Test(compose, a_match_is_a_piece_with_a_number_and_a_line)
{
	struct sheet sheet;
	const struct page_span *first, *second;

	start_search(&sheet, 40, "quota", "429");
	add_found(&sheet, "Before.");
	compose_flush(&sheet.composer, 0, 0);
	add_found(&sheet, "The quota, and the Quota again");
	compose_flush(&sheet.composer, 0, 0);
	first = find_span(&sheet.page, "quota");
	second = find_span(&sheet.page, "Quota");
	cr_assert(first != NULL && second != NULL);
	cr_expect_eq(first->match, 1);
	cr_expect_eq(second->match, 2);
	cr_assert_eq(sheet.page.match_count, 2);
	cr_expect_eq(sheet.page.matches[0], 1);
	cr_expect_eq(sheet.page.matches[1], 1);
	end(&sheet);
}

Test(compose, a_match_over_two_lines_is_one_match)
{
	struct sheet sheet;

	start_search(&sheet, 12, "too many requests", "429");
	add_found(&sheet, "There are too many requests.");
	compose_flush(&sheet.composer, 0, 0);
	expect_page(&sheet.page, "There are\ntoo many\nrequests.\n");
	cr_assert_eq(sheet.page.match_count, 1);
	cr_expect_eq(sheet.page.matches[0], 1);
	cr_expect_eq(find_span(&sheet.page, "too many")->match, 1);
	cr_expect_eq(find_span(&sheet.page, "requests")->match, 1);
	end(&sheet);
}

Test(compose, nothing_is_marked_in_words_of_ours)
{
	struct sheet sheet;

	start_search(&sheet, 40, "quota", "429");
	add(&sheet, "quota");
	compose_flush(&sheet.composer, 0, 0);
	cr_expect_eq(sheet.page.match_count, 0);
	end(&sheet);
}

Test(compose, a_text_can_be_one_match_as_a_whole)
{
	struct sheet sheet;

	start(&sheet, 40);
	compose_add_match(&sheet.composer, ROLE_TITLE, "404", true);
	compose_add_match(&sheet.composer, ROLE_TITLE, " Not Found", false);
	compose_flush(&sheet.composer, 0, 0);
	cr_assert_eq(sheet.page.match_count, 1);
	cr_expect_eq(find_span(&sheet.page, "404")->match, 1);
	cr_expect_eq(find_span(&sheet.page, " Not Found")->match, 0);
	end(&sheet);
}

Test(compose, a_link_stands_in_brackets_and_knows_its_line)
{
	struct sheet sheet;
	const struct page_span *span;

	start(&sheet, 40);
	add(&sheet, "One.");
	compose_flush(&sheet.composer, 0, 0);
	compose_add_link(&sheet.composer, small_entry("503"), "503");
	add(&sheet, " Service Unavailable");
	compose_flush(&sheet.composer, 2, 4);
	expect_page(&sheet.page, "One.\n  [503] Service Unavailable\n");
	span = find_span(&sheet.page, "[503]");
	cr_assert_not_null(span);
	cr_expect_eq(span->role, ROLE_LINK);
	cr_expect_eq(span->link, 1);
	cr_assert_eq(sheet.page.link_count, 1);
	cr_expect_eq(sheet.page.links[0].entry, small_entry("503"));
	cr_expect_eq(sheet.page.links[0].line, 1);
	cr_expect_eq(&sheet.page.spans[sheet.page.links[0].span], span);
	end(&sheet);
}

Test(compose, ascii_is_made_before_anything_is_measured)
{
	struct sheet sheet;

	start(&sheet, 12);
	sheet.options.ascii = true;
	add(&sheet, "“épuisé” — so…");
	compose_flush(&sheet.composer, 0, 0);
	expect_page(&sheet.page, "\"epuise\" --\nso...\n");
	end(&sheet);
}

Test(compose, matches_are_marked_in_ascii_too)
{
	struct sheet sheet;

	start_search(&sheet, 40, "épuisé", "acme:598");
	sheet.options.ascii = true;
	add_found(&sheet, "the “épuisé” one");
	compose_flush(&sheet.composer, 0, 0);
	cr_assert_eq(sheet.page.match_count, 1);
	cr_assert_not_null(find_span(&sheet.page, "epuise"));
	cr_expect_eq(find_span(&sheet.page, "epuise")->match, 1);
	end(&sheet);
}

Test(compose, a_page_of_one_column_is_long_and_not_wide)
{
	struct sheet sheet;

	start(&sheet, 0);
	add(&sheet, "ab");
	compose_flush(&sheet.composer, 2, 4);
	add(&sheet, "c");
	compose_flush(&sheet.composer, 2, 2);
	compose_add_link(&sheet.composer, 0, "1");
	compose_flush(&sheet.composer, 0, 0);
	expect_page(&sheet.page, "a\nb\nc\n[\n1\n]\n");
	end(&sheet);
}

#include "paint/paint.h"

#include "unit/paint/canvas.h"

TestSuite(paint_sheet, .init = use_utf8);

Test(paint_sheet, a_line_has_its_keys_and_its_text)
{
	struct canvas canvas;
	int row;

	canvas_start(&canvas, 80, 40, "?");
	row = canvas_find(&canvas, "next, previous row");
	cr_assert_geq(row, 0);
	cr_expect_str_eq(canvas_cells(&canvas, row, 0, 32),
			 "  j k         next, previous row");
	cr_expect_eq(canvas_role(&canvas, row, 2), ROLE_KEY);
	cr_expect_eq(canvas_role(&canvas, row, 14), ROLE_TEXT);
	canvas_clear(&canvas);
}

Test(paint_sheet, groups_have_headings)
{
	struct canvas canvas;

	canvas_start(&canvas, 80, 40, "?");
	cr_expect_str_eq(canvas_cells(&canvas, 0, 0, 13), " In the tree ");
	cr_expect_eq(canvas_role(&canvas, 0, 1), ROLE_HEADING);
	canvas_clear(&canvas);
}

Test(paint_sheet, it_scrolls_and_leaves_the_status_line)
{
	struct canvas canvas;

	canvas_start(&canvas, 60, 10, "? d d d");
	cr_expect_eq(canvas_find(&canvas, "In the tree"), -1);
	cr_expect_not_null(strstr(canvas_row(&canvas, 9), "10-18/"), "%s",
			   canvas_row(&canvas, 9));
	canvas_clear(&canvas);
}

Test(paint_sheet, a_text_that_is_too_long_goes_on_below_itself)
{
	struct canvas canvas;
	int row;

	canvas_start(&canvas, 30, 90, "?");
	row = canvas_find(&canvas, "j k");
	cr_assert_geq(row, 0);
	cr_expect_str_eq(canvas_row(&canvas, row),
			 "  j k         next, previous");
	cr_expect_str_eq(canvas_row(&canvas, row + 1), "              row");
	canvas_clear(&canvas);
}

Test(paint_sheet, on_a_very_narrow_screen_texts_stand_below_their_keys)
{
	struct canvas canvas;
	int row;

	canvas_start(&canvas, 20, 120, "?");
	row = canvas_find(&canvas, "j k");
	cr_assert_geq(row, 0);
	cr_expect_str_eq(canvas_row(&canvas, row), "  j k");
	cr_expect_str_eq(canvas_row(&canvas, row + 1), "    next, previous");
	cr_expect_str_eq(canvas_row(&canvas, row + 2), "    row");
	canvas_clear(&canvas);
}

Test(paint_sheet, no_word_of_it_is_lost_however_narrow_the_screen)
{
	static const char *const words[] = { "previous", "description",
					     "alone",    "warning",
					     "404.7",    "ahead",
					     "status",   "another" };
	struct canvas canvas;

	for (int cols = 20; cols < 80; cols++) {
		canvas_start(&canvas, cols, 200, "?");
		for (size_t i = 0; i < COUNT(words); i++)
			cr_expect_geq(canvas_find(&canvas, words[i]), 0,
				      "%s at %d", words[i], cols);
		canvas_clear(&canvas);
	}
}

Test(paint_sheet, a_text_of_which_the_keys_are_scrolled_away_is_still_there)
{
	struct canvas canvas;
	bool found = false;

	canvas_start(&canvas, 20, 10, "?");
	for (int i = 0; i < 40 && !found; i++) {
		press(&canvas.state, "j");
		canvas_paint(&canvas);
		found = strncmp(canvas_row(&canvas, 0), "    ", 4) == 0;
	}
	cr_expect(found);
	canvas_clear(&canvas);
}

Test(paint_sheet, what_was_searched_for_is_in_the_gutter)
{
	struct canvas canvas;
	int row;

	canvas_start(&canvas, 60, 30, "? / f o l d Enter");
	row = canvas_find(&canvas, "unfold or in");
	cr_assert_geq(row, 0);
	cr_expect_str_eq(canvas_cells(&canvas, row, 0, 1), ">");
	cr_expect_eq(canvas.frame.cursor_row, row);
	row = canvas_find(&canvas, "unfold, fold all");
	cr_expect_str_eq(canvas_cells(&canvas, row, 0, 1), "/");
	row = canvas_find(&canvas, "half a page");
	cr_expect_str_eq(canvas_cells(&canvas, row, 0, 1), " ");
	canvas_clear(&canvas);
}

Test(paint_sheet, every_width_shows_every_heading_on_some_page)
{
	static const char *const headings[] = {
		"In the tree", "In the page", "Find", "Screen and help",
		"Leave", "Signs"
	};
	static const int widths[] = { 40, 79, 80, 119, 120, 200 };
	struct canvas canvas;

	for (size_t w = 0; w < COUNT(widths); w++) {
		for (size_t i = 0; i < COUNT(headings); i++) {
			canvas_start(&canvas, widths[w], 80, "?");
			cr_expect_geq(canvas_find(&canvas, headings[i]), 0,
				      "%s at %d", headings[i], widths[w]);
			canvas_clear(&canvas);
		}
	}
}

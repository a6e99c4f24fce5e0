#include "paint/paint.h"

#include "unit/paint/canvas.h"

TestSuite(paint_help, .init = use_utf8);

Test(paint_help, a_line_has_its_keys_and_its_text)
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

Test(paint_help, groups_have_headings)
{
	struct canvas canvas;

	canvas_start(&canvas, 80, 40, "?");
	cr_expect_str_eq(canvas_cells(&canvas, 0, 0, 13), " In the tree ");
	cr_expect_eq(canvas_role(&canvas, 0, 1), ROLE_HEADING);
	canvas_clear(&canvas);
}

Test(paint_help, it_scrolls_and_leaves_the_status_line)
{
	struct canvas canvas;

	canvas_start(&canvas, 60, 10, "? j j");
	cr_expect_eq(canvas_find(&canvas, "In the tree"), -1);
	cr_expect_not_null(strstr(canvas_row(&canvas, 9), "3-11/"), "%s",
			   canvas_row(&canvas, 9));
	canvas_clear(&canvas);
}

Test(paint_help, what_was_searched_for_is_in_the_gutter)
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

Test(paint_help, every_width_shows_every_heading_on_some_page)
{
	static const char *const headings[] = { "In the tree", "Read", "Find",
						"Keep", "Leave", "Signs" };
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

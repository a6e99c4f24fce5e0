#include "paint/paint.h"

#include "unit/paint/canvas.h"

TestSuite(paint_detail, .init = use_utf8);

enum { GUTTER = 33, TEXT = 34 }; /* at 80 columns */

/* A search that has matches in title and text, the first one current. */
static void start_search(struct canvas *canvas, const char *more)
{
	canvas_init(canvas, 80, 24, false);
	press(&canvas->state, "/");
	press_text(&canvas->state, "requests");
	press(&canvas->state, "Enter");
	press(&canvas->state, more);
	canvas_paint(canvas);
}

Test(paint_detail, the_page_stands_right_of_its_gutter)
{
	struct canvas canvas;

	canvas_start(&canvas, 80, 24, "4 0 4");
	cr_expect_str_eq(canvas_cells(&canvas, 0, GUTTER, TEXT), " ");
	cr_expect_str_eq(canvas_cells(&canvas, 0, TEXT, TEXT + 13),
			 "404 Not Found");
	cr_expect_eq(canvas_role(&canvas, 0, TEXT), ROLE_TITLE);
	canvas_clear(&canvas);
}

Test(paint_detail, it_is_scrolled_by_lines)
{
	struct canvas canvas;

	canvas_start(&canvas, 80, 24, "4 2 9 Enter j j j j");
	cr_expect_str_eq(canvas_cells(&canvas, 0, TEXT, TEXT + 10),
			 "Retry     ");
	cr_expect_eq(canvas_role(&canvas, 0, TEXT), ROLE_LABEL);
	canvas_clear(&canvas);
}

Test(paint_detail, the_current_match_has_its_sign_and_mark)
{
	struct canvas canvas;

	start_search(&canvas, "");
	cr_expect_str_eq(canvas_cells(&canvas, 0, GUTTER, TEXT), ">");
	cr_expect_eq(canvas_mark(&canvas, 0, TEXT + 13), MARK_CURRENT);
	cr_expect_eq(canvas_mark(&canvas, 0, TEXT + 12), MARK_NONE);
	cr_expect_eq(canvas_mark(&canvas, 0, TEXT + 20), MARK_CURRENT);
	canvas_clear(&canvas);
}

Test(paint_detail, other_matches_have_theirs)
{
	struct canvas canvas;

	start_search(&canvas, "");
	cr_expect_str_eq(canvas_cells(&canvas, 1, GUTTER, TEXT), "/");
	cr_expect_eq(canvas_mark(&canvas, 1, TEXT + 26), MARK_MATCH);
	cr_expect_str_eq(canvas_cells(&canvas, 2, GUTTER, TEXT), " ");
	canvas_clear(&canvas);
}

Test(paint_detail, the_current_match_moves_on)
{
	struct canvas canvas;

	start_search(&canvas, "Tab n");
	cr_expect_str_eq(canvas_cells(&canvas, 0, GUTTER, TEXT), "/");
	cr_expect_str_eq(canvas_cells(&canvas, 1, GUTTER, TEXT), ">");
	cr_expect_eq(canvas_mark(&canvas, 0, TEXT + 13), MARK_MATCH);
	cr_expect_eq(canvas_mark(&canvas, 1, TEXT + 26), MARK_CURRENT);
	cr_expect_eq(canvas.frame.cursor_row, 1);
	cr_expect_eq(canvas.frame.cursor_col, TEXT + 26);
	canvas_clear(&canvas);
}

Test(paint_detail, without_a_match_the_cursor_is_on_the_first_line)
{
	struct canvas canvas;

	canvas_start(&canvas, 80, 24, "4 2 9 Enter");
	cr_expect_eq(canvas.frame.cursor_row, 0);
	cr_expect_eq(canvas.frame.cursor_col, TEXT);
	canvas_clear(&canvas);
}

Test(paint_detail, nothing_is_marked_once_the_search_is_undone)
{
	struct canvas canvas;

	start_search(&canvas, "Esc");
	for (int row = 0; row < 24; row++) {
		for (int col = 0; col < 80; col++)
			cr_assert_eq(canvas_mark(&canvas, row, col),
				     MARK_NONE);
		if (row < 23)
			cr_assert_str_eq(canvas_cells(&canvas, row, GUTTER,
						      TEXT),
					 " ");
	}
	canvas_clear(&canvas);
}

Test(paint_detail, a_page_alone_has_its_gutter_at_the_edge)
{
	struct canvas canvas;

	canvas_start(&canvas, 60, 18, "4 0 4 Enter");
	cr_expect_str_eq(canvas_cells(&canvas, 0, 0, 14), " 404 Not Found");
	canvas_clear(&canvas);
}

Test(paint_detail, no_line_is_wider_than_eighty_columns)
{
	struct canvas canvas;

	canvas_start(&canvas, 200, 60, "4 2 9 Enter O");
	for (int row = 0; row < 59; row++)
		cr_expect_str_eq(canvas_cells(&canvas, row, 81, 200) +
					 strspn(canvas.text.text, " "),
				 "", "row %d", row);
	canvas_clear(&canvas);
}

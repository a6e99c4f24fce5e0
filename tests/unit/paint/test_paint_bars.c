#include "paint/paint.h"

#include "unit/paint/canvas.h"

TestSuite(paint_bars, .init = use_utf8);

Test(paint_bars, the_divider_stands_between_two_panes)
{
	struct canvas canvas;

	canvas_start(&canvas, 80, 14, "");
	for (int row = 0; row < 13; row++) {
		cr_expect_str_eq(canvas_cells(&canvas, row, 32, 33),
				 "\u2502");
		cr_expect_eq(canvas_role(&canvas, row, 32), ROLE_DIVIDER);
	}
	cr_expect_str_neq(canvas_cells(&canvas, 13, 32, 33), "\u2502");
	canvas_clear(&canvas);
	canvas_init(&canvas, 80, 14, true);
	canvas_paint(&canvas);
	cr_expect_str_eq(canvas_cells(&canvas, 0, 32, 33), "|");
	canvas_clear(&canvas);
}

Test(paint_bars, the_divider_lies_between_hits_and_page)
{
	struct canvas canvas;

	canvas_start(&canvas, 30, 12, "/ e");
	for (int col = 0; col < 30; col++)
		cr_expect_str_eq(canvas_cells(&canvas, 6, col, col + 1),
				 "\u2500");
	canvas_clear(&canvas);
	canvas_init(&canvas, 30, 12, true);
	press(&canvas.state, "/ e");
	canvas_paint(&canvas);
	cr_expect_str_eq(canvas_cells(&canvas, 6, 0, 3), "---");
	canvas_clear(&canvas);
}

Test(paint_bars, one_pane_has_no_divider)
{
	struct canvas canvas;

	canvas_start(&canvas, 60, 14, "");
	cr_expect_eq(canvas_find(&canvas, "\u2502"), -1);
	cr_expect_eq(canvas_find(&canvas, "\u2500"), -1);
	canvas_clear(&canvas);
}

Test(paint_bars, the_status_line_has_a_blank_at_each_edge)
{
	static const char *const keys[] = { "", "4 2 9 Esc", "/ e", "?", "v",
					    "x" };
	struct canvas canvas;

	for (size_t i = 0; i < COUNT(keys); i++) {
		for (int cols = 20; cols <= 130; cols++) {
			canvas_start(&canvas, cols, 14, keys[i]);
			cr_expect_str_eq(canvas_cells(&canvas, 13, 0, 1), " ",
					 "'%s' at %d", keys[i], cols);
			cr_expect_str_neq(canvas_cells(&canvas, 13, 1, 2),
					  " ", "'%s' at %d", keys[i], cols);
			canvas_clear(&canvas);
		}
	}
}

Test(paint_bars, a_message_looks_like_one)
{
	struct canvas canvas;

	canvas_start(&canvas, 80, 14, "k");
	cr_expect_str_eq(canvas_cells(&canvas, 13, 1, 22),
			 "this is the first row");
	cr_expect_eq(canvas_role(&canvas, 13, 1), ROLE_MESSAGE);
	press(&canvas.state, "j");
	canvas_paint(&canvas);
	cr_expect_eq(canvas_role(&canvas, 13, 1), ROLE_STATUS);
	canvas_clear(&canvas);
}

Test(paint_bars, the_cursor_is_in_the_prompt)
{
	struct canvas canvas;

	canvas_start(&canvas, 80, 14, "/ a b Left");
	cr_expect_str_eq(canvas_cells(&canvas, 13, 1, 4), "/ab");
	cr_expect_eq(canvas.frame.cursor_row, 13);
	cr_expect_eq(canvas.frame.cursor_col, 3);
	canvas_clear(&canvas);
}

Test(paint_bars, the_cursor_stands_on_its_letter_in_ascii_too)
{
	struct canvas canvas;

	canvas_init(&canvas, 80, 14, true);
	press(&canvas.state, "/ \u00e9 \u914d \u2026 x");
	canvas_paint(&canvas);
	cr_expect_str_eq(canvas_cells(&canvas, 13, 1, 9), "/e?...x ");
	cr_expect_eq(canvas.frame.cursor_col, 8);
	canvas_clear(&canvas);
}

#include "paint/paint.h"

#include "unit/paint/canvas.h"

TestSuite(paint, .init = use_utf8);

Test(paint, a_screen_that_is_too_small_says_so_in_one_line)
{
	static const int sizes[][2] = { { 19, 4 }, { 20, 3 }, { 10, 1 },
					{ 200, 3 } };
	struct canvas canvas;

	for (size_t i = 0; i < COUNT(sizes); i++) {
		canvas_start(&canvas, sizes[i][0], sizes[i][1], "");
		cr_expect_eq(canvas_find(&canvas, "20x4"), 0, "%dx%d",
			     sizes[i][0], sizes[i][1]);
		for (int row = 1; row < sizes[i][1]; row++)
			cr_expect_str_eq(canvas_row(&canvas, row), "");
		canvas_clear(&canvas);
	}
}

Test(paint, the_frame_has_the_size_of_the_screen)
{
	struct canvas canvas;

	canvas_start(&canvas, 93, 17, "");
	cr_expect_eq(canvas.frame.cols, 93);
	cr_expect_eq(canvas.frame.rows, 17);
	update_resize(&canvas.state, 3, 5);
	canvas_paint(&canvas);
	cr_expect_eq(canvas.frame.cols, 5);
	cr_expect_eq(canvas.frame.rows, 3);
	canvas_clear(&canvas);
}

Test(paint, tree_divider_page_and_status_have_their_places)
{
	struct canvas canvas;

	canvas_start(&canvas, 80, 24, "");
	cr_expect_str_eq(canvas_cells(&canvas, 0, 0, 20),
			 ">+ 1xx Informational");
	for (int row = 0; row < 23; row++)
		cr_expect_str_eq(canvas_cells(&canvas, row, 32, 33),
				 "\u2502");
	cr_expect_str_eq(canvas_cells(&canvas, 0, 34, 51),
			 "1xx Informational");
	cr_expect_str_eq(canvas_cells(&canvas, 23, 1, 18),
			 "1xx Informational");
	canvas_clear(&canvas);
}

Test(paint, help_takes_the_place_of_tree_and_page)
{
	struct canvas canvas;

	canvas_start(&canvas, 80, 24, "?");
	cr_expect_eq(canvas_find(&canvas, "In the tree"), 0);
	cr_expect_eq(canvas_find(&canvas, "Informational"), -1);
	cr_expect_eq(canvas_find(&canvas, "\u2502"), -1);
	canvas_clear(&canvas);
}

Test(paint, what_was_painted_before_is_gone)
{
	struct canvas twice, once;
	struct strbuf left, right;

	canvas_start(&twice, 80, 24, "4 2 9 Enter Space");
	press(&twice.state, "h ? ? < 1 Esc");
	canvas_paint(&twice);
	canvas_start(&once, 80, 24, "4 2 9 Enter Space h ? ? < 1 Esc");
	strbuf_init(&left);
	strbuf_init(&right);
	frame_print(&twice.frame, &left);
	frame_print(&once.frame, &right);
	cr_expect_str_eq(left.text, right.text);
	strbuf_clear(&left);
	strbuf_clear(&right);
	canvas_clear(&twice);
	canvas_clear(&once);
}

Test(paint, the_cursor_is_inside_every_screen)
{
	static const char *const keys[] = {
		"",	   "4 2 9 Enter", "/",	 "? G",
		"/ r e q", "& r e q",	  "4 7 1", "/ r e q Enter Tab"
	};
	struct canvas canvas;

	for (size_t i = 0; i < COUNT(keys); i++) {
		for (int cols = 1; cols <= 130; cols += 3) {
			for (int rows = 1; rows <= 30; rows += 2) {
				canvas_start(&canvas, cols, rows, keys[i]);
				cr_assert(canvas.frame.cursor_row >= 0 &&
						  canvas.frame.cursor_row <
							  rows &&
						  canvas.frame.cursor_col >=
							  0 &&
						  canvas.frame.cursor_col <
							  cols,
					  "'%s' at %dx%d", keys[i], cols,
					  rows);
				canvas_clear(&canvas);
			}
		}
	}
}

/* ASCII for what we draw and for the texts alike. */
Test(paint, an_ascii_screen_is_ascii)
{
	static const char *const keys[] = {
		"",	 "*",	  "5 9 8 Enter", "5 9 9 Enter",
		"? G",	 "/ e",	  "4 7 1",	 "/ \u00e9 p u",
		"& \u914d", "/ \u03b1", "5 9 8 l Tab O"
	};
	struct canvas canvas;

	for (size_t i = 0; i < COUNT(keys); i++) {
		for (int cols = 20; cols <= 120; cols += 20) {
			struct strbuf text;

			canvas_init(&canvas, cols, 18, true);
			press(&canvas.state, keys[i]);
			canvas_paint(&canvas);
			strbuf_init(&text);
			frame_print(&canvas.frame, &text);
			for (size_t j = 0; j < text.length; j++)
				cr_assert(text.text[j] == '\n' ||
						  (text.text[j] >= 0x20 &&
						   text.text[j] < 0x7f),
					  "'%s' at %d:\n%s", keys[i], cols,
					  text.text);
			strbuf_clear(&text);
			canvas_clear(&canvas);
		}
	}
}

/* Whatever is typed, and in whichever prompt, it reaches no terminal raw. */
Test(paint, in_ascii_nothing_else_is_painted)
{
	static const char *const openings[] = { "/", "&", "? /", "? / a Enter" };

	for (size_t i = 0; i < COUNT(openings); i++) {
		struct canvas canvas;

		canvas_init(&canvas, 80, 24, true);
		press(&canvas.state, openings[i]);
		press_text(&canvas.state, "na\u00efve \u6f22");
		canvas_paint(&canvas);
		for (int row = 0; row < 24; row++) {
			for (const char *at = canvas_row(&canvas, row);
			     *at != '\0'; at++)
				cr_expect_lt((unsigned char)*at, 0x80, "%s",
					     openings[i]);
		}
		canvas_clear(&canvas);
	}
}

#include "paint/paint.h"

#include "unit/paint/canvas.h"

TestSuite(paint_tree, .init = use_utf8);

/* The row of the tree that holds a text, which must be there. */
static int row_of(struct canvas *canvas, const char *text)
{
	struct rect tree = canvas->view.layout.tree;

	for (int row = 0; row < tree.rows; row++) {
		if (strstr(canvas_cells(canvas, row, 0, tree.cols), text) !=
		    NULL)
			return row;
	}
	cr_assert(false, "no row with '%s'", text);
	return 0;
}

Test(paint_tree, the_selected_row_has_its_sign_its_role_and_the_cursor)
{
	struct canvas canvas;
	int row;

	canvas_start(&canvas, 80, 24, "4 2 9 Esc");
	row = row_of(&canvas, "429 Too Many");
	cr_expect_str_eq(canvas_cells(&canvas, row, 0, 7), ">   429");
	for (int col = 0; col < 32; col++)
		cr_expect_eq(canvas_role(&canvas, row, col), ROLE_SELECTED);
	cr_expect_neq(canvas_role(&canvas, row, 32), ROLE_SELECTED);
	cr_expect_eq(canvas.frame.cursor_row, row);
	cr_expect_eq(canvas.frame.cursor_col, 4);
	canvas_clear(&canvas);
}

Test(paint_tree, no_other_row_looks_selected)
{
	struct canvas canvas;
	int row;

	canvas_start(&canvas, 80, 24, "4 2 9 Esc");
	row = row_of(&canvas, "429 Too Many");
	for (int other = 0; other < 23; other++) {
		if (other == row)
			continue;
		cr_expect_str_eq(canvas_cells(&canvas, other, 0, 1), " ");
		cr_expect_neq(canvas_role(&canvas, other, 0), ROLE_SELECTED);
	}
	canvas_clear(&canvas);
}

Test(paint_tree, while_the_page_is_read_the_cursor_is_not_in_the_tree)
{
	struct canvas canvas;

	canvas_start(&canvas, 80, 24, "4 2 9 Enter");
	cr_expect_gt(canvas.frame.cursor_col, 32);
	cr_expect_eq(canvas_role(&canvas, row_of(&canvas, "429 Too Many"), 0),
		     ROLE_LEFT);
	canvas_clear(&canvas);
}

struct wanted {
	const char *text; /* in the row */
	const char *row;  /* its first 32 columns */
};

static void expect_rows(struct canvas *canvas, const struct wanted *rows,
			size_t count)
{
	for (size_t i = 0; i < count; i++)
		cr_expect_str_eq(canvas_cells(canvas,
					      row_of(canvas, rows[i].text), 0,
					      32),
				 rows[i].row);
}

Test(paint_tree, a_row_has_fold_code_vendor_phrase_kind_and_x)
{
	static const struct wanted rows[] = {
		{ "4xx Client", " - 4xx Client Error           9 " },
		{ "400 Bad", "    400 Bad Request           S " },
		{ "404 Not", "  + 404 Not Found             S " },
		{ "419 draft", "    419 draft: Insufficient\u2026  Sx" },
		{ "499 nginx", "    499 nginx: Client Closed\u2026 V " },
		{ "499 esri", "    499 esri: Token Required  Vx" },
		{ "Warn-codes", " + Warn-codes                 1 " },
	};
	struct canvas canvas;

	canvas_start(&canvas, 80, 24, "4 l g");
	expect_rows(&canvas, rows, COUNT(rows));
	canvas_clear(&canvas);
}

Test(paint_tree, a_class_says_how_many_of_its_codes_are_shown)
{
	static const struct wanted rows[] = {
		{ "4xx Client", " + 4xx Client Error         5/9 " },
		{ "Outside", " + Outside the classes      0/4 " },
	};
	struct canvas canvas;

	canvas_start(&canvas, 80, 24, "v");
	expect_rows(&canvas, rows, COUNT(rows));
	canvas_clear(&canvas);
}

Test(paint_tree, sub_codes_stand_further_in)
{
	struct canvas canvas;
	int row;

	canvas_start(&canvas, 80, 24, "4 0 4 l");
	row = row_of(&canvas, "404.7");
	cr_expect_str_eq(canvas_cells(&canvas, row, 0, 15), "     404.7 iis:");
	canvas_clear(&canvas);
}

Test(paint_tree, a_cut_takes_the_phrase_and_leaves_the_signs)
{
	struct canvas canvas;
	int row;

	canvas_start(&canvas, 20, 8, "5 9 8 Esc");
	row = row_of(&canvas, "598");
	cr_expect_str_eq(canvas_row(&canvas, row), ">   598 acme: Co\u2026 V");
	canvas_clear(&canvas);
	canvas_init(&canvas, 20, 8, true);
	press(&canvas.state, "5 9 8 Esc");
	canvas_paint(&canvas);
	cr_expect_str_eq(canvas_row(&canvas, row), ">   598 acme: Co~ V");
	canvas_clear(&canvas);
}

Test(paint_tree, kinds_have_roles_of_their_own)
{
	static const struct {
		const char *text;
		enum role role;
	} rows[] = {
		{ "400 Bad", ROLE_STANDARD },
		{ "499 nginx", ROLE_VENDOR },
		{ "110 Response", ROLE_WARNING },
	};
	struct canvas canvas;

	canvas_start(&canvas, 80, 40, "*");
	for (size_t i = 0; i < COUNT(rows); i++)
		cr_expect_eq(canvas_role(&canvas,
					 row_of(&canvas, rows[i].text), 30),
			     rows[i].role, "%s", rows[i].text);
	canvas_clear(&canvas);
}

Test(paint_tree, matches_are_marked_in_the_names)
{
	struct canvas canvas;
	int row;

	canvas_start(&canvas, 80, 24, "/ t o k e n Enter");
	row = row_of(&canvas, "499 esri");
	for (int col = 14; col < 19; col++)
		cr_expect_eq(canvas_mark(&canvas, row, col), MARK_MATCH,
			     "%d", col);
	cr_expect_eq(canvas_mark(&canvas, row, 13), MARK_NONE);
	cr_expect_eq(canvas_mark(&canvas, row, 19), MARK_NONE);
	canvas_clear(&canvas);
}

Test(paint_tree, a_number_searched_for_is_marked_in_the_code)
{
	struct canvas canvas;
	int row;

	canvas_start(&canvas, 80, 24, "/ 4 9 9 Enter");
	row = row_of(&canvas, "499 esri");
	cr_expect_eq(canvas_mark(&canvas, row, 4), MARK_MATCH);
	cr_expect_eq(canvas_mark(&canvas, row, 6), MARK_MATCH);
	cr_expect_eq(canvas_mark(&canvas, row, 7), MARK_NONE);
	canvas_clear(&canvas);
}

Test(paint_tree, the_list_of_hits_has_neither_folds_nor_counts)
{
	struct canvas canvas;

	canvas_start(&canvas, 80, 24, "/ r e d i r");
	cr_expect_str_eq(canvas_cells(&canvas, 0, 0, 32),
			 "> 3xx Redirection               ");
	canvas_clear(&canvas);
}

Test(paint_tree, a_wide_list_of_hits_says_where_the_words_were_found)
{
	static const struct {
		const char *text;
		const char *where;
	} rows[] = {
		{ "499 esri", "name" },
		{ "429 Too", "text" },
	};
	struct canvas canvas;

	canvas_start(&canvas, 120, 24, "/ t o k e n");
	for (size_t i = 0; i < COUNT(rows); i++) {
		int row = row_of(&canvas, rows[i].text);

		cr_expect_not_null(strstr(canvas_cells(&canvas, row, 0, 44),
					  rows[i].where),
				   "%s", canvas_row(&canvas, row));
	}
	canvas_clear(&canvas);
	canvas_start(&canvas, 80, 24, "/ t o k e n");
	cr_expect_null(strstr(canvas_cells(&canvas, 0, 0, 32), "name"));
	canvas_clear(&canvas);
}

Test(paint_tree, a_phrase_without_room_leaves_the_sign_of_a_cut)
{
	struct canvas canvas;
	int row;

	canvas_start(&canvas, 20, 30, "4 0 4 . 1 3 Esc");
	row = canvas_find(&canvas, "404.13 iis");
	cr_assert_geq(row, 0);
	cr_expect_not_null(strstr(canvas_row(&canvas, row), "\u2026 V"), "%s",
			   canvas_row(&canvas, row));
	canvas_clear(&canvas);
}

#include "model/viewport.h"

#include <criterion/criterion.h>

static struct viewport view_of(size_t count, size_t height)
{
	struct viewport view = { .top = 0 };

	viewport_fit(&view, count, height);
	return view;
}

static bool scroll(struct viewport *view, enum stride stride, bool down)
{
	return viewport_scroll(view, (struct travel){ stride, down });
}

static bool move(struct viewport *view, enum stride stride, bool down)
{
	return viewport_move(view, (struct travel){ stride, down });
}

Test(viewport, a_page_overlaps_by_one_line_and_half_a_page_is_half_the_lines)
{
	struct viewport view = view_of(100, 10);

	scroll(&view, STRIDE_PAGE, true);
	cr_expect_eq(view.top, 9);
	scroll(&view, STRIDE_HALF, true);
	cr_expect_eq(view.top, 14);
	scroll(&view, STRIDE_LINE, true);
	cr_expect_eq(view.top, 15);
	scroll(&view, STRIDE_HALF, false);
	scroll(&view, STRIDE_PAGE, false);
	cr_expect_eq(view.top, 1);
}

Test(viewport, it_scrolls_no_further_than_its_ends_and_tells)
{
	struct viewport view = view_of(25, 10);

	cr_expect_not(scroll(&view, STRIDE_PAGE, false));
	cr_expect(scroll(&view, STRIDE_ALL, true));
	cr_expect_eq(view.top, 15);
	cr_expect_not(scroll(&view, STRIDE_LINE, true));
	cr_expect(scroll(&view, STRIDE_ALL, false));
	cr_expect_eq(view.top, 0);
}

Test(viewport, what_fits_the_screen_does_not_scroll)
{
	struct viewport view = view_of(10, 10);

	cr_expect_eq(viewport_last_top(&view), 0);
	cr_expect_not(scroll(&view, STRIDE_LINE, true));
}

Test(viewport, on_a_screen_of_one_line_or_none_each_stride_is_a_line)
{
	for (size_t height = 0; height < 2; height++) {
		struct viewport view = view_of(10, height);

		scroll(&view, STRIDE_PAGE, true);
		scroll(&view, STRIDE_HALF, true);
		cr_expect_eq(view.top, 2, "%zu", height);
		scroll(&view, STRIDE_ALL, true);
		cr_expect_eq(view.top, 9, "%zu", height);
	}
}

Test(viewport, the_top_follows_the_cursor_at_the_edges_alone)
{
	struct viewport view = view_of(100, 10);

	for (int i = 0; i < 9; i++)
		move(&view, STRIDE_LINE, true);
	cr_expect_eq(view.top, 0);
	move(&view, STRIDE_LINE, true);
	cr_expect_eq(view.cursor, 10);
	cr_expect_eq(view.top, 1);
	for (int i = 0; i < 9; i++)
		move(&view, STRIDE_LINE, false);
	cr_expect_eq(view.top, 1);
	cr_expect(move(&view, STRIDE_ALL, true));
	cr_expect_eq(view.cursor, 99);
	cr_expect_eq(view.top, 90);
	cr_expect_not(move(&view, STRIDE_PAGE, true));
}

Test(viewport, without_lines_nothing_moves)
{
	struct viewport view = view_of(0, 10);

	cr_expect_not(move(&view, STRIDE_ALL, true));
	cr_expect_not(move(&view, STRIDE_ALL, false));
	cr_expect_not(scroll(&view, STRIDE_ALL, true));
	cr_expect_eq(view.cursor, 0);
}

Test(viewport, fewer_lines_bring_top_and_cursor_into_range)
{
	struct viewport view = view_of(100, 10);

	move(&view, STRIDE_ALL, true);
	viewport_fit(&view, 20, 10);
	cr_expect_eq(view.top, 10);
	cr_expect_eq(view.cursor, 19);
	viewport_fit(&view, 20, 30);
	cr_expect_eq(view.top, 0);
	viewport_fit(&view, 0, 30);
	cr_expect_eq(view.cursor, 0);
}

Test(viewport, a_line_is_brought_to_the_middle_or_just_onto_the_screen)
{
	struct viewport view = view_of(100, 10);

	viewport_centre(&view, 50);
	cr_expect_eq(view.top, 45);
	viewport_reveal(&view, 54);
	cr_expect_eq(view.top, 45);
	viewport_reveal(&view, 55);
	cr_expect_eq(view.top, 46);
	viewport_reveal(&view, 3);
	cr_expect_eq(view.top, 3);
	viewport_centre(&view, 99);
	cr_expect_eq(view.top, 90);
	viewport_centre(&view, 2);
	cr_expect_eq(view.top, 0);
}

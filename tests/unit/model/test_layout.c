#include "model/layout.h"

#include <criterion/criterion.h>

/* Every way in which a screen can be shared. */
struct wish {
	int rows;
	int cols;
	enum pane only;
	bool alone;
	bool searching;
};

static struct layout layout_for(const struct wish *wish)
{
	return layout_of(wish->rows, wish->cols, wish->only, wish->alone,
			 wish->searching);
}

typedef void wish_found(const struct wish *wish, const struct layout *layout);

static void each_layout(wish_found *each)
{
	for (int rows = 1; rows <= 60; rows++) {
		for (int cols = 1; cols <= 200; cols++) {
			for (int how = 0; how < 8; how++) {
				struct wish wish = {
					rows, cols,
					(how & 1) != 0 ? PANE_DETAIL :
							 PANE_TREE,
					(how & 2) != 0, (how & 4) != 0
				};
				struct layout layout = layout_for(&wish);

				each(&wish, &layout);
			}
		}
	}
}

static bool is_empty(struct rect rect)
{
	return rect.rows == 0;
}

static bool is_inside(struct rect rect, const struct wish *wish)
{
	return rect.top >= 0 && rect.left >= 0 && rect.rows > 0 &&
	       rect.cols > 0 && rect.top + rect.rows <= wish->rows &&
	       rect.left + rect.cols <= wish->cols;
}

static bool overlap(struct rect a, struct rect b)
{
	return !is_empty(a) && !is_empty(b) && a.top < b.top + b.rows &&
	       b.top < a.top + a.rows && a.left < b.left + b.cols &&
	       b.left < a.left + a.cols;
}

static int cells(struct rect rect)
{
	return is_empty(rect) ? 0 : rect.rows * rect.cols;
}

static void expect_sound(const struct wish *wish, const struct layout *layout)
{
	const struct rect parts[] = { layout->tree, layout->divider,
				      layout->detail, layout->status };
	int covered = 0;

	if (layout->too_small)
		return;
	for (int i = 0; i < 4; i++) {
		covered += cells(parts[i]);
		cr_assert(is_empty(parts[i]) || is_inside(parts[i], wish),
			  "part %d of %dx%d is outside", i, wish->cols,
			  wish->rows);
		for (int j = 0; j < i; j++)
			cr_assert(!overlap(parts[i], parts[j]),
				  "parts %d and %d of %dx%d overlap", i, j,
				  wish->cols, wish->rows);
	}
	cr_assert_eq(covered, wish->rows * wish->cols,
		     "%dx%d is not covered: %d", wish->cols, wish->rows,
		     covered);
}

Test(layout, the_parts_cover_every_screen_and_none_another)
{
	each_layout(expect_sound);
}

static void expect_bounds(const struct wish *wish, const struct layout *layout)
{
	cr_assert_eq(layout->too_small, wish->cols < 20 || wish->rows < 4,
		     "%dx%d", wish->cols, wish->rows);
	if (layout->too_small)
		return;
	cr_assert_eq(layout->status.top, wish->rows - 1);
	cr_assert_eq(layout->status.cols, wish->cols);
	cr_assert_eq(layout->two,
		     !is_empty(layout->tree) && !is_empty(layout->detail));
	if (!wish->alone && !wish->searching)
		cr_assert_eq(layout->two,
			     wish->cols >= 70 && wish->rows >= 12, "%dx%d",
			     wish->cols, wish->rows);
}

Test(layout, two_panes_need_70_columns_and_12_rows_and_one_needs_20_by_4)
{
	each_layout(expect_bounds);
}

static void expect_widths(const struct wish *wish, const struct layout *layout)
{
	int share = wish->cols * 2 / 5;

	if (!layout->two || layout->divider.cols != 1 || wish->cols >= 140)
		return;
	cr_assert_eq(layout->tree.cols,
		     share < 28 ? 28 :
		     share > 44 ? 44 :
				  share,
		     "%d columns of %d", layout->tree.cols, wish->cols);
}

Test(layout, the_tree_takes_two_fifths_from_28_to_44_columns)
{
	each_layout(expect_widths);
}

Test(layout, a_wide_screen_gives_the_tree_what_a_page_leaves)
{
	static const struct {
		int cols;
		int tree;
		int detail;
	} cases[] = {
		{ 139, 44, 94 },  { 140, 57, 82 },  { 160, 77, 82 },
		{ 183, 100, 82 }, { 200, 100, 99 }, { 300, 100, 199 },
	};

	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct layout layout =
			layout_of(40, cases[i].cols, PANE_TREE, false, false);

		cr_expect_eq(layout.tree.cols, cases[i].tree, "%d",
			     cases[i].cols);
		cr_expect_eq(layout.detail.cols, cases[i].detail, "%d",
			     cases[i].cols);
	}
}

static void expect_focus(const struct wish *wish, const struct layout *layout)
{
	if (layout->too_small || layout->two || wish->searching)
		return;
	cr_assert_eq(is_empty(layout->tree), wish->only == PANE_DETAIL);
	cr_assert_eq(is_empty(layout->detail), wish->only == PANE_TREE);
}

Test(layout, one_pane_is_the_one_that_is_asked_for)
{
	each_layout(expect_focus);
}

static void expect_hits(const struct wish *wish, const struct layout *layout)
{
	if (layout->too_small || !wish->searching)
		return;
	cr_assert_not(is_empty(layout->tree), "%dx%d", wish->cols,
		      wish->rows);
	if (wish->rows >= 6)
		cr_assert(layout->two, "%dx%d", wish->cols, wish->rows);
}

Test(layout, hits_are_listed_on_every_screen_and_share_it_with_the_page)
{
	each_layout(expect_hits);
}

Test(layout, a_large_screen_can_be_given_to_one_pane)
{
	struct layout tree = layout_of(40, 120, PANE_TREE, true, false);
	struct layout detail = layout_of(40, 120, PANE_DETAIL, true, false);

	cr_expect_eq(tree.tree.cols, 120);
	cr_expect_eq(detail.detail.cols, 120);
	cr_expect_not(tree.two);
}

#include "model/layout.h"

enum {
	LEAST_ROWS = 4,
	LEAST_COLS = 20,
	TWO_ROWS = 12,
	TWO_COLS = 70,
	TREE_LEAST = 28,
	TREE_MOST = 44,
	ROOMY_COLS = 140,
	TREE_WIDEST = 100,
	PAGE_COLS = 82, /* the widest line of a page, and the columns beside it */
};

static int between(int value, int least, int most)
{
	return value < least ? least : value > most ? most : value;
}

/*
 * Two fifths.  A page has no use for more than its widest line, so that on a
 * wide screen the phrases get what it leaves.
 */
static int tree_columns(int cols)
{
	if (cols >= ROOMY_COLS)
		return between(cols - 1 - PAGE_COLS, TREE_MOST, TREE_WIDEST);
	return between(cols * 2 / 5, TREE_LEAST, TREE_MOST);
}

static void side_by_side(struct layout *layout, int rows, int cols)
{
	int left = tree_columns(cols);

	layout->two = true;
	layout->tree = (struct rect){ 0, 0, rows, left };
	layout->divider = (struct rect){ 0, left, rows, 1 };
	layout->detail = (struct rect){ 0, left + 1, rows, cols - left - 1 };
}

static void stacked(struct layout *layout, int rows, int cols)
{
	int upper = rows * 3 / 5;

	layout->two = true;
	layout->tree = (struct rect){ 0, 0, upper, cols };
	layout->divider = (struct rect){ upper, 0, 1, cols };
	layout->detail =
		(struct rect){ upper + 1, 0, rows - upper - 1, cols };
}

struct layout layout_of(int rows, int cols, enum pane only, bool alone,
			bool searching)
{
	struct layout layout = { .status = { rows - 1, 0, 1, cols } };
	bool wide = rows >= TWO_ROWS && cols >= TWO_COLS;

	if (rows < LEAST_ROWS || cols < LEAST_COLS) {
		layout.too_small = true;
		return layout;
	}
	rows--;
	if (wide && (!alone || searching))
		side_by_side(&layout, rows, cols);
	else if (searching && rows >= 5)
		stacked(&layout, rows, cols);
	else if (only == PANE_TREE || searching)
		layout.tree = (struct rect){ 0, 0, rows, cols };
	else
		layout.detail = (struct rect){ 0, 0, rows, cols };
	return layout;
}

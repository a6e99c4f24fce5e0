/*
 * layout -- who has which part of the screen.
 *
 * Rows and columns count from zero.  Two panes need 70 columns and 12 rows;
 * with less, one pane has the screen, but while searching the hits and the
 * page share it, one above the other.  From 140 columns on the tree gets what
 * the widest line of a page leaves.  The last row is the status line.
 */
#ifndef HTTREE_MODEL_LAYOUT_H
#define HTTREE_MODEL_LAYOUT_H

#include <stdbool.h>

/* In the tree, columns from the left edge to the fold mark of the top rows. */
enum { LAYOUT_FOLD_MARK = 1 };

enum pane { PANE_TREE, PANE_DETAIL };

struct rect {
	int top;
	int left;
	int rows; /* 0 for a part that is not there */
	int cols;
};

struct layout {
	bool too_small; /* for anything but a line that says so */
	bool two;	/* tree and detail both have a place */
	struct rect tree;
	struct rect divider; /* one column, or one row */
	struct rect detail;
	struct rect status;
};

/*
 * Share `rows` and `cols`.  `only` is the pane that is shown when there is but
 * one; `alone` gives it the screen however large that is; `searching` tells
 * that a prompt lists hits.
 */
struct layout layout_of(int rows, int cols, enum pane only, bool alone,
			bool searching);

#endif

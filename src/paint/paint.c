#include "paint/paint.h"

void paint(struct frame *frame, const struct view *view)
{
	const struct state *state = view->state;

	frame->ascii = state->ascii;
	frame_start(frame, state->screen_rows, state->screen_cols);
	if (view->layout.too_small) {
		frame_text(frame, 0, 0, state->screen_cols, ROLE_TEXT,
			   "needs 20x4");
		return;
	}
	if (view->covered) {
		paint_sheet(frame, view);
	} else {
		paint_tree(frame, view);
		paint_detail(frame, view);
	}
	paint_bars(frame, view);
}

#include "base/text.h"
#include "paint/paint.h"

static void paint_divider(struct frame *frame, const struct view *view)
{
	struct rect area = view->layout.divider;
	bool ascii = view->state->ascii;
	bool upright = area.cols == 1;
	const char *sign = upright ? (ascii ? "|" : "\u2502") :
				     (ascii ? "-" : "\u2500");

	for (int row = 0; row < area.rows; row++) {
		for (int col = 0; col < area.cols; col++)
			frame_text(frame, area.top + row, area.left + col,
				   area.left + area.cols, ROLE_DIVIDER, sign);
	}
}

static void paint_status(struct frame *frame, const struct view *view)
{
	struct rect area = view->layout.status;
	bool message = view->state->message.length > 0;
	const char *right = strbuf_text(&view->right);

	frame_role(frame, area.top, 0, area.cols, ROLE_STATUS);
	/* A prompt has the left side to itself. */
	frame_text(frame, area.top, 1, area.cols,
		   message && view->prompt_column < 0 ? ROLE_MESSAGE :
							ROLE_STATUS,
		   strbuf_text(&view->left));
	frame_text(frame, area.top,
		   area.cols - 1 - text_columns(right, view->right.length),
		   area.cols, ROLE_STATUS, right);
}

void paint_bars(struct frame *frame, const struct view *view)
{
	struct rect area = view->layout.status;

	if (!view->covered)
		paint_divider(frame, view);
	paint_status(frame, view);
	if (view->prompt_column >= 0) {
		frame->cursor_row = area.top;
		frame->cursor_col = view->prompt_column < area.cols ?
					    view->prompt_column :
					    area.cols - 1;
	}
}

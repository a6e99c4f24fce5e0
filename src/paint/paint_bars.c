#include <string.h>

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

static void add_shown(const struct view *view, struct strbuf *shown,
		      const char *text)
{
	if (view->state->ascii)
		text_to_ascii(shown, text, strlen(text));
	else
		strbuf_add(shown, text);
}

static void paint_status(struct frame *frame, const struct view *view)
{
	struct rect area = view->layout.status;
	enum role role = view->state->message.length > 0 ? ROLE_MESSAGE :
							   ROLE_STATUS;
	struct strbuf left, right;

	strbuf_init(&left);
	strbuf_init(&right);
	add_shown(view, &left, strbuf_text(&view->left));
	add_shown(view, &right, strbuf_text(&view->right));
	frame_text(frame, area.top, 1, area.cols, role, strbuf_text(&left));
	frame_text(frame, area.top,
		   area.cols - 1 -
			   text_columns(strbuf_text(&right), right.length),
		   area.cols, ROLE_STATUS, strbuf_text(&right));
	strbuf_clear(&left);
	strbuf_clear(&right);
}

void paint_bars(struct frame *frame, const struct view *view)
{
	struct rect area = view->layout.status;

	if (!view->state->help)
		paint_divider(frame, view);
	paint_status(frame, view);
	if (view->prompt_column >= 0) {
		frame->cursor_row = area.top;
		frame->cursor_col = view->prompt_column < area.cols ?
					    view->prompt_column :
					    area.cols - 1;
	}
}

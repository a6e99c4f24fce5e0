#include <stdint.h>

#include "paint/paint.h"

enum { KEYS = 12 }; /* columns from the keys to their text */

static void paint_line(struct frame *frame, const struct help_line *line,
		       int row, int left, int limit, const char *gutter)
{
	int col;

	if (line->text == NULL)
		return;
	frame_text(frame, row, left, limit, ROLE_TEXT, gutter);
	if (line->heading) {
		frame_text(frame, row, left + 1, limit, ROLE_HEADING,
			   line->text);
		return;
	}
	col = frame_text(frame, row, left + 2, limit, ROLE_KEY, line->keys);
	if (col < left + 2 + KEYS)
		col = left + 2 + KEYS;
	else
		col++;
	frame_text(frame, row, col, limit, ROLE_TEXT, line->text);
}

/* As in the detail: `>` the current match, `/` another one. */
static const char *gutter_of(const struct view *view, size_t line)
{
	const struct state *state = view->state;

	if (line == state->help_match)
		return ">";
	if (state->help_match == SIZE_MAX ||
	    !help_line_holds(&view->help.lines[line],
			     strbuf_text(&state->help_query)))
		return " ";
	return "/";
}

void paint_help(struct frame *frame, const struct view *view)
{
	const struct help *help = &view->help;
	int rows = view->layout.status.top;
	int width = view->state->screen_cols / help->columns;

	for (size_t i = 0; i < help->count; i++) {
		const struct help_line *line = &help->lines[i];
		int row = line->row - (int)view->state->help_scroll;
		int left = line->column * width;

		if (row < 0 || row >= rows)
			continue;
		paint_line(frame, line, row, left, left + width - 1,
			   gutter_of(view, i));
		if (i == view->state->help_match) {
			frame->cursor_row = row;
			frame->cursor_col = left;
		}
	}
}

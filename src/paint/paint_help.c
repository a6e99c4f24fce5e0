#include <string.h>

#include "paint/paint.h"

enum { KEYS = 13 }; /* columns from the keys to their text */

static void paint_line(struct frame *frame, const struct help_line *line,
		       int row, int left, int limit)
{
	int col;

	if (line->text == NULL)
		return;
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

void paint_help(struct frame *frame, const struct view *view)
{
	const struct help *help = &view->help;
	int rows = view->layout.status.top;
	int width = view->state->screen_cols / help->columns;

	for (size_t i = 0; i < help->count; i++) {
		const struct help_line *line = &help->lines[i];
		int row = line->row - (int)view->state->help_scroll;
		int left = line->column * width;

		if (row >= 0 && row < rows)
			paint_line(frame, line, row, left, left + width - 1);
	}
}

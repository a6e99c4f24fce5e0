#include <stdint.h>
#include <string.h>

#include "paint/paint.h"

/* Where a line begins on the screen, and what its column leaves it. */
struct spot {
	int row;
	int left;
	int limit;
	int rows; /* of the screen that the help has */
};

static void put(struct frame *frame, const struct spot *spot, int down,
		int left, enum role role, const char *text, size_t length)
{
	int row = spot->row + down;

	if (row >= 0 && row < spot->rows)
		frame_put(frame, row, spot->left + left, spot->limit, role,
			  MARK_NONE, text, length);
}

static void paint_line(struct frame *frame, const struct help_line *line,
		       const struct spot *spot, const char *gutter)
{
	int room = spot->limit - spot->left - line->text_left;
	const char *text = line->text;

	if (text == NULL)
		return;
	put(frame, spot, 0, 0, ROLE_TEXT, gutter, strlen(gutter));
	if (line->heading) {
		put(frame, spot, 0, 1, ROLE_HEADING, text, strlen(text));
		return;
	}
	put(frame, spot, 0, 2, ROLE_KEY, line->keys, strlen(line->keys));
	for (int down = line->text_down; *text != '\0'; down++) {
		size_t length = help_fit(text, room);

		put(frame, spot, down, line->text_left, ROLE_TEXT, text,
		    length);
		text += length;
		text += strspn(text, " ");
	}
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

	for (size_t i = 0; i < help->count; i++) {
		const struct help_line *line = &help->lines[i];
		struct spot spot = {
			.row = line->row - (int)view->state->help_scroll,
			.left = line->column * help->width,
			.limit = (line->column + 1) * help->width - 1,
			.rows = rows,
		};

		paint_line(frame, line, &spot, gutter_of(view, i));
		if (i == view->state->help_match && spot.row >= 0 &&
		    spot.row < rows) {
			frame->cursor_row = spot.row;
			frame->cursor_col = spot.left;
		}
	}
}

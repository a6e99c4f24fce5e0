#include "model/help.h"

#include <stdint.h>
#include <string.h>

#include "model/help_lines.h"
#include "model/prompt.h"

/* Make the lines, and fit what is read of them to the screen. */
static void make_lines(struct state *state, struct help_lines *lines)
{
	help_lines_make(lines, state->focus, state->screen_cols);
	viewport_fit(&state->help.view, (size_t)lines->rows,
		     state_screen_rows(state));
}

void help_open(struct state *state)
{
	struct help_lines lines;

	stack_push(&state->stack, LAYER_HELP);
	state->help.match = SIZE_MAX;
	make_lines(state, &lines);
	state->help.view.top = 0;
}

static void close_help(struct state *state)
{
	stack_pop(&state->stack);
	state->help.match = SIZE_MAX;
	strbuf_reset(&state->help.query);
}

/* Scroll so that a line is on the screen with all its rows. */
static void show_line(struct state *state, const struct help_lines *lines,
		      size_t number)
{
	const struct help_line *line = &lines->lines[number];
	struct viewport *view = &state->help.view;
	size_t row = (size_t)line->row;
	size_t last = row + (size_t)line->height - 1;

	state->help.match = number;
	if (row >= view->top && last < view->top + view->height)
		return;
	viewport_centre(view, row);
	viewport_reveal(view, last);
	viewport_reveal(view, row);
}

void help_resize(struct state *state)
{
	struct help_lines lines;

	make_lines(state, &lines);
	if (state->help.before > viewport_last_top(&state->help.view))
		state->help.before = viewport_last_top(&state->help.view);
	if (state->help.match < lines.count)
		show_line(state, &lines, state->help.match);
}

/* ------------------------------------------------------------------------
 * Searching
 */

static void search(struct state *state, const char *text)
{
	struct help_lines lines;

	make_lines(state, &lines);
	state->help.view.top = state->help.before;
	state->help.match = SIZE_MAX;
	strbuf_reset(&state->help.query);
	strbuf_add(&state->help.query, text);
	for (size_t i = 0; *text != '\0' && i < lines.count; i++) {
		if (help_line_holds(&lines.lines[i], text)) {
			show_line(state, &lines, i);
			return;
		}
	}
	if (*text != '\0')
		state_say(state, "no line has '%s'", text);
}

static void next_match(struct state *state, bool forward)
{
	struct help_lines lines;
	const char *text = strbuf_text(&state->help.query);
	size_t at = state->help.match;

	make_lines(state, &lines);
	if (at >= lines.count) {
		state_say(state, *text == '\0' ?
					 "nothing was searched for" :
					 "no line has it");
		return;
	}
	do {
		at = forward ? at + 1 : at - 1;
		if (at >= lines.count) {
			state_say(state, forward ? "this is the last one" :
						   "this is the first one");
			return;
		}
	} while (!help_line_holds(&lines.lines[at], text));
	show_line(state, &lines, at);
}

static void find_changed(struct state *state)
{
	search(state, prompt_text(state));
}

static void find_cancel(struct state *state)
{
	prompt_close(state);
	search(state, "");
}

static void find_scroll(struct state *state, struct travel travel)
{
	state_scroll(state, &state->help.view, travel);
}

static const char *const *find_hints(const struct state *state)
{
	static const char *const hints[] = { "Enter go   Esc back", "Esc back",
					     "" };

	(void)state;
	return hints;
}

static const struct purpose finding = {
	.sign = '/',
	.changed = find_changed,
	.accept = prompt_close,
	.cancel = find_cancel,
	.next = next_match,
	.scroll = find_scroll,
	.hints = find_hints,
	.position = help_position,
};

/* ------------------------------------------------------------------------
 * The layer
 */

void help_step(struct state *state, enum action action)
{
	struct travel travel;

	if (action_travels(action, &travel)) {
		state_scroll(state, &state->help.view, travel);
	} else if (action == ACTION_SEARCH) {
		state->help.before = state->help.view.top;
		prompt_open(state, &finding);
	} else if (action == ACTION_NEXT_MATCH) {
		next_match(state, true);
	} else if (action == ACTION_PREVIOUS_MATCH) {
		next_match(state, false);
	} else {
		close_help(state);
	}
}

/* Undo the search, then close. */
void help_back(struct state *state)
{
	if (state->help.match == SIZE_MAX) {
		close_help(state);
		return;
	}
	state->help.match = SIZE_MAX;
	strbuf_reset(&state->help.query);
}

void help_title(const struct state *state, struct strbuf *title)
{
	if (state->message.length == 0)
		strbuf_addf(title, "Help: the %s",
			    state->focus == PANE_TREE ? "tree" : "detail");
}

const char *const *help_hints(const struct state *state)
{
	static const char *const hints[] = { "/ search   ? closes",
					     "? closes", "" };

	(void)state;
	return hints;
}

const struct viewport *help_position(const struct state *state)
{
	return &state->help.view;
}

/* As in the detail: `>` the current match, `/` another one. */
static const char *gutter_of(const struct state *state,
			     const struct help_line *line, size_t number)
{
	if (number == state->help.match)
		return ">";
	if (state->help.match == SIZE_MAX ||
	    !help_line_holds(line, strbuf_text(&state->help.query)))
		return " ";
	return "/";
}

static void draw_line(struct sheet *sheet, const struct help_line *line,
		      int left, int limit)
{
	const char *text = line->text;
	int room = limit - left - line->text_left;

	if (line->heading) {
		sheet_put(sheet, line->row, left + 1, limit, ROLE_HEADING, text,
			  strlen(text));
		return;
	}
	sheet_put(sheet, line->row, left + 2, limit, ROLE_KEY, line->keys,
		  strlen(line->keys));
	for (int down = line->text_down; *text != '\0'; down++) {
		size_t length = help_fit(text, room);

		sheet_put(sheet, line->row + down, left + line->text_left,
			  limit, ROLE_TEXT, text, length);
		text += length;
		text += strspn(text, " ");
	}
}

void help_draw(const struct state *state, struct sheet *sheet)
{
	struct help_lines lines;

	help_lines_make(&lines, state->focus, state->screen_cols);
	sheet->top = state->help.view.top;
	for (size_t i = 0; i < lines.count; i++) {
		const struct help_line *line = &lines.lines[i];
		int left = line->column * lines.width;
		int limit = left + lines.width - 1;

		if (line->text == NULL)
			continue;
		sheet_put(sheet, line->row, left, limit, ROLE_TEXT,
			  gutter_of(state, line, i), 1);
		draw_line(sheet, line, left, limit);
		if (i == state->help.match) {
			sheet->cursor_row = line->row;
			sheet->cursor_left = left;
		}
	}
}

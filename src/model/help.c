#include "model/help.h"

#include <string.h>

#include "model/prompt.h"

/* What a place is called, and in which context it reads keys. */
static const struct {
	const char *title;
	enum context context;
} places[] = {
	[HELP_IN_TREE] = { "the tree", CONTEXT_BROWSE },
	[HELP_IN_DETAIL] = { "the detail", CONTEXT_BROWSE },
	[HELP_IN_MENU] = { "the filter menu", CONTEXT_MENU },
	[HELP_IN_PROMPT] = { "the prompt", CONTEXT_PROMPT },
};

enum help_place help_place(const struct state *state)
{
	if (prompt_is_aside(state))
		return HELP_IN_PROMPT;
	if (stack_has(&state->stack, LAYER_MENU))
		return HELP_IN_MENU;
	return state->focus == PANE_TREE ? HELP_IN_TREE : HELP_IN_DETAIL;
}

static bool selectable(const struct help_lines *lines, size_t number)
{
	return lines->lines[number].text != NULL &&
	       !lines->lines[number].heading;
}

/* Make the lines, and fit what is read of them to the screen. */
static void make_lines(struct state *state, struct help_lines *lines)
{
	help_lines_make(lines, help_place(state), state->screen_cols,
			state->collection);
	viewport_fit(&state->help.view, (size_t)lines->rows,
		     state_screen_rows(state));
}

/* Scroll so that the selected line is on the screen with all its rows. */
static void show_line(struct state *state, const struct help_lines *lines)
{
	const struct help_line *line = &lines->lines[state->help.line];
	struct viewport *view = &state->help.view;
	size_t row = (size_t)line->row;

	viewport_reveal(view, row + (size_t)line->height - 1);
	viewport_reveal(view, row);
	/* The heading of the first line is seen with it. */
	if (row == 1)
		view->top = 0;
}

static void select_first(struct state *state, const struct help_lines *lines)
{
	state->help.line = 0;
	while (!selectable(lines, state->help.line))
		state->help.line++;
	state->help.view.top = 0;
}

void help_open(struct state *state)
{
	struct help_lines lines;

	if (stack_has(&state->stack, LAYER_HELP)) {
		state_say(state, "this is the help; Esc goes back to its lines");
		return;
	}
	if (stack_top(&state->stack) == LAYER_PROMPT)
		prompt_put_aside(state);
	stack_push(&state->stack, LAYER_HELP);
	make_lines(state, &lines);
	select_first(state, &lines);
}

static void close_help(struct state *state)
{
	stack_pop(&state->stack);
	strbuf_reset(&state->help.query);
	if (prompt_is_aside(state))
		prompt_take_up(state);
}

void help_resize(struct state *state)
{
	struct help_lines lines;

	make_lines(state, &lines);
	show_line(state, &lines);
}

/* Select another line, as a list of nothing but lines is gone through. */
static void travel_lines(struct state *state, struct travel travel)
{
	struct help_lines lines;
	struct viewport list = { .top = 0 };
	size_t at[HELP_LINES], count = 0;

	make_lines(state, &lines);
	for (size_t i = 0; i < lines.count; i++) {
		if (i == state->help.line)
			list.cursor = count;
		if (selectable(&lines, i))
			at[count++] = i;
	}
	viewport_fit(&list, count, state->help.view.height);
	if (!viewport_move(&list, travel))
		state_say(state, "this is the %s line",
			  travel.down ? "last" : "first");
	state->help.line = at[list.cursor];
	show_line(state, &lines);
}

/* ------------------------------------------------------------------------
 * Searching
 */

static bool holds(const struct help_lines *lines, size_t line,
		  const struct strbuf *query)
{
	return query->length > 0 &&
	       help_line_holds(&lines->lines[line], strbuf_text(query));
}

static void search(struct state *state, const char *text)
{
	struct help_lines lines;
	struct strbuf *query = &state->help.query;

	make_lines(state, &lines);
	state->help.line = state->help.before;
	strbuf_reset(query);
	strbuf_add(query, text);
	for (size_t i = 0; i < lines.count; i++) {
		if (selectable(&lines, i) && holds(&lines, i, query)) {
			state->help.line = i;
			show_line(state, &lines);
			return;
		}
	}
	show_line(state, &lines);
	if (*text == '\0')
		return;
	state_say(state, "no line has '%s'", text);
	strbuf_reset(query);
}

static void next_match(struct state *state, bool forward)
{
	struct help_lines lines;
	const struct strbuf *query = &state->help.query;
	size_t at = state->help.line;

	make_lines(state, &lines);
	if (query->length == 0) {
		state_say(state, "nothing was searched for; / searches");
		return;
	}
	do {
		at = forward ? at + 1 : at - 1;
		if (at >= lines.count) {
			state_say(state, forward ? "this is the last one" :
						   "this is the first one");
			return;
		}
	} while (!selectable(&lines, at) || !holds(&lines, at, query));
	state->help.line = at;
	show_line(state, &lines);
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

static const char *const *find_hints(const struct state *state)
{
	static const char *const hints[] = { "Enter stay   Esc back",
					     "Esc back", "" };

	(void)state;
	return hints;
}

static const struct purpose finding = {
	.sign = '/',
	.changed = find_changed,
	.accept = prompt_close,
	.cancel = find_cancel,
	.next = next_match,
	.scroll = travel_lines,
	.hints = find_hints,
	.position = help_position,
};

/* ------------------------------------------------------------------------
 * The layer
 */

/* Where a key is pressed that does nothing where the help was asked for. */
static const char *place_of(unsigned int where)
{
	if ((where & CONTEXT_BROWSE) != 0)
		return "tree and detail";
	if ((where & CONTEXT_PROMPT) != 0)
		return "a prompt";
	if ((where & CONTEXT_MENU) != 0)
		return "the filter menu";
	return (where & CONTEXT_COPY) != 0 ? "after y" : "the help";
}

/* Close the help, and have done what the selected line says. */
static void perform(struct state *state)
{
	struct help_lines lines;
	enum action action;

	make_lines(state, &lines);
	action = lines.lines[state->help.line].action;
	if (action == ACTION_COUNT) {
		state_say(state, "this line explains; it does nothing");
	} else if ((action_row(action)->where &
		    places[help_place(state)].context) == 0) {
		state_say(state, "this key is for %s",
			  place_of(action_row(action)->where));
	} else if (action == ACTION_NUMBER) {
		close_help(state);
		state_say(state, "type the number");
	} else {
		close_help(state);
		state->pending = action;
	}
}

void help_step(struct state *state, enum action action)
{
	struct travel travel;

	if (action_travels(action, &travel)) {
		travel_lines(state, travel);
	} else if (action == ACTION_SEARCH) {
		state->help.before = state->help.line;
		prompt_open(state, &finding);
	} else if (action == ACTION_NEXT_MATCH) {
		next_match(state, true);
	} else if (action == ACTION_PREVIOUS_MATCH) {
		next_match(state, false);
	} else if (action == ACTION_PERFORM) {
		perform(state);
	} else {
		close_help(state);
	}
}

/* Undo the search, then close. */
void help_back(struct state *state)
{
	if (state->help.query.length == 0)
		close_help(state);
	else
		strbuf_reset(&state->help.query);
}

void help_title(const struct state *state, struct strbuf *title)
{
	if (state->message.length == 0)
		strbuf_addf(title, "Help: %s",
			    places[help_place(state)].title);
}

const char *const *help_hints(const struct state *state)
{
	static const char *const hints[] = {
		"Enter do   / search   ? closes", "/ search   ? closes",
		"? closes"
	};

	(void)state;
	return hints;
}

const struct viewport *help_position(const struct state *state)
{
	return &state->help.view;
}

/* As in tree and detail: `>` the selected line, `/` one with a match. */
static const char *gutter_of(const struct state *state,
			     const struct help_lines *lines, size_t number)
{
	if (number == state->help.line)
		return ">";
	return holds(lines, number, &state->help.query) ? "/" : " ";
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

	help_lines_make(&lines, help_place(state), state->screen_cols,
			state->collection);
	sheet->top = state->help.view.top;
	for (size_t i = 0; i < lines.count; i++) {
		const struct help_line *line = &lines.lines[i];
		int left = line->column * lines.width;
		int limit = left + lines.width - 1;

		if (line->text == NULL)
			continue;
		sheet_put(sheet, line->row, left, limit, ROLE_TEXT,
			  gutter_of(state, &lines, i), 1);
		draw_line(sheet, line, left, limit);
	}
	sheet_select(sheet, lines.lines[state->help.line].row,
		     lines.lines[state->help.line].height,
		     lines.lines[state->help.line].column * lines.width,
		     lines.width - 1);
}

/* The line that is clicked is selected; the selected one is done. */
void help_click(struct state *state, int row, int col)
{
	struct help_lines lines;
	int at = row + (int)state->help.view.top;

	make_lines(state, &lines);
	for (size_t i = 0; i < lines.count; i++) {
		const struct help_line *line = &lines.lines[i];

		if (!selectable(&lines, i) || col / lines.width != line->column ||
		    at < line->row || at >= line->row + line->height)
			continue;
		if (state->help.line == i)
			perform(state);
		state->help.line = i;
		return;
	}
}

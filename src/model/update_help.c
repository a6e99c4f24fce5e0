#include "model/steps.h"

#include <stdint.h>

#include "model/help.h"
#include "model/state.h"

static size_t last_scroll(const struct state *state, const struct help *help)
{
	int rows = state->screen_rows - 1;

	return help->rows > rows ? (size_t)(help->rows - rows) : 0;
}

static void scroll(struct state *state, bool down, size_t count)
{
	struct help help;
	size_t last;

	help_make(&help, state->focus, state->screen_cols);
	last = last_scroll(state, &help);
	if (down ? state->help_scroll >= last : state->help_scroll == 0)
		state_say(state, last == 0 ? "all of it is on the screen" :
				 down	   ? "this is the end" :
					     "this is the beginning");
	else if (down)
		state->help_scroll += count < last - state->help_scroll ?
					      count :
					      last - state->help_scroll;
	else
		state->help_scroll -= count < state->help_scroll ?
					      count :
					      state->help_scroll;
}

/* Scroll so that a line is on the screen, its row in the middle if need be. */
static void show_line(struct state *state, const struct help *help,
		      size_t line)
{
	size_t row = (size_t)help->lines[line].row;
	size_t end = row + (size_t)help->lines[line].height;
	size_t rows = state->screen_rows > 1 ? (size_t)state->screen_rows - 1 :
					       1;
	size_t last = last_scroll(state, help);

	state->help_match = line;
	if (row >= state->help_scroll && end <= state->help_scroll + rows)
		return;
	state->help_scroll = row > rows / 2 ? row - rows / 2 : 0;
	if (end > state->help_scroll + rows)
		state->help_scroll = end - rows < row ? end - rows : row;
	if (state->help_scroll > last)
		state->help_scroll = last;
}

void step_help_resize(struct state *state)
{
	struct help help;
	size_t last;

	help_make(&help, state->focus, state->screen_cols);
	last = last_scroll(state, &help);
	if (state->help_scroll > last)
		state->help_scroll = last;
	if (state->help_before > last)
		state->help_before = last;
	if (state->help_match < help.count)
		show_line(state, &help, state->help_match);
}

void step_help_search(struct state *state, const char *text)
{
	struct help help;

	help_make(&help, state->focus, state->screen_cols);
	state->help_scroll = state->help_before;
	state->help_match = SIZE_MAX;
	strbuf_reset(&state->help_query);
	strbuf_add(&state->help_query, text);
	for (size_t i = 0; *text != '\0' && i < help.count; i++) {
		if (help_line_holds(&help.lines[i], text)) {
			show_line(state, &help, i);
			return;
		}
	}
	if (*text != '\0')
		state_say(state, "no line has '%s'", text);
}

void step_help_match(struct state *state, bool forward)
{
	struct help help;
	const char *text = strbuf_text(&state->help_query);
	size_t at = state->help_match;

	help_make(&help, state->focus, state->screen_cols);
	if (at >= help.count) {
		state_say(state, *text == '\0' ?
					 "nothing was searched for" :
					 "no line has it");
		return;
	}
	do {
		at = forward ? at + 1 : at - 1;
		if (at >= help.count) {
			state_say(state, forward ? "this is the last one" :
						   "this is the first one");
			return;
		}
	} while (!help_line_holds(&help.lines[at], text));
	show_line(state, &help, at);
}

/* Undo the search, then close; any other key that closes, closes at once. */
static void close_help(struct state *state, enum action action)
{
	if (action != ACTION_BACK || state->help_match == SIZE_MAX)
		state->help = false;
	state->help_match = SIZE_MAX;
	strbuf_reset(&state->help_query);
}

void step_help(struct state *state, enum action action)
{
	size_t rows = state->screen_rows > 2 ? (size_t)state->screen_rows - 2 :
					       1;

	switch (action) {
	case ACTION_NEXT:
		scroll(state, true, 1);
		break;
	case ACTION_PREVIOUS:
		scroll(state, false, 1);
		break;
	case ACTION_HALF_DOWN:
		scroll(state, true, rows / 2 + 1);
		break;
	case ACTION_HALF_UP:
		scroll(state, false, rows / 2 + 1);
		break;
	case ACTION_PAGE_DOWN:
	case ACTION_READ_ON:
		scroll(state, true, rows);
		break;
	case ACTION_PAGE_UP:
	case ACTION_READ_BACK:
		scroll(state, false, rows);
		break;
	case ACTION_FIRST:
		scroll(state, false, SIZE_MAX / 2);
		break;
	case ACTION_LAST:
		scroll(state, true, SIZE_MAX / 2);
		break;
	case ACTION_SEARCH:
		step_open_prompt(state, PURPOSE_HELP);
		break;
	case ACTION_NEXT_MATCH:
		step_help_match(state, true);
		break;
	case ACTION_PREVIOUS_MATCH:
		step_help_match(state, false);
		break;
	default:
		close_help(state, action);
		break;
	}
}

#include "model/steps.h"

#include <string.h>

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

static bool holds(const struct help_line *line, const char *text)
{
	return line->text != NULL && (strcasestr(line->text, text) != NULL ||
				      strstr(line->keys, text) != NULL);
}

void step_help_find(struct state *state, bool next, bool forward)
{
	struct help help;
	const char *text = strbuf_text(&state->help_query);
	size_t best = SIZE_MAX;

	help_make(&help, state->focus, state->screen_cols);
	for (size_t i = 0; *text != '\0' && i < help.count; i++) {
		size_t row = (size_t)help.lines[i].row;

		if (!holds(&help.lines[i], text))
			continue;
		if (!next && best == SIZE_MAX)
			best = row;
		else if (next && forward && row > state->help_scroll &&
			 row < best)
			best = row;
		else if (next && !forward && row < state->help_scroll &&
			 (best == SIZE_MAX || row > best))
			best = row;
	}
	if (best == SIZE_MAX)
		state_say(state, *text == '\0' ? "nothing was searched for" :
				 next	       ? "no further line has '%s'" :
						 "no line has '%s'",
			  text);
	else
		state->help_scroll = best < last_scroll(state, &help) ?
					     best :
					     last_scroll(state, &help);
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
		step_help_find(state, true, true);
		break;
	case ACTION_PREVIOUS_MATCH:
		step_help_find(state, true, false);
		break;
	default:
		state->help = false;
		strbuf_reset(&state->help_query);
		break;
	}
}

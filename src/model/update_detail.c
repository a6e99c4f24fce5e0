#include "model/steps.h"

#include "model/state.h"

static void scroll(struct state *state, bool down, size_t count)
{
	size_t rows = state_detail_rows(state);
	size_t total = state->page.count;
	size_t last = total > rows ? total - rows : 0;

	if (down && state->scroll >= last)
		state_say(state, last == 0 ? "all of it is on the screen" :
					     "this is the end");
	else if (!down && state->scroll == 0)
		state_say(state, last == 0 ? "all of it is on the screen" :
					     "this is the beginning");
	else if (down)
		state->scroll += count < last - state->scroll ?
					 count :
					 last - state->scroll;
	else
		state->scroll -= count < state->scroll ? count : state->scroll;
}

static void leave(struct state *state)
{
	state->focus = PANE_TREE;
	state->stale = true;
}

void step_detail(struct state *state, enum action action)
{
	size_t rows = state_detail_rows(state);
	size_t page = rows > 1 ? rows - 1 : 1; /* one line of overlap */
	size_t half = rows > 1 ? rows / 2 : 1;

	switch (action) {
	case ACTION_NEXT:
		scroll(state, true, 1);
		break;
	case ACTION_PREVIOUS:
		scroll(state, false, 1);
		break;
	case ACTION_HALF_DOWN:
		scroll(state, true, half);
		break;
	case ACTION_HALF_UP:
		scroll(state, false, half);
		break;
	case ACTION_PAGE_DOWN:
	case ACTION_READ_ON:
		scroll(state, true, page);
		break;
	case ACTION_PAGE_UP:
	case ACTION_READ_BACK:
		scroll(state, false, page);
		break;
	case ACTION_FIRST:
		scroll(state, false, state->page.count);
		break;
	case ACTION_LAST:
		scroll(state, true, state->page.count);
		break;
	case ACTION_IN:
	case ACTION_ENTER:
		state_say(state, "no link is selected here");
		break;
	case ACTION_OUT:
		leave(state);
		break;
	default:
		break;
	}
}

#include "model/panes.h"

#include "model/comparing.h"
#include "model/copying.h"
#include "model/filtering.h"
#include "model/help.h"
#include "model/links.h"
#include "model/matches.h"
#include "model/menu.h"
#include "model/mouse.h"
#include "model/narrowing.h"
#include "model/number.h"
#include "model/pane_detail.h"
#include "model/pane_tree.h"

/* The one pane on the screen is the detail, though there is a tree. */
static bool detail_alone(const struct state *state)
{
	struct layout layout = state_layout(state);

	return !layout.two && !layout.too_small && state->focus == PANE_DETAIL;
}

static void leave_detail(struct state *state)
{
	state->alone = false;
	state_focus(state, PANE_TREE);
}

void panes_back(struct state *state)
{
	if (detail_alone(state))
		leave_detail(state);
	else if (state->reader.shown.number != 0)
		state_select(state, state->row);
	else if (state->matches.alive)
		matches_end(state);
	else if (state->narrowing.only != NULL)
		narrowing_end(state);
	else
		state_say(state, "there is nothing to undo; q quits");
}

static void quit(struct state *state)
{
	if (detail_alone(state))
		leave_detail(state);
	else
		state_leave(state, EFFECT_QUIT, NULL);
}

static void other_pane(struct state *state)
{
	state_focus(state, state->focus == PANE_TREE ? PANE_DETAIL : PANE_TREE);
}

/* The page has the whole screen, or both panes share it as they did. */
static void maximise(struct state *state)
{
	if (!state->alone && !state_layout(state).two) {
		state_say(state, "the screen is too small for two panes");
		return;
	}
	state->alone = !state->alone;
	if (state->alone)
		state->shared_focus = state->focus;
	state_focus(state,
		    state->alone ? PANE_DETAIL : state->shared_focus);
	state_rewrap(state);
}

static void show_all(struct state *state)
{
	struct filter none;

	if (!filter_active(&state->filter) && state->narrowing.only == NULL) {
		state_say(state, "no filter is on");
		return;
	}
	filter_init(&none);
	narrowing_end(state);
	filtering_set(state, &none);
	state_say(state, "all filters are off");
}

/* Where the page is not on the screen, open it; whether it was there. */
static bool has_page(struct state *state)
{
	if (state_layout(state).detail.rows > 0)
		return true;
	state_focus(state, PANE_DETAIL);
	state_visit(state);
	return false;
}

/* A link has the focus, so that Enter follows it. */
static void select_link(struct state *state, bool forward)
{
	if (has_page(state))
		state->focus = PANE_DETAIL;
	else
		state_settle(state);
	links_next(state, forward);
}

static void take_digit(struct state *state)
{
	if (links_choosing(state) && state->key >= '1' && state->key <= '9')
		links_choose(state, state->key - '0');
	else
		number_begin(state);
}

static void refuse_correction(struct state *state)
{
	state_say(state, "Backspace corrects a number; none is typed");
}

static void next_heading(struct state *state)
{
	if (has_page(state))
		links_heading(state, true);
}

static void previous_heading(struct state *state)
{
	if (has_page(state))
		links_heading(state, false);
}

static void next_link(struct state *state)
{
	select_link(state, true);
}

static void previous_link(struct state *state)
{
	select_link(state, false);
}

static void next_match(struct state *state)
{
	matches_step(state, true);
}

static void previous_match(struct state *state)
{
	matches_step(state, false);
}

/* What is done alike from both panes. */
static const struct {
	enum action action;
	void (*act)(struct state *state);
} deeds[] = {
	{ ACTION_NUMBER, take_digit },
	{ ACTION_CORRECT, refuse_correction },
	{ ACTION_HEADING_NEXT, next_heading },
	{ ACTION_HEADING_PREVIOUS, previous_heading },
	{ ACTION_LINK_NEXT, next_link },
	{ ACTION_LINK_PREVIOUS, previous_link },
	{ ACTION_OTHER_PANE, other_pane },
	{ ACTION_MAXIMISE, maximise },
	{ ACTION_SEARCH, matches_prompt },
	{ ACTION_NEXT_MATCH, next_match },
	{ ACTION_PREVIOUS_MATCH, previous_match },
	{ ACTION_NARROW, narrowing_prompt },
	{ ACTION_MENU, menu_open },
	{ ACTION_FILTERS_OFF, show_all },
	{ ACTION_MARK, comparing_mark },
	{ ACTION_COMPARE, comparing_open },
	{ ACTION_COPY, copying_open },
	{ ACTION_OPEN, copying_show_source },
	{ ACTION_MOUSE, mouse_toggle },
	{ ACTION_HELP, help_open },
	{ ACTION_QUIT, quit },
};

/* What one pane does wherever the focus is, and what the focused one does. */
static void step_in_pane(struct state *state, enum action action)
{
	switch (action) {
	case ACTION_READ_ON:
	case ACTION_READ_BACK:
		if (has_page(state))
			pane_detail_step(state, action);
		break;
	case ACTION_NEXT_CODE:
	case ACTION_PREVIOUS_CODE:
	case ACTION_BACKWARD:
	case ACTION_FORWARD:
	case ACTION_UNFOLD:
	case ACTION_FOLD:
	case ACTION_UNFOLD_ALL:
	case ACTION_FOLD_ALL:
		pane_tree_step(state, action);
		break;
	case ACTION_STANDARD:
	case ACTION_VENDOR:
	case ACTION_WARNING:
	case ACTION_ONLY_STANDARD:
	case ACTION_ONLY_VENDOR:
	case ACTION_ONLY_WARNING:
		filtering_step(state, action);
		break;
	default:
		if (state->focus == PANE_TREE)
			pane_tree_step(state, action);
		else
			pane_detail_step(state, action);
	}
}

void panes_step(struct state *state, enum action action)
{
	for (size_t i = 0; i < sizeof(deeds) / sizeof(*deeds); i++) {
		if (deeds[i].action == action) {
			deeds[i].act(state);
			return;
		}
	}
	step_in_pane(state, action);
}

const char *const *panes_hints(const struct state *state)
{
	static const char *const first[] = {
		"404 go to   / search   Tab pane   ? help   q quit",
		"404 / Tab ? q", "? help"
	};
	static const char *const later[] = { "/ search   ? help   q quit",
					     "? help   q quit", "? help" };
	static const char *const choose[] = {
		"1-9 choose   < back   ? help   q quit",
		"1-9 choose   ? help", "? help"
	};

	if (links_choosing(state))
		return choose;
	return state->touched ? later : first;
}

const struct viewport *panes_position(const struct state *state)
{
	return state_layout(state).detail.rows > 0 ? &state->reader.view :
						     NULL;
}

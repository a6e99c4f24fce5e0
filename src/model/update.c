#include "model/update.h"

#include <stdint.h>

#include "base/text.h"
#include "model/steps.h"

enum context update_context(const struct state *state)
{
	if (state->prompt.open)
		return CONTEXT_PROMPT;
	return state->help ? CONTEXT_HELP : CONTEXT_BROWSE;
}

/* The one pane on the screen is the detail, though there is a tree. */
static bool detail_alone(const struct state *state)
{
	struct layout layout = state_layout(state);

	return !layout.two && !layout.too_small && state->focus == PANE_DETAIL;
}

static void leave_detail(struct state *state)
{
	state->focus = PANE_TREE;
	state->alone = false;
	state->stale = true;
}

/* Undo one layer; the number has gone with the key. */
static void back(struct state *state, bool had_number)
{
	if (had_number)
		;
	else if (detail_alone(state))
		leave_detail(state);
	else if (state->unknown != 0)
		state_select(state, state->row);
	else if (state->alive)
		step_end_search(state);
	else if (state->only != NULL)
		step_end_narrow(state);
	else
		state_say(state, "there is nothing to undo; q quits");
}

static enum effect_kind quit(struct state *state)
{
	if (!detail_alone(state))
		return EFFECT_QUIT;
	leave_detail(state);
	return EFFECT_NONE;
}

static void other_pane(struct state *state)
{
	state->focus = state->focus == PANE_TREE ? PANE_DETAIL : PANE_TREE;
	state->stale = true;
}

static void maximise(struct state *state)
{
	if (state->alone || state_layout(state).two)
		state->alone = !state->alone;
	state_rewrap(state);
	if (!state->alone && !state_layout(state).two)
		state_say(state, "the screen is too small for two panes");
}

/* Page the description; where it is not on the screen, open it first. */
static void read_page(struct state *state, enum action action)
{
	if (state_layout(state).detail.rows > 0) {
		step_detail(state, action);
		return;
	}
	state->focus = PANE_DETAIL;
	state->stale = true;
	state_visit(state);
}

static void browse(struct state *state, enum action action)
{
	switch (action) {
	case ACTION_READ_ON:
	case ACTION_READ_BACK:
		read_page(state, action);
		break;
	case ACTION_NEXT_CODE:
	case ACTION_PREVIOUS_CODE:
	case ACTION_BACKWARD:
	case ACTION_FORWARD:
	case ACTION_UNFOLD:
	case ACTION_FOLD:
	case ACTION_UNFOLD_ALL:
	case ACTION_FOLD_ALL:
		step_tree(state, action);
		break;
	case ACTION_OTHER_PANE:
		other_pane(state);
		break;
	case ACTION_MAXIMISE:
		maximise(state);
		break;
	case ACTION_SEARCH:
		step_open_prompt(state, PURPOSE_SEARCH);
		break;
	case ACTION_NARROW:
		step_open_prompt(state, PURPOSE_NARROW);
		break;
	case ACTION_NEXT_MATCH:
		step_match(state, true);
		break;
	case ACTION_PREVIOUS_MATCH:
		step_match(state, false);
		break;
	case ACTION_STANDARD:
	case ACTION_VENDOR:
	case ACTION_WARNING:
	case ACTION_FILTERS_OFF:
		step_filter(state, action);
		break;
	case ACTION_HELP:
		state->help = true;
		state->help_scroll = 0;
		state->help_match = SIZE_MAX;
		break;
	default:
		if (state->focus == PANE_TREE)
			step_tree(state, action);
		else
			step_detail(state, action);
	}
}

static enum effect_kind act(struct state *state, enum action action,
		       bool had_number)
{
	switch (action) {
	case ACTION_REDRAW:
		return EFFECT_REDRAW;
	case ACTION_SUSPEND:
		return EFFECT_SUSPEND;
	case ACTION_INTERRUPT:
		return EFFECT_INTERRUPT;
	case ACTION_QUIT_NOW:
		return EFFECT_QUIT;
	default:
		break;
	}
	if (state->prompt.open && (action == ACTION_PAGE_DOWN ||
				   action == ACTION_PAGE_UP)) {
		if (state->prompt.purpose == PURPOSE_HELP)
			step_help(state, action);
		else if (state_layout(state).detail.rows > 0)
			step_detail(state, action);
		else
			state_say(state, "no room for the page");
	} else if (state->prompt.open) {
		step_prompt(state, action);
	} else if (state->help) {
		step_help(state, action);
	} else if (action == ACTION_BACK) {
		back(state, had_number);
	} else if (action == ACTION_QUIT) {
		return quit(state);
	} else {
		browse(state, action);
	}
	return EFFECT_NONE;
}

static bool is_text(hkey_t key)
{
	return key == HKEY_SPACE || (key >= 0x20 && key != 0x7f &&
				     (key < 0x80 || key >= 0xa0) &&
				     key < HKEY_FIRST);
}

static void type_key(struct state *state, hkey_t key)
{
	struct strbuf text;

	strbuf_init(&text);
	if (key == HKEY_SPACE)
		strbuf_add_char(&text, ' ');
	else if (text_refused(key) == NULL)
		text_encode(&text, key);
	if (text.length > 0)
		step_type(state, text.text, text.length);
	else
		state_say(state, "this sign cannot be searched for");
	strbuf_clear(&text);
}

static void say_unbound(struct state *state, hkey_t key)
{
	char name[24];

	hkey_name(key, name, sizeof(name));
	state_say(state,
		  state->prompt.open || state->help ?
			  "%s does nothing here" :
			  "%s does nothing here; ? lists the keys",
		  name);
}

struct effect update_key(struct state *state, hkey_t key)
{
	enum context context = update_context(state);
	enum action action = action_of_key(context, key);
	bool had_number = state->number.length > 0;
	struct effect effect = { EFFECT_NONE, NULL, 0 };

	strbuf_reset(&state->message);
	state->touched = true;
	if (action == ACTION_NUMBER) {
		step_digit(state, (char)key);
	} else if (action == ACTION_CORRECT) {
		step_correct(state);
	} else {
		strbuf_reset(&state->number);
		if (had_number)
			state_visit(state);
		if (action != ACTION_COUNT)
			effect.kind = act(state, action, had_number);
		else if (context == CONTEXT_PROMPT && is_text(key))
			type_key(state, key);
		else
			say_unbound(state, key);
	}
	state_settle(state);
	return effect;
}

void update_paste(struct state *state, const char *text, size_t length)
{
	struct strbuf line;

	strbuf_init(&line);
	for (size_t i = 0; i < length;) {
		uint32_t character;
		size_t size = text_decode(text + i, length - i, &character);

		if (character == '\n' || character == '\r') {
			if (line.length > 0)
				break;
		} else if (character == '\t') {
			strbuf_add_char(&line, ' ');
		} else if (text_refused(character) == NULL) {
			text_encode(&line, character);
		}
		i += size;
	}
	strbuf_reset(&state->message);
	if (state->number.length > 0)
		state_visit(state);
	strbuf_reset(&state->number);
	if (!state->prompt.open)
		step_open_prompt(state, state->help ? PURPOSE_HELP :
						      PURPOSE_SEARCH);
	if (line.length > 0)
		step_type(state, line.text, line.length);
	else
		state_say(state, "nothing was pasted that can be searched");
	state_settle(state);
	strbuf_clear(&line);
}

void update_rest(struct state *state)
{
	if (state->number.length == 0)
		return;
	strbuf_reset(&state->number);
	state_visit(state);
}

void update_resize(struct state *state, int screen_rows, int screen_cols)
{
	state->screen_rows = screen_rows;
	state->screen_cols = screen_cols;
	state_rewrap(state);
	if (state->help)
		step_help_resize(state);
	if (state->prompt.open && state->alive)
		state_show_match(state);
	state_settle(state);
}

void update_filter(struct state *state, const struct filter *filter)
{
	state->filter = *filter;
	step_refilter(state);
	state_settle(state);
}

bool update_open_at(struct state *state, const char *text)
{
	step_run(state, text);
	if (state->search.count == 0) {
		state_settle(state);
		return false;
	}
	state->alive = true;
	state_go(state, state->search.hits[0].entry);
	/* Where one pane has the screen, that is the page, as after Enter. */
	if (!state_layout(state).two)
		state->focus = PANE_DETAIL;
	state_show_match(state);
	state_visit(state);
	state_settle(state);
	return true;
}

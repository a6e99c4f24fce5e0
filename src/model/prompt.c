#include "model/prompt.h"

void prompt_open(struct state *state, const struct purpose *purpose)
{
	stack_push(&state->stack, LAYER_PROMPT);
	state->prompt.purpose = purpose;
	state->prompt.recalled = 0;
	editor_set(&state->prompt.line, "");
	state->reader.stale = true;
}

void prompt_close(struct state *state)
{
	stack_pop(&state->stack);
	state->reader.stale = true;
}

void prompt_put_aside(struct state *state)
{
	state->aside = state->prompt;
	state->prompt = (struct prompt){ .purpose = NULL };
	prompt_close(state);
}

void prompt_take_up(struct state *state)
{
	struct prompt aside = state->aside;

	state->aside = (struct prompt){ .purpose = NULL };
	editor_clear(&state->prompt.line);
	prompt_open(state, aside.purpose);
	editor_clear(&state->prompt.line);
	state->prompt = aside;
}

bool prompt_is_aside(const struct state *state)
{
	return state->aside.purpose != NULL;
}

const char *prompt_text(const struct state *state)
{
	return strbuf_text(&state->prompt.line.text);
}

static void changed(struct state *state)
{
	state->prompt.recalled = 0;
	state->prompt.purpose->changed(state);
}

/* Put an older or a newer text of the history into the prompt. */
static void recall(struct state *state, bool older)
{
	struct prompt *prompt = &state->prompt;
	const struct history *history = &state->history;
	size_t wanted = older ? prompt->recalled + 1 : prompt->recalled - 1;

	if ((!older && prompt->recalled == 0) || wanted > history->count) {
		state_say(state, "the history has no %s text",
			  older ? "older" : "newer");
		return;
	}
	editor_set(&prompt->line,
		   wanted > 0 ? history->texts[wanted - 1] : "");
	changed(state);
	prompt->recalled = wanted;
}

static void next(struct state *state, bool down)
{
	struct prompt *prompt = &state->prompt;

	if (prompt->purpose->lists &&
	    (prompt->line.text.length == 0 || prompt->recalled > 0))
		recall(state, !down);
	else
		prompt->purpose->next(state, down);
}

static const char *why_unmoved(const struct state *state, enum edit edit)
{
	if (edit >= EDIT_ERASE)
		return "there is nothing to erase";
	return state->prompt.line.cursor == 0 && edit != EDIT_END ?
		       "this is the start of the text" :
		       "this is the end of the text";
}

static void edit_line(struct state *state, enum edit edit)
{
	struct prompt *prompt = &state->prompt;

	if (edit == EDIT_ERASE && prompt->line.text.length == 0) {
		prompt_back(state);
		return;
	}
	switch (editor_edit(&prompt->line, edit)) {
	case EDITED_NOTHING:
		state_say(state, "%s", why_unmoved(state, edit));
		break;
	case EDITED_TEXT:
		changed(state);
		return;
	default:
		break;
	}
	/* Who moves in a text of the history has made it the prompt's own. */
	if (edit < EDIT_ERASE)
		prompt->recalled = 0;
}

void prompt_step(struct state *state, enum action action)
{
	const struct purpose *purpose = state->prompt.purpose;
	struct travel travel;
	enum edit edit;

	if (action_edits(action, &edit))
		edit_line(state, edit);
	else if (action_travels(action, &travel))
		purpose->scroll(state, travel);
	else if (action == ACTION_HIT_NEXT || action == ACTION_HIT_PREVIOUS)
		next(state, action == ACTION_HIT_NEXT);
	else
		purpose->accept(state);
}

void prompt_back(struct state *state)
{
	state->prompt.purpose->cancel(state);
}

void prompt_type(struct state *state, const char *text, size_t length)
{
	if (!editor_insert(&state->prompt.line, text, length))
		state_say(state, "the text is too long, and is cut");
	changed(state);
}

void prompt_resize(struct state *state)
{
	if (state->prompt.purpose->lists && state->matches.alive)
		state_show_match(state);
}

const char *const *prompt_hints(const struct state *state)
{
	return state->prompt.purpose->hints(state);
}

const struct viewport *prompt_position(const struct state *state)
{
	const struct purpose *purpose = state->prompt.purpose;

	return purpose->position != NULL ? purpose->position(state) : NULL;
}

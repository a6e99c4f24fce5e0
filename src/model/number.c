#include "model/number.h"

#include <string.h>

#include "query/meanings.h"

void number_show_unknown(struct state *state, unsigned int number)
{
	entry_t below, above;
	struct shown shown = { .number = number };

	catalogue_neighbours(state->catalogue, number, &below, &above);
	if (below == ENTRY_NONE)
		below = above;
	if (below != ENTRY_NONE)
		state_go(state, below);
	if (state_layout(state).detail.rows == 0)
		state_focus(state, PANE_DETAIL);
	shown.entry = state->reader.shown.entry;
	reader_show(&state->reader, shown);
	state_say(state, "nobody defines %03u", number);
}

/* Whether the number may be the beginning of a status code. */
static bool may_go_on(const char *number)
{
	return strlen(number) <= 3 && strchr(number, '.') == NULL;
}

/*
 * Show what the number typed so far means.  False when that is nothing, and no
 * further digit could make it a status code; nor is one of a range's thousands
 * meant where a number of three digits goes on.
 */
static bool show(struct state *state, const struct meanings *meanings)
{
	const char *number = strbuf_text(&state->number);

	if (meanings->sort == MEANINGS_UNKNOWN) {
		number_show_unknown(state, meanings->unknown);
		return true;
	}
	if (meanings->count > 0 &&
	    (may_go_on(number) || meanings->best != FIT_INSIDE)) {
		state_go(state, meanings->entries[0]);
		return true;
	}
	if (!may_go_on(number))
		return false;
	if (state->reader.shown.number != 0)
		state_select(state, state->row);
	state_say(state, "no code begins with %s", number);
	return true;
}

static bool follow(struct state *state)
{
	const struct strbuf *number = &state->number;
	struct meanings meanings;
	struct pattern pattern;
	bool followed;

	if (!pattern_parse(&pattern, number->text, number->length))
		return false;
	meanings_init(&meanings, state->catalogue);
	meanings_find(&meanings, state->catalogue, &pattern);
	followed = show(state, &meanings);
	meanings_clear(&meanings);
	return followed;
}

static void add_digit(struct state *state, char digit)
{
	struct strbuf *number = &state->number;

	strbuf_add_char(number, digit);
	if (follow(state))
		return;
	if (digit == '.') {
		strbuf_cut(number, number->length - 1);
		state_say(state, "%s has no sub-codes", strbuf_text(number));
		return;
	}
	/* The number before is done with, and so its code is visited. */
	state_visit(state);
	strbuf_reset(number);
	strbuf_add_char(number, digit);
	follow(state);
}

void number_begin(struct state *state)
{
	if (state->key == '.') {
		state_say(state, "a full stop follows a number, as in 404.7");
		return;
	}
	stack_push(&state->stack, LAYER_NUMBER);
	add_digit(state, (char)state->key);
}

static void correct(struct state *state)
{
	strbuf_cut(&state->number, state->number.length - 1);
	if (state->number.length > 0)
		follow(state);
	else
		stack_pop(&state->stack);
}

bool number_takes(enum action action)
{
	return action == ACTION_NUMBER || action == ACTION_CORRECT;
}

void number_step(struct state *state, enum action action)
{
	if (action == ACTION_NUMBER)
		add_digit(state, (char)state->key);
	else
		correct(state);
}

void number_back(struct state *state)
{
	stack_pop(&state->stack);
	strbuf_reset(&state->number);
	state_visit(state);
}

void number_title(const struct state *state, struct strbuf *title)
{
	strbuf_addf(title, "go to %s_", strbuf_text(&state->number));
}

#include "model/number.h"

#include <stdlib.h>
#include <string.h>

/* How well a code answers to the number typed so far. */
static bool fits(const char *code, const char *number, bool whole)
{
	return whole ? strcmp(code, number) == 0 :
		       strncmp(code, number, strlen(number)) == 0;
}

/* The first code, as they are listed, that is the number or begins with it. */
static entry_t find_code(const struct state *state, const char *number,
			 bool whole, bool warning)
{
	const struct catalogue *catalogue = state->catalogue;

	for (entry_t entry = 0; entry < catalogue_count(catalogue); entry++) {
		const char *code =
			catalogue_text(catalogue, entry, FIELD_CODE);
		enum kind kind = catalogue_kind(catalogue, entry);

		if (code != NULL && kind != KIND_PAGE &&
		    (kind == KIND_WARNING) == warning &&
		    fits(code, number, whole))
			return entry;
	}
	return ENTRY_NONE;
}

/* A class for its digit, a code, a warn-code, a code that begins so. */
static entry_t find(const struct state *state, const char *number)
{
	struct strbuf id;
	entry_t found = ENTRY_NONE;

	strbuf_init(&id);
	strbuf_addf(&id, "class:%sxx", number);
	if (strlen(number) == 1)
		found = catalogue_find(state->catalogue, strbuf_text(&id));
	strbuf_clear(&id);
	if (found == ENTRY_NONE)
		found = find_code(state, number, true, false);
	if (found == ENTRY_NONE)
		found = find_code(state, number, true, true);
	if (found == ENTRY_NONE)
		found = find_code(state, number, false, false);
	return found;
}

/* The entry whose range holds a status code that begins with the number. */
static entry_t find_range(const struct state *state, const char *number)
{
	const struct catalogue *catalogue = state->catalogue;
	unsigned long low = strtoul(number, NULL, 10);
	unsigned long high = low;

	for (size_t digits = strlen(number); digits < 3; digits++) {
		low *= 10;
		high = 10 * high + 9;
	}
	for (entry_t entry = 0; entry < catalogue_count(catalogue); entry++) {
		struct code code = catalogue_code(catalogue, entry);

		if (catalogue_kind(catalogue, entry) != KIND_PAGE &&
		    code.low < code.high && code.low <= high &&
		    low <= code.high)
			return entry;
	}
	return ENTRY_NONE;
}

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

/*
 * Go to the number typed so far.  False when it leads nowhere, and no further
 * digit could make it a status code.
 */
static bool follow(struct state *state)
{
	const char *number = strbuf_text(&state->number);
	entry_t entry = find(state, number);

	if (entry == ENTRY_NONE && state->number.length <= 3 &&
	    strchr(number, '.') == NULL)
		entry = find_range(state, number);
	if (entry != ENTRY_NONE) {
		state_go(state, entry);
		return true;
	}
	if (strchr(number, '.') != NULL || state->number.length > 3)
		return false;
	if (state->number.length == 3) {
		number_show_unknown(state,
				    (unsigned int)strtoul(number, NULL, 10));
		return true;
	}
	if (state->reader.shown.number != 0)
		state_select(state, state->row);
	state_say(state, "no code begins with %s", number);
	return true;
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

#include "model/filtering.h"

#include "model/matches.h"

/* The nearest row at or above `row` that is kept, else the first of all. */
static size_t nearest_kept(const struct state *state, size_t row)
{
	while (!rows_kept(&state->rows, row)) {
		size_t parent = rows_parent(&state->rows, row);

		if (parent == row)
			return state->rows.list[0];
		row = parent;
	}
	return row;
}

/* A filter may hide the selected row: the next one kept takes its place. */
static size_t successor(const struct state *state, size_t row)
{
	size_t parent = rows_parent(&state->rows, row);
	size_t end = parent + catalogue_row(state->catalogue, parent)->size;

	for (size_t next = row; next < end; next++) {
		if (rows_kept(&state->rows, next))
			return next;
	}
	return nearest_kept(state, row);
}

/* The selected row stays where it is on the screen while others come and go. */
static void keep_line(struct state *state, size_t line)
{
	size_t position = rows_position(&state->rows, state->row);

	state->tree.top = position > line ? position - line : 0;
	state->jumped = false;
}

void filtering_apply(struct state *state)
{
	struct rows *rows = &state->rows;
	size_t line = rows_position(rows, state->row) - state->tree.top;
	struct shown shown = state->reader.shown;
	size_t own = shown.number == 0 ?
			     catalogue_row_of(state->catalogue, shown.entry) :
			     state->row;

	rows_filter(rows, &state->filter, state->narrowing.only);
	/* What was shown although it was hidden may have its row again. */
	if (rows_kept(rows, own)) {
		rows_reveal(rows, own);
		state->row = own;
	}
	if (!rows_kept(rows, state->row)) {
		state->row = successor(state, state->row);
		rows_reveal(rows, state->row);
		state_select(state, state->row);
	}
	if (state->matches.alive)
		matches_again(state);
	state->reader.stale = true;
	keep_line(state, line);
}

static void toggle(struct state *state, enum kind kind)
{
	bool hidden = !state->filter.hidden[kind];

	state->filter.hidden[kind] = hidden;
	filtering_apply(state);
	state_say(state, "%s codes are %s", kind_names.texts[kind],
		  hidden ? "hidden" : "shown again");
}

static void show_all(struct state *state)
{
	if (!filter_active(&state->filter)) {
		state_say(state, state->narrowing.only != NULL ?
					 "no filter is on; "
					 "& without a text shows all again" :
					 "no filter is on");
		return;
	}
	filter_init(&state->filter);
	filtering_apply(state);
	state_say(state, "all filters are off");
}

void filtering_step(struct state *state, enum action action)
{
	switch (action) {
	case ACTION_STANDARD:
		toggle(state, KIND_STANDARD);
		break;
	case ACTION_VENDOR:
		toggle(state, KIND_VENDOR);
		break;
	case ACTION_WARNING:
		toggle(state, KIND_WARNING);
		break;
	default:
		show_all(state);
		break;
	}
}

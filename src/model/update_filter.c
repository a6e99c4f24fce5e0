#include "model/steps.h"

#include "model/state.h"

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

	state->top = position > line ? position - line : 0;
	state->jumped = false;
}

/* Search anew among what is shown; the hit seen last stays that, if it can. */
static void search_again(struct state *state)
{
	const struct search *search = &state->search;
	entry_t seen = state->hit < search->count ?
			       search->hits[state->hit].entry :
			       ENTRY_NONE;

	step_run(state, strbuf_text(&state->query));
	state->hit = search_find(search, seen);
}

void step_refilter(struct state *state)
{
	struct rows *rows = &state->rows;
	size_t line = rows_position(rows, state->row) - state->top;
	size_t own = state->unknown == 0 ?
			     catalogue_row_of(state->catalogue, state->entry) :
			     state->row;

	rows_filter(rows, &state->filter, state->only);
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
	if (state->alive)
		search_again(state);
	state->stale = true;
	keep_line(state, line);
}

static void toggle(struct state *state, enum kind kind)
{
	bool hidden = !state->filter.hidden[kind];

	state->filter.hidden[kind] = hidden;
	step_refilter(state);
	state_say(state, "%s codes are %s", kind_names.texts[kind],
		  hidden ? "hidden" : "shown again");
}

static void show_all(struct state *state)
{
	if (!filter_active(&state->filter)) {
		state_say(state, state->only != NULL ?
					 "no filter is on; "
					 "& without a text shows all again" :
					 "no filter is on");
		return;
	}
	filter_init(&state->filter);
	step_refilter(state);
	state_say(state, "all filters are off");
}

void step_filter(struct state *state, enum action action)
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

#include "model/filtering.h"

#include "model/hiding.h"
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

/* Keep the place before codes are hidden. */
static void hold(struct state *state, struct hidden_place *hidden)
{
	hidden->held = true;
	place_keep(&hidden->before, state);
}

/* Where hiding has led, from where there is a way back. */
static void arrive(const struct state *state, struct hidden_place *hidden)
{
	hidden->row = state->row;
	hidden->shown = state->reader.shown;
}

/* While the reader has not gone on, the place is what it was. */
static bool bring_back(struct state *state, struct hidden_place *hidden)
{
	enum pane focus = state->focus;

	hidden->held = false;
	if (state->row != hidden->row ||
	    !shown_same(state->reader.shown, hidden->shown) ||
	    !rows_kept(&state->rows, hidden->before.row))
		return false;
	place_restore(&hidden->before, state);
	state->focus = focus;
	return true;
}

void filtering_keep(struct state *state)
{
	if (!state->unfiltered.held)
		hold(state, &state->unfiltered);
}

void filtering_unfold(struct state *state)
{
	rows_fold_all(&state->rows, false);
	arrive(state, &state->unfiltered);
}

/* Nothing is hidden any more: at least the folds are as they were. */
static void come_back(struct state *state)
{
	struct hidden_place *unfiltered = &state->unfiltered;

	if (!unfiltered->held || state->rows.filtered ||
	    bring_back(state, unfiltered))
		return;
	rows_restore_folds(&state->rows, unfiltered->before.folds);
	rows_reveal(&state->rows, state->row);
}

void filtering_apply(struct state *state)
{
	struct rows *rows = &state->rows;
	size_t line = rows_position(rows, state->row) - state->tree.top;
	struct shown shown = state->reader.shown;
	size_t own = state->row;

	if (shown.number == 0 &&
	    catalogue_row(state->catalogue, own)->entry != shown.entry)
		own = catalogue_row_of(state->catalogue, shown.entry);
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
	come_back(state);
}

void filtering_set(struct state *state, const struct filter *filter)
{
	struct filter *own = &state->filter;

	*own = *filter;
	own->count = 0;
	for (size_t i = 0; i < filter->count; i++) {
		const struct filter_set *set = &filter->sets[i];

		if (set->sort == FILTER_KIND && set->without)
			own->hidden[set->value] = true;
		else
			own->sets[own->count++] = *set;
	}
	filtering_apply(state);
}

/* ------------------------------------------------------------------------
 * Switches
 */

/* Take account of switches; the other way round when they `hide` nothing. */
static void flip(struct state *state, struct hidden_place *hidden, bool hide)
{
	if (hide)
		hold(state, hidden);
	filtering_apply(state);
	if (!hide && hidden->held)
		bring_back(state, hidden);
	arrive(state, hidden);
}

/* Codes of a kind, and how many of them the sets of the filter hide. */
static size_t count_kind(const struct state *state, enum kind kind,
			 size_t *hidden)
{
	size_t count = catalogue_count(state->catalogue), all = 0;

	*hidden = 0;
	for (entry_t entry = 0; entry < count; entry++) {
		if (catalogue_kind(state->catalogue, entry) != kind)
			continue;
		all++;
		*hidden += hiding_by_sets(state, entry);
	}
	return all;
}

static void toggle(struct state *state, enum kind kind)
{
	const char *name = kind_names.texts[kind];
	bool hide = !state->filter.hidden[kind];
	size_t kept_away;
	size_t all = count_kind(state, kind, &kept_away);

	if (hide && kept_away == all) {
		state_say(state, "all %s codes are hidden already; F shows all",
			  name);
		return;
	}
	state->filter.hidden[kind] = hide;
	flip(state, &state->hidden[0][kind], hide);
	if (hide)
		state_say(state, "%s codes are hidden", name);
	else if (kept_away == 0)
		state_say(state, "%s codes are shown again", name);
	else
		state_say(state, "%zu of %zu %s codes are shown; F shows all",
			  all - kept_away, all, name);
}

static void show_alone(struct state *state, enum kind kind)
{
	bool *hidden = state->filter.hidden;
	bool alone = !hidden[kind];

	for (enum kind other = 0; other < KIND_PAGE; other++)
		alone = alone && (other == kind || hidden[other]);
	for (enum kind other = 0; other < KIND_PAGE; other++)
		hidden[other] = !alone && other != kind;
	flip(state, &state->hidden[1][kind], !alone);
	if (alone)
		state_say(state, "all kinds are shown again");
	else
		state_say(state, "only %s codes are shown",
			  kind_names.texts[kind]);
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
	case ACTION_ONLY_STANDARD:
		show_alone(state, KIND_STANDARD);
		break;
	case ACTION_ONLY_VENDOR:
		show_alone(state, KIND_VENDOR);
		break;
	default:
		show_alone(state, KIND_WARNING);
		break;
	}
}

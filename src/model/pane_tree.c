#include "model/pane_tree.h"

static size_t position_of(const struct state *state)
{
	return rows_position(&state->rows, state->row);
}

static void select_at(struct state *state, size_t position)
{
	state_select(state, state->rows.list[position]);
}

static void travel_rows(struct state *state, struct travel travel)
{
	struct viewport *tree = &state->tree;
	bool on_view = state->rows.list[position_of(state)] == state->row;
	bool moved;

	viewport_fit(tree, state->rows.count, tree->height);
	tree->cursor = position_of(state);
	moved = viewport_move(tree, travel);
	/* Also out of the page of something that has no row. */
	if (moved || !on_view || state->reader.shown.number != 0)
		select_at(state, tree->cursor);
	else
		state_say(state, "this is the %s row",
			  travel.down ? "last" : "first");
}

static void go_in(struct state *state)
{
	if (!rows_has_children(&state->rows, state->row)) {
		state_focus(state, PANE_DETAIL);
		state_visit(state);
	} else if (!rows_unfolded(&state->rows, state->row)) {
		rows_fold(&state->rows, state->row, false);
	} else {
		select_at(state, position_of(state) + 1);
	}
}

static void go_out(struct state *state)
{
	size_t parent = rows_parent(&state->rows, state->row);

	if (rows_has_children(&state->rows, state->row) &&
	    rows_unfolded(&state->rows, state->row))
		rows_fold(&state->rows, state->row, true);
	else if (parent != state->row)
		state_select(state, parent);
	else
		state_say(state, "this is the top of the tree");
}

static bool is_class(const struct state *state)
{
	entry_t entry = catalogue_row(state->catalogue, state->row)->entry;

	return catalogue_sort(state->catalogue, entry) > SORT_GUIDE &&
	       rows_has_children(&state->rows, state->row);
}

/* Whether the page is that of the selected row, and not of a hidden one. */
static bool shows_row(const struct state *state)
{
	entry_t entry = catalogue_row(state->catalogue, state->row)->entry;

	return shown_same(state->reader.shown, shown_entry(entry));
}

static void enter(struct state *state)
{
	if (is_class(state) && shows_row(state)) {
		rows_fold(&state->rows, state->row,
			  rows_unfolded(&state->rows, state->row));
		return;
	}
	state_focus(state, PANE_DETAIL);
	state_visit(state);
}

static void fold(struct state *state, bool fold)
{
	const char *done = fold ? "folded" : "unfolded";

	if (!rows_has_children(&state->rows, state->row))
		state_say(state, "there is nothing below this row to %s",
			  fold ? "fold" : "unfold");
	else if (rows_unfolded(&state->rows, state->row) != fold)
		state_say(state, "it is %s already", done);
	else
		rows_fold(&state->rows, state->row, fold);
	if (state->message.length == 0 && state_layout(state).tree.rows == 0)
		state_say(state, "%s in the tree, which Tab shows", done);
}

static void fold_all(struct state *state, bool fold)
{
	rows_fold_all(&state->rows, fold);
	while (fold && rows_parent(&state->rows, state->row) != state->row)
		state->row = rows_parent(&state->rows, state->row);
	state_select(state, state->row);
	state->jumped = true;
	state_say(state, fold ? "all folded" : "all unfolded");
}

static bool is_first_place(const struct state *state, size_t row)
{
	entry_t entry = catalogue_row(state->catalogue, row)->entry;

	return catalogue_row_of(state->catalogue, entry) == row;
}

/*
 * The next code in the order of the tree that a filter lets through.  Second
 * places count only for whoever stands on one.
 */
static void next_code(struct state *state, bool forward)
{
	struct shown shown = state->reader.shown;
	size_t row = shown.number != 0 || shows_row(state) ?
			     state->row :
			     catalogue_row_of(state->catalogue, shown.entry);
	size_t count = catalogue_rows(state->catalogue);
	bool second = !is_first_place(state, row);

	for (;;) {
		entry_t entry;

		if (forward ? ++row == count : row-- == 0) {
			state_say(state, "there is no %s code",
				  forward ? "next" : "previous");
			return;
		}
		entry = catalogue_row(state->catalogue, row)->entry;
		if (catalogue_kind(state->catalogue, entry) != KIND_PAGE &&
		    rows_kept(&state->rows, row) &&
		    (second || is_first_place(state, row))) {
			rows_reveal(&state->rows, row);
			state_select(state, row);
			state->jumped = true;
			state_visit(state);
			return;
		}
	}
}

/* Whether a place has its row in the tree, of what was shown there. */
static bool has_row(const struct state *state, const struct place *place)
{
	struct shown shown = place->reading.shown;

	return rows_kept(&state->rows, place->row) &&
	       (shown.number != 0 ||
		catalogue_row(state->catalogue, place->row)->entry ==
			shown.entry);
}

static void revisit(struct state *state, bool forward)
{
	const struct place *place =
		visited_step(&state->visited, state, forward);
	enum pane focus = state->focus;

	if (place == NULL) {
		state_say(state, "no code was visited %s this one",
			  forward ? "after" : "before");
		return;
	}
	place_restore(place, state);
	state->focus = focus;
	if (has_row(state, place)) {
		rows_reveal(&state->rows, place->row);
		return;
	}
	/* A filter that came meanwhile hides it. */
	if (place->reading.shown.number == 0) {
		state_go(state, place->reading.shown.entry);
		reader_restore(&state->reader, place->reading);
	} else {
		state->row = state->rows.list[position_of(state)];
	}
}

void pane_tree_step(struct state *state, enum action action)
{
	struct travel travel;

	if (action_travels(action, &travel)) {
		travel_rows(state, travel);
		return;
	}
	switch (action) {
	case ACTION_IN:
		go_in(state);
		break;
	case ACTION_OUT:
		go_out(state);
		break;
	case ACTION_ENTER:
		enter(state);
		break;
	case ACTION_UNFOLD:
		fold(state, false);
		break;
	case ACTION_FOLD:
		fold(state, true);
		break;
	case ACTION_UNFOLD_ALL:
		fold_all(state, false);
		break;
	case ACTION_FOLD_ALL:
		fold_all(state, true);
		break;
	case ACTION_NEXT_CODE:
		next_code(state, true);
		break;
	case ACTION_PREVIOUS_CODE:
		next_code(state, false);
		break;
	case ACTION_BACKWARD:
		revisit(state, false);
		break;
	case ACTION_FORWARD:
		revisit(state, true);
		break;
	default:
		break;
	}
}

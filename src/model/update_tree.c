#include "model/steps.h"

#include "model/state.h"

static size_t position_of(const struct state *state)
{
	return rows_position(&state->rows, state->row);
}

static void select_at(struct state *state, size_t position)
{
	state_select(state, state->rows.list[position]);
}

static void move(struct state *state, bool down, size_t count)
{
	size_t position = position_of(state);
	size_t last = state->rows.count - 1;
	size_t target;

	if (down)
		target = position + count > last ? last : position + count;
	else
		target = position < count ? 0 : position - count;
	/* Also out of the page of something that has no row. */
	if (target == position &&
	    state->rows.list[position] == state->row && state->unknown == 0)
		state_say(state, "this is the %s row", down ? "last" : "first");
	else
		select_at(state, target);
}

static void go_in(struct state *state)
{
	if (!rows_has_children(&state->rows, state->row)) {
		state->focus = PANE_DETAIL;
		state->stale = true;
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

	return catalogue_kind(state->catalogue, entry) == KIND_PAGE &&
	       rows_has_children(&state->rows, state->row);
}

/* Whether the page is that of the selected row, and not of a hidden one. */
static bool shows_row(const struct state *state)
{
	return state->unknown == 0 &&
	       catalogue_row(state->catalogue, state->row)->entry ==
		       state->entry;
}

static void enter(struct state *state)
{
	if (is_class(state) && shows_row(state)) {
		rows_fold(&state->rows, state->row,
			  rows_unfolded(&state->rows, state->row));
		return;
	}
	state->focus = PANE_DETAIL;
	state->stale = true;
	state_visit(state);
}

static void fold(struct state *state, bool fold)
{
	if (!rows_has_children(&state->rows, state->row))
		state_say(state, "there is nothing below this row to %s",
			  fold ? "fold" : "unfold");
	else if (rows_unfolded(&state->rows, state->row) != fold)
		state_say(state, "it is %s already",
			  fold ? "folded" : "unfolded");
	else
		rows_fold(&state->rows, state->row, fold);
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

/* The next code in the order of the tree that a filter lets through. */
static void next_code(struct state *state, bool forward)
{
	size_t row = state->unknown != 0 ?
			     state->row :
			     catalogue_row_of(state->catalogue, state->entry);
	size_t count = catalogue_rows(state->catalogue);

	for (;;) {
		entry_t entry;

		if (forward ? ++row == count : row-- == 0) {
			state_say(state, "there is no %s code",
				  forward ? "next" : "previous");
			return;
		}
		entry = catalogue_row(state->catalogue, row)->entry;
		if (catalogue_kind(state->catalogue, entry) != KIND_PAGE &&
		    rows_kept(&state->rows, row)) {
			state_go(state, entry);
			state_visit(state);
			return;
		}
	}
}

static void revisit(struct state *state, bool forward)
{
	struct visited *visited = &state->visited;

	if (visited->count == 0 ||
	    (forward ? visited->at + 1 >= visited->count :
		       visited->at == 0 &&
			       visited->entries[0] == state->entry)) {
		state_say(state, "no code was visited %s this one",
			  forward ? "after" : "before");
		return;
	}
	if (visited->entries[visited->at] == state->entry || forward)
		visited->at = forward ? visited->at + 1 : visited->at - 1;
	state_go(state, visited->entries[visited->at]);
}

void step_tree(struct state *state, enum action action)
{
	size_t page = state_tree_rows(state);

	switch (action) {
	case ACTION_NEXT:
		move(state, true, 1);
		break;
	case ACTION_PREVIOUS:
		move(state, false, 1);
		break;
	case ACTION_HALF_DOWN:
		move(state, true, page > 1 ? page / 2 : 1);
		break;
	case ACTION_HALF_UP:
		move(state, false, page > 1 ? page / 2 : 1);
		break;
	case ACTION_PAGE_DOWN:
		move(state, true, page > 1 ? page - 1 : 1);
		break;
	case ACTION_PAGE_UP:
		move(state, false, page > 1 ? page - 1 : 1);
		break;
	case ACTION_FIRST:
		move(state, false, state->rows.count);
		break;
	case ACTION_LAST:
		move(state, true, state->rows.count);
		break;
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

#include "model/mouse.h"

#include "base/text.h"
#include "model/links.h"
#include "model/matches.h"

static bool inside(const struct rect *area, const struct mouse *mouse)
{
	return mouse->row >= area->top && mouse->row < area->top + area->rows &&
	       mouse->col >= area->left && mouse->col < area->left + area->cols;
}

/* ------------------------------------------------------------------------
 * The tree, or the hits
 */

/* Fold or unfold a row; who stood below it stands on it then. */
static void turn(struct state *state, size_t row)
{
	struct rows *rows = &state->rows;
	size_t position;

	rows_fold(rows, row, rows_unfolded(rows, row));
	position = rows_position(rows, state->row);
	if (rows->list[position] != state->row)
		state_select(state, rows->list[position]);
}

static void click_tree(struct state *state, const struct rect *area,
		       const struct mouse *mouse)
{
	size_t position = state->tree.top + (size_t)(mouse->row - area->top);
	size_t row;
	int mark;

	state_focus(state, PANE_TREE);
	if (position >= state->rows.count)
		return;
	row = state->rows.list[position];
	mark = area->left + LAYOUT_FOLD_MARK +
	       (int)catalogue_row(state->catalogue, row)->depth;
	if (mouse->col == mark && rows_has_children(&state->rows, row))
		turn(state, row);
	else
		state_select(state, row);
}

static void click_hits(struct state *state, const struct rect *area,
		       const struct mouse *mouse)
{
	size_t rows = (size_t)area->rows;

	matches_select(state, matches_first_shown(state, rows) +
				      (size_t)(mouse->row - area->top));
}

/* The selected row stays on the screen, so it may be another one then. */
static void wheel_tree(struct state *state, bool down)
{
	struct viewport *tree = &state->tree;
	size_t position;

	for (int i = 0; i < MOUSE_LINES; i++)
		viewport_scroll(tree, (struct travel){ STRIDE_LINE, down });
	position = rows_position(&state->rows, state->row);
	if (position < tree->top)
		state_select(state, state->rows.list[tree->top]);
	else if (position >= tree->top + tree->height)
		state_select(state,
			     state->rows.list[tree->top + tree->height - 1]);
}

/* ------------------------------------------------------------------------
 * The page
 */

/* The link at a column of a line of the page; 0 for none. */
static size_t link_at(const struct page *page, size_t line, int col)
{
	const struct page_line *at = &page->lines[line];

	for (uint32_t i = 0; i < at->count; i++) {
		const struct page_span *span = &page->spans[at->first + i];
		int columns = text_columns(page_span_text(page, span),
					   span->length);

		if (col < columns)
			return span->link;
		col -= columns;
	}
	return 0;
}

static void click_page(struct state *state, const struct rect *area,
		       const struct mouse *mouse)
{
	struct reader *reader = &state->reader;
	size_t line = reader->view.top + (size_t)(mouse->row - area->top);
	/* The first column is the gutter. */
	int col = mouse->col - area->left - 1;
	size_t link = line < reader->page.count && col >= 0 ?
			      link_at(&reader->page, line, col) :
			      0;

	state_focus(state, PANE_DETAIL);
	if (link == 0)
		return;
	reader->link = link;
	links_follow(state);
}

static void wheel_page(struct state *state, bool down)
{
	for (int i = 0; i < MOUSE_LINES; i++)
		viewport_scroll(&state->reader.view,
				(struct travel){ STRIDE_LINE, down });
}

/* ------------------------------------------------------------------------
 * The panes
 */

void mouse_panes(struct state *state, const struct mouse *mouse)
{
	struct layout layout = state_layout(state);
	bool click = mouse->act == MOUSE_CLICK;
	bool down = mouse->act == MOUSE_WHEEL_DOWN;

	if (inside(&layout.detail, mouse)) {
		if (!click)
			wheel_page(state, down);
		else if (!state_lists(state))
			click_page(state, &layout.detail, mouse);
	} else if (inside(&layout.tree, mouse)) {
		if (state_lists(state) && click)
			click_hits(state, &layout.tree, mouse);
		else if (state_lists(state))
			matches_next(state, down);
		else if (click)
			click_tree(state, &layout.tree, mouse);
		else
			wheel_tree(state, down);
	}
}

void mouse_toggle(struct state *state)
{
	state->mouse = !state->mouse;
	state_leave(state,
		    state->mouse ? EFFECT_MOUSE_ON : EFFECT_MOUSE_OFF, NULL);
	state_say(state, state->mouse ?
				 "the mouse is on; with Shift it selects text" :
				 "the mouse is off");
}

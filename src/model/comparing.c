#include "model/comparing.h"

#include "base/text.h"
#include "base/xalloc.h"
#include "model/help.h"
#include "model/links.h"

enum { GUTTER = 2 };

void comparing_mark(struct state *state)
{
	struct shown shown = state->reader.shown;
	entry_t *marked = &state->comparing.marked;
	const char *id = catalogue_id(state->catalogue, shown.entry);

	if (shown.number != 0) {
		state_say(state, "nobody defines %03u, so there is nothing to "
				 "compare",
			  shown.number);
	} else if (*marked == shown.entry) {
		*marked = ENTRY_NONE;
		state_say(state, "%s is not marked any more", id);
	} else {
		*marked = shown.entry;
		state_say(state, "%s is marked; c compares another with it",
			  id);
	}
}

/* ------------------------------------------------------------------------
 * What it is compared with
 */

static bool has_other(const struct comparing *comparing, entry_t entry)
{
	for (size_t i = 0; i < comparing->count; i++) {
		if (comparing->others[i] == entry)
			return true;
	}
	return entry == comparing->left;
}

static void add_other(struct comparing *comparing, entry_t entry)
{
	if (entry == ENTRY_NONE || has_other(comparing, entry))
		return;
	comparing->others = xgrow(comparing->others, &comparing->capacity,
				  comparing->count + 1,
				  sizeof(*comparing->others));
	comparing->others[comparing->count++] = entry;
}

/* The marked one, those it is not to be confused with, those of its number. */
static void list_others(struct state *state)
{
	struct comparing *comparing = &state->comparing;
	const struct catalogue *catalogue = state->catalogue;
	entry_t left = comparing->left;
	struct code code = catalogue_code(catalogue, left);
	size_t links = catalogue_items(catalogue, left, FIELD_SEE_ALSO);

	comparing->count = comparing->at = 0;
	add_other(comparing, comparing->marked);
	for (size_t i = 0; i < links; i++)
		add_other(comparing,
			  catalogue_find(catalogue,
					 catalogue_item(catalogue, left,
							FIELD_SEE_ALSO, i,
							PART_SEE_ID)));
	if (catalogue_text(catalogue, left, FIELD_CODE) == NULL)
		return;
	for (entry_t i = 0; i < catalogue_count(catalogue); i++) {
		if (catalogue_same_code(catalogue, i, &code))
			add_other(comparing, i);
	}
}

static void build(struct state *state)
{
	struct comparing *comparing = &state->comparing;
	int cols = state->screen_cols - GUTTER;
	struct page_options options = {
		.width = cols < 1 ? 1 : cols,
		.ascii = state->ascii,
		.wide = PAGE_FOLDED,
		.filter = &state->filter,
	};

	comparing->result = compare_build(&comparing->page, state->catalogue,
					  comparing->left,
					  comparing->others[comparing->at],
					  &options);
	viewport_fit(&comparing->view, comparing->page.count,
		     state_screen_rows(state));
}

void comparing_open(struct state *state)
{
	struct comparing *comparing = &state->comparing;
	struct shown shown = state->reader.shown;

	comparing->left = shown.entry;
	comparing->count = 0;
	if (shown.number == 0)
		list_others(state);
	if (comparing->count == 0) {
		state_say(state, "nothing is taken for it; m marks a code to "
				 "compare with");
		return;
	}
	stack_push(&state->stack, LAYER_COMPARE);
	comparing->view.top = 0;
	build(state);
}

/* ------------------------------------------------------------------------
 * Keys
 */

static void next_other(struct state *state, bool forward)
{
	struct comparing *comparing = &state->comparing;

	if (forward ? comparing->at + 1 == comparing->count :
		      comparing->at == 0) {
		state_say(state, "there is no %s one to compare with",
			  forward ? "next" : "previous");
		return;
	}
	comparing->at += forward ? 1 : (size_t)-1;
	comparing->view.top = 0;
	build(state);
}

void comparing_step(struct state *state, enum action action)
{
	const struct comparing *comparing = &state->comparing;
	struct travel travel;

	if (action_travels(action, &travel)) {
		state_scroll(state, &state->comparing.view, travel);
	} else if (action == ACTION_NEXT_CODE ||
		   action == ACTION_PREVIOUS_CODE) {
		next_other(state, action == ACTION_NEXT_CODE);
	} else if (action == ACTION_HELP) {
		help_open(state);
	} else if (action == ACTION_ENTER) {
		comparing_back(state);
		links_go(state, comparing->others[comparing->at]);
	} else {
		comparing_back(state);
	}
}

void comparing_back(struct state *state)
{
	stack_pop(&state->stack);
}

void comparing_resize(struct state *state)
{
	build(state);
}

/* ------------------------------------------------------------------------
 * On the screen
 */

void comparing_title(const struct state *state, struct strbuf *title)
{
	const struct comparing *comparing = &state->comparing;
	const struct catalogue *catalogue = state->catalogue;

	if (state->message.length > 0)
		return;
	strbuf_addf(title, "%s against %s",
		    catalogue_id(catalogue, comparing->left),
		    catalogue_id(catalogue, comparing->others[comparing->at]));
	if (comparing->count > 1)
		strbuf_addf(title, " (%zu of %zu)", comparing->at + 1,
			    comparing->count);
	strbuf_addf(title, ": %zu of %zu facts differ",
		    comparing->result.differ, comparing->result.facts);
}

const char *const *comparing_hints(const struct state *state)
{
	static const char *const several[] = { "J K others   Enter go   c closes",
					       "J K   c closes", "c closes" };
	static const char *const one[] = { "Enter go   c closes", "c closes",
					   "" };

	return state->comparing.count > 1 ? several : one;
}

const struct viewport *comparing_position(const struct state *state)
{
	return &state->comparing.view;
}

static void draw_line(struct sheet *sheet, const struct page *page,
		      const struct page_line *line, int row, int limit)
{
	int left = GUTTER;

	if (line->differs)
		sheet_put(sheet, row, 0, limit, ROLE_KEY, "*", 1);
	for (uint32_t i = 0; i < line->count; i++) {
		const struct page_span *span = &page->spans[line->first + i];
		const char *text = page_span_text(page, span);

		sheet_put(sheet, row, left, limit, span->role, text,
			  span->length);
		left += text_columns(text, span->length);
	}
}

void comparing_draw(const struct state *state, struct sheet *sheet)
{
	const struct comparing *comparing = &state->comparing;
	size_t end = comparing->view.top + comparing->view.height;

	sheet->top = comparing->view.top;
	for (size_t i = comparing->view.top;
	     i < end && i < comparing->page.count; i++)
		draw_line(sheet, &comparing->page, &comparing->page.lines[i],
			  (int)i, state->screen_cols);
}

/* Nothing on it acts. */
void comparing_click(struct state *state, int row, int col)
{
	(void)row;
	(void)col;
	state_say(state, "Enter goes to the other code, c closes");
}

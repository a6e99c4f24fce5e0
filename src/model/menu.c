#include "model/menu.h"

#include <stdio.h>
#include <string.h>

#include "base/text.h"
#include "base/xalloc.h"
#include "model/facet_counts.h"
#include "model/filtering.h"

enum {
	LABEL_LEFT = 5,
	COUNT_RIGHT = 46, /* or less, on a narrow screen */
	GROUP_COLS = 12,
};

/* ------------------------------------------------------------------------
 * The list
 */

static bool begins_with(const char *label, const struct strbuf *typed)
{
	return strlen(label) >= typed->length &&
	       text_same_ascii(label, strbuf_text(typed), typed->length);
}

static bool holds(const char *label, const struct strbuf *typed)
{
	for (; *label != '\0'; label++) {
		if (begins_with(label, typed))
			return true;
	}
	return typed->length == 0;
}

static void list_those(struct state *state, bool beginning)
{
	struct menu *menu = &state->menu;
	const struct strbuf *typed = &menu->typed.text;

	for (size_t i = 0; i < menu->facets.count; i++) {
		const char *label = menu->facets.list[i].label;

		if (holds(label, typed) &&
		    begins_with(label, typed) == beginning)
			menu->shown[menu->view.count++] = i;
	}
}

static void fit(struct state *state)
{
	struct viewport *view = &state->menu.view;

	viewport_fit(view, view->count, state_screen_rows(state));
	viewport_reveal(view, view->cursor);
}

static void list(struct state *state)
{
	state->menu.view.count = 0;
	list_those(state, true);
	list_those(state, false);
	fit(state);
}

static struct facet *selected(struct state *state)
{
	struct menu *menu = &state->menu;

	return menu->view.count == 0 ?
		       NULL :
		       &menu->facets.list[menu->shown[menu->view.cursor]];
}

static void count(struct state *state)
{
	facets_count(&state->menu.facets, state->catalogue, &state->filter);
	state->menu.counted_filtered = filter_active(&state->filter);
}

void menu_open(struct state *state)
{
	struct menu *menu = &state->menu;

	stack_push(&state->stack, LAYER_MENU);
	if (menu->facets.count == 0)
		facets_list(&menu->facets, state->catalogue);
	menu->shown = xrealloc(menu->shown,
			       menu->facets.count * sizeof(*menu->shown));
	if (filter_active(&state->filter) || menu->counted_filtered)
		count(state);
	editor_set(&menu->typed, "");
	menu->view = (struct viewport){ .top = 0 };
	list(state);
}

/* ------------------------------------------------------------------------
 * Keys
 */

static void say_shown(struct state *state, const struct facet *facet)
{
	if (facet_alone(facet, &state->filter))
		state_say(state, "only %s is shown", facet->label);
	else
		state_say(state, "%s is %s", facet->label,
			  facet_shown(facet, &state->filter) ? "shown" :
							       "hidden");
}

/* Change the filter by the selected line; false when it stays as it is. */
static bool change(struct state *state,
		   bool (*how)(const struct facet *, struct filter *))
{
	struct facet *facet = selected(state);

	if (facet == NULL) {
		state_say(state, "nothing here has '%s'",
			  strbuf_text(&state->menu.typed.text));
		return false;
	}
	if (!how(facet, &state->filter)) {
		state_say(state, "no more than %d filters", FILTER_SETS);
		return false;
	}
	filtering_apply(state);
	count(state);
	say_shown(state, facet);
	return true;
}

/* Who wants to see nothing else wants to see it. */
static void show_alone(struct state *state)
{
	filtering_keep(state);
	if (!change(state, facet_show_alone))
		return;
	if (facet_alone(selected(state), &state->filter))
		filtering_unfold(state);
	stack_pop(&state->stack);
}

static void edit_typed(struct state *state, enum edit edit)
{
	struct editor *typed = &state->menu.typed;

	if (edit == EDIT_ERASE && typed->text.length == 0)
		menu_back(state);
	else if (editor_edit(typed, edit) != EDITED_TEXT)
		state_say(state, "there is nothing to erase");
	else
		list(state);
}

void menu_step(struct state *state, enum action action)
{
	struct travel travel;
	enum edit edit;

	if (action == ACTION_HIT_NEXT || action == ACTION_HIT_PREVIOUS ||
	    action_travels(action, &travel)) {
		if (!action_travels(action, &travel))
			travel = (struct travel){ STRIDE_LINE,
						  action == ACTION_HIT_NEXT };
		if (!viewport_move(&state->menu.view, travel))
			state_say(state, "this is the %s line",
				  travel.down ? "last" : "first");
	} else if (action_edits(action, &edit)) {
		edit_typed(state, edit);
	} else if (action == ACTION_TOGGLE) {
		change(state, facet_toggle);
	} else {
		show_alone(state);
	}
}

/* What is typed goes first, then the menu. */
void menu_back(struct state *state)
{
	if (state->menu.typed.text.length == 0) {
		stack_pop(&state->stack);
		return;
	}
	editor_set(&state->menu.typed, "");
	list(state);
}

void menu_type(struct state *state, const char *text, size_t length)
{
	editor_insert(&state->menu.typed, text, length);
	state->menu.view.cursor = 0;
	list(state);
}

void menu_resize(struct state *state)
{
	fit(state);
}

/* ------------------------------------------------------------------------
 * On the screen
 */

void menu_title(const struct state *state, struct strbuf *title)
{
	const struct strbuf *typed = &state->menu.typed.text;

	if (typed->length > 0 || state->message.length == 0)
		strbuf_addf(title, "show: %s%s", strbuf_text(typed),
			    typed->length > 0 ? "_" : "type to narrow");
}

const char *const *menu_hints(const struct state *state)
{
	static const char *const hints[] = {
		"Space on, off   Enter only this   Esc back",
		"Space   Enter only   Esc", "Esc back"
	};

	(void)state;
	return hints;
}

const struct viewport *menu_position(const struct state *state)
{
	return &state->menu.view;
}

static const char *sign_of(const struct state *state,
			   const struct facet *facet)
{
	if (facet_alone(facet, &state->filter))
		return "only";
	return facet_shown(facet, &state->filter) ? "[x]" : "[ ]";
}

static void draw_facet(const struct state *state, struct sheet *sheet, int row,
		       const struct facet *facet)
{
	int cols = state->screen_cols;
	int right = cols - 1 < COUNT_RIGHT ? cols - 1 : COUNT_RIGHT;
	const char *sign = sign_of(state, facet);
	const char *title = facets_title(facet->group);
	char count[24];
	int length = snprintf(count, sizeof(count), "%zu", facet->count);

	sheet_put(sheet, row, 0, cols, ROLE_KEY, sign, strlen(sign));
	sheet_put(sheet, row, LABEL_LEFT, right - length - 1, ROLE_TEXT,
		  facet->label, strlen(facet->label));
	sheet_put(sheet, row, right - length, cols, ROLE_TEXT, count,
		  strlen(count));
	if (cols > right + GROUP_COLS)
		sheet_put(sheet, row, right + 3, cols, ROLE_LABEL, title,
			  strlen(title));
}

void menu_draw(const struct state *state, struct sheet *sheet)
{
	const struct menu *menu = &state->menu;
	static const char none[] = "nothing here has that";
	size_t end = menu->view.top + menu->view.height;

	sheet->top = menu->view.top;
	for (size_t i = menu->view.top; i < end && i < menu->view.count; i++)
		draw_facet(state, sheet, (int)i,
			   &menu->facets.list[menu->shown[i]]);
	if (menu->view.count == 0)
		sheet_put(sheet, 0, LABEL_LEFT, state->screen_cols, ROLE_NOTE,
			  none, strlen(none));
	else
		sheet_select(sheet, (int)menu->view.cursor, 1, 0,
			     state->screen_cols);
}

/* A line that is clicked is selected; on its sign it is switched. */
void menu_click(struct state *state, int row, int col)
{
	struct viewport *view = &state->menu.view;
	size_t at = view->top + (size_t)row;

	if (at >= view->count)
		return;
	view->cursor = at;
	if (col < LABEL_LEFT)
		change(state, facet_toggle);
}

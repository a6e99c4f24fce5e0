#include "model/state.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "model/hiding.h"
#include "model/prompt.h"

void state_init(struct state *state, const struct catalogue *catalogue,
		int screen_rows, int screen_cols, bool ascii)
{
	*state = (struct state){
		.catalogue = catalogue,
		.ascii = ascii,
		.screen_rows = screen_rows,
		.screen_cols = screen_cols,
	};
	filter_init(&state->filter);
	rows_init(&state->rows, catalogue);
	reader_init(&state->reader);
	page_init(&state->comparing.page);
	state->comparing.marked = ENTRY_NONE;
	search_init(&state->matches.search, catalogue);
	history_init(&state->history);
	state->pending = ACTION_COUNT;
	state_show(state, catalogue_row(catalogue, 0)->entry);
	state_settle(state);
}

void state_clear(struct state *state)
{
	rows_clear(&state->rows);
	logged_clear(&state->log);
	reader_clear(&state->reader);
	page_clear(&state->comparing.page);
	free(state->comparing.others);
	search_clear(&state->matches.search);
	history_clear(&state->history);
	visited_clear(&state->visited);
	place_clear(&state->before.place);
	for (enum kind kind = 0; kind < KIND_COUNT; kind++) {
		place_clear(&state->hidden[0][kind].before);
		place_clear(&state->hidden[1][kind].before);
	}
	editor_clear(&state->prompt.line);
	editor_clear(&state->aside.line);
	editor_clear(&state->menu.typed);
	facets_clear(&state->menu.facets);
	free(state->menu.shown);
	place_clear(&state->unfiltered.before);
	bitset_free(state->narrowing.only);
	bitset_free(state->narrowing.folds);
	strbuf_clear(&state->narrowing.text);
	strbuf_clear(&state->before.query);
	strbuf_clear(&state->matches.query);
	strbuf_clear(&state->number);
	strbuf_clear(&state->help.query);
	strbuf_clear(&state->message);
	strbuf_clear(&state->payload);
}

bool state_lists(const struct state *state)
{
	return stack_top(&state->stack) == LAYER_PROMPT &&
	       state->prompt.purpose->lists;
}

struct layout state_layout(const struct state *state)
{
	return layout_of(state->screen_rows, state->screen_cols, state->focus,
			 state->alone, state_lists(state));
}

static size_t at_least_one(int rows)
{
	return rows < 1 ? 1 : (size_t)rows;
}

size_t state_screen_rows(const struct state *state)
{
	return at_least_one(state->screen_rows - 1);
}

const struct hit *state_hit(const struct state *state)
{
	const struct search *search = &state->matches.search;
	size_t hit;

	if (!state->matches.alive || state->reader.shown.number != 0)
		return NULL;
	hit = search_find(search, state->reader.shown.entry);
	return hit < search->count ? &search->hits[hit] : NULL;
}

void state_say(struct state *state, const char *format, ...)
{
	va_list arguments;
	char text[256];
	size_t cut;

	va_start(arguments, format);
	vsnprintf(text, sizeof(text), format, arguments);
	va_end(arguments);
	/* A message that is too long may have been cut inside a character. */
	if (!text_valid(text, strlen(text), &cut))
		text[cut] = '\0';
	strbuf_reset(&state->message);
	strbuf_add(&state->message, text);
}

void state_leave(struct state *state, enum effect_kind effect,
		 const char *text)
{
	state->effect = effect;
	strbuf_reset(&state->payload);
	if (text != NULL)
		strbuf_add(&state->payload, text);
}

void state_scroll(struct state *state, struct viewport *view,
		  struct travel travel)
{
	if (viewport_scroll(view, travel))
		return;
	state_say(state, viewport_last_top(view) == 0 ?
				 "all of it is on the screen" :
			 travel.down ? "this is the end" :
				       "this is the beginning");
}

void state_show(struct state *state, entry_t entry)
{
	reader_show(&state->reader, shown_entry(entry));
}

void state_select(struct state *state, size_t row)
{
	state->row = row;
	state_show(state, catalogue_row(state->catalogue, row)->entry);
}

void state_focus(struct state *state, enum pane pane)
{
	state->focus = pane;
	state->reader.stale = true;
}

static void say_hidden(struct state *state, entry_t entry)
{
	struct strbuf keys;

	strbuf_init(&keys);
	hiding_keys(state, entry, &keys);
	state_say(state, "%s is hidden, %s shows it; this is its page",
		  catalogue_id(state->catalogue, entry), strbuf_text(&keys));
	strbuf_clear(&keys);
}

void state_go(struct state *state, entry_t entry)
{
	size_t row = catalogue_row_of(state->catalogue, entry);

	state->jumped = true;
	if (rows_kept(&state->rows, row)) {
		rows_reveal(&state->rows, row);
		state_select(state, row);
		return;
	}
	while (!rows_kept(&state->rows, row) &&
	       rows_parent(&state->rows, row) != row)
		row = rows_parent(&state->rows, row);
	if (rows_kept(&state->rows, row))
		rows_reveal(&state->rows, row);
	state->row = state->rows.list[rows_position(&state->rows, row)];
	state_show(state, entry);
	/* It has no row to show it, so with one pane its page is opened. */
	if (state_layout(state).detail.rows == 0)
		state_focus(state, PANE_DETAIL);
	say_hidden(state, entry);
}

void state_visit(struct state *state)
{
	visited_add(&state->visited, state);
}

void state_remember(struct state *state, entry_t entry, const char *unfolded)
{
	struct place here = { .row = 0 };

	place_keep(&here, state);
	rows_read_folds(&state->rows, unfolded);
	state->row = catalogue_row_of(state->catalogue, entry);
	reader_show(&state->reader, shown_entry(entry));
	visited_add(&state->visited, state);
	place_restore(&here, state);
	place_clear(&here);
}

struct last_place state_last_place(const struct state *state)
{
	const struct visited *visited = &state->visited;
	const struct place *place;

	if (state->reader.shown.entry !=
	    catalogue_row(state->catalogue, 0)->entry)
		return (struct last_place){ state->reader.shown.entry,
					    &state->rows.unfolded };
	if (visited->count == 0)
		return (struct last_place){ ENTRY_NONE, NULL };
	place = &visited->places[visited->at];
	return (struct last_place){ place->reading.shown.entry, place->folds };
}

static struct page_options options_of(const struct state *state,
				      const struct layout *layout)
{
	int cols = layout->detail.cols > 0 ? layout->detail.cols :
					     state->screen_cols;

	return (struct page_options){
		/* The first column is the gutter. */
		.width = cols - 1 < PAGE_WIDEST ? cols - 1 : PAGE_WIDEST,
		.ascii = state->ascii,
		/* Beside the tree; without it there is no wider page. */
		.wide = layout->two ? PAGE_CUT : PAGE_FOLDED,
		.filter = &state->filter,
		.search = &state->matches.search,
		.hit = state_hit(state),
		.log = state->log.report,
	};
}

static void build_page(struct state *state)
{
	struct layout layout = state_layout(state);
	struct page_options options = options_of(state, &layout);

	reader_build(&state->reader, state->catalogue, &options,
		     at_least_one(layout.detail.rows));
}

void state_show_match(struct state *state)
{
	if (state->reader.stale)
		build_page(state);
	reader_show_match(&state->reader);
}

void state_rewrap(struct state *state)
{
	struct layout layout = state_layout(state);
	struct page_options options;

	state->reader.stale = true;
	if (layout.too_small)
		return;
	options = options_of(state, &layout);
	reader_rewrap(&state->reader, state->catalogue, &options,
		      at_least_one(layout.detail.rows));
}

static void settle_tree(struct state *state)
{
	struct viewport *tree = &state->tree;

	viewport_fit(tree, state->rows.count,
		     at_least_one(state_layout(state).tree.rows));
	tree->cursor = rows_position(&state->rows, state->row);
	if (state->jumped)
		viewport_centre(tree, tree->cursor);
	else
		viewport_reveal(tree, tree->cursor);
	state->jumped = false;
}

void state_settle(struct state *state)
{
	struct layout layout = state_layout(state);

	/* Without a terminal to speak of there is nothing to put right. */
	if (layout.too_small)
		return;
	if (state->reader.stale)
		build_page(state);
	viewport_fit(&state->reader.view, state->reader.page.count,
		     at_least_one(layout.detail.rows));
	settle_tree(state);
}

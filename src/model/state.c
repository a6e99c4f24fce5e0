#include "model/state.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "base/xalloc.h"

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
	page_init(&state->page);
	search_init(&state->search, catalogue);
	history_init(&state->history);
	state->entry = catalogue_row(catalogue, 0)->entry;
	state->stale = true;
	state_settle(state);
}

void state_clear(struct state *state)
{
	rows_clear(&state->rows);
	page_clear(&state->page);
	search_clear(&state->search);
	history_clear(&state->history);
	free(state->only);
	free(state->narrow_folds);
	free(state->place.folds);
	free(state->visited.entries);
	strbuf_clear(&state->place.query);
	strbuf_clear(&state->narrowed);
	strbuf_clear(&state->query);
	strbuf_clear(&state->prompt.text);
	strbuf_clear(&state->number);
	strbuf_clear(&state->help_query);
	strbuf_clear(&state->message);
}

struct layout state_layout(const struct state *state)
{
	bool listing = state->prompt.open &&
		       state->prompt.purpose != PURPOSE_HELP;

	return layout_of(state->screen_rows, state->screen_cols, state->focus,
			 state->alone, listing);
}

static size_t at_least_one(int rows)
{
	return rows < 1 ? 1 : (size_t)rows;
}

size_t state_detail_rows(const struct state *state)
{
	return at_least_one(state_layout(state).detail.rows);
}

size_t state_tree_rows(const struct state *state)
{
	return at_least_one(state_layout(state).tree.rows);
}

const struct hit *state_hit(const struct state *state)
{
	size_t hit;

	if (!state->alive || state->unknown != 0)
		return NULL;
	hit = search_find(&state->search, state->entry);
	return hit < state->search.count ? &state->search.hits[hit] : NULL;
}

bool state_lost_leads_on(const struct state *state)
{
	return state->lost && state->lost_number > 0 &&
	       state->lost_hidden == 0 &&
	       state->prompt.purpose == PURPOSE_SEARCH;
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

void state_show(struct state *state, entry_t entry)
{
	if (state->entry != entry || state->unknown != 0) {
		state->scroll = 0;
		state->match = 0;
	}
	state->entry = entry;
	state->unknown = 0;
	state->stale = true;
}

void state_select(struct state *state, size_t row)
{
	state->row = row;
	state_show(state, catalogue_row(state->catalogue, row)->entry);
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
		state->focus = PANE_DETAIL;
	state_say(state, "%s is hidden by %s; this is its page",
		  catalogue_id(state->catalogue, entry),
		  filter_shows(&state->filter, state->catalogue, entry) ?
			  "&" :
			  "the filter");
}

void state_remember(struct state *state, entry_t entry)
{
	struct visited *visited = &state->visited;

	if (visited->count > 0 && visited->entries[visited->at] == entry)
		return;
	if (visited->count > 0)
		visited->count = visited->at + 1;
	visited->entries = xgrow(visited->entries, &visited->capacity,
				 visited->count + 1,
				 sizeof(*visited->entries));
	visited->entries[visited->count++] = entry;
	visited->at = visited->count - 1;
}

void state_visit(struct state *state)
{
	if (state->unknown == 0)
		state_remember(state, state->entry);
}

entry_t state_last_place(const struct state *state)
{
	const struct visited *visited = &state->visited;

	if (state->entry != catalogue_row(state->catalogue, 0)->entry)
		return state->entry;
	return visited->count > 0 ? visited->entries[visited->at] : ENTRY_NONE;
}

static void build_page(struct state *state)
{
	struct layout layout = state_layout(state);
	const struct hit *hit = state_hit(state);
	int cols = layout.detail.cols > 0 ? layout.detail.cols :
					    state->screen_cols;
	struct page_options options = {
		/* The first column is the gutter. */
		.width = cols - 1 < PAGE_WIDEST ? cols - 1 : PAGE_WIDEST,
		.ascii = state->ascii,
		.filter = &state->filter,
		.search = &state->search,
		.hit = hit,
	};

	if (state->unknown != 0)
		page_build_unknown(&state->page, state->catalogue,
				   state->unknown, &options);
	else
		page_build(&state->page, state->catalogue, state->entry,
			   &options);
	state->stale = false;
}

void state_show_match(struct state *state)
{
	size_t half = state_detail_rows(state) / 2;
	size_t line;

	if (state->stale)
		build_page(state);
	if (state->match >= state->page.match_count)
		return;
	line = state->page.matches[state->match];
	state->scroll = line > half ? line - half : 0;
}

/* Signs of the first `lines` lines, blanks aside: the same at every width. */
static size_t signs_before(const struct page *page, size_t lines)
{
	size_t signs = 0;

	for (size_t i = 0; i < lines && i < page->count; i++) {
		const struct page_line *line = &page->lines[i];

		for (uint32_t k = 0; k < line->count; k++) {
			const struct page_span *span =
				&page->spans[line->first + k];
			const char *text = page_span_text(page, span);

			for (uint32_t at = 0; at < span->length; at++)
				signs += text[at] != ' ';
		}
	}
	return signs;
}

void state_rewrap(struct state *state)
{
	size_t signs = signs_before(&state->page, state->scroll);
	size_t line = 0;

	state->stale = true;
	if (state_layout(state).too_small)
		return;
	build_page(state);
	while (line < state->page.count &&
	       signs_before(&state->page, line + 1) <= signs)
		line++;
	state->scroll = signs == 0 ? 0 : line;
}

static void settle_scroll(struct state *state)
{
	size_t rows = state_detail_rows(state);
	size_t last = state->page.count > rows ? state->page.count - rows : 0;

	if (state->scroll > last)
		state->scroll = last;
	if (state->match >= state->page.match_count)
		state->match = state->page.match_count > 0 ?
				       state->page.match_count - 1 :
				       0;
}

static void settle_top(struct state *state)
{
	size_t rows = state_tree_rows(state);
	size_t position = rows_position(&state->rows, state->row);
	size_t last = state->rows.count > rows ? state->rows.count - rows : 0;

	if (state->jumped)
		state->top = position > rows / 2 ? position - rows / 2 : 0;
	else if (position < state->top)
		state->top = position;
	else if (position >= state->top + rows)
		state->top = position - rows + 1;
	if (state->top > last)
		state->top = last;
	state->jumped = false;
}

void state_settle(struct state *state)
{
	/* Without a terminal to speak of there is nothing to put right. */
	if (state_layout(state).too_small)
		return;
	if (state->stale)
		build_page(state);
	settle_scroll(state);
	settle_top(state);
}

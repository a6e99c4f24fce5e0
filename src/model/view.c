#include "model/view.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/grouped.h"
#include "base/xalloc.h"
#include "model/layer.h"
#include "model/matches.h"
#include "model/status.h"

void view_init(struct view *view)
{
	*view = (struct view){ 0 };
	sheet_init(&view->sheet);
}

void view_clear(struct view *view)
{
	free(view->lines);
	sheet_clear(&view->sheet);
	strbuf_clear(&view->left);
	strbuf_clear(&view->right);
	view_init(view);
}

static struct tree_line *add_line(struct view *view)
{
	view->lines = xgrow(view->lines, &view->line_capacity,
			    view->line_count + 1, sizeof(*view->lines));
	return &view->lines[view->line_count++];
}

static struct tree_line line_of(const struct catalogue *catalogue,
				entry_t entry)
{
	const char *code = catalogue_text(catalogue, entry, FIELD_CODE);
	struct tree_line line = {
		.fold = ' ',
		.code = code == NULL ? "" : code,
		.phrase = catalogue_text(catalogue, entry, FIELD_PHRASE),
		.kind = catalogue_kind(catalogue, entry),
		.code_class = catalogue_class(catalogue, entry),
		.out = !state_in_use(catalogue_state(catalogue, entry)),
	};

	line.origin =
		catalogue_origin_name(catalogue, entry, &line.origin_length);
	line.marks[0] = catalogue_is_user(catalogue, entry) ?
				'U' :
				kind_mark(line.kind);
	line.marks[1] = line.out ? 'x' : ' ';
	return line;
}

/* How many lines of the log have the row's status, or one below it. */
static void count_lines(const struct state *state, size_t row,
			struct tree_line *line)
{
	uint64_t count = state->log.counts[row];
	char number[GROUPED_ROOM];

	line->counted = count > 0;
	if (line->counted)
		snprintf(line->count, sizeof(line->count), "%s",
			 grouped(count, number));
}

static void count_codes(const struct state *state, size_t row,
			struct tree_line *line)
{
	size_t all = catalogue_row(state->catalogue, row)->codes;
	size_t shown = rows_codes(&state->rows, row);

	if (state->log.report != NULL) {
		count_lines(state, row, line);
		return;
	}
	if (line->kind != KIND_PAGE || all == 0)
		return;
	if (shown == all)
		snprintf(line->count, sizeof(line->count), "%zu", all);
	else
		snprintf(line->count, sizeof(line->count), "%zu/%zu", shown,
			 all);
}

static const struct hit *hit_of(const struct state *state, entry_t entry)
{
	const struct search *search = &state->matches.search;
	size_t hit = state->matches.alive ? search_find(search, entry) :
					    search->count;

	return hit < search->count ? &search->hits[hit] : NULL;
}

static void list_tree(struct view *view)
{
	const struct state *state = view->state;
	size_t end = state->tree.top + (size_t)view->layout.tree.rows;

	for (size_t i = state->tree.top; i < end && i < state->rows.count; i++) {
		size_t row = state->rows.list[i];
		const struct node *node =
			catalogue_row(state->catalogue, row);
		struct tree_line *line = add_line(view);

		*line = line_of(state->catalogue, node->entry);
		line->selected = row == state->row;
		line->depth = (int)node->depth;
		if (rows_has_children(&state->rows, row))
			line->fold = rows_unfolded(&state->rows, row) ? '-' :
									'+';
		count_codes(state, row, line);
		line->hit = hit_of(state, node->entry);
	}
}

/* Where a hit was found, in a word. */
static const char *where_of(enum field field)
{
	switch (field) {
	case FIELD_CODE:
		return "code";
	case FIELD_PHRASE:
	case FIELD_ALIASES:
		return "name";
	case FIELD_KEYWORDS:
		return "words";
	case FIELD_VENDOR:
		return "origin";
	default:
		return "text";
	}
}

static void list_hits(struct view *view)
{
	const struct state *state = view->state;
	const struct search *search = &state->matches.search;
	size_t rows = (size_t)view->layout.tree.rows;
	size_t selected = state->matches.hit;
	size_t first = matches_first_shown(state, rows);

	for (size_t i = first; i < first + rows && i < search->count; i++) {
		const struct hit *hit = &search->hits[i];
		struct tree_line *line = add_line(view);

		*line = line_of(state->catalogue, hit->entry);
		line->selected = i == selected;
		line->where = where_of(hit->where);
		line->hit = hit;
	}
}

/* Tree or hits, and the matches of the page beside them. */
static void list_panes(struct view *view)
{
	const struct state *state = view->state;

	view->listing = state_lists(state) && state->matches.alive &&
			state->prompt.line.text.length > 0;
	if (view->listing)
		list_hits(view);
	else
		list_tree(view);
	view->current_match =
		state_hit(state) != NULL ? state->reader.match + 1 : 0;
}

void view_build(struct view *view, const struct state *state)
{
	const struct layer *drawn = layer_drawn(state);

	view->state = state;
	view->layout = state_layout(state);
	view->line_count = 0;
	view->listing = false;
	view->covered = drawn->draw != NULL;
	sheet_start(&view->sheet, state->ascii);
	if (view->layout.too_small)
		return;
	if (view->covered)
		drawn->draw(state, &view->sheet);
	else
		list_panes(view);
	status_build(view);
}

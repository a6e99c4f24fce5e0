#include "paint/paint.h"

/* In the gutter: the current match, another one, a fact that differs. */
static const char *gutter_of(const struct view *view,
			     const struct page_line *line)
{
	const struct page *page = &view->state->reader.page;
	const char *sign = line->differs ? "*" : " ";

	for (uint32_t i = 0; i < line->count; i++) {
		uint32_t match = page->spans[line->first + i].match;

		if (match > 0 && match == view->current_match)
			return ">";
		if (match > 0)
			sign = "/";
	}
	return sign;
}

static enum cell_mark mark_of(const struct view *view, uint32_t match)
{
	if (match == 0)
		return MARK_NONE;
	return match == view->current_match ? MARK_CURRENT : MARK_MATCH;
}

static bool is_selected(const struct view *view, const struct page_span *span)
{
	return span->link > 0 && span->link == view->state->reader.link &&
	       view->state->focus == PANE_DETAIL;
}

static enum role role_of(const struct view *view, const struct page_span *span)
{
	return is_selected(view, span) ? ROLE_SELECTED : span->role;
}

/* The cursor stands on the selected link, else on the current match. */
static bool has_cursor(const struct view *view, const struct page_span *span)
{
	if (view->state->focus != PANE_DETAIL)
		return false;
	if (view->state->reader.link > 0)
		return is_selected(view, span);
	return span->match > 0 && span->match == view->current_match;
}

static void paint_line(struct frame *frame, const struct view *view, int row,
		       const struct page_line *line, bool *seen)
{
	const struct page *page = &view->state->reader.page;
	struct rect area = view->layout.detail;
	int limit = area.left + area.cols;
	int col = area.left + 1;
	const char *gutter = gutter_of(view, line);

	frame_text(frame, row, area.left, limit, ROLE_TEXT, gutter);
	for (uint32_t i = 0; i < line->count; i++) {
		const struct page_span *span = &page->spans[line->first + i];

		if (has_cursor(view, span) && !*seen) {
			frame->cursor_row = row;
			frame->cursor_col = col < limit ? col : limit - 1;
			*seen = true;
		}
		col = frame_put(frame, row, col, limit, role_of(view, span),
				mark_of(view, span->match),
				page_span_text(page, span), span->length);
	}
}

void paint_detail(struct frame *frame, const struct view *view)
{
	const struct state *state = view->state;
	struct rect area = view->layout.detail;

	bool seen = false; /* what has the cursor */

	if (state->focus == PANE_DETAIL) {
		frame->cursor_row = area.top;
		frame->cursor_col = area.left + (area.cols > 1 ? 1 : 0);
	}
	for (int row = 0; row < area.rows; row++) {
		size_t line = state->reader.view.top + (size_t)row;

		if (line < state->reader.page.count)
			paint_line(frame, view, area.top + row,
				   &state->reader.page.lines[line], &seen);
	}
}

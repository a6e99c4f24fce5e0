#include "paint/paint.h"

/* What stands in the gutter: the current match, another one, nothing. */
static const char *gutter_of(const struct view *view,
			     const struct page_line *line)
{
	const struct page *page = &view->state->reader.page;
	const char *sign = " ";

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

static void paint_line(struct frame *frame, const struct view *view, int row,
		       const struct page_line *line)
{
	const struct page *page = &view->state->reader.page;
	struct rect area = view->layout.detail;
	int limit = area.left + area.cols;
	int col = area.left + 1;
	const char *gutter = gutter_of(view, line);

	frame_text(frame, row, area.left, limit, ROLE_TEXT, gutter);
	for (uint32_t i = 0; i < line->count; i++) {
		const struct page_span *span = &page->spans[line->first + i];

		if (span->match > 0 && span->match == view->current_match &&
		    view->state->focus == PANE_DETAIL) {
			frame->cursor_row = row;
			frame->cursor_col = col < limit ? col : limit - 1;
		}
		col = frame_put(frame, row, col, limit, span->role,
				mark_of(view, span->match),
				page_span_text(page, span), span->length);
	}
}

void paint_detail(struct frame *frame, const struct view *view)
{
	const struct state *state = view->state;
	struct rect area = view->layout.detail;

	if (state->focus == PANE_DETAIL) {
		frame->cursor_row = area.top;
		frame->cursor_col = area.left + (area.cols > 1 ? 1 : 0);
	}
	for (int row = 0; row < area.rows; row++) {
		size_t line = state->reader.view.top + (size_t)row;

		if (line < state->reader.page.count)
			paint_line(frame, view, area.top + row,
				   &state->reader.page.lines[line]);
	}
}

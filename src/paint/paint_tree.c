#include <string.h>

#include "base/text.h"
#include "paint/paint.h"

enum {
	MARKS = 2,	/* columns at the right edge */
	WHERE = 6,	/* "origin" */
	WHERE_FROM = 40 /* columns of the list from which it is shown */
};

/* A line of the tree being drawn. */
struct brush {
	struct frame *frame;
	const struct tree_line *line;
	const struct view *view;
	int row;
	int limit; /* the column at which the text must end */
	enum role role;
};

static enum role kind_role(enum kind kind)
{
	static const enum role roles[] = {
		[KIND_STANDARD] = ROLE_STANDARD,
		[KIND_VENDOR] = ROLE_VENDOR,
		[KIND_WARNING] = ROLE_WARNING,
		[KIND_PAGE] = ROLE_TEXT,
	};

	return roles[kind];
}

/* The text in the terminal's signs, its matches marked, cut with a sign. */
static int put_cut(const struct brush *brush, int col, enum role role,
		   const char *text, size_t length)
{
	enum { SHOWN = 8 };
	const struct state *state = brush->view->state;
	struct strbuf shown;
	struct mark marks[SHOWN];
	size_t count = 0, at = 0;
	int room = brush->limit - col;
	bool cut;

	strbuf_init(&shown);
	if (state->ascii)
		text_to_ascii(&shown, text, length);
	else
		strbuf_add_bytes(&shown, text, length);
	cut = text_columns(strbuf_text(&shown), shown.length) > room;
	if (cut && room > 0) {
		strbuf_cut(&shown,
			   text_fit(shown.text, shown.length, room - 1));
		while (shown.length > 0 && shown.text[shown.length - 1] == ' ')
			strbuf_cut(&shown, shown.length - 1);
		strbuf_add(&shown, state->ascii ? "~" : "\u2026");
	}
	if (brush->line->hit != NULL)
		count = search_mark(&state->matches.search, brush->line->hit,
				    strbuf_text(&shown), shown.length, marks,
				    SHOWN);
	for (size_t i = 0; i < count; i++) {
		col = frame_put(brush->frame, brush->row, col, brush->limit,
				role, MARK_NONE, shown.text + at,
				marks[i].start - at);
		col = frame_put(brush->frame, brush->row, col, brush->limit,
				role, MARK_MATCH, shown.text + marks[i].start,
				marks[i].end - marks[i].start);
		at = marks[i].end;
	}
	col = frame_put(brush->frame, brush->row, col, brush->limit, role,
			MARK_NONE, strbuf_text(&shown) + at,
			shown.length - at);
	strbuf_clear(&shown);
	return col;
}

/* The vendor comes before the phrase, so that a cut takes the phrase. */
static void put_name(const struct brush *brush, int col)
{
	const struct tree_line *line = brush->line;
	bool number = line->hit != NULL && line->hit->number;

	if (*line->code != '\0') {
		col = frame_put(brush->frame, brush->row, col, brush->limit,
				line->out ? ROLE_OUT :
					    theme_code_role(line->code_class),
				number ? MARK_MATCH : MARK_NONE,
				line->code, strlen(line->code));
		col++;
	}
	if (line->origin != NULL) {
		col = put_cut(brush, col, brush->role, line->origin,
			      line->origin_length);
		col = frame_text(brush->frame, brush->row, col, brush->limit,
				 brush->role, ": ");
	}
	/* Of a phrase without room at least the sign is seen. */
	if (col >= brush->limit)
		col = brush->limit - 1;
	put_cut(brush, col, brush->role, line->phrase, strlen(line->phrase));
}

/* Columns to the right of a count: a gap, or the marks of a code. */
static int count_right(const struct tree_line *line)
{
	return line->counted ? MARKS + 1 : 1;
}

/* Columns that the right edge takes: a count, marks, or both. */
static int right_columns(const struct view *view, const struct tree_line *line)
{
	if (view->listing || (line->kind != KIND_PAGE && !line->counted))
		return MARKS;
	return (int)strlen(line->count) + count_right(line);
}

static void put_right(const struct brush *brush, int edge)
{
	const struct tree_line *line = brush->line;
	int count = (int)strlen(line->count);

	if (line->kind == KIND_PAGE || line->counted)
		frame_text(brush->frame, brush->row,
			   edge - count_right(line) - count, edge, brush->role,
			   line->count);
	if (line->kind != KIND_PAGE)
		frame_text(brush->frame, brush->row, edge - MARKS, edge,
			   kind_role(line->kind), line->marks);
}

static void paint_line(struct frame *frame, const struct view *view, int row,
		       const struct tree_line *line)
{
	struct rect area = view->layout.tree;
	int edge = area.left + area.cols;
	int right = right_columns(view, line);
	int mark = area.left + LAYOUT_FOLD_MARK + line->depth;
	int code = view->listing ? area.left + 2 : mark + 2;
	bool where = view->listing && area.cols >= WHERE_FROM;
	struct brush brush = {
		.frame = frame,
		.line = line,
		.view = view,
		.row = area.top + row,
		.limit = edge - right - 1 - (where ? WHERE + 1 : 0),
		.role = line->out ? ROLE_OUT : ROLE_TEXT,
	};

	if (line->selected)
		frame_text(frame, brush.row, area.left, edge, ROLE_TEXT, ">");
	if (!view->listing)
		frame_put(frame, brush.row, mark, edge, ROLE_TEXT,
			  MARK_NONE, &line->fold, 1);
	put_name(&brush, code);
	if (where && line->where != NULL)
		frame_text(frame, brush.row, brush.limit + 1, edge, brush.role,
			   line->where);
	put_right(&brush, edge);
	if (line->selected) {
		bool focused = view->listing ||
			       view->state->focus == PANE_TREE;

		frame_role(frame, brush.row, area.left, edge,
			   focused ? ROLE_SELECTED : ROLE_LEFT);
		if (focused) {
			frame->cursor_row = brush.row;
			frame->cursor_col = code;
		}
	}
}

void paint_tree(struct frame *frame, const struct view *view)
{
	for (size_t i = 0; i < view->line_count &&
			   (int)i < view->layout.tree.rows;
	     i++)
		paint_line(frame, view, (int)i, &view->lines[i]);
}

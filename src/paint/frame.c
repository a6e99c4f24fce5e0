#include "paint/frame.h"

#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "base/xalloc.h"

void frame_init(struct frame *frame)
{
	*frame = (struct frame){ 0 };
}

void frame_clear(struct frame *frame)
{
	free(frame->cells);
	frame_init(frame);
}

void frame_start(struct frame *frame, int rows, int cols)
{
	size_t count = (size_t)rows * (size_t)cols;

	if (frame->rows != rows || frame->cols != cols)
		frame->cells = xrealloc(frame->cells,
					count * sizeof(*frame->cells));
	frame->rows = rows;
	frame->cols = cols;
	frame->cursor_row = frame->cursor_col = 0;
	for (size_t i = 0; i < count; i++)
		frame->cells[i] = (struct cell){ " ", ROLE_TEXT, MARK_NONE };
}

static struct cell *cell_at(const struct frame *frame, int row, int col)
{
	return &frame->cells[(size_t)row * (size_t)frame->cols + (size_t)col];
}

const struct cell *frame_cell(const struct frame *frame, int row, int col)
{
	return cell_at(frame, row, col);
}

/* A cluster that a cell can hold and a terminal may see. */
static void set_text(struct cell *cell, const char *text, size_t length)
{
	struct strbuf clean;
	size_t fits;

	if (length == 1 && *text >= 0x20 && *text < 0x7f) {
		cell->text[0] = *text;
		cell->text[1] = '\0';
		return;
	}
	strbuf_init(&clean);
	text_clean(&clean, text, length);
	/* Whole characters: a cluster may be long without end. */
	for (fits = 0; fits < clean.length;) {
		uint32_t character;
		size_t size = text_decode(clean.text + fits,
					  clean.length - fits, &character);

		if (fits + size >= CELL_BYTES)
			break;
		fits += size;
	}
	memcpy(cell->text, strbuf_text(&clean), fits);
	cell->text[fits] = '\0';
	strbuf_clear(&clean);
}

static bool is_rest(const struct frame *frame, int row, int col)
{
	return col < frame->cols && *cell_at(frame, row, col)->text == '\0';
}

/* Blank the wide sign that a text which begins or ends at `col` would halve. */
static void blank_halved(struct frame *frame, int row, int col)
{
	int first = col, last = col;

	while (first > 0 && is_rest(frame, row, first))
		first--;
	while (is_rest(frame, row, last))
		last++;
	for (; first < last; first++)
		set_text(cell_at(frame, row, first), " ", 1);
}

int frame_put(struct frame *frame, int row, int col, int limit,
	      enum role role, enum cell_mark mark, const char *text,
	      size_t length)
{
	if (row < 0 || row >= frame->rows || col < 0)
		return col;
	if (limit > frame->cols)
		limit = frame->cols;
	for (size_t at = 0; at < length;) {
		bool ascii = text[at] >= 0x20 && text[at] < 0x7f &&
			     (at + 1 == length ||
			      (unsigned char)text[at + 1] < 0x80);
		size_t size = ascii ? 1 : text_cluster(text + at, length - at);
		int columns = ascii ? 1 : text_columns(text + at, size);

		if (columns < 1)
			columns = 1;
		if (col + columns > limit)
			break;
		blank_halved(frame, row, col);
		blank_halved(frame, row, col + columns);
		for (int i = 0; i < columns; i++) {
			struct cell *cell = cell_at(frame, row, col + i);

			cell->text[0] = '\0';
			cell->role = (unsigned char)role;
			cell->mark = (unsigned char)mark;
		}
		set_text(cell_at(frame, row, col), text + at, size);
		col += columns;
		at += size;
	}
	return col;
}

int frame_text(struct frame *frame, int row, int col, int limit,
	       enum role role, const char *text)
{
	return frame_put(frame, row, col, limit, role, MARK_NONE, text,
			 strlen(text));
}

void frame_role(struct frame *frame, int row, int col, int limit,
		enum role role)
{
	for (; col < limit && col < frame->cols; col++)
		cell_at(frame, row, col)->role = (unsigned char)role;
}

void frame_print(const struct frame *frame, struct strbuf *text)
{
	for (int row = 0; row < frame->rows; row++) {
		size_t end = text->length;

		for (int col = 0; col < frame->cols; col++) {
			const char *cell = cell_at(frame, row, col)->text;

			strbuf_add(text, cell);
			if (*cell != ' ' && *cell != '\0')
				end = text->length;
		}
		strbuf_cut(text, end);
		strbuf_add_char(text, '\n');
	}
}

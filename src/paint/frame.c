#include "paint/frame.h"

#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "base/xalloc.h"

/* Where a text is put, and as what. */
struct target {
	int row;
	int limit;
	enum role role;
	enum cell_mark mark;
};

void frame_init(struct frame *frame)
{
	*frame = (struct frame){ 0 };
	strbuf_init(&frame->longer);
}

void frame_clear(struct frame *frame)
{
	free(frame->cells);
	strbuf_clear(&frame->longer);
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
	strbuf_reset(&frame->longer);
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

/*
 * A text that is too long for its cell leaves there where it stands, behind a
 * byte with which no text begins.
 */
enum { ELSEWHERE = '\xff' };

const char *frame_sign(const struct frame *frame, int row, int col)
{
	const struct cell *cell = cell_at(frame, row, col);
	uint32_t offset;

	if (*cell->text != ELSEWHERE)
		return cell->text;
	memcpy(&offset, cell->text + 1, sizeof(offset));
	return frame->longer.text + offset;
}

static void set_text(struct frame *frame, int row, int col, const char *text,
		     size_t length)
{
	struct cell *cell = cell_at(frame, row, col);
	uint32_t offset = (uint32_t)frame->longer.length;

	if (length < sizeof(cell->text)) {
		memcpy(cell->text, text, length);
		cell->text[length] = '\0';
		return;
	}
	strbuf_add_bytes(&frame->longer, text, length);
	strbuf_add_char(&frame->longer, '\0');
	cell->text[0] = ELSEWHERE;
	memcpy(cell->text + 1, &offset, sizeof(offset));
}

/* The whole characters of a text that a cell can hold. */
static size_t cell_part(const char *text, size_t length)
{
	size_t part = 0;

	while (part < length) {
		uint32_t character;
		size_t size = text_decode(text + part, length - part,
					  &character);

		if (part + size >= CELL_BYTES)
			break;
		part += size;
	}
	return part;
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
		set_text(frame, row, first, " ", 1);
}

static void set_cell(struct frame *frame, const struct target *target, int col,
		     const char *text, size_t length)
{
	struct cell *cell = cell_at(frame, target->row, col);

	set_text(frame, target->row, col, text, length);
	cell->role = (unsigned char)target->role;
	cell->mark = (unsigned char)target->mark;
}

/* Put what a cell can hold, clean, over as many cells as it has columns. */
static void put_part(struct frame *frame, const struct target *target, int col,
		     int columns, const char *text, size_t length)
{
	blank_halved(frame, target->row, col);
	blank_halved(frame, target->row, col + columns);
	set_cell(frame, target, col, text, length);
	for (int i = 1; i < columns; i++)
		set_cell(frame, target, col + i, "", 0);
}

/* A mark without a column of its own stands on the sign before it. */
static void put_mark(struct frame *frame, const struct target *target, int col,
		     const char *text, size_t length)
{
	char joined[CELL_BYTES];
	const char *sign;
	size_t before;

	while (col > 0 && is_rest(frame, target->row, col - 1))
		col--;
	if (col == 0)
		return;
	sign = frame_sign(frame, target->row, col - 1);
	before = strlen(sign);
	if (before + length >= CELL_BYTES)
		return;
	memcpy(joined, sign, before);
	memcpy(joined + before, text, length);
	set_text(frame, target->row, col - 1, joined, before + length);
}

/*
 * Put a cluster.  One that is longer than a cell holds takes several, each as
 * wide as what it holds, so that what is drawn has the columns that are
 * counted elsewhere.  Returns the column after it, or -1 when it has no room.
 */
static int put_cluster(struct frame *frame, const struct target *target,
		       int col, const char *text, size_t length)
{
	if (col + text_columns(text, length) > target->limit)
		return -1;
	while (length > 0) {
		size_t part = cell_part(text, length);
		int columns = text_columns(text, part);

		if (columns == 0)
			put_mark(frame, target, col, text, part);
		else
			put_part(frame, target, col, columns, text, part);
		col += columns;
		text += part;
		length -= part;
	}
	return col;
}

/* The cluster as this terminal may see it. */
static void clean_cluster(const struct frame *frame, const char *text,
			  size_t length, struct strbuf *clean)
{
	struct strbuf ascii;
	int columns;

	text_clean(clean, text, length);
	if (!frame->ascii)
		return;
	columns = text_columns(strbuf_text(clean), clean->length);
	strbuf_init(&ascii);
	text_to_ascii(&ascii, strbuf_text(clean), clean->length);
	strbuf_reset(clean);
	if (ascii.length == (size_t)columns)
		strbuf_add(clean, strbuf_text(&ascii));
	else
		for (int i = 0; i < columns; i++)
			strbuf_add_char(clean, '?');
	strbuf_clear(&ascii);
}

/* How many signs of ASCII stand there that no mark may follow. */
static size_t plain_run(const char *text, size_t length)
{
	size_t run = 0;

	while (run < length && text[run] >= 0x20 && text[run] < 0x7f)
		run++;
	return run < length && run > 0 && (unsigned char)text[run] >= 0x80 ?
		       run - 1 :
		       run;
}

/* Put such signs, as many as there is room for; returns the column after. */
static int put_plain(struct frame *frame, const struct target *target, int col,
		     const char *text, size_t length)
{
	size_t room = (size_t)(target->limit - col);
	size_t count = length < room ? length : room;
	int end = col + (int)count;

	blank_halved(frame, target->row, col);
	blank_halved(frame, target->row, end);
	for (; col < end; col++)
		set_cell(frame, target, col, text++, 1);
	return end;
}

int frame_put(struct frame *frame, int row, int col, int limit,
	      enum role role, enum cell_mark mark, const char *text,
	      size_t length)
{
	struct target target = { row, limit < frame->cols ? limit : frame->cols,
			       role, mark };
	struct strbuf clean;

	if (row < 0 || row >= frame->rows || col < 0)
		return col;
	strbuf_init(&clean);
	for (size_t at = 0, size; at < length && col < target.limit;
	     at += size) {
		int next;

		size = plain_run(text + at, length - at);
		if (size > 0) {
			next = put_plain(frame, &target, col, text + at, size);
		} else {
			size = text_cluster(text + at, length - at);
			strbuf_reset(&clean);
			clean_cluster(frame, text + at, size, &clean);
			next = put_cluster(frame, &target, col,
					   strbuf_text(&clean), clean.length);
		}
		if (next < 0)
			break;
		col = next;
	}
	strbuf_clear(&clean);
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
			const char *sign = frame_sign(frame, row, col);

			strbuf_add(text, sign);
			if (*sign != ' ' && *sign != '\0')
				end = text->length;
		}
		strbuf_cut(text, end);
		strbuf_add_char(text, '\n');
	}
}

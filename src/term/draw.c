#include "term/draw.h"

#include <curses.h>
#include <stdlib.h>
#include <string.h>
#include <wchar.h>

#include "term/colours.h"

static bool is_ascii(const struct cell *cell)
{
	return (unsigned char)cell->text[0] < 0x80 && cell->text[0] != '\0' &&
	       cell->text[1] == '\0';
}

/* Append the wide characters of a sign; returns the end of the text. */
static wchar_t *add_sign(wchar_t *text, const char *sign)
{
	size_t count;

	if (*sign == '\0')
		return text;
	count = mbstowcs(text, sign, CELL_BYTES);
	if (count != (size_t)-1)
		return text + count;
	*text++ = L'?';
	return text;
}

/* A row that is being handed over. */
struct row {
	const struct frame *frame;
	int number;
	const struct cell *cells;
	int cols; /* up to the last one that erase() has not made as it is */
};

static bool same_look(const struct cell *a, const struct cell *b)
{
	return a->role == b->role && a->mark == b->mark;
}

/* Cells that are no ASCII and look alike; in pieces, as `text` is short. */
static void show_wide(const struct row *row, int from, int to)
{
	enum { CELLS = 16 };
	wchar_t text[(CELLS + 1) * CELL_BYTES];

	attrset((int)colours_of(&row->cells[from]));
	move(row->number, from);
	while (from < to) {
		int end = from + CELLS < to ? from + CELLS : to;
		wchar_t *at = text;

		for (; from < end; from++)
			at = add_sign(at, frame_sign(row->frame, row->number,
						     from));
		addnwstr(text, (int)(at - text));
	}
}

/* Cells of ASCII need no conversion, and a change of look ends no piece. */
static void show_ascii(const struct row *row, int from, int to)
{
	enum { CELLS = 64 };
	chtype text[CELLS];
	chtype look = colours_of(&row->cells[from]);
	const struct cell *before = &row->cells[from];

	while (from < to) {
		int count = 0;

		for (; count < CELLS && from + count < to; count++) {
			const struct cell *cell = &row->cells[from + count];

			if (!same_look(before, cell))
				look = colours_of(cell);
			before = cell;
			text[count] = (unsigned char)*cell->text | look;
		}
		mvaddchnstr(row->number, from, text, count);
		from += count;
	}
}

/* The end of the cells from `from` on that go to curses in the same way. */
static int piece_end(const struct row *row, int from)
{
	const struct cell *first = &row->cells[from];
	bool ascii = is_ascii(first);

	while (++from < row->cols) {
		const struct cell *cell = &row->cells[from];

		if (is_ascii(cell) != ascii ||
		    (!ascii && !same_look(first, cell)))
			break;
	}
	return from;
}

static void show_row(const struct frame *frame, int number)
{
	static const struct cell blank = { " ", ROLE_TEXT, MARK_NONE };
	struct row row = { frame, number, frame_cell(frame, number, 0),
			   frame->cols };

	while (row.cols > 0 && same_look(&row.cells[row.cols - 1], &blank) &&
	       strcmp(row.cells[row.cols - 1].text, blank.text) == 0)
		row.cols--;
	for (int from = 0, to; from < row.cols; from = to) {
		to = piece_end(&row, from);
		if (is_ascii(&row.cells[from]))
			show_ascii(&row, from, to);
		else
			show_wide(&row, from, to);
	}
}

void draw(const struct frame *frame)
{
	erase();
	for (int row = 0; row < frame->rows; row++)
		show_row(frame, row);
	move(frame->cursor_row, frame->cursor_col);
	refresh();
}

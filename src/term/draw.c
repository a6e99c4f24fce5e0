#include "term/draw.h"

#include <curses.h>
#include <stdlib.h>
#include <string.h>
#include <wchar.h>

#include "term/colours.h"

/* Append the wide characters of a cell; returns the end of the text. */
static wchar_t *add_cell(wchar_t *text, const struct cell *cell)
{
	unsigned char first = (unsigned char)cell->text[0];
	size_t count;

	if (first < 0x80 && (first == '\0' || cell->text[1] == '\0')) {
		if (first != '\0')
			*text++ = first;
		return text;
	}
	count = mbstowcs(text, cell->text, CELL_BYTES);
	if (count != (size_t)-1)
		return text + count;
	*text++ = L'?';
	return text;
}

/* Cells that look alike, written at once; in pieces, as `text` is short. */
static void show_run(const struct frame *frame, int row, int from, int to)
{
	enum { CELLS = 32 };
	wchar_t text[(CELLS + 1) * CELL_BYTES];
	attr_t attributes;
	short pair;

	colours_of(frame_cell(frame, row, from), &attributes, &pair);
	attr_set(attributes, pair, NULL);
	move(row, from);
	while (from < to) {
		int end = from + CELLS < to ? from + CELLS : to;
		wchar_t *at = text;

		for (; from < end; from++)
			at = add_cell(at, frame_cell(frame, row, from));
		addnwstr(text, (int)(at - text));
	}
}

static bool same_look(const struct cell *a, const struct cell *b)
{
	return a->role == b->role && a->mark == b->mark;
}

/* Columns up to the last one that erase() has not made as it is to be. */
static int used_columns(const struct frame *frame, int row)
{
	static const struct cell blank = { " ", ROLE_TEXT, MARK_NONE };
	int cols = frame->cols;

	while (cols > 0) {
		const struct cell *cell = frame_cell(frame, row, cols - 1);

		if (strcmp(cell->text, " ") != 0 || !same_look(cell, &blank))
			break;
		cols--;
	}
	return cols;
}

static void show_row(const struct frame *frame, int row)
{
	int cols = used_columns(frame, row);
	int from = 0;

	while (from < cols) {
		const struct cell *first = frame_cell(frame, row, from);
		int to = from + 1;

		while (to < cols &&
		       same_look(first, frame_cell(frame, row, to)))
			to++;
		show_run(frame, row, from, to);
		from = to;
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

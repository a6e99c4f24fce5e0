/*
 * frame -- the screen as cells in memory.
 *
 * A cell holds one cluster of text, the role it plays, and whether it is part
 * of a match.  A cluster of two columns has its cell and an empty one after
 * it; one that is longer than CELL_BYTES allows goes on in the next.  Nothing
 * that could command a terminal gets into a cell, nor, where that is asked for,
 * anything but ASCII.
 */
#ifndef HTTREE_PAINT_FRAME_H
#define HTTREE_PAINT_FRAME_H

#include <stdbool.h>
#include <stddef.h>

#include "base/strbuf.h"
#include "page/theme.h"

enum { CELL_BYTES = 24 };

enum cell_mark { MARK_NONE, MARK_MATCH, MARK_CURRENT };

/* A screen has thousands, so what is seldom so long stands elsewhere. */
struct cell {
	char text[6]; /* one sign of ASCII as it is, else see frame_sign() */
	unsigned char role;
	unsigned char mark;
};

struct frame {
	int rows;
	int cols;
	bool ascii; /* nothing else gets into a cell */
	struct cell *cells;
	struct strbuf longer; /* texts that are too long for their cells */
	int cursor_row;
	int cursor_col;
};

void frame_init(struct frame *frame);
void frame_clear(struct frame *frame);

/* Empty it, with this size. */
void frame_start(struct frame *frame, int rows, int cols);

/*
 * Put `length` bytes at a place, as far as they fit before column `limit`.
 * Returns the column after them.
 */
int frame_put(struct frame *frame, int row, int col, int limit,
	      enum role role, enum cell_mark mark, const char *text,
	      size_t length);

/* The same for a NUL-terminated text without a mark. */
int frame_text(struct frame *frame, int row, int col, int limit,
	       enum role role, const char *text);

/* Give the cells from `col` to before `limit` a role, and leave their text. */
void frame_role(struct frame *frame, int row, int col, int limit,
		enum role role);

/* A cell; those of its row follow it. */
const struct cell *frame_cell(const struct frame *frame, int row, int col);

/*
 * What a cell shows, in less than CELL_BYTES, "" after a wide sign; borrowed
 * until something is put.
 */
const char *frame_sign(const struct frame *frame, int row, int col);

/* Append the rows as text, a newline after each, without blanks at its end. */
void frame_print(const struct frame *frame, struct strbuf *text);

#endif

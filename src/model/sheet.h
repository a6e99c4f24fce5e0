/*
 * sheet -- lines drawn in place of the panes: pieces of text, each with its
 * place and its role.
 *
 * Rows count from the top of the sheet, which may be longer than the screen.
 */
#ifndef HTTREE_MODEL_SHEET_H
#define HTTREE_MODEL_SHEET_H

#include <stdbool.h>
#include <stddef.h>

#include "base/strbuf.h"
#include "page/theme.h"

struct piece {
	int row;
	int left;
	int limit; /* the column at which it must end */
	enum role role;
	size_t start; /* bytes of the sheet's text */
	size_t length;
};

struct sheet {
	bool ascii; /* texts are put in ASCII */
	struct strbuf text;
	struct piece *pieces;
	size_t count;
	size_t capacity;
	size_t top;	/* the first row on the screen */
	/* What is selected, where the cursor stands; no rows: nothing. */
	int selected_row;
	int selected_rows;
	int selected_left;
	int selected_cols;
};

void sheet_init(struct sheet *sheet);
void sheet_clear(struct sheet *sheet);

/* Empty it. */
void sheet_start(struct sheet *sheet, bool ascii);

/* Put `length` bytes at a place. */
void sheet_put(struct sheet *sheet, int row, int left, int limit,
	       enum role role, const char *text, size_t length);

/* Show a part of the sheet as the one that is selected. */
void sheet_select(struct sheet *sheet, int row, int rows, int left, int cols);

#endif

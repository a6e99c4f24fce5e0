/*
 * table -- verbatim lines that stand in columns, laid out in a narrower page.
 *
 * Lines are a table when two or more of them follow each other, and columns of
 * text are parted by at least two blanks that all lines have at the same
 * places.  A line whose first column is empty goes on with the row above it.
 * A page that is wide enough shows the lines as they are.  On a narrower one
 * the columns wrap between words; where not even the longest words fit side by
 * side, the first column becomes a line above the others.
 */
#ifndef HTTREE_PAGE_TABLE_H
#define HTTREE_PAGE_TABLE_H

#include <stddef.h>

#include "page/compose.h"

struct table_line {
	char *text;
	size_t length;
};

struct table {
	struct table_line *lines;
	size_t count;
	size_t capacity;
};

void table_init(struct table *table);
void table_clear(struct table *table);

/* Add a line. */
void table_add(struct table *table, const char *text, size_t length);

/* Write the lines, `indent` columns from the left, and forget them. */
void table_flush(struct table *table, struct composer *composer, int indent);

#endif

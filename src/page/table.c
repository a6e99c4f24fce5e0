/*
 * The widths of the columns are found by taking a column away where it costs
 * the fewest lines, until the table fits.  How many lines a cell takes is
 * estimated by its length: wrapping each cell at each width would cost more
 * than the rest of the page.
 */
#include "page/table.h"

#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "base/xalloc.h"
#include "page/verbatim.h"

enum {
	WIDEST = 160, /* columns of a line that are looked at */
	GAP = 2, /* between columns that are laid out anew */
};

struct layout {
	size_t count; /* columns */
	int starts[COMPOSE_CELLS]; /* in the lines; where each begins */
	int widths[COMPOSE_CELLS]; /* on the page */
	int least[COMPOSE_CELLS]; /* the longest word */
};

void table_init(struct table *table)
{
	*table = (struct table){ .count = 0 };
}

static void forget_lines(struct table *table)
{
	while (table->count > 0)
		free(table->lines[--table->count].text);
}

void table_clear(struct table *table)
{
	forget_lines(table);
	free(table->lines);
	table_init(table);
}

void table_add(struct table *table, const char *text, size_t length)
{
	table->lines = xgrow(table->lines, &table->capacity, table->count + 1,
			     sizeof(*table->lines));
	table->lines[table->count++] =
		(struct table_line){ xmemdup(text, length), length };
}

/* ------------------------------------------------------------------------
 * Columns
 */

/* Note in which columns the line has text; false when it is too wide. */
static bool note_line(const struct table_line *line, bool *used)
{
	int col = 0;

	for (size_t at = 0; at < line->length;) {
		size_t size = text_cluster(line->text + at, line->length - at);
		int columns = text_columns(line->text + at, size);

		if (col + columns > WIDEST)
			return false;
		for (int i = 0; i < columns; i++)
			used[col + i] |= line->text[at] != ' ';
		col += columns;
		at += size;
	}
	return true;
}

/* Find the columns; false when the lines are no table. */
static bool find_columns(const struct table *table, struct layout *layout)
{
	bool used[WIDEST] = { false };
	int blanks = GAP;

	layout->count = 0;
	for (size_t i = 0; i < table->count; i++) {
		if (!note_line(&table->lines[i], used))
			return false;
	}
	for (int col = 0; col < WIDEST; col++) {
		if (!used[col]) {
			blanks++;
			continue;
		}
		if (blanks >= GAP) {
			if (layout->count == COMPOSE_CELLS)
				return false;
			layout->starts[layout->count++] = col;
		}
		blanks = 0;
	}
	return table->count > 1 && layout->count > 1;
}

/* The bytes of a line's cell, without the blanks around it. */
static void cell_of(const struct layout *layout, const struct table_line *line,
		    size_t cell, size_t *from, size_t *to)
{
	*from = text_fit(line->text, line->length, layout->starts[cell]);
	*to = cell + 1 == layout->count ? line->length :
					  text_fit(line->text, line->length,
						   layout->starts[cell + 1]);
	while (*from < *to && line->text[*from] == ' ')
		++*from;
	while (*to > *from && line->text[*to - 1] == ' ')
		--*to;
}

static bool is_empty(const struct layout *layout, const struct table_line *line,
		     size_t cell)
{
	size_t from, to;

	cell_of(layout, line, cell, &from, &to);
	return from == to;
}

/* The line after the last one of the row that begins at `first`. */
static size_t row_end(const struct table *table, const struct layout *layout,
		      size_t first)
{
	size_t end = first + 1;

	while (end < table->count && is_empty(layout, &table->lines[end], 0))
		end++;
	return end;
}

/* ------------------------------------------------------------------------
 * Widths
 */

/* Columns that the cell of a row takes on one line. */
static int cell_columns(const struct table *table, const struct layout *layout,
			size_t first, size_t cell)
{
	size_t end = row_end(table, layout, first);
	int columns = 0;

	for (size_t i = first; i < end; i++) {
		const struct table_line *line = &table->lines[i];
		size_t from, to;

		cell_of(layout, line, cell, &from, &to);
		if (from < to)
			columns += text_columns(line->text + from, to - from) +
				   (columns > 0);
	}
	return columns;
}

static int longest_word(const char *text, size_t length)
{
	int longest = 0;

	for (size_t at = 0; at < length;) {
		size_t end = at;
		int columns;

		while (end < length && text[end] != ' ')
			end++;
		columns = text_columns(text + at, end - at);
		if (columns > longest)
			longest = columns;
		at = end + 1;
	}
	return longest;
}

static void measure(const struct table *table, struct layout *layout)
{
	for (size_t cell = 0; cell < layout->count; cell++) {
		layout->widths[cell] = layout->least[cell] = 1;
		for (size_t i = 0; i < table->count; i++) {
			const struct table_line *line = &table->lines[i];
			int columns = cell_columns(table, layout, i, cell);
			size_t from, to;
			int word;

			cell_of(layout, line, cell, &from, &to);
			word = longest_word(line->text + from, to - from);
			if (columns > layout->widths[cell])
				layout->widths[cell] = columns;
			if (word > layout->least[cell])
				layout->least[cell] = word;
		}
	}
}

/* About how many lines all rows take when `narrow` is one column narrower. */
static int count_lines(const struct table *table, const struct layout *layout,
		       size_t narrow)
{
	int lines = 0;

	for (size_t row = 0; row < table->count;
	     row = row_end(table, layout, row)) {
		int most = 1;

		for (size_t cell = 0; cell < layout->count; cell++) {
			int width = layout->widths[cell] - (cell == narrow);
			int columns = cell_columns(table, layout, row, cell);
			int needed = (columns + width - 1) / width;

			if (needed > most)
				most = needed;
		}
		lines += most;
	}
	return lines;
}

/* Whether a column is better made narrower than the best one so far. */
static bool is_better(const struct layout *layout, size_t cell, int lines,
		      size_t best, int best_lines)
{
	return best == layout->count || lines < best_lines ||
	       (lines == best_lines &&
		layout->widths[cell] > layout->widths[best]);
}

/* Make one column narrower; false when the longest words forbid it. */
static bool shrink(const struct table *table, struct layout *layout)
{
	size_t best = layout->count;
	int best_lines = 0;

	for (size_t cell = 0; cell < layout->count; cell++) {
		int lines;

		if (layout->widths[cell] == layout->least[cell])
			continue;
		lines = count_lines(table, layout, cell);
		if (!is_better(layout, cell, lines, best, best_lines))
			continue;
		best = cell;
		best_lines = lines;
	}
	if (best == layout->count)
		return false;
	layout->widths[best]--;
	return true;
}

static int total_width(const struct layout *layout)
{
	int total = GAP * ((int)layout->count - 1);

	for (size_t cell = 0; cell < layout->count; cell++)
		total += layout->widths[cell];
	return total;
}

static bool fit(const struct table *table, struct layout *layout, int room)
{
	measure(table, layout);
	while (total_width(layout) > room) {
		if (!shrink(table, layout))
			return false;
	}
	return true;
}

/* ------------------------------------------------------------------------
 * Rows
 */

/* Add what a row has in a column, of all its lines. */
static void add_cell(const struct table *table, const struct layout *layout,
		     struct composer *composer, size_t row, size_t cell)
{
	size_t end = row_end(table, layout, row);
	bool any = false;

	for (size_t i = row; i < end; i++) {
		const struct table_line *line = &table->lines[i];
		size_t from, to;

		cell_of(layout, line, cell, &from, &to);
		if (from == to)
			continue;
		if (any)
			compose_add(composer, ROLE_VERBATIM, " ");
		compose_add_part(composer, ROLE_VERBATIM, line->text,
				 line->length, from, to);
		any = true;
	}
}

/* Lines that go on with a first column are told from rows by an indent. */
static int hang_of(const struct layout *layout)
{
	return layout->widths[0] - layout->least[0] < GAP ? 0 : GAP;
}

static void write_columns(const struct table *table,
			  const struct layout *layout,
			  struct composer *composer, size_t row, int indent)
{
	struct column columns[COMPOSE_CELLS];
	int left = indent;

	for (size_t cell = 0; cell < layout->count; cell++) {
		if (cell > 0)
			compose_cell(composer);
		add_cell(table, layout, composer, row, cell);
		columns[cell] = (struct column){
			.left = left,
			.width = layout->widths[cell],
			.hang = cell == 0 ? hang_of(layout) : 0,
		};
		left += layout->widths[cell] + GAP;
	}
	compose_flush_cells(composer, columns);
}

/* The first column as a line, the others below it. */
static void write_stacked(const struct table *table,
			  const struct layout *layout,
			  struct composer *composer, size_t row, int indent)
{
	for (size_t cell = 0; cell < layout->count; cell++) {
		int left = cell == 0 ? indent : indent + GAP;

		add_cell(table, layout, composer, row, cell);
		compose_flush(composer, left, left + GAP);
	}
}

static void write_table(const struct table *table, struct layout *layout,
			struct composer *composer, int indent)
{
	bool fits = fit(table, layout, composer->width - indent);

	for (size_t row = 0; row < table->count;
	     row = row_end(table, layout, row)) {
		if (fits)
			write_columns(table, layout, composer, row, indent);
		else
			write_stacked(table, layout, composer, row, indent);
	}
}

static bool is_wide(const struct table *table, int room)
{
	for (size_t i = 0; i < table->count; i++) {
		const struct table_line *line = &table->lines[i];

		if (text_columns(line->text, line->length) > room)
			return true;
	}
	return false;
}

static void write_lines(const struct table *table, struct composer *composer,
			int indent)
{
	for (size_t i = 0; i < table->count; i++) {
		const struct table_line *line = &table->lines[i];

		compose_add_found(composer, ROLE_VERBATIM, line->text,
				  line->length);
		verbatim_flush(composer, indent);
	}
}

void table_flush(struct table *table, struct composer *composer, int indent)
{
	struct layout layout;

	indent = compose_indent(composer, indent);
	if (is_wide(table, composer->width - indent) &&
	    find_columns(table, &layout))
		write_table(table, &layout, composer, indent);
	else
		write_lines(table, composer, indent);
	forget_lines(table);
}

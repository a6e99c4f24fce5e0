#include "model/rows.h"

#include <stdlib.h>
#include <string.h>

#include "base/xalloc.h"

static size_t set_size(const struct rows *rows)
{
	return catalogue_rows(rows->catalogue) / 8 + 1;
}

static bool has(const uint8_t *set, size_t number)
{
	return (set[number / 8] >> number % 8 & 1) != 0;
}

static void put(uint8_t *set, size_t number, bool in)
{
	uint8_t bit = (uint8_t)(1 << number % 8);

	if (in)
		set[number / 8] |= bit;
	else
		set[number / 8] &= (uint8_t)~bit;
}

bool rows_unfolded(const struct rows *rows, size_t row)
{
	return has(rows->unfolded, row);
}

bool rows_kept(const struct rows *rows, size_t row)
{
	return !rows->filtered || has(rows->kept, row);
}

static size_t size_of(const struct rows *rows, size_t row)
{
	return catalogue_row(rows->catalogue, row)->size;
}

static void list_rows(struct rows *rows)
{
	size_t total = catalogue_rows(rows->catalogue);

	rows->count = 0;
	for (size_t row = 0; row < total;) {
		if (!rows_kept(rows, row)) {
			row += size_of(rows, row);
			continue;
		}
		rows->list = xgrow(rows->list, &rows->capacity,
				   rows->count + 1, sizeof(*rows->list));
		rows->list[rows->count++] = (uint32_t)row;
		row += rows_unfolded(rows, row) ? 1 : size_of(rows, row);
	}
}

void rows_init(struct rows *rows, const struct catalogue *catalogue)
{
	*rows = (struct rows){ .catalogue = catalogue };
	rows->unfolded = xcalloc(set_size(rows), 1);
	list_rows(rows);
}

void rows_clear(struct rows *rows)
{
	free(rows->unfolded);
	free(rows->list);
	free(rows->kept);
	free(rows->codes);
}

static bool is_shown(const struct rows *rows, const struct filter *filter,
		     const uint8_t *only, entry_t entry)
{
	if (only != NULL && !has(only, entry))
		return false;
	return filter_shows(filter, rows->catalogue, entry);
}

/*
 * Whether a second place is kept in the branch at `row`: a narrow tree shows
 * what matches once, unless the origin matches, too.
 */
static bool has_page(const struct rows *rows, const uint8_t *only, size_t row)
{
	return only == NULL ||
	       has(only, catalogue_row(rows->catalogue, row)->entry);
}

/* From the last row to the first: what is below is known before the row. */
static void keep_rows(struct rows *rows, const struct filter *filter,
		      const uint8_t *only)
{
	const struct catalogue *catalogue = rows->catalogue;
	size_t total = catalogue_rows(catalogue);

	rows->hidden = 0;
	memset(rows->kept, 0, set_size(rows));
	memset(rows->codes, 0, total * sizeof(*rows->codes));
	for (size_t row = total; row-- > 0;) {
		const struct node *node = catalogue_row(catalogue, row);
		bool page = catalogue_kind(catalogue, node->entry) == KIND_PAGE;
		bool shown = is_shown(rows, filter, only, node->entry);
		bool first = catalogue_row_of(catalogue, node->entry) == row;

		if (shown && (first || has_page(rows, only, node->parent)))
			put(rows->kept, row, true);
		/* What has a second place is hidden once. */
		rows->hidden += !page && !shown && first;
		if (node->parent == IMAGE_NONE)
			continue;
		rows->codes[node->parent] += rows->codes[row] +
					     (!page && shown);
		if (has(rows->kept, row))
			put(rows->kept, node->parent, true);
	}
}

/* Where all is hidden the top rows stay, for a reader stands on a row. */
static void keep_top(struct rows *rows)
{
	size_t total = catalogue_rows(rows->catalogue);

	for (size_t row = 0; row < total; row += size_of(rows, row)) {
		if (has(rows->kept, row))
			return;
	}
	for (size_t row = 0; row < total; row += size_of(rows, row))
		put(rows->kept, row, true);
}

void rows_filter(struct rows *rows, const struct filter *filter,
		 const uint8_t *only)
{
	rows->filtered = filter_active(filter) || only != NULL;
	rows->hidden = 0;
	if (rows->filtered) {
		if (rows->kept == NULL) {
			rows->kept = xcalloc(set_size(rows), 1);
			rows->codes = xcalloc(catalogue_rows(rows->catalogue),
					      sizeof(*rows->codes));
		}
		keep_rows(rows, filter, only);
		keep_top(rows);
	}
	list_rows(rows);
}

bool rows_has_children(const struct rows *rows, size_t row)
{
	size_t end = row + size_of(rows, row);

	for (size_t child = row + 1; child < end;
	     child += size_of(rows, child)) {
		if (rows_kept(rows, child))
			return true;
	}
	return false;
}

size_t rows_codes(const struct rows *rows, size_t row)
{
	return rows->filtered ? rows->codes[row] :
				catalogue_row(rows->catalogue, row)->codes;
}

void rows_fold(struct rows *rows, size_t row, bool fold)
{
	put(rows->unfolded, row, !fold);
	list_rows(rows);
}

void rows_fold_all(struct rows *rows, bool fold)
{
	memset(rows->unfolded, fold ? 0 : 0xff, set_size(rows));
	list_rows(rows);
}

size_t rows_parent(const struct rows *rows, size_t row)
{
	uint32_t parent = catalogue_row(rows->catalogue, row)->parent;

	return parent == IMAGE_NONE ? row : parent;
}

void rows_reveal(struct rows *rows, size_t row)
{
	size_t parent;

	for (parent = rows_parent(rows, row); parent != row;
	     row = parent, parent = rows_parent(rows, row))
		put(rows->unfolded, parent, true);
	list_rows(rows);
}

size_t rows_position(const struct rows *rows, size_t row)
{
	size_t low = 0, high = rows->count;

	while (low + 1 < high) {
		size_t middle = low + (high - low) / 2;

		if (rows->list[middle] <= row)
			low = middle;
		else
			high = middle;
	}
	return low;
}

uint8_t *rows_save_folds(const struct rows *rows)
{
	uint8_t *folds = xmalloc(set_size(rows));

	memcpy(folds, rows->unfolded, set_size(rows));
	return folds;
}

void rows_restore_folds(struct rows *rows, const uint8_t *folds)
{
	memcpy(rows->unfolded, folds, set_size(rows));
	list_rows(rows);
}

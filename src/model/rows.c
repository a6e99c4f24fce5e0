#include "model/rows.h"

#include <stdlib.h>
#include <string.h>

#include "base/xalloc.h"

/* Put a number in or take it out. */
static void put(struct bitset *set, size_t number, bool in)
{
	if (in)
		bitset_add(set, number);
	else
		bitset_remove(set, number);
}

bool rows_unfolded(const struct rows *rows, size_t row)
{
	return bitset_has(&rows->unfolded, row);
}

bool rows_kept(const struct rows *rows, size_t row)
{
	return !rows->filtered || bitset_has(&rows->kept, row);
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
	bitset_init(&rows->unfolded, catalogue_rows(catalogue));
	list_rows(rows);
}

void rows_clear(struct rows *rows)
{
	bitset_clear(&rows->unfolded);
	free(rows->list);
	bitset_clear(&rows->kept);
	free(rows->codes);
}

static bool is_shown(const struct rows *rows, const struct filter *filter,
		     const struct bitset *only, entry_t entry)
{
	if (only != NULL && !bitset_has(only, entry))
		return false;
	return filter_shows(filter, rows->catalogue, entry);
}

/*
 * Whether a second place is kept in the branch at `row`: a narrow tree shows
 * what matches once, unless the origin matches, too.
 */
static bool has_page(const struct rows *rows, const struct bitset *only, size_t row)
{
	return only == NULL ||
	       bitset_has(only, catalogue_row(rows->catalogue, row)->entry);
}

/* From the last row to the first: what is below is known before the row. */
static void keep_rows(struct rows *rows, const struct filter *filter,
		      const struct bitset *only)
{
	const struct catalogue *catalogue = rows->catalogue;
	size_t total = catalogue_rows(catalogue);

	rows->hidden = 0;
	bitset_reset(&rows->kept);
	memset(rows->codes, 0, total * sizeof(*rows->codes));
	for (size_t row = total; row-- > 0;) {
		const struct node *node = catalogue_row(catalogue, row);
		bool page = catalogue_kind(catalogue, node->entry) == KIND_PAGE;
		bool shown = is_shown(rows, filter, only, node->entry);
		bool first = catalogue_row_of(catalogue, node->entry) == row;

		if (shown && (first || has_page(rows, only, node->parent)))
			bitset_add(&rows->kept, row);
		/* What has a second place is hidden once. */
		rows->hidden += !page && !shown && first;
		if (node->parent == IMAGE_NONE)
			continue;
		rows->codes[node->parent] += rows->codes[row] +
					     (!page && shown);
		if (bitset_has(&rows->kept, row))
			bitset_add(&rows->kept, node->parent);
	}
}

/* Where all is hidden the top rows stay, for a reader stands on a row. */
static void keep_top(struct rows *rows)
{
	size_t total = catalogue_rows(rows->catalogue);

	for (size_t row = 0; row < total; row += size_of(rows, row)) {
		if (bitset_has(&rows->kept, row))
			return;
	}
	for (size_t row = 0; row < total; row += size_of(rows, row))
		bitset_add(&rows->kept, row);
}

void rows_filter(struct rows *rows, const struct filter *filter,
		 const struct bitset *only)
{
	rows->filtered = filter_active(filter) || only != NULL;
	rows->hidden = 0;
	if (rows->filtered) {
		if (rows->codes == NULL) {
			bitset_init(&rows->kept,
				    catalogue_rows(rows->catalogue));
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
	put(&rows->unfolded, row, !fold);
	list_rows(rows);
}

void rows_fold_all(struct rows *rows, bool fold)
{
	if (fold)
		bitset_reset(&rows->unfolded);
	else
		bitset_fill(&rows->unfolded);
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
		bitset_add(&rows->unfolded, parent);
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

struct bitset *rows_save_folds(const struct rows *rows)
{
	return bitset_dup(&rows->unfolded);
}

void rows_restore_folds(struct rows *rows, const struct bitset *folds)
{
	bitset_copy(&rows->unfolded, folds);
	list_rows(rows);
}

/* An entry that has two places unfolds at its first alone. */
void rows_print_folds(const struct rows *rows, const struct bitset *folds,
		      struct strbuf *ids)
{
	for (size_t row = bitset_next(folds, 0); row < folds->limit;
	     row = bitset_next(folds, row + 1)) {
		entry_t entry = catalogue_row(rows->catalogue, row)->entry;

		if (catalogue_row_of(rows->catalogue, entry) != row)
			continue;
		strbuf_addf(ids, "%s%s", ids->length == 0 ? "" : " ",
			    catalogue_id(rows->catalogue, entry));
	}
}

void rows_read_folds(struct rows *rows, const char *ids)
{
	struct strbuf id;

	strbuf_init(&id);
	while (*ids != '\0') {
		size_t length = strcspn(ids, " ");
		entry_t entry;

		strbuf_reset(&id);
		strbuf_add_bytes(&id, ids, length);
		entry = catalogue_find(rows->catalogue, strbuf_text(&id));
		if (entry != ENTRY_NONE)
			rows_fold(rows,
				  catalogue_row_of(rows->catalogue, entry),
				  false);
		ids += length + (ids[length] == ' ');
	}
	strbuf_clear(&id);
}

/*
 * rows -- which rows of the tree are on view: folds, filter, and the codes to
 * which the tree is narrowed.
 *
 * A row is a number of the catalogue's tree.  While nothing is filtered, only
 * rows on view are touched, so that a large catalogue costs no more at start.
 */
#ifndef HTTREE_MODEL_ROWS_H
#define HTTREE_MODEL_ROWS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/bitset.h"
#include "base/strbuf.h"
#include "catalogue/catalogue.h"
#include "query/filter.h"

struct rows {
	const struct catalogue *catalogue;
	struct bitset unfolded;
	uint32_t *list;	   /* the rows on view, from top to bottom */
	size_t count;
	size_t capacity;
	struct bitset kept; /* rows that are shown, or above a shown one */
	uint32_t *codes; /* codes shown below a row */
	bool filtered;	 /* `kept` and `codes` are in use */
	size_t hidden;	 /* codes that are not shown */
};

void rows_init(struct rows *rows, const struct catalogue *catalogue);
void rows_clear(struct rows *rows);

/*
 * Take account of `filter`, and of the entries `only`, unless it is NULL.
 * Both are used during the call alone.  At least the top rows stay on view.
 */
void rows_filter(struct rows *rows, const struct filter *filter,
		 const struct bitset *only);

bool rows_unfolded(const struct rows *rows, size_t row);

/* Whether the row is shown, or above one that is. */
bool rows_kept(const struct rows *rows, size_t row);

/* Whether a row that is kept has one below it that is, too. */
bool rows_has_children(const struct rows *rows, size_t row);

/* Codes and reasons shown below the row, at every depth. */
size_t rows_codes(const struct rows *rows, size_t row);

/* Fold or unfold one row, or all. */
void rows_fold(struct rows *rows, size_t row, bool fold);
void rows_fold_all(struct rows *rows, bool fold);

/* Unfold what is above the row. */
void rows_reveal(struct rows *rows, size_t row);

/*
 * Position of the row in the list; of the last row before it that is on view
 * when it is not.
 */
size_t rows_position(const struct rows *rows, size_t row);

/* The row above it in the tree; the row itself at the top. */
size_t rows_parent(const struct rows *rows, size_t row);

/* A copy of the folds, to be freed with bitset_free, and back. */
struct bitset *rows_save_folds(const struct rows *rows);
void rows_restore_folds(struct rows *rows, const struct bitset *folds);

/*
 * Append the ids of what `folds` has unfolded, parted by blanks; and unfold
 * what such a text names, if it is there.
 */
void rows_print_folds(const struct rows *rows, const struct bitset *folds,
		      struct strbuf *ids);
void rows_read_folds(struct rows *rows, const char *ids);

#endif

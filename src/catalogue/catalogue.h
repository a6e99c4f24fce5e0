/*
 * catalogue -- the entries, as the rest of the program reads them.
 *
 * An entry is a number from 0 to the count, in the order in which entries are
 * listed.  Everything returned is borrowed from the catalogue, which does not
 * change.
 */
#ifndef HTTREE_CATALOGUE_CATALOGUE_H
#define HTTREE_CATALOGUE_CATALOGUE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "catalogue/image.h"

typedef uint32_t entry_t;

#define ENTRY_NONE IMAGE_NONE

struct catalogue {
	const struct image *image;
};

size_t catalogue_count(const struct catalogue *catalogue);

/* The entry with this id; ENTRY_NONE when there is none. */
entry_t catalogue_find(const struct catalogue *catalogue, const char *id);

/* A field that is text, NULL when the entry has none. */
const char *catalogue_text(const struct catalogue *catalogue, entry_t entry,
			   enum field field);

/* How many items a list field has. */
size_t catalogue_items(const struct catalogue *catalogue, entry_t entry,
		       enum field field);

/*
 * A part of an item of a list field, NULL when it is absent.  An item of a
 * list that has no parts is its own part 0.
 */
const char *catalogue_item(const struct catalogue *catalogue, entry_t entry,
			   enum field field, size_t item, size_t part);

/*
 * The records inside a choice: how many houses `item` of FIELD_CHOICES has, and
 * a part of one, NULL when it is absent.
 */
size_t catalogue_houses(const struct catalogue *catalogue, entry_t entry,
			size_t item);
const char *catalogue_house(const struct catalogue *catalogue, entry_t entry,
			    size_t item, size_t house, size_t part);

/* The reasons that go with a status, in the order of the entries. */
size_t catalogue_reasons(const struct catalogue *catalogue, entry_t entry);
entry_t catalogue_reason(const struct catalogue *catalogue, entry_t entry,
			 size_t number);

/* The choices of guides that lead to an entry, in the order of the guides. */
struct asker {
	entry_t guide;
	size_t choice; /* item of the guide's FIELD_CHOICES */
};

size_t catalogue_askers(const struct catalogue *catalogue, entry_t entry);
struct asker catalogue_asker(const struct catalogue *catalogue, entry_t entry,
			     size_t number);

/* Whether a flag is yes. */
bool catalogue_flag(const struct catalogue *catalogue, entry_t entry,
		    enum field field);

const char *catalogue_id(const struct catalogue *catalogue, entry_t entry);
enum sort catalogue_sort(const struct catalogue *catalogue, entry_t entry);
enum kind catalogue_kind(const struct catalogue *catalogue, entry_t entry);

/* STATE_COUNT for a page. */
enum entry_state catalogue_state(const struct catalogue *catalogue,
				 entry_t entry);

/* CLASS_VENDORS also for the page of an origin and for its reasons. */
enum code_class catalogue_class(const struct catalogue *catalogue,
				entry_t entry);

/* The code as numbers, CODE_WORD of a reason, zeros without a code. */
struct code catalogue_code(const struct catalogue *catalogue, entry_t entry);

bool catalogue_everyday(const struct catalogue *catalogue, entry_t entry);

/* The row above it in the tree, the page of its origin; or ENTRY_NONE. */
entry_t catalogue_parent(const struct catalogue *catalogue, entry_t entry);
entry_t catalogue_origin(const struct catalogue *catalogue, entry_t entry);

/*
 * The origin that the id names before its colon, in `length` bytes, for an
 * entry that is not a page; NULL for a registered code and for a page.
 */
const char *catalogue_origin_name(const struct catalogue *catalogue,
				  entry_t entry, size_t *length);

/* Whether the entry came from a catalogue of the user. */
bool catalogue_is_user(const struct catalogue *catalogue, entry_t entry);

/*
 * The name of the catalogue that the entry came from: the same text for all
 * entries of one.
 */
const char *catalogue_name(const struct catalogue *catalogue, entry_t entry);

/*
 * The tree: its rows, and the first row of an entry.  A row tells its entry,
 * and an entry of an origin may have a second row, below the page of that.
 */
size_t catalogue_rows(const struct catalogue *catalogue);
const struct node *catalogue_row(const struct catalogue *catalogue, size_t row);
size_t catalogue_row_of(const struct catalogue *catalogue, entry_t entry);

/*
 * Whether the entry is a code, of this very number; 0 and 000 are one.  No
 * reason is.
 */
bool catalogue_same_code(const struct catalogue *catalogue, entry_t entry,
			 const struct code *code);

/*
 * The codes that lie nearest to `number`, below and above, by the best-known
 * meaning of each; ENTRY_NONE where there is none.
 */
void catalogue_neighbours(const struct catalogue *catalogue, uint32_t number,
			  entry_t *below, entry_t *above);

#endif

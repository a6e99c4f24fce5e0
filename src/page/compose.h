/*
 * compose -- paragraphs of pieces, wrapped into the lines of a page.
 *
 * A paragraph is built of pieces, each with its role; flushing it wraps it.
 * Several paragraphs can stand side by side: compose_cell ends one and begins
 * the next, and compose_flush_cells wraps each in a column of its own.
 */
#ifndef HTTREE_PAGE_COMPOSE_H
#define HTTREE_PAGE_COMPOSE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "page/lines.h"
#include "page/page.h"
#include "page/paragraph.h"

enum {
	LABEL_COLUMNS = 11,
	COMPOSE_CELLS = 8, /* side by side, at most */
};

struct composer {
	const struct page_options *options;
	struct paragraph cells[COMPOSE_CELLS];
	size_t cell; /* the one that is added to */
	struct lines lines;
	int width;
};

/* Where a paragraph is put: columns, from 0 on. */
struct column {
	int left;
	int width;
	int hang; /* lines after the first begin that much further right */
};

/* Begin an empty page. */
void compose_start(struct composer *composer, struct page *page,
		   const struct page_options *options);
void compose_end(struct composer *composer);

/* Add words of ours, in which nothing is searched. */
void compose_add(struct composer *composer, enum role role, const char *text);
void compose_addf(struct composer *composer, enum role role, const char *format,
		  ...) __attribute__((format(printf, 3, 4)));

/* Add a text of the catalogue that search looks into, its matches marked. */
void compose_add_found(struct composer *composer, enum role role,
		       const char *text, size_t length);

/*
 * Add the bytes [from, to) of such a text, whose other bytes are added at other
 * places.  A match is marked in the part in which it begins.
 */
void compose_add_part(struct composer *composer, enum role role,
		      const char *text, size_t length, size_t from, size_t to);

/* Whether search matches anything in such a text. */
bool compose_matches(const struct composer *composer, const char *text);

/* Add a text that is one match when `matches`. */
void compose_add_match(struct composer *composer, enum role role,
		       const char *text, bool matches);

/* Add `[id]` as a link. */
void compose_add_link(struct composer *composer, entry_t entry, const char *id);

/* Add an address that lies outside of the catalogue; `url` is borrowed. */
void compose_add_url(struct composer *composer, const char *url);

/*
 * Wrap what was added: its first line indented by `first` columns, the others
 * by `rest`.
 */
void compose_flush(struct composer *composer, int first, int rest);

/* End a cell; what is added from here on is the next one's. */
void compose_cell(struct composer *composer);

/* Wrap the cells side by side, each in its column. */
void compose_flush_cells(struct composer *composer,
			 const struct column *columns);

/*
 * What was added behind a label, which is NULL on a further paragraph of a
 * fact; `indent` columns from the left.
 */
void compose_flush_fact(struct composer *composer, int indent,
			const char *label);

/* Forget what was added. */
void compose_drop(struct composer *composer);

/*
 * What was added as one line, with `found`, in which search looks and which may
 * be NULL, and `rest` at the right edge; or on lines of their own where they
 * do not fit.
 */
void compose_flush_title(struct composer *composer, enum role role,
			 const char *found, const char *rest);

/* A heading: what was added, on lines that can be gone to. */
void compose_flush_heading(struct composer *composer);

/* An empty line before the next one, unless the page is empty. */
void compose_gap(struct composer *composer);

/* An indent, given up where it leaves too few columns. */
int compose_indent(const struct composer *composer, int indent);

#endif

/*
 * writer -- an entry being written as a page: what all parts of a page share.
 *
 * A part takes the fields it shows from the writer, and adds lines to its
 * composer.  What search looks into is added with writer_found, once and in
 * one place, so that a match is marked exactly once.
 */
#ifndef HTTREE_PAGE_WRITER_H
#define HTTREE_PAGE_WRITER_H

#include <stdbool.h>
#include <stddef.h>

#include "catalogue/catalogue.h"
#include "page/compose.h"

struct writer {
	struct composer composer;
	const struct catalogue *catalogue;
	entry_t entry;
};

/* A field of the entry, NULL when it has none. */
const char *writer_text(const struct writer *writer, enum field field);

/* How many items a list has, and a part of one. */
size_t writer_items(const struct writer *writer, enum field field);
const char *writer_item(const struct writer *writer, enum field field,
			size_t item, size_t part);

bool writer_is_page(const struct writer *writer);

/* Add a whole text that search looks into. */
void writer_found(struct writer *writer, enum role role, const char *text);

/* A heading, an empty line before it. */
void writer_heading(struct writer *writer, const char *heading);

/* Add why `entry` is hidden and what shows it; nothing when it is shown. */
void writer_hidden(struct writer *writer, entry_t entry);

/* A line that leads to `entry`: its id as a link, and its phrase. */
void writer_reference(struct writer *writer, entry_t entry);

#endif

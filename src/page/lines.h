/*
 * lines -- the lines of a page, as they are made.
 *
 * Matches and links are numbered when they are composed, and get their numbers
 * on the page when they are put on a line: side by side or cut, they are
 * counted in the order in which they are read.
 */
#ifndef HTTREE_PAGE_LINES_H
#define HTTREE_PAGE_LINES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "page/page.h"
#include "page/paragraph.h"

struct lines {
	struct page *page;
	uint32_t *numbers; /* on the page, of the matches made; 0: not yet */
	size_t made;
	size_t capacity;
	bool gap; /* an empty line is owed before the next one */
	bool differs; /* the next one begins a row whose sides differ */
};

/* Begin an empty page. */
void lines_start(struct lines *lines, struct page *page);
void lines_end(struct lines *lines);

/* The number of a new match, and of a new link, for a piece to carry. */
uint32_t lines_make_match(struct lines *lines);
uint32_t lines_make_link(struct lines *lines, entry_t entry);

/* An empty line before the next one, unless the page is empty. */
void lines_gap(struct lines *lines);

/* The next line is a heading. */
void lines_heading(struct lines *lines);

/* The next line begins a row whose sides differ. */
void lines_differ(struct lines *lines);

/* Begin a line with `indent` blanks. */
void lines_begin(struct lines *lines, int indent);

/* Add blanks to the line. */
void lines_pad(struct lines *lines, int columns);

/* Add to the line `length` bytes of a text, which are what `piece` says. */
void lines_add(struct lines *lines, const struct piece *piece, const char *text,
	       size_t length);

/* Add to the line the bytes [start, end) of a paragraph. */
void lines_add_part(struct lines *lines, const struct paragraph *paragraph,
		    size_t start, size_t end);

#endif

/*
 * compare -- two entries against each other.
 *
 * Their facts stand row by row, each side in a column of its own, or one below
 * the other where the page is narrow.  The first line of a row whose sides
 * differ says so.  Below them stands what the page of each says of the other,
 * beside the id of the one that it is said of.
 */
#ifndef HTTREE_PAGE_COMPARE_H
#define HTTREE_PAGE_COMPARE_H

#include "page/page.h"

struct comparison {
	size_t facts; /* rows */
	size_t differ; /* of these */
};

/*
 * Replace the page by the comparison of two entries.  Nothing is marked on it,
 * whatever the options say of a search.
 */
struct comparison compare_build(struct page *page,
				const struct catalogue *catalogue, entry_t left,
				entry_t right,
				const struct page_options *options);

#endif

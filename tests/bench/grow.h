/*
 * grow -- a catalogue many times as large as another, to measure search on.
 *
 * Each copy of an entry says something else: some words give way to other
 * words of the catalogue, as often as they stand there, some to new ones, and
 * numbers to other numbers.  The share of new words is such that the
 * vocabulary grows as that of English texts does, with about the 0.6th power
 * of their length (Heaps' law).  The same call gives the same catalogue.
 */
#ifndef HTTREE_BENCH_GROW_H
#define HTTREE_BENCH_GROW_H

#include "base/strbuf.h"
#include "catalogue/catalogue.h"

/*
 * The entries of `catalogue` and `times` - 1 varied copies of them, built by
 * the reader and the builder that a user's own catalogue goes through.  The
 * image is the caller's to free with image_free.
 */
struct image *grow(const struct catalogue *catalogue, unsigned int times);

/* Append all indexed texts of an entry as one line, its id first. */
void grow_line(const struct catalogue *catalogue, entry_t entry,
	       struct strbuf *line);

#endif

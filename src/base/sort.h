/*
 * sort -- arrays in order, by a comparison that may look at a context.
 *
 * The qsort() of ISO C gives the comparison no context and does not say what
 * becomes of equal items; qsort_r() differs from system to system.  This one is
 * the same everywhere: what compares equal stays in its order, and the time
 * grows as count times its logarithm whatever the order was.
 */
#ifndef HTTREE_BASE_SORT_H
#define HTTREE_BASE_SORT_H

#include <stddef.h>

/* Negative, zero or positive: `a` comes before `b`, with it, after it. */
typedef int sort_compare(const void *a, const void *b, const void *context);

/* Sort `count` items of `size` bytes; `context` is handed to `compare`. */
void sort_items(void *items, size_t count, size_t size, sort_compare *compare,
		const void *context);

#endif

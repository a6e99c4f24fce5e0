/*
 * Runs of one, two, four items and so on are merged from the array into a copy
 * and, in the next round, back.  Two that are in order as they stand are copied,
 * so that what is sorted already costs a comparison for each item.
 */
#include "base/sort.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "base/xalloc.h"

struct sorter {
	size_t count;
	size_t size;
	sort_compare *compare;
	const void *context;
};

/* Merge the runs [first, middle) and [middle, end) of `from` into `to`. */
static void merge(const struct sorter *sorter, const char *from, char *to,
		  size_t first, size_t middle, size_t end)
{
	size_t size = sorter->size;
	size_t left = first, right = middle;

	if (middle == end ||
	    sorter->compare(from + (middle - 1) * size, from + middle * size,
			    sorter->context) <= 0) {
		memcpy(to + first * size, from + first * size,
		       (end - first) * size);
		return;
	}
	for (size_t at = first; at < end; at++) {
		bool take_left =
			left < middle &&
			(right == end ||
			 sorter->compare(from + left * size,
					 from + right * size,
					 sorter->context) <= 0);
		size_t taken = take_left ? left++ : right++;

		memcpy(to + at * size, from + taken * size, size);
	}
}

static size_t least(size_t a, size_t b)
{
	return a < b ? a : b;
}

void sort_items(void *items, size_t count, size_t size, sort_compare *compare,
		const void *context)
{
	struct sorter sorter = { count, size, compare, context };
	char *copy = xmalloc(count * size);
	char *from = items, *to = copy;

	for (size_t run = 1; run < count; run *= 2) {
		char *swap = from;

		for (size_t at = 0; at < count; at += 2 * run)
			merge(&sorter, from, to, at, least(at + run, count),
			      least(at + 2 * run, count));
		from = to;
		to = swap;
	}
	if (from != items && count > 0)
		memcpy(items, from, count * size);
	free(copy);
}

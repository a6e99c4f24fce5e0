/*
 * order -- entries by their score, best first.
 */
#ifndef HTTREE_QUERY_ORDER_H
#define HTTREE_QUERY_ORDER_H

#include <stddef.h>
#include <stdint.h>

#include "catalogue/catalogue.h"

struct standing {
	uint64_t score;
	entry_t entry;
};

/*
 * Sort `count` standings, those of one score in the order in which they are.
 * `spare` has room for as many.
 */
void order_sort(struct standing *standings, struct standing *spare,
		size_t count);

#endif

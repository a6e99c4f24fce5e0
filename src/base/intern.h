/*
 * intern -- strings to numbers, each different string once.
 *
 * Numbers count from zero in the order of first meeting, so that equal input
 * gives equal numbers.  All strings together have less than 4 GiB, for which
 * whoever reads them from outside has a limit.
 */
#ifndef HTTREE_BASE_INTERN_H
#define HTTREE_BASE_INTERN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/strbuf.h"

/* A place of the hash table. */
struct intern_slot {
	uint32_t sum;	 /* the hash of the string */
	uint32_t number; /* and its number + 1; 0 is empty */
};

struct intern {
	struct strbuf blob;  /* the strings, each with its NUL */
	uint32_t *offsets;   /* of each string in the blob */
	size_t count;
	size_t capacity;
	struct intern_slot *slots;
	size_t slot_count;
};

void intern_init(struct intern *table);
void intern_clear(struct intern *table);

/* The number of the string of `length` bytes, which holds no NUL. */
uint32_t intern_add(struct intern *table, const char *text, size_t length);

/* Whether the string is in the table, and its number. */
bool intern_find(const struct intern *table, const char *text, size_t length,
		 uint32_t *number);

/* The string of a number; borrowed until the next addition. */
const char *intern_text(const struct intern *table, uint32_t number);

#endif

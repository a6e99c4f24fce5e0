/*
 * code -- a status code as text and as numbers.
 *
 * A code is `NNN`, `NNN.N`, one to five digits, a range `N-M`, or a class
 * `Nxx` (a family `Nxxx`).  It sorts by its low end, then by its sub-code, as
 * numbers; a single number before a range that begins with it.
 */
#ifndef HTTREE_CATALOGUE_CODE_H
#define HTTREE_CATALOGUE_CODE_H

#include <stdbool.h>
#include <stdint.h>

#include "catalogue/names.h"

struct code {
	uint32_t low;
	uint32_t high; /* inclusive; equal to `low` but in a range */
	uint32_t sub;  /* sub-code + 1, or 0 without one */
};

/* Read `text`; false when it has none of the forms. */
bool code_parse(const char *text, struct code *code);

/* Negative, zero, positive, as for qsort(). */
int code_compare(const struct code *a, const struct code *b);

/* CLASS_1XX to CLASS_5XX, or CLASS_OUTSIDE. */
enum code_class code_class_of(const struct code *code);

#endif

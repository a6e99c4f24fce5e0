/*
 * code -- a status code as text and as numbers.
 *
 * A code is `NNN`, `NNN.N`, one to five digits, a range `N-M`, a class `Nxx` (a
 * family `Nxxx`), or the word of a reason.  It sorts by its low end, then by
 * its sub-code, as numbers; a single number before a range that begins with it,
 * a word after all numbers.
 *
 * A word begins with a letter; after it come letters, digits, `_`, `-`, `.`.
 */
#ifndef HTTREE_CATALOGUE_CODE_H
#define HTTREE_CATALOGUE_CODE_H

#include <stdbool.h>
#include <stdint.h>

#include "catalogue/names.h"

#define CODE_WORD UINT32_MAX

enum { CODE_WORD_LIMIT = 64 }; /* bytes */

struct code {
	uint32_t low; /* CODE_WORD, as `high`, when it is a word */
	uint32_t high; /* inclusive; equal to `low` but in a range */
	uint32_t sub; /* sub-code + 1, or 0 without one */
};

/* Read `text`; false when it has none of the forms. */
bool code_parse(const char *text, struct code *code);

/* Whether it is the word of a reason, which has no number. */
bool code_is_word(const struct code *code);

/* Negative, zero, positive, as for qsort(); words are not told apart. */
int code_compare(const struct code *a, const struct code *b);

/* CLASS_1XX to CLASS_5XX, or CLASS_OUTSIDE; of a word CLASS_VENDORS. */
enum code_class code_class_of(const struct code *code);

#endif

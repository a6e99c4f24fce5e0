/*
 * pattern -- a way to name numbers: `404`, `4xx`, `40[13]`, `500-511`,
 * `404.7`, `404.`, `nginx:499`, `nginx:`, `class:4xx`.
 *
 * A number's beginning names what it begins (`52`, `404.`, `4x`), an origin
 * with its colon all that it has, and a range in the catalogue answers for
 * every number inside it.  What is not finished yet names what stands before:
 * `40[1` is `40`, `500-5` is `500`.  A range may be written in either
 * direction.
 */
#ifndef HTTREE_QUERY_PATTERN_H
#define HTTREE_QUERY_PATTERN_H

#include <stdbool.h>
#include <stddef.h>

#include "catalogue/catalogue.h"

enum { PATTERN_DIGITS = 5 };

enum pattern_kind {
	PATTERN_NUMBER, /* digits, each position a set of them */
	PATTERN_RANGE,	/* from low to high */
	PATTERN_ID,	/* an id as it is written */
	PATTERN_DOCUMENT, /* the number of an RFC, and a section as `sub` */
};

struct pattern {
	enum pattern_kind kind;
	const char *text; /* borrowed; its origin, if any, comes first */
	size_t length;	  /* without what is not finished */
	bool unfinished;  /* something was left out, or has to follow */
	size_t origin;	  /* bytes of the origin; 0 for none */
	unsigned short digits[PATTERN_DIGITS]; /* bit N: digit N */
	size_t count;	  /* digits in use; of a range's first */
	bool exact;	  /* every position is one digit */
	bool family;	  /* written with x: `4xx` */
	bool minus;	  /* `-1`, by which logs and clients say: no status */
	const char *sub;  /* after the full stop, NULL without one */
	size_t sub_length;
	unsigned int low; /* the ends of the range, or what the digits allow */
	unsigned int high;
};

/* How well a pattern fits, worst first. */
enum pattern_fit {
	FIT_NONE,
	FIT_BEGINS,
	FIT_HEADS,  /* the page of what it begins: `4` for class:4xx */
	FIT_INSIDE, /* the number lies in the entry's range */
	FIT_TOLD,   /* a page's search words have the number */
	FIT_EXACT,
	FIT_ID, /* the entry's own id, origin and all */
};

/* Read `length` bytes of one word; false when it names no numbers. */
bool pattern_parse(struct pattern *pattern, const char *text, size_t length);

/*
 * Read the number of an RFC, of `length` bytes, and the section that is asked
 * for, NULL for none; both are borrowed.
 */
void pattern_document(struct pattern *pattern, const char *text, size_t length,
		      const char *section, size_t section_length);

/* Whether the word is one that announces a number: `http`, `error`. */
bool pattern_is_label(const char *text, size_t length);

enum pattern_fit pattern_match(const struct pattern *pattern,
			       const struct catalogue *catalogue,
			       entry_t entry);

/*
 * Whether a look at the entry's number is enough to see that the pattern does
 * not fit: it is none that the pattern's digits are or begin.  Whoever asks of
 * all entries asks this first.
 */
static inline bool pattern_passes_by(const struct pattern *pattern,
				     const struct catalogue *catalogue,
				     entry_t entry)
{
	const struct record *record = &catalogue->image->records[entry];
	const struct code *code = &record->code;

	/* What begins with 0 may be shorter than its digits. */
	return pattern->kind == PATTERN_NUMBER &&
	       (pattern->digits[0] & 1) == 0 &&
	       (code->high < pattern->low || code->low == CODE_WORD ||
		(code->low > pattern->high &&
		 code->high < 10 * pattern->low)) &&
	       record->kind != KIND_PAGE;
}

/*
 * Whether the pattern is one number of three digits, such as nobody may have
 * defined; the number goes to `*number`.
 */
bool pattern_is_status(const struct pattern *pattern, unsigned int *number);

#endif

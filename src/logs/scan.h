/*
 * scan -- the words of a line, one after the other.
 *
 * A word is what blanks part; a quoted string, or what stands in brackets,
 * counts as one.  A line may hold any bytes, and nothing here copies one.
 */
#ifndef HTTREE_LOGS_SCAN_H
#define HTTREE_LOGS_SCAN_H

#include <stdbool.h>
#include <stddef.h>

#include "base/ascii.h"

/* Bytes of somebody else's text, not NUL-terminated. */
struct slice {
	const char *text;
	size_t length;
};

/*
 * Where reading is, and where it ends.  What was looked for to the end in vain
 * is not looked for again, so that no line costs more than its length.
 */
struct scan {
	const char *at;
	const char *end;
	bool no_quote; /* no closing one is left */
	bool no_bracket;
};

static inline struct scan scan_of(struct slice slice)
{
	return (struct scan){ .at = slice.text,
			      .end = slice.text + slice.length };
}

static inline struct slice scan_rest(const struct scan *scan)
{
	return (struct slice){ scan->at, (size_t)(scan->end - scan->at) };
}

bool slice_is(struct slice slice, const char *text);
bool slice_same(struct slice a, struct slice b);
bool slice_begins(struct slice slice, const char *text);
bool slice_ends(struct slice slice, const char *text);

/* Whether it is one of a list that a NULL ends. */
bool slice_among(struct slice slice, const char *const *texts);

/* Whether all of it, and at least one byte, is digits. */
static inline bool slice_is_digits(struct slice slice)
{
	for (size_t i = 0; i < slice.length; i++) {
		if (!ascii_is_digit(slice.text[i]))
			return false;
	}
	return slice.length > 0;
}

/* Whether it is a number of digits and at most one full stop, or -1. */
bool slice_is_number(struct slice slice);

/* Without the quotes or brackets around it, if it has them. */
struct slice slice_inside(struct slice slice);

/* The value of digits, which is at most `most`; false when it is none. */
bool slice_value(struct slice slice, int most, int *value);

/* Read a status that has not three digits. */
bool slice_rare_status(struct slice slice, int *status);

/*
 * Read a status: one to three digits, `-` or `-1`.  The last two, and zeros,
 * say that there was none, which is 0.
 */
static inline bool slice_status(struct slice slice, int *status)
{
	const char *text = slice.text;

	if (slice.length != 3 || !slice_is_digits(slice))
		return slice_rare_status(slice, status);
	*status =
		100 * (text[0] - '0') + 10 * (text[1] - '0') + (text[2] - '0');
	return true;
}

/*
 * Whether it can be a word of a table: some bytes, all of them printable ASCII
 * other than the blank and the quotes.
 */
bool slice_is_token(struct slice slice);

/*
 * Read the next word, over the blanks before it.  A word in quotes or brackets
 * that is never closed ends at the next blank, like any other.
 */
bool scan_word(struct scan *scan, struct slice *word);

/* Read the next `count` words, and keep the last. */
bool scan_words(struct scan *scan, size_t count, struct slice *last);

/*
 * The quote that closes a string whose first byte is at `at`: the first that is
 * not escaped by a backslash and has a blank behind it, or nothing.  NULL when
 * there is none.
 */
const char *scan_closing(const char *at, const char *end);

/*
 * How many numbers, each perhaps with a sign before it, slashes part; 0 when it
 * is something else.
 */
size_t slice_slashed(struct slice slice);

#endif

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
#include <stdint.h>
#include <string.h>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

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

/* Here, where the compiler sees how short the text is. */
static inline bool slice_is(struct slice slice, const char *text)
{
	/* What is absent has no bytes to compare. */
	return strlen(text) == slice.length &&
	       (slice.length == 0 ||
		memcmp(slice.text, text, slice.length) == 0);
}

static inline bool slice_begins(struct slice slice, const char *text)
{
	size_t length = strlen(text);

	return length <= slice.length && memcmp(slice.text, text, length) == 0;
}

bool slice_same(struct slice a, struct slice b);
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
 * The first byte that is `c`, or the end.  Words and keys are shorter than what
 * calling memchr() costs, so that a word of the machine is looked at at once.
 * Where that is eight bytes, in each that is `c`, and maybe in some above the
 * lowest of these, the highest bit of `found` is set.
 */
static inline const char *scan_to(const char *at, const char *end, char c)
{
#ifdef __SSE2__
	const __m128i wanted = _mm_set1_epi8(c);

	for (; end - at >= (ptrdiff_t)sizeof(wanted); at += sizeof(wanted)) {
		__m128i bytes = _mm_loadu_si128((const __m128i *)at);
		int found = _mm_movemask_epi8(_mm_cmpeq_epi8(bytes, wanted));

		if (found != 0)
			return at + __builtin_ctz((unsigned int)found);
	}
#else
	const uint64_t ones = UINT64_MAX / 255;
	const uint64_t wanted = ones * (unsigned char)c;

	for (; end - at >= (ptrdiff_t)sizeof(wanted); at += sizeof(wanted)) {
		uint64_t bytes, found;

		memcpy(&bytes, at, sizeof(bytes));
		bytes ^= wanted;
		found = (bytes - ones) & ~bytes & ones << 7;
		if (found != 0)
			break;
	}
#endif
	while (at < end && *at != c)
		at++;
	return at;
}

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

#include "query/pattern.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/ascii.h"
#include "base/text.h"
#include "catalogue/id.h"

enum { STATUS_DIGITS = 3 };

static const unsigned short any_digit = 0x3ff;

/*
 * Read `[13]` or `[1-3]`, in either direction; returns its length, 0 when it
 * is none.
 */
static size_t parse_set(const char *text, size_t length, unsigned short *set)
{
	size_t at = 1;

	*set = 0;
	for (; at < length && text[at] != ']'; at++) {
		int low = text[at] - '0', high = low;

		if (!ascii_is_digit(text[at]))
			return 0;
		if (at + 2 < length && text[at + 1] == '-' &&
		    ascii_is_digit(text[at + 2])) {
			int other = text[at + 2] - '0';

			low = low < other ? low : other;
			high = high > other ? high : other;
			at += 2;
		}
		for (int digit = low; digit <= high; digit++)
			*set |= (unsigned short)(1 << digit);
	}
	return at < length && *set != 0 ? at + 1 : 0;
}

/* Whether the text is a set that has to be closed yet, or to be filled. */
static bool is_open_set(const char *text, size_t length)
{
	size_t at = 1;

	if (length == 0 || text[0] != '[')
		return false;
	while (at < length &&
	       (ascii_is_digit(text[at]) ||
		(text[at] == '-' && ascii_is_digit(text[at - 1]))))
		at++;
	return at == length || (length == 2 && text[1] == ']');
}

/* Read the digits, `x` and sets; returns how many bytes. */
static size_t parse_digits(struct pattern *pattern, const char *text,
			   size_t length)
{
	size_t at = 0;

	pattern->exact = true;
	while (at < length && pattern->count < PATTERN_DIGITS) {
		unsigned short *set = &pattern->digits[pattern->count];
		size_t size = 1;

		if (ascii_is_digit(text[at]) && !pattern->family) {
			*set = (unsigned short)(1 << (text[at] - '0'));
		} else if ((text[at] == 'x' || text[at] == 'X') && at > 0) {
			*set = any_digit;
			pattern->family = true;
			pattern->exact = false;
		} else if (text[at] == '[' && !pattern->family) {
			size = parse_set(text + at, length - at, set);
			pattern->exact = false;
			if (size == 0)
				break;
		} else {
			break;
		}
		at += size;
		pattern->count++;
	}
	return at;
}

/* The least and the greatest number that the digits allow. */
static void find_ends(struct pattern *pattern)
{
	pattern->low = pattern->high = 0;
	for (size_t i = 0; i < pattern->count; i++) {
		unsigned int least = 0, greatest = 9;

		while ((pattern->digits[i] & 1 << least) == 0)
			least++;
		while ((pattern->digits[i] & 1 << greatest) == 0)
			greatest--;
		pattern->low = pattern->low * 10 + least;
		pattern->high = pattern->high * 10 + greatest;
	}
}

/* Leave out the last bytes, which are the beginning of something. */
static void drop(struct pattern *pattern, size_t bytes)
{
	pattern->length -= bytes;
	pattern->unfinished = true;
}

/* `404.7`, `404.`: what follows the digits. */
static bool parse_sub(struct pattern *pattern, const char *text, size_t length)
{
	pattern->sub = text + 1;
	pattern->sub_length = length - 1;
	for (size_t i = 1; i < length; i++) {
		if (!ascii_is_digit(text[i]))
			return false;
	}
	return pattern->count == STATUS_DIGITS;
}

static bool parse_number(struct pattern *pattern, const char *text,
			 size_t length)
{
	size_t at;

	pattern->kind = PATTERN_NUMBER;
	pattern->count = 0;
	pattern->family = false;
	at = parse_digits(pattern, text, length);
	find_ends(pattern);
	if (at == 0)
		return false;
	/* `4x` and `4[01]` may go on; `[404]` is a number in a sentence. */
	if (!pattern->exact && pattern->count < STATUS_DIGITS) {
		if (!ascii_is_digit(text[0]))
			return false;
		pattern->unfinished = true;
	}
	if (at == length)
		return true;
	if (text[at] == '.')
		return parse_sub(pattern, text + at, length - at);
	if (pattern->family || pattern->count == PATTERN_DIGITS ||
	    !is_open_set(text + at, length - at))
		return false;
	drop(pattern, length - at);
	return true;
}

static size_t count_digits(const char *text, size_t length)
{
	size_t at = 0;

	while (at < length && ascii_is_digit(text[at]))
		at++;
	return at;
}

/* At most PATTERN_DIGITS of them. */
static unsigned int value_of(const char *text, size_t digits)
{
	unsigned int value = 0;

	for (size_t i = 0; i < digits; i++)
		value = 10 * value + (unsigned int)(text[i] - '0');
	return value;
}

/*
 * Two numbers, in either direction.  Until the second has as many digits as
 * the first, the first stands alone: a shorter one is never meant.
 */
static bool parse_range(struct pattern *pattern, const char *text,
			size_t length)
{
	size_t first = count_digits(text, length);
	size_t second;
	unsigned int from, to;

	if (first == 0 || first > PATTERN_DIGITS || first == length ||
	    text[first] != '-')
		return false;
	second = count_digits(text + first + 1, length - first - 1);
	if (first + 1 + second != length || second > PATTERN_DIGITS)
		return false;
	if (second < first || second < STATUS_DIGITS) {
		drop(pattern, second + 1);
		return parse_number(pattern, text, first);
	}
	from = value_of(text, first);
	to = value_of(text + first + 1, second);
	pattern->kind = PATTERN_RANGE;
	pattern->count = first;
	pattern->low = from < to ? from : to;
	pattern->high = from < to ? to : from;
	return true;
}

/* What people put before a number, most of them as a word of its own, too. */
static const char *const labels[] = { "http", "https", "error", "err",
				      "code", "status", "statuscode", "e", "#" };

bool pattern_is_label(const char *text, size_t length)
{
	for (size_t i = 0; i < sizeof(labels) / sizeof(*labels); i++) {
		if (length > 1 && strlen(labels[i]) == length &&
		    text_same_ascii(text, labels[i], length))
			return true;
	}
	return false;
}

/* Bytes of the label in front of a status code: `HTTP404`, `E404`. */
static size_t label_length(const char *text, size_t length)
{
	for (size_t i = 0; i < sizeof(labels) / sizeof(*labels); i++) {
		size_t size = strlen(labels[i]);

		if (length == size + STATUS_DIGITS &&
		    text_same_ascii(text, labels[i], size) &&
		    ascii_is_digit(text[size]))
			return size;
	}
	return 0;
}

static bool is_origin(const char *text, size_t length)
{
	for (size_t i = 0; i < length; i++) {
		if (!ascii_is_digit(text[i]) && !ascii_is_letter(text[i]) &&
		    text[i] != '-')
			return false;
	}
	return length > 0;
}

/* What a reason is called behind its origin: `sH`, `dns_timeout`. */
static bool is_word(const char *text, size_t length)
{
	for (size_t i = 0; i < length; i++) {
		if (!ascii_is_letter(text[i]) &&
		    (i == 0 || (!ascii_is_digit(text[i]) &&
				strchr("_-.", text[i]) == NULL)))
			return false;
	}
	return length > 0;
}

/* `class:4xx`, `vendor:nginx`, and an origin alone, which begins ids. */
static bool parse_id(struct pattern *pattern, const char *text, size_t length,
		     size_t origin)
{
	bool page = (origin == 5 && text_same_ascii(text, "class", 5)) ||
		    (origin == 6 && text_same_ascii(text, "vendor", 6));

	if (!page && length > origin + 1)
		return false;
	pattern->kind = PATTERN_ID;
	pattern->unfinished = length == origin + 1;
	if (page)
		pattern->origin = 0;
	return true;
}

bool pattern_parse(struct pattern *pattern, const char *text, size_t length)
{
	const char *colon = memchr(text, ':', length);
	size_t skip = label_length(text, length);

	*pattern = (struct pattern){ .text = text, .length = length };
	if (length == 2 && memcmp(text, "-1", 2) == 0) {
		pattern->minus = true;
		skip = 1;
	}
	if (colon != NULL) {
		pattern->origin = (size_t)(colon - text);
		if (!is_origin(text, pattern->origin))
			return false;
		if (parse_id(pattern, text, length, pattern->origin))
			return true;
		skip = pattern->origin + 1;
	}
	if (parse_range(pattern, text + skip, length - skip) ||
	    parse_number(pattern, text + skip, length - skip))
		return true;
	if (colon == NULL || !is_word(text + skip, length - skip))
		return false;
	pattern->kind = PATTERN_ID;
	return true;
}

void pattern_document(struct pattern *pattern, const char *text, size_t length,
		      const char *section, size_t section_length)
{
	*pattern = (struct pattern){
		.kind = PATTERN_DOCUMENT,
		.text = text,
		.length = length,
		.sub = section,
		.sub_length = section_length,
	};
}

bool pattern_is_status(const struct pattern *pattern, unsigned int *number)
{
	if (pattern->kind != PATTERN_NUMBER || !pattern->exact ||
	    pattern->count != STATUS_DIGITS || pattern->sub != NULL ||
	    pattern->origin > 0)
		return false;
	*number = pattern->low;
	return true;
}

#include "query/pattern.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "catalogue/id.h"

static const unsigned short any_digit = 0x3ff;

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* Read `[13]` or `[1-3]`; returns its length, 0 when it is none. */
static size_t parse_set(const char *text, size_t length, unsigned short *set)
{
	size_t at = 1;

	*set = 0;
	for (; at < length && text[at] != ']'; at++) {
		int first = text[at] - '0', last = first;

		if (!is_digit(text[at]))
			return 0;
		if (at + 2 < length && text[at + 1] == '-' &&
		    is_digit(text[at + 2])) {
			last = text[at + 2] - '0';
			at += 2;
		}
		for (int digit = first; digit <= last; digit++)
			*set |= (unsigned short)(1 << digit);
	}
	return at < length && *set != 0 ? at + 1 : 0;
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

		if (is_digit(text[at]) && !pattern->family) {
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

static bool parse_range(struct pattern *pattern, const char *text,
			size_t length)
{
	unsigned int *ends[2] = { &pattern->low, &pattern->high };
	size_t at = 0;

	for (size_t end = 0; end < 2; end++) {
		size_t start = at;

		*ends[end] = 0;
		for (; at < length && is_digit(text[at]); at++)
			*ends[end] = *ends[end] * 10 +
				     (unsigned int)(text[at] - '0');
		if (at == start || at - start > PATTERN_DIGITS)
			return false;
		if (end == 0 && (at >= length || text[at++] != '-'))
			return false;
	}
	pattern->kind = PATTERN_RANGE;
	return at == length && pattern->low < pattern->high;
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

static bool parse_number(struct pattern *pattern, const char *text,
			 size_t length)
{
	size_t at;

	pattern->kind = PATTERN_NUMBER;
	pattern->count = 0;
	pattern->family = false;
	at = parse_digits(pattern, text, length);
	find_ends(pattern);
	if (at == 0 || (!pattern->exact && pattern->count < 3))
		return false;
	if (at == length)
		return true;
	if (text[at] != '.' || pattern->count != 3)
		return false;
	pattern->sub = text + at + 1;
	pattern->sub_length = length - at - 1;
	for (size_t i = 0; i < pattern->sub_length; i++) {
		if (!is_digit(pattern->sub[i]))
			return false;
	}
	return true;
}

/* Bytes of the letters that people put before a number: `HTTP404`, `E404`. */
static size_t label_length(const char *text, size_t length)
{
	static const char *const labels[] = { "http", "https", "error", "err",
					      "code", "status", "e", "#" };

	for (size_t i = 0; i < sizeof(labels) / sizeof(*labels); i++) {
		size_t size = strlen(labels[i]);

		if (length == size + 3 &&
		    strncasecmp(text, labels[i], size) == 0 &&
		    is_digit(text[size]))
			return size;
	}
	return 0;
}

static bool is_origin(const char *text, size_t length)
{
	for (size_t i = 0; i < length; i++) {
		char c = text[i];

		if (!is_digit(c) && !(c >= 'a' && c <= 'z') &&
		    !(c >= 'A' && c <= 'Z') && c != '-')
			return false;
	}
	return length > 0;
}

static bool parse_id(struct pattern *pattern, const char *text, size_t length,
		     size_t origin)
{
	if ((origin == 5 && strncasecmp(text, "class", 5) == 0) ||
	    (origin == 6 && strncasecmp(text, "vendor", 6) == 0)) {
		pattern->kind = PATTERN_ID;
		pattern->origin = 0;
		return length > origin + 1;
	}
	return false;
}

bool pattern_parse(struct pattern *pattern, const char *text, size_t length)
{
	const char *colon = memchr(text, ':', length);
	size_t skip = label_length(text, length);

	*pattern = (struct pattern){ .text = text, .length = length };
	if (colon != NULL) {
		pattern->origin = (size_t)(colon - text);
		if (!is_origin(text, pattern->origin))
			return false;
		if (parse_id(pattern, text, length, pattern->origin))
			return true;
		skip = pattern->origin + 1;
	}
	return parse_range(pattern, text + skip, length - skip) ||
	       parse_number(pattern, text + skip, length - skip);
}

static bool origin_matches(const struct pattern *pattern, const char *id)
{
	return id_origin_length(id) == pattern->origin &&
	       strncasecmp(id, pattern->text, pattern->origin) == 0;
}

static enum pattern_fit match_range(const struct pattern *pattern,
				    const struct code *code)
{
	return code->low <= pattern->high && code->high >= pattern->low ?
		       FIT_EXACT :
		       FIT_NONE;
}

/* How many of the pattern's positions the digits of `code` fill in turn. */
static size_t fitting_digits(const struct pattern *pattern, const char *code)
{
	size_t at = 0;

	while (at < pattern->count && is_digit(code[at]) &&
	       (pattern->digits[at] & (1 << (code[at] - '0'))) != 0)
		at++;
	return at;
}

static enum pattern_fit match_sub(const struct pattern *pattern,
				  const char *rest)
{
	if (*rest != '.' ||
	    strncmp(rest + 1, pattern->sub, pattern->sub_length) != 0)
		return FIT_NONE;
	return pattern->sub_length > 0 &&
			       rest[1 + pattern->sub_length] == '\0' ?
		       FIT_EXACT :
		       FIT_BEGINS;
}

static enum pattern_fit match_number(const struct pattern *pattern,
				     const char *text, const struct code *code)
{
	unsigned int number = pattern->exact ? pattern->low : 1;
	size_t fitting = fitting_digits(pattern, text);

	/* 0 and 000 are one number. */
	if (number == 0 && pattern->sub == NULL && code->low == 0 &&
	    code->high == 0)
		return FIT_EXACT;
	if (fitting == pattern->count) {
		const char *rest = text + fitting;

		if (pattern->sub != NULL)
			return match_sub(pattern, rest);
		if (*rest == '\0')
			return FIT_EXACT;
		if (code->low == code->high)
			return is_digit(*rest) && pattern->family ? FIT_NONE :
								    FIT_BEGINS;
	}
	if (!pattern->exact || pattern->sub != NULL)
		return FIT_NONE;
	if (code->low < code->high && code->low <= number &&
	    number <= code->high && pattern->count >= 3)
		return FIT_INSIDE;
	return fitting == pattern->count ? FIT_BEGINS : FIT_NONE;
}

static bool same(const char *text, const char *other, size_t length)
{
	return strncasecmp(text, other, length) == 0 && text[length] == '\0';
}

/*
 * Whether the digits of a number, or they and more, may be an entry's.  Numbers
 * tell it of nearly all entries, and are nearer than texts.
 */
static bool may_fit(const struct pattern *pattern, const struct code *code)
{
	unsigned int low = pattern->low, high = pattern->high;

	/* What begins with 0 may be shorter than its digits. */
	if ((pattern->digits[0] & 1) != 0)
		return true;
	for (size_t digits = pattern->count; digits <= PATTERN_DIGITS;
	     digits++) {
		if (code->low <= high && low <= code->high)
			return true;
		low = low * 10;
		high = high * 10 + 9;
	}
	return false;
}

/* The pattern without its origin. */
static const char *number_text(const struct pattern *pattern, size_t *length)
{
	size_t skip = pattern->origin > 0 ? pattern->origin + 1 : 0;

	*length = pattern->length - skip;
	return pattern->text + skip;
}

enum pattern_fit pattern_match(const struct pattern *pattern,
			       const struct catalogue *catalogue,
			       entry_t entry)
{
	struct code code = catalogue_code(catalogue, entry);
	bool page = catalogue_kind(catalogue, entry) == KIND_PAGE;
	bool colon = pattern->origin > 0 || pattern->kind == PATTERN_ID;
	size_t length;
	const char *number = number_text(pattern, &length);
	const char *id, *text;

	if (!page && pattern->kind == PATTERN_NUMBER &&
	    !may_fit(pattern, &code))
		return FIT_NONE;
	id = catalogue_id(catalogue, entry);
	text = catalogue_text(catalogue, entry, FIELD_CODE);
	if (colon && same(id, pattern->text, pattern->length))
		return FIT_ID;
	/* A page answers only to its own spelling: 4xx, 1xxx. */
	if (page)
		return pattern->family && text != NULL &&
				       pattern->origin == 0 &&
				       same(text, number, length) ?
			       FIT_EXACT :
			       FIT_NONE;
	if (pattern->kind == PATTERN_ID || text == NULL ||
	    (pattern->origin > 0 && !origin_matches(pattern, id)))
		return FIT_NONE;
	if (pattern->kind == PATTERN_RANGE)
		return match_range(pattern, &code);
	/* A class that is an entry, 7xx, is written as it is asked for. */
	if (pattern->family && strchr(text, 'x') != NULL)
		return same(text, number, length) ? FIT_EXACT : FIT_NONE;
	return match_number(pattern, text, &code);
}

bool pattern_is_status(const struct pattern *pattern, unsigned int *number)
{
	if (pattern->kind != PATTERN_NUMBER || !pattern->exact ||
	    pattern->count != 3 || pattern->sub != NULL || pattern->origin > 0)
		return false;
	*number = pattern->low;
	return true;
}

#include "logs/scan.h"

#include <string.h>

bool slice_same(struct slice a, struct slice b)
{
	return a.length == b.length &&
	       (a.length == 0 || memcmp(a.text, b.text, a.length) == 0);
}

bool slice_ends(struct slice slice, const char *text)
{
	size_t length = strlen(text);

	return length <= slice.length &&
	       memcmp(slice.text + slice.length - length, text, length) == 0;
}

bool slice_among(struct slice slice, const char *const *texts)
{
	for (; *texts != NULL; texts++) {
		if (slice_is(slice, *texts))
			return true;
	}
	return false;
}

bool slice_is_number(struct slice slice)
{
	size_t stops = 0;

	if (slice_is(slice, "-1"))
		return true;
	for (size_t i = 0; i < slice.length; i++) {
		if (slice.text[i] == '.')
			stops++;
		else if (!ascii_is_digit(slice.text[i]))
			return false;
	}
	return slice.length > stops && stops <= 1;
}

struct slice slice_inside(struct slice slice)
{
	char first, last;

	if (slice.length < 2)
		return slice;
	first = slice.text[0];
	last = slice.text[slice.length - 1];
	if ((first == '"' && last == '"') || (first == '[' && last == ']'))
		return (struct slice){ slice.text + 1, slice.length - 2 };
	return slice;
}

bool slice_value(struct slice slice, int most, int *value)
{
	*value = 0;
	if (!slice_is_digits(slice))
		return false;
	for (size_t i = 0; i < slice.length; i++) {
		int digit = slice.text[i] - '0';

		if (*value > (most - digit) / 10)
			return false;
		*value = 10 * *value + digit;
	}
	return true;
}

bool slice_rare_status(struct slice slice, int *status)
{
	*status = 0;
	return slice_is(slice, "-") || slice_is(slice, "-1") ||
	       (slice.length < 3 && slice_value(slice, 99, status));
}

bool slice_is_token(struct slice slice)
{
	for (size_t i = 0; i < slice.length; i++) {
		char c = slice.text[i];

		if (c <= ' ' || c > '~' || c == '"' || c == '\'')
			return false;
	}
	return slice.length > 0;
}

/* Whether an odd number of backslashes stands before `at`. */
static bool is_escaped(const char *at, const char *begin)
{
	size_t count = 0;

	while (at > begin && *--at == '\\')
		count++;
	return count % 2 == 1;
}

const char *scan_closing(const char *at, const char *end)
{
	const char *begin = at;

	for (; (at = scan_to(at, end, '"')) < end; at++) {
		if ((at + 1 == end || at[1] == ' ') &&
		    (at == begin || at[-1] != '\\' || !is_escaped(at, begin)))
			return at;
	}
	return NULL;
}

static const char *quoted_end(struct scan *scan)
{
	const char *quote;

	if (scan->no_quote)
		return NULL;
	quote = scan_closing(scan->at + 1, scan->end);
	scan->no_quote = quote == NULL;
	return quote == NULL ? NULL : quote + 1;
}

static const char *bracket_end(struct scan *scan)
{
	const char *at = scan->at + 1;

	while (!scan->no_bracket) {
		at = memchr(at, ']', (size_t)(scan->end - at));
		scan->no_bracket = at == NULL;
		if (at == NULL)
			break;
		at++;
		if (at == scan->end || *at == ' ')
			return at;
	}
	return NULL;
}

bool scan_word(struct scan *scan, struct slice *word)
{
	const char *at = scan->at, *end = NULL;

	while (at < scan->end && *at == ' ')
		at++;
	scan->at = at;
	if (at >= scan->end)
		return false;
	if (*at == '"')
		end = quoted_end(scan);
	else if (*at == '[')
		end = bracket_end(scan);
	if (end == NULL)
		end = scan_to(at, scan->end, ' ');
	*word = (struct slice){ at, (size_t)(end - at) };
	scan->at = end;
	return true;
}

bool scan_words(struct scan *scan, size_t count, struct slice *last)
{
	while (count-- > 0) {
		if (!scan_word(scan, last))
			return false;
	}
	return true;
}

size_t slice_slashed(struct slice slice)
{
	size_t count = 1;
	bool digits = false;

	for (size_t i = 0; i < slice.length; i++) {
		char c = slice.text[i];

		if (ascii_is_digit(c)) {
			digits = true;
		} else if (c == '/' && digits) {
			count++;
			digits = false;
		} else if ((c != '+' && c != '-') ||
			   (i > 0 && slice.text[i - 1] != '/')) {
			return 0;
		}
	}
	return digits ? count : 0;
}

#include "logs/scan.h"

#include <string.h>

bool piece_is(struct piece piece, const char *text)
{
	/* What is absent has no bytes to compare. */
	return strlen(text) == piece.length &&
	       (piece.length == 0 ||
		memcmp(piece.text, text, piece.length) == 0);
}

bool piece_same(struct piece a, struct piece b)
{
	return a.length == b.length &&
	       (a.length == 0 || memcmp(a.text, b.text, a.length) == 0);
}

bool piece_begins(struct piece piece, const char *text)
{
	size_t length = strlen(text);

	return length <= piece.length && memcmp(piece.text, text, length) == 0;
}

bool piece_ends(struct piece piece, const char *text)
{
	size_t length = strlen(text);

	return length <= piece.length &&
	       memcmp(piece.text + piece.length - length, text, length) == 0;
}

bool piece_among(struct piece piece, const char *const *texts)
{
	for (; *texts != NULL; texts++) {
		if (piece_is(piece, *texts))
			return true;
	}
	return false;
}

bool piece_is_digits(struct piece piece)
{
	for (size_t i = 0; i < piece.length; i++) {
		if (!scan_is_digit(piece.text[i]))
			return false;
	}
	return piece.length > 0;
}

bool piece_is_number(struct piece piece)
{
	size_t stops = 0;

	if (piece_is(piece, "-1"))
		return true;
	for (size_t i = 0; i < piece.length; i++) {
		if (piece.text[i] == '.')
			stops++;
		else if (!scan_is_digit(piece.text[i]))
			return false;
	}
	return piece.length > stops && stops <= 1;
}

struct piece piece_inside(struct piece piece)
{
	char first, last;

	if (piece.length < 2)
		return piece;
	first = piece.text[0];
	last = piece.text[piece.length - 1];
	if ((first == '"' && last == '"') || (first == '[' && last == ']'))
		return (struct piece){ piece.text + 1, piece.length - 2 };
	return piece;
}

bool piece_value(struct piece piece, int most, int *value)
{
	*value = 0;
	if (!piece_is_digits(piece))
		return false;
	for (size_t i = 0; i < piece.length; i++) {
		int digit = piece.text[i] - '0';

		if (*value > (most - digit) / 10)
			return false;
		*value = 10 * *value + digit;
	}
	return true;
}

bool piece_status(struct piece piece, int *status)
{
	if (piece.length == 3 && scan_is_digit(piece.text[0]) &&
	    scan_is_digit(piece.text[1]) && scan_is_digit(piece.text[2])) {
		*status = 100 * (piece.text[0] - '0') +
			  10 * (piece.text[1] - '0') + (piece.text[2] - '0');
		return true;
	}
	*status = 0;
	return piece_is(piece, "-") || piece_is(piece, "-1") ||
	       (piece.length < 3 && piece_value(piece, 99, status));
}

bool piece_is_token(struct piece piece)
{
	for (size_t i = 0; i < piece.length; i++) {
		char c = piece.text[i];

		if (c <= ' ' || c > '~' || c == '"' || c == '\'')
			return false;
	}
	return piece.length > 0;
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

	while (at < end) {
		const char *quote = memchr(at, '"', (size_t)(end - at));

		if (quote == NULL)
			return NULL;
		if ((quote + 1 == end || quote[1] == ' ') &&
		    (quote == begin || quote[-1] != '\\' ||
		     !is_escaped(quote, begin)))
			return quote;
		at = quote + 1;
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

bool scan_word(struct scan *scan, struct piece *word)
{
	const char *end = NULL;

	while (scan->at < scan->end && *scan->at == ' ')
		scan->at++;
	if (scan->at >= scan->end)
		return false;
	if (*scan->at == '"')
		end = quoted_end(scan);
	else if (*scan->at == '[')
		end = bracket_end(scan);
	if (end == NULL)
		end = memchr(scan->at, ' ', (size_t)(scan->end - scan->at));
	if (end == NULL)
		end = scan->end;
	word->text = scan->at;
	word->length = (size_t)(end - scan->at);
	scan->at = end;
	return true;
}

bool scan_words(struct scan *scan, size_t count, struct piece *last)
{
	while (count-- > 0) {
		if (!scan_word(scan, last))
			return false;
	}
	return true;
}

size_t piece_slashed(struct piece piece)
{
	size_t count = 1;
	bool digits = false;

	for (size_t i = 0; i < piece.length; i++) {
		char c = piece.text[i];

		if (scan_is_digit(c)) {
			digits = true;
		} else if (c == '/' && digits) {
			count++;
			digits = false;
		} else if ((c != '+' && c != '-') ||
			   (i > 0 && piece.text[i - 1] != '/')) {
			return 0;
		}
	}
	return digits ? count : 0;
}

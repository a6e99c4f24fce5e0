#include "catalogue/code.h"

#include <string.h>

/* Read one to `most` digits; returns how many, 0 for none or too many. */
static size_t read_digits(const char *text, size_t most, uint32_t *number)
{
	size_t length = strspn(text, "0123456789");

	if (length == 0 || length > most)
		return 0;
	*number = 0;
	for (size_t i = 0; i < length; i++)
		*number = *number * 10 + (uint32_t)(text[i] - '0');
	return length;
}

static bool is_all_x(const char *text, size_t least, size_t most)
{
	size_t length = strspn(text, "x");

	return text[length] == '\0' && length >= least && length <= most;
}

static bool parse_number(const char *text, struct code *code)
{
	size_t length = read_digits(text, 5, &code->low);
	const char *rest = text + length;
	uint32_t scale = 1;

	code->high = code->low;
	code->sub = 0;
	if (length == 0)
		return false;
	if (*rest == '\0')
		return true;
	if (*rest == '.' && length == 3) {
		length = read_digits(rest + 1, 8, &code->sub);
		code->sub++;
		return length > 0 && rest[1 + length] == '\0';
	}
	if (*rest == '-') {
		length = read_digits(rest + 1, 5, &code->high);
		return length > 0 && rest[1 + length] == '\0' &&
		       code->low < code->high;
	}
	if (length != 1 || !is_all_x(rest, 2, 3))
		return false;
	for (; *rest == 'x'; rest++)
		scale *= 10;
	code->low *= scale;
	code->high = code->low + scale - 1;
	return true;
}

#define LETTERS                      \
	"abcdefghijklmnopqrstuvwxyz" \
	"ABCDEFGHIJKLMNOPQRSTUVWXYZ"

static bool is_word(const char *text)
{
	size_t length = strlen(text);

	return strspn(text, LETTERS) > 0 && length <= CODE_WORD_LIMIT &&
	       strspn(text, LETTERS "0123456789_-.") == length;
}

bool code_parse(const char *text, struct code *code)
{
	if (parse_number(text, code))
		return true;
	*code = (struct code){ .low = CODE_WORD, .high = CODE_WORD };
	return is_word(text);
}

bool code_is_word(const struct code *code)
{
	return code->low == CODE_WORD;
}

static int compare(uint32_t a, uint32_t b)
{
	return (a > b) - (a < b);
}

int code_compare(const struct code *a, const struct code *b)
{
	int order = compare(a->low, b->low);

	if (order == 0)
		order = compare(a->sub, b->sub);
	if (order == 0)
		order = compare(a->high, b->high);
	return order;
}

enum code_class code_class_of(const struct code *code)
{
	uint32_t hundred = code->low / 100;

	if (code_is_word(code))
		return CLASS_VENDORS;
	if (hundred < 1 || hundred > 5 || code->high / 100 != hundred)
		return CLASS_OUTSIDE;
	return CLASS_1XX + (hundred - 1);
}

#include "query/pattern.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "catalogue/id.h"
#include "catalogue/index.h"
#include "query/terms.h"

enum {
	STATUS_DIGITS = 3,
	LEAST_OUTSIDE = 600, /* the first number above the classes */
};

static const unsigned short any_digit = 0x3ff;

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static bool is_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

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

		if (!is_digit(text[at]))
			return 0;
		if (at + 2 < length && text[at + 1] == '-' &&
		    is_digit(text[at + 2])) {
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
	       (is_digit(text[at]) ||
		(text[at] == '-' && is_digit(text[at - 1]))))
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
		if (!is_digit(text[i]))
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
		if (!is_digit(text[0]))
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

	while (at < length && is_digit(text[at]))
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
		    is_digit(text[size]))
			return size;
	}
	return 0;
}

static bool is_origin(const char *text, size_t length)
{
	for (size_t i = 0; i < length; i++) {
		if (!is_digit(text[i]) && !is_letter(text[i]) &&
		    text[i] != '-')
			return false;
	}
	return length > 0;
}

/* What a reason is called behind its origin: `sH`, `dns_timeout`. */
static bool is_word(const char *text, size_t length)
{
	for (size_t i = 0; i < length; i++) {
		if (!is_letter(text[i]) &&
		    (i == 0 ||
		     (!is_digit(text[i]) && strchr("_-.", text[i]) == NULL)))
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

static bool origin_matches(const struct pattern *pattern, const char *id)
{
	return id_origin_length(id) == pattern->origin &&
	       text_same_ascii(id, pattern->text, pattern->origin);
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

/*
 * Whether the range of `code` holds a number that begins with `number`, the
 * first `at` digits of the pattern, and goes on like the pattern: a status
 * code at least.
 */
static bool reaches(const struct pattern *pattern, const struct code *code,
		    size_t at, unsigned int number)
{
	unsigned int span = 1;

	for (size_t i = at; i < pattern->count || i < STATUS_DIGITS; i++)
		span *= 10;
	if (number * span > code->high || code->low >= (number + 1) * span)
		return false;
	if (at == pattern->count)
		return true;
	for (unsigned int digit = 0; digit <= 9; digit++) {
		if ((pattern->digits[at] & 1 << digit) != 0 &&
		    reaches(pattern, code, at + 1, 10 * number + digit))
			return true;
	}
	return false;
}

/* An entry that is a range, by the numbers in it or by how it is written. */
static enum pattern_fit match_inside(const struct pattern *pattern,
				     const struct code *code, size_t fitting)
{
	if (reaches(pattern, code, 0, 0))
		return pattern->count < STATUS_DIGITS ? FIT_BEGINS :
							FIT_INSIDE;
	return pattern->exact && fitting == pattern->count ? FIT_BEGINS :
							     FIT_NONE;
}

static enum pattern_fit match_number(const struct pattern *pattern,
				     const char *text, const struct code *code)
{
	size_t fitting = fitting_digits(pattern, text);
	const char *rest = text + fitting;

	/* 0 and 000 are one number. */
	if (pattern->exact && pattern->low == 0 && pattern->sub == NULL &&
	    code->low == 0 && code->high == 0)
		return FIT_EXACT;
	if (pattern->sub != NULL)
		return fitting == pattern->count ? match_sub(pattern, rest) :
						   FIT_NONE;
	if (code->low < code->high)
		return match_inside(pattern, code, fitting);
	if (fitting < pattern->count)
		return FIT_NONE;
	if (*rest == '\0')
		return FIT_EXACT;
	/* 4xx has three digits, and 4x may become 4xxx. */
	return pattern->family && !pattern->unfinished && is_digit(*rest) ?
		       FIT_NONE :
		       FIT_BEGINS;
}

/* How well a text that has to be as it is written fits `wanted`. */
static enum pattern_fit match_text(const char *text, const char *wanted,
				   size_t length, enum pattern_fit best,
				   bool unfinished)
{
	if (!text_same_ascii(text, wanted, length))
		return FIT_NONE;
	if (text[length] == '\0')
		return best;
	return unfinished ? FIT_BEGINS : FIT_NONE;
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

/* The text of an entry's code fits the pattern without its origin. */
static enum pattern_fit match_spelling(const struct pattern *pattern,
				       const char *text)
{
	size_t skip = pattern->origin > 0 ? pattern->origin + 1 : 0;

	return match_text(text, pattern->text + skip, pattern->length - skip,
			  FIT_EXACT, pattern->unfinished);
}

/* Whether the page is that of an origin which is asked for alone: `nginx:`. */
static bool is_page_of(const struct pattern *pattern, const char *id)
{
	size_t sort = id_origin_length(id);

	return pattern->origin > 0 && pattern->kind == PATTERN_ID &&
	       ((sort == 6 && strncmp(id, "vendor", 6) == 0) ||
		(sort == 5 && strncmp(id, "class", 5) == 0)) &&
	       strlen(id) == sort + 1 + pattern->origin &&
	       text_same_ascii(id + sort + 1, pattern->text, pattern->origin);
}

static bool is_keyword_part(const struct catalogue *catalogue, entry_t entry,
			    const char *text)
{
	size_t count = catalogue_items(catalogue, entry, FIELD_KEYWORDS);

	for (size_t i = 0; i < count; i++) {
		if (strstr(catalogue_item(catalogue, entry, FIELD_KEYWORDS, i,
					  0),
			   text) != NULL)
			return true;
	}
	return false;
}

/* Whether the search words of the entry have the number, a word of its own. */
static bool is_told(const struct pattern *pattern,
		    const struct catalogue *catalogue, entry_t entry)
{
	const struct word_index *index = &catalogue->image->index;
	size_t skip = pattern->minus ? 1 :
				       label_length(pattern->text,
						    pattern->length);
	uint32_t word;

	if (pattern->minus && !is_keyword_part(catalogue, entry, "-1"))
		return false;
	if (!terms_lookup(index, pattern->text + skip, pattern->length - skip,
			  &word))
		return false;
	for (uint32_t i = index->firsts[word]; i < index->firsts[word + 1];
	     i++) {
		const struct posting *posting = &index->postings[i];

		for (uint32_t s = posting->spots;
		     posting->entry == entry && s < posting[1].spots; s++) {
			if (spot_field(index->spots[s]) == FIELD_KEYWORDS)
				return true;
		}
	}
	return false;
}

/*
 * A page answers to its own spelling, 4xx or 1xxx, and to what it heads.  A
 * number that is no HTTP status may be told of by a page.
 */
static enum pattern_fit match_page(const struct pattern *pattern,
				   const struct catalogue *catalogue,
				   entry_t entry, const char *text)
{
	if (pattern->origin > 0 || pattern->kind != PATTERN_NUMBER)
		return FIT_NONE;
	if (pattern->family)
		return text == NULL ? FIT_NONE : match_spelling(pattern, text);
	if (!pattern->exact || pattern->sub != NULL)
		return FIT_NONE;
	if (pattern->count == 1 && text != NULL && !pattern->minus &&
	    *text == (char)('0' + pattern->low) && strcmp(text + 1, "xx") == 0)
		return FIT_HEADS;
	return (pattern->low >= LEAST_OUTSIDE || pattern->minus) &&
			       is_told(pattern, catalogue, entry) ?
		       FIT_TOLD :
		       FIT_NONE;
}

/* Of the word of a reason the case tells: sH is not SH. */
static bool same_rest(const struct pattern *pattern, const char *id)
{
	const char *rest = id_rest(id);
	size_t length = strlen(rest);

	return memcmp(rest, pattern->text + pattern->length - length,
		      length) == 0;
}

enum pattern_fit pattern_match(const struct pattern *pattern,
			       const struct catalogue *catalogue,
			       entry_t entry)
{
	struct code code = catalogue_code(catalogue, entry);
	bool page = catalogue_kind(catalogue, entry) == KIND_PAGE;
	const char *id, *text;

	if (!page && pattern->kind == PATTERN_NUMBER &&
	    (pattern->minus || !may_fit(pattern, &code)))
		return FIT_NONE;
	id = catalogue_id(catalogue, entry);
	text = catalogue_text(catalogue, entry, FIELD_CODE);
	if (page && is_page_of(pattern, id))
		return FIT_HEADS;
	if (pattern->origin > 0 || pattern->kind == PATTERN_ID) {
		bool begins = (page && pattern->family) ||
			      (pattern->unfinished &&
			       (page || pattern->kind == PATTERN_ID));
		enum pattern_fit fit =
			match_text(id, pattern->text, pattern->length, FIT_ID,
				   begins);

		if (fit != FIT_NONE)
			return fit == FIT_ID && !same_rest(pattern, id) ?
				       FIT_EXACT :
				       fit;
	}
	if (page)
		return match_page(pattern, catalogue, entry, text);
	if (pattern->kind == PATTERN_ID || text == NULL ||
	    (pattern->origin > 0 && !origin_matches(pattern, id)))
		return FIT_NONE;
	if (pattern->kind == PATTERN_RANGE)
		return match_range(pattern, &code);
	/* A class that is an entry, 7xx, is written as it is asked for. */
	if (pattern->family && strchr(text, 'x') != NULL)
		return match_spelling(pattern, text);
	return match_number(pattern, text, &code);
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

/*
 * How well a pattern fits an entry.
 */
#include "query/pattern.h"

#include <stdio.h>
#include <string.h>

#include "base/ascii.h"
#include "base/text.h"
#include "catalogue/id.h"
#include "catalogue/index.h"
#include "query/terms.h"

enum {
	STATUS_DIGITS = 3,
	LEAST_OUTSIDE = 600, /* the first number above the classes */
};

/* What defines the entry: of the section asked for, or of any. */
static enum pattern_fit match_definition(const struct pattern *pattern,
					 const char *document,
					 const char *section)
{
	if (strncmp(document, "RFC ", 4) != 0 ||
	    strlen(document + 4) != pattern->length ||
	    memcmp(document + 4, pattern->text, pattern->length) != 0)
		return FIT_NONE;
	if (pattern->sub == NULL)
		return FIT_EXACT;
	if (section == NULL ||
	    strncmp(section, pattern->sub, pattern->sub_length) != 0)
		return FIT_NONE;
	return section[pattern->sub_length] == '\0' ? FIT_ID :
	       section[pattern->sub_length] == '.'  ? FIT_BEGINS :
						      FIT_NONE;
}

static enum pattern_fit match_document(const struct pattern *pattern,
				       const struct catalogue *catalogue,
				       entry_t entry)
{
	size_t count = catalogue_items(catalogue, entry, FIELD_DEFINED_IN);
	enum pattern_fit best = FIT_NONE;

	for (size_t i = 0; i < count; i++) {
		enum pattern_fit fit = match_definition(
			pattern,
			catalogue_item(catalogue, entry, FIELD_DEFINED_IN, i,
				       PART_DEFINED_DOCUMENT),
			catalogue_item(catalogue, entry, FIELD_DEFINED_IN, i,
				       PART_DEFINED_SECTION));

		if (fit > best)
			best = fit;
	}
	return best;
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

	while (at < pattern->count && ascii_is_digit(code[at]) &&
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
	/* The second is a bound that a compiler sees, too. */
	if (at == pattern->count || at == PATTERN_DIGITS)
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
	return pattern->family && !pattern->unfinished &&
			       ascii_is_digit(*rest) ?
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
	char digits[16];
	uint32_t word;

	if (pattern->minus && !is_keyword_part(catalogue, entry, "-1"))
		return false;
	snprintf(digits, sizeof(digits), "%u", pattern->low);
	if (!terms_lookup(index, digits, strlen(digits), &word))
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
	struct code code;
	bool page;
	const char *id, *text;

	if (pattern->kind == PATTERN_DOCUMENT)
		return match_document(pattern, catalogue, entry);
	code = catalogue_code(catalogue, entry);
	page = catalogue_kind(catalogue, entry) == KIND_PAGE;
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

#include "query/reading.h"

#include <string.h>

#include "base/ascii.h"
#include "base/text.h"

/* The number behind `RFC`, which a blank or a hyphen may part from it. */
static const char *skip_rfc(const char *text)
{
	if (!text_same_ascii(text, "rfc", 3))
		return NULL;
	text += 3;
	text += *text == ' ' || *text == '-';
	return ascii_is_digit(*text) ? text : NULL;
}

/* A section behind the number: `15.5.5`, `section 4`. */
static const char *skip_section(const char *text, size_t *length)
{
	bool said;

	text += strspn(text, " ,:");
	said = text_same_ascii(text, "section ", 8);
	text += said ? 8 : 0;
	*length = strspn(text, "0123456789.");
	while (*length > 0 && text[*length - 1] == '.')
		--*length;
	return *length > 0 && (said || memchr(text, '.', *length) != NULL) ?
		       text :
		       NULL;
}

static bool fits_any(const struct pattern *pattern,
		     const struct catalogue *catalogue)
{
	for (entry_t entry = 0; entry < catalogue_count(catalogue); entry++) {
		if (pattern_match(pattern, catalogue, entry) != FIT_NONE)
			return true;
	}
	return false;
}

/*
 * Take an RFC that defines something, and its section if it does, with the
 * brackets that open before it; returns the bytes that this takes.
 */
size_t reading_take_document(struct query *query, size_t at,
			     const struct catalogue *catalogue)
{
	const char *start = query->text + at, *section;
	const char *number = skip_rfc(start + strspn(start, "(["));
	size_t length, section_length;
	struct pattern pattern;

	if (number == NULL || (at > 0 && !reading_is_space(start[-1])))
		return 0;
	length = strspn(number, "0123456789");
	section = skip_section(number + length, &section_length);
	if (section != NULL) {
		pattern_document(&pattern, number, length, section,
				 section_length);
		if (fits_any(&pattern, catalogue)) {
			reading_add_pattern(query, &pattern);
			return (size_t)(section - start) + section_length;
		}
	}
	pattern_document(&pattern, number, length, NULL, 0);
	if (!fits_any(&pattern, catalogue))
		return 0;
	reading_add_pattern(query, &pattern);
	return (size_t)(number - start) + length;
}

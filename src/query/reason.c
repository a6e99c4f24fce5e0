#include "query/reason.h"

#include <string.h>

#include "base/ascii.h"
#include "base/text.h"
#include "catalogue/id.h"
#include "query/pattern.h"

enum { SHORTEST = 2, LONGEST = 60 };

/* Whether no word of a sentence looks so: a hump, a digit, an underscore. */
static bool is_odd(const char *text, size_t length)
{
	bool letter = false, odd = false;

	for (size_t i = 0; i < length; i++) {
		bool lower = ascii_is_lower(text[i]),
		     upper = ascii_is_upper(text[i]);

		letter = letter || lower || upper;
		odd = odd || text[i] == '_' ||
		      (text[i] >= '0' && text[i] <= '9') ||
		      (i > 0 && upper && ascii_is_lower(text[i - 1]));
	}
	return letter && odd;
}

static bool is_capitals(const char *text, size_t length)
{
	size_t at = 0;

	while (at < length && ascii_is_upper(text[at]))
		at++;
	return at == length;
}

/*
 * `UF`, `sH`, `UNAVAILABLE`: not the first word of a sentence, nor a word
 * inside one.
 */
static bool is_sign(const char *text, size_t length)
{
	enum { SIGN_LONGEST = 5 };

	return is_capitals(text, length) ||
	       (length <= SIGN_LONGEST && ascii_is_lower(text[0]) &&
		ascii_is_upper(text[length - 1]));
}

/* `OK` is the name of a registered status before it is anything else. */
static bool is_name(const struct catalogue *catalogue, const char *text,
		    size_t length)
{
	for (entry_t i = 0; i < catalogue_count(catalogue); i++) {
		const char *phrase = catalogue_text(catalogue, i, FIELD_PHRASE);

		if (catalogue_kind(catalogue, i) == KIND_STANDARD &&
		    strlen(phrase) == length &&
		    text_same_ascii(phrase, text, length))
			return true;
	}
	return false;
}

static bool is_word_of(const struct catalogue *catalogue, entry_t entry,
		       const char *text, size_t length)
{
	const char *word;

	if (catalogue_sort(catalogue, entry) != SORT_REASON)
		return false;
	word = catalogue_text(catalogue, entry, FIELD_CODE);
	return strncmp(word, text, length) == 0 && word[length] == '\0';
}

size_t reason_find(const struct catalogue *catalogue, const char *text,
		   size_t length, bool alone, entry_t *entries, size_t room)
{
	size_t count = 0;

	while (length > 0 && text[length - 1] == '-')
		length--;
	if (length < SHORTEST || length > LONGEST ||
	    !(is_odd(text, length) || (alone && is_sign(text, length) &&
				       !is_name(catalogue, text, length))))
		return 0;
	for (entry_t i = 0; i < catalogue_count(catalogue) && count < room;
	     i++) {
		if (is_word_of(catalogue, i, text, length))
			entries[count++] = i;
	}
	return count;
}

/* ------------------------------------------------------------------------
 * Numbers
 */

static bool is_alnum(char c)
{
	return ascii_is_letter(c) || ascii_is_digit(c);
}

/* The word that ends before `*at`, which goes to its beginning. */
static size_t word_before(const char *text, size_t *at)
{
	size_t end;

	while (*at > 0 && text[*at - 1] != '\0' &&
	       strchr(" -_:=\"'", text[*at - 1]) != NULL)
		--*at;
	end = *at;
	while (*at > 0 && is_alnum(text[*at - 1]))
		--*at;
	return end - *at;
}

/* Whether `(14)` ends the phrase. */
static bool bears(const char *phrase, const char *number, size_t length)
{
	size_t whole = strlen(phrase);
	const char *end;

	if (whole < length + 2)
		return false;
	end = phrase + whole - length - 2;
	return end[0] == '(' && memcmp(end + 1, number, length) == 0 &&
	       end[1 + length] == ')';
}

static entry_t find_numbered(const struct catalogue *catalogue,
			     const char *origin, size_t size,
			     const char *number, size_t length)
{
	for (entry_t i = 0; i < catalogue_count(catalogue); i++) {
		const char *id = catalogue_id(catalogue, i);

		if (catalogue_sort(catalogue, i) == SORT_REASON &&
		    id_origin_length(id) == size &&
		    text_same_ascii(id, origin, size) &&
		    bears(catalogue_text(catalogue, i, FIELD_PHRASE), number,
			  length))
			return i;
	}
	return ENTRY_NONE;
}

entry_t reason_of_number(const struct catalogue *catalogue, const char *text,
			 size_t at, size_t length)
{
	const char *number = text + at;
	size_t size = word_before(text, &at);
	bool labelled = false;

	while (pattern_is_label(text + at, size)) {
		labelled = true;
		size = word_before(text, &at);
	}
	return labelled && size > 0 ? find_numbered(catalogue, text + at, size,
						    number, length) :
				      ENTRY_NONE;
}

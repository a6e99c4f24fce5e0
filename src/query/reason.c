#include "query/reason.h"

#include <string.h>

#include "base/text.h"

enum { SHORTEST = 2, LONGEST = 60 };

static bool is_upper(char c)
{
	return c >= 'A' && c <= 'Z';
}

static bool is_lower(char c)
{
	return c >= 'a' && c <= 'z';
}

/* Whether no word of a sentence looks so: a hump, a digit, an underscore. */
static bool is_odd(const char *text, size_t length)
{
	bool letter = false, odd = false;

	for (size_t i = 0; i < length; i++) {
		bool lower = is_lower(text[i]), upper = is_upper(text[i]);

		letter = letter || lower || upper;
		odd = odd || text[i] == '_' ||
		      (text[i] >= '0' && text[i] <= '9') ||
		      (i > 0 && upper && is_lower(text[i - 1]));
	}
	return letter && odd;
}

/* `UF`, `sH`: not the first word of a sentence, nor a word inside one. */
static bool is_short_sign(const char *text, size_t length)
{
	enum { SIGN_LONGEST = 5 };

	for (size_t i = 1; i < length; i++) {
		if (!is_upper(text[i]) && !is_lower(text[0]))
			return false;
	}
	return length <= SIGN_LONGEST &&
	       (is_upper(text[0]) || is_upper(text[length - 1]));
}

/* `OK` is the name of a status before it is anything else. */
static bool is_name(const struct catalogue *catalogue, const char *text,
		    size_t length)
{
	for (entry_t i = 0; i < catalogue_count(catalogue); i++) {
		const char *phrase = catalogue_text(catalogue, i, FIELD_PHRASE);

		if (catalogue_sort(catalogue, i) == SORT_CODE &&
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
	    !(is_odd(text, length) || (alone && is_short_sign(text, length) &&
				       !is_name(catalogue, text, length))))
		return 0;
	for (entry_t i = 0; i < catalogue_count(catalogue) && count < room;
	     i++) {
		if (is_word_of(catalogue, i, text, length))
			entries[count++] = i;
	}
	return count;
}

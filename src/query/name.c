#include "query/name.h"

#include <stdbool.h>
#include <string.h>

#include "base/ascii.h"
#include "base/text.h"
#include "catalogue/id.h"

enum { NAME_WORDS = 16, NAME_LONGEST = 80 };

/* A word of a name: bytes of the text. */
struct name_word {
	const char *text;
	size_t length;
};

struct name {
	struct name_word words[NAME_WORDS];
	size_t end;
	bool styled; /* no word of a sentence looks so */
};

/* What stands before the words of the phrase. */
static const char *const prefixes[] = { "http",  "https",    "status", "code",
					"codes", "sc",       "hs",     "net",
					"error", "response", NULL };

/* What stands behind them. */
static const char *const suffixes[] = { "exception", "error", "http",
					"status",    "code",  NULL };

/* What stands before a segment with the words: `HttpStatusCode.`. */
static const char *const owners[] = { "http",
				      "status",
				      "httpstatus",
				      "httpstatuscode",
				      "httpstatuscodes",
				      "statuscode",
				      "statuscodes",
				      "codes",
				      "response",
				      "net",
				      "hyper",
				      "httpservletresponse",
				      "httpclienterrorexception",
				      "httpservererrorexception",
				      NULL };

static bool is_name_char(char c)
{
	return ascii_is_letter(c) || ascii_is_digit(c) || c == '_';
}

static bool among(const char *const *words, struct name_word part)
{
	for (; *words != NULL; words++) {
		if (strlen(*words) == part.length &&
		    text_same_ascii(*words, part.text, part.length))
			return true;
	}
	return false;
}

/*
 * Where a word of a name ends: `HTTP`, `Not`, `404`, `not`.  Of capitals alone
 * `HTTP` is known: `HTTPURITooLong`.
 */
static size_t word_end(const char *text, size_t length)
{
	size_t at = 1;

	if (length > 4 && memcmp(text, "HTTP", 4) == 0 &&
	    ascii_is_upper(text[4]))
		return 4;
	if (ascii_is_digit(text[0])) {
		while (at < length && ascii_is_digit(text[at]))
			at++;
		return at;
	}
	while (at < length && text[at] != '_' && !ascii_is_digit(text[at]) &&
	       (!ascii_is_upper(text[at]) ||
		(ascii_is_upper(text[at - 1]) &&
		 !(at + 1 < length && ascii_is_lower(text[at + 1])))))
		at++;
	return at;
}

/* Cut a segment into its words; false when it is none of a name. */
static bool cut_segment(struct name *name, struct name_word segment)
{
	*name = (struct name){ .end = 0 };
	for (size_t at = 0; at < segment.length;) {
		size_t size;

		if (segment.text[at] == '_') {
			name->styled = name->styled || name->end > 0;
			at++;
			continue;
		}
		if (name->end == NAME_WORDS)
			return false;
		size = word_end(segment.text + at, segment.length - at);
		name->words[name->end++] =
			(struct name_word){ segment.text + at, size };
		at += size;
	}
	name->styled = name->styled || name->end > 1;
	return name->end > 0;
}

/* Whether the letters of a phrase are those of the name. */
static bool spells(const char *phrase, const char *letters)
{
	for (; *phrase != '\0'; phrase++) {
		char c = *phrase;

		if (!ascii_is_letter(c) && !ascii_is_digit(c))
			continue;
		if (*letters == '\0' || !text_same_ascii(&c, letters, 1))
			return false;
		letters++;
	}
	return *letters == '\0';
}

static void add(entry_t entry, entry_t *entries, size_t *count, size_t room)
{
	for (size_t i = 0; i < *count; i++) {
		if (entries[i] == entry)
			return;
	}
	if (*count < room)
		entries[(*count)++] = entry;
}

static bool has_alias(const struct catalogue *catalogue, entry_t entry,
		      const char *letters)
{
	size_t items = catalogue_items(catalogue, entry, FIELD_ALIASES);

	for (size_t i = 0; i < items; i++) {
		if (spells(catalogue_item(catalogue, entry, FIELD_ALIASES, i,
					  PART_ALIAS_PHRASE),
			   letters))
			return true;
	}
	return false;
}

static bool is_code(const struct catalogue *catalogue, entry_t entry,
		    bool registered)
{
	return catalogue_sort(catalogue, entry) == SORT_CODE &&
	       (id_origin_length(catalogue_id(catalogue, entry)) == 0) ==
		       registered;
}

typedef bool bears(const struct catalogue *catalogue, entry_t entry,
		   const char *letters);

static bool has_phrase(const struct catalogue *catalogue, entry_t entry,
		       const char *letters)
{
	return spells(catalogue_text(catalogue, entry, FIELD_PHRASE), letters);
}

/* Add the codes that bear the name, either registered ones or all others. */
static void find_bearers(const struct catalogue *catalogue,
			 const char *letters, bears *bear, bool registered,
			 entry_t *entries, size_t *count, size_t room)
{
	for (entry_t i = 0; i < catalogue_count(catalogue); i++) {
		if (is_code(catalogue, i, registered) &&
		    bear(catalogue, i, letters))
			add(i, entries, count, room);
	}
}

/*
 * Programs have names for what is registered.  Other codes are meant only by
 * names of two words or more that no registered one bears: a `TimeoutError` is
 * anybody's.
 */
static size_t find_phrase(const struct catalogue *catalogue,
			  const char *letters, size_t words, entry_t *entries,
			  size_t room)
{
	static bears *const kinds[] = { has_phrase, has_alias };
	size_t count = 0;

	for (size_t i = 0; i < 2; i++) {
		find_bearers(catalogue, letters, kinds[i], true, entries,
			     &count, room);
		if (count == 0 && words > 1)
			find_bearers(catalogue, letters, kinds[i], false,
				     entries, &count, room);
	}
	return count;
}

/* The letters of the words [first, end). */
static void join_words(const struct name *name, size_t first, size_t end,
		       char letters[NAME_LONGEST + 1])
{
	size_t length = 0;

	for (size_t i = first; i < end; i++) {
		memcpy(letters + length, name->words[i].text,
		       name->words[i].length);
		length += name->words[i].length;
	}
	letters[length] = '\0';
}

/* Whether the word says that a status follows, or is its number. */
static bool is_prefix(struct name_word word)
{
	return among(prefixes, word) || ascii_is_digit(*word.text);
}

/*
 * The fewest words are left out that do: `HTTP_VERSION_NOT_SUPPORTED` and
 * `InternalServerError` are phrases as they are.
 */
static size_t find_segment(const struct catalogue *catalogue,
			   struct name_word segment, bool owned,
			   entry_t *entries, size_t room)
{
	char letters[NAME_LONGEST + 1];
	struct name name;
	size_t count = 0;

	if (segment.length > NAME_LONGEST || !cut_segment(&name, segment) ||
	    (!name.styled && !owned))
		return 0;
	for (size_t first = 0; first < name.end && count == 0; first++) {
		for (size_t end = name.end; end > first && count == 0; end--) {
			join_words(&name, first, end, letters);
			count = find_phrase(catalogue, letters, end - first,
					    entries, room);
			if (!among(suffixes, name.words[end - 1]))
				break;
		}
		if (!is_prefix(name.words[first]))
			break;
	}
	return count;
}

/*
 * A segment is what the signs of a program part: `.`, `::`, `$`.  A colon alone
 * begins the name of a symbol.
 */
size_t name_find(const struct catalogue *catalogue, const char *text,
		 size_t length, entry_t *entries, size_t room)
{
	bool owned = length > 1 && text[0] == ':';
	size_t count = 0;

	for (size_t at = 0; at < length && count == 0;) {
		struct name_word segment = { text + at, 0 };

		if (!is_name_char(text[at])) {
			owned = owned && strchr(".:$", text[at]) != NULL;
			at++;
			continue;
		}
		while (at < length && is_name_char(text[at]))
			at++;
		segment.length = (size_t)(text + at - segment.text);
		count = find_segment(catalogue, segment, owned, entries, room);
		owned = among(owners, segment);
	}
	return count;
}

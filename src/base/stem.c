#include "base/stem.h"

#include <stdbool.h>
#include <string.h>

/*
 * Tried in order, the first that fits is applied.  A rule fits when the word
 * ends with `suffix` and at least `keep` letters stand before it; one that
 * gives the suffix back keeps the word from those after it.
 */
static const struct {
	const char *suffix;
	size_t keep;
	const char *instead;
} rules[] = {
	{ "ations", 4, "" }, { "ation", 4, "" },  { "ating", 4, "" },
	{ "ated", 4, "" },   { "ates", 4, "" },	  { "ate", 4, "" },
	{ "ions", 5, "" },   { "ion", 5, "" },	  { "ies", 2, "y" },
	{ "ied", 2, "y" },   { "sses", 2, "ss" }, { "ches", 2, "ch" },
	{ "shes", 2, "sh" }, { "xes", 2, "x" },	  { "ings", 4, "" },
	{ "ing", 4, "" },    { "ceed", 2, "ceed" }, { "ed", 4, "" },
	{ "es", 4, "" },     { "ss", 1, "ss" },	  { "us", 1, "us" },
	{ "is", 1, "is" },   { "s", 3, "" },	  { "ie", 2, "y" },
	{ "e", 4, "" },
};

static bool is_plain(const char *word, size_t length)
{
	for (size_t i = 0; i < length; i++) {
		if (word[i] < 'a' || word[i] > 'z')
			return false;
	}
	return length < STEM_SIZE;
}

static bool ends_with(const char *word, size_t length, const char *suffix,
		      size_t keep)
{
	size_t size = strlen(suffix);

	return length >= size + keep &&
	       memcmp(word + length - size, suffix, size) == 0;
}

/* `stopp` of stopped is `stop`; but `ss`, `ll` and `zz` belong to the word. */
static size_t undouble(const char *stem, size_t length)
{
	char last = length >= 4 ? stem[length - 1] : '\0';

	if (last != '\0' && last == stem[length - 2] &&
	    strchr("aeioulsz", last) == NULL)
		return length - 1;
	return length;
}

/* British spelling: authoris- is authoriz-, and the stem of `analyse`. */
static void americanise(char *stem, size_t length)
{
	if (length >= 6 && stem[length - 1] == 's' && stem[length - 2] == 'i')
		stem[length - 1] = 'z';
}

size_t stem_word(const char *word, size_t length, char stem[STEM_SIZE])
{
	size_t cut = length < STEM_SIZE ? length : STEM_SIZE;

	memcpy(stem, word, cut);
	if (!is_plain(word, length))
		return cut;
	for (size_t i = 0; i < sizeof(rules) / sizeof(*rules); i++) {
		size_t size = strlen(rules[i].suffix);

		if (!ends_with(stem, cut, rules[i].suffix, rules[i].keep))
			continue;
		cut -= size;
		memcpy(stem + cut, rules[i].instead, strlen(rules[i].instead));
		cut += strlen(rules[i].instead);
		break;
	}
	cut = undouble(stem, cut);
	americanise(stem, cut);
	return cut;
}

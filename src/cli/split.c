#include "cli/split.h"

#include <stdlib.h>
#include <string.h>

#include "base/xalloc.h"

static void add_word(struct split *split, char *word)
{
	split->words = xgrow(split->words, &split->capacity, split->count + 2,
			     sizeof(*split->words));
	split->words[split->count++] = word;
	split->words[split->count] = NULL;
}

/* Whether a backslash before `c` is one, and not itself meant. */
static bool escapes(char quote, char c)
{
	if (quote == '"')
		return c == '"' || c == '\\';
	return quote == '\0' && c != '\0';
}

/*
 * Copy the word at `*from`, without its quotes, to `to`.  Moves `*from` behind
 * the word, and returns the end of the copy; `*quote` is the quote that has no
 * end, or NUL.
 */
static char *copy_word(const char **from, char *to, char *quote)
{
	const char *at = *from;

	*quote = '\0';
	for (; *at != '\0' && (*quote != '\0' || strchr(" \t\n", *at) == NULL);
	     at++) {
		if (*at == '\\' && escapes(*quote, at[1]))
			*to++ = *++at;
		else if (*quote == '\0' && (*at == '\'' || *at == '"'))
			*quote = *at;
		else if (*at == *quote)
			*quote = '\0';
		else
			*to++ = *at;
	}
	*from = at;
	return to;
}

bool split_init(struct split *split, const char *first, const char *text,
		struct problem *why)
{
	char *to, quote;

	*split = (struct split){ .count = 0 };
	to = split->text = xmalloc(strlen(first) + 1 + strlen(text) + 1);
	add_word(split, to);
	to = stpcpy(to, first) + 1;
	while (*(text += strspn(text, " \t\n")) != '\0') {
		add_word(split, to);
		to = copy_word(&text, to, &quote);
		*to++ = '\0';
		if (quote != '\0')
			return problem_set(why, "a quote has no end: "
						"expected another %c",
					   quote);
	}
	return true;
}

void split_clear(struct split *split)
{
	free(split->words);
	free(split->text);
}

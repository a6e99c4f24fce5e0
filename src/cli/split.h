/*
 * split -- a text as the words that a shell would make of it.
 *
 * Words are parted by blanks.  Quotes hold a word together, and a backslash
 * keeps the character behind it; nothing is expanded.
 */
#ifndef HTTREE_CLI_SPLIT_H
#define HTTREE_CLI_SPLIT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/problem.h"

struct split {
	char *text;   /* the words, each with a NUL behind it */
	char **words; /* NULL behind the last */
	size_t count;
	size_t capacity;
};

/*
 * Begin with the word `first`, then those of `text`.  What is refused is a
 * quote without its end.  Whatever is returned, `split` is to be cleared.
 */
bool split_init(struct split *split, const char *first, const char *text,
		struct problem *why);
void split_clear(struct split *split);

#endif

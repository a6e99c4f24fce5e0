/*
 * problem -- why something could not be done, as one sentence fragment.
 *
 * A function that can fail because the world disagrees takes a problem as its
 * last parameter, fills it and returns false; `main` prints it.
 */
#ifndef HTTREE_BASE_PROBLEM_H
#define HTTREE_BASE_PROBLEM_H

#include <stdbool.h>
#include <stddef.h>

struct problem {
	char text[2048]; /* NUL-terminated; a longer message is cut */
};

/* Fill `why` and return false, so that a caller can return the call. */
bool problem_set(struct problem *why, const char *format, ...)
	__attribute__((format(printf, 2, 3)));

/* The same: `before` 'word'`after`, the word as it may be printed. */
bool problem_word(struct problem *why, const char *before, const char *word,
		  size_t length, const char *after);

#endif

/*
 * words -- text cut into the words that search compares.
 *
 * A word is a run of letters and digits.  A full stop between two digits
 * belongs to it (`404.7`, `1.1`); an apostrophe inside a word, straight or
 * curly, is dropped (`I'm` is `im`); everything else parts words, so that
 * `Retry-After` is two.
 *
 * A word is folded: case by Unicode's full folding, compatibility forms
 * decomposed, marks dropped.  The index, a query and the marking of matches
 * all cut with this one function, so they cannot disagree.
 */
#ifndef HTTREE_BASE_WORDS_H
#define HTTREE_BASE_WORDS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/strbuf.h"

struct words {
	const char *text;
	size_t length;
	size_t at;
	struct strbuf folded;
};

struct word {
	size_t start; /* bytes of the source: [start, end) */
	size_t end;
	const char *folded; /* borrowed until the next call */
	size_t length;	    /* bytes of `folded`, never zero */
};

/* Begin with `length` bytes of UTF-8 at `text`, borrowed until words_end. */
void words_start(struct words *words, const char *text, size_t length);

/* The next word; false when there is none. */
bool words_next(struct words *words, struct word *word);

void words_end(struct words *words);

#endif

/*
 * stem -- what the inflections of an English word share.
 *
 * `redirects`, `redirected` and `redirection` have one stem, `authorised` and
 * `unauthorized`'s second half as well.  A stem is a key to compare, not a
 * word to show.  The rules are few on purpose: a stemmer that joins words of
 * different meanings (`operate`, `opera`) costs a reference more than one that
 * misses an inflection.
 */
#ifndef HTTREE_BASE_STEM_H
#define HTTREE_BASE_STEM_H

#include <stddef.h>

enum { STEM_SIZE = 64 };

/*
 * Write the stem of the folded word of `length` bytes to `stem`, at most
 * STEM_SIZE bytes, without NUL, and return its length.  A word that is longer,
 * has digits, or is not ASCII is its own stem, cut to STEM_SIZE.
 */
size_t stem_word(const char *word, size_t length, char stem[STEM_SIZE]);

#endif

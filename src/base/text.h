/*
 * text -- UTF-8 as a terminal sees it: characters, clusters, columns, breaks.
 *
 * A cluster is an extended grapheme cluster of Unicode (UAX #29): what a
 * reader takes for one sign.  Columns are what wcwidth() says, since curses
 * lays out with it; a character that the C library does not know counts as one
 * column and is shown as U+FFFD.  Positions and lengths are bytes.
 */
#ifndef HTTREE_BASE_TEXT_H
#define HTTREE_BASE_TEXT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/strbuf.h"

/*
 * Decode the character at `text`, of which `length` > 0 bytes are left, into
 * `*character`.  Returns its length; an invalid byte gives U+FFFD and 1.
 */
size_t text_decode(const char *text, size_t length, uint32_t *character);

/* Whether all of it is ASCII. */
bool text_is_ascii(const char *text, size_t length);

/* Append one character. */
void text_encode(struct strbuf *buffer, uint32_t character);

/* Whether all is valid UTF-8; else `*at` is the first bad byte's position. */
bool text_valid(const char *text, size_t length, size_t *at);

/*
 * Why `character` must not stand in a catalogue, as a noun, or NULL when it
 * may: a control character could command the terminal, a format character
 * could reorder what is read, an emoji has no certain width.
 */
const char *text_refused(uint32_t character);

/*
 * Whether the text is one line of UTF-8 that nothing is refused in, so that it
 * may be taken and shown as it is.
 */
bool text_is_clean(const char *text, size_t length);

/* Length of the first cluster of a text that is not empty. */
size_t text_cluster(const char *text, size_t length);

/* Length of the last cluster of a text that is not empty. */
size_t text_last_cluster(const char *text, size_t length);

int text_columns(const char *text, size_t length);

/* Length of the longest run of clusters that takes at most `columns`. */
size_t text_fit(const char *text, size_t length, int columns);

/*
 * Set breaks[i] for each byte before which a line may be broken by UAX #14.
 * `breaks` has room for `length` bytes.
 */
void text_breaks(const char *text, size_t length, bool *breaks);

/*
 * Whether two texts of `length` bytes, or up to their NUL, are the same but for
 * the case of ASCII letters.  No locale is asked: in Turkish, I is no i.
 */
bool text_same_ascii(const char *a, const char *b, size_t length);

/* Whether `text` has `part` somewhere, in the same way. */
bool text_has_ascii(const char *text, const char *part);

/* Their order, for which the case of ASCII letters does not count. */
int text_compare_ascii(const char *a, const char *b);

/*
 * Append the text in ASCII: marks dropped, common signs spelled in ASCII, `?`
 * for the rest.
 */
void text_to_ascii(struct strbuf *buffer, const char *text, size_t length);

/*
 * Append the text as it may be shown: what is not UTF-8 becomes U+FFFD, and
 * control and format characters (those of direction among them) and the
 * separators of lines and paragraphs become `?`.
 */
void text_clean(struct strbuf *buffer, const char *text, size_t length);

#endif

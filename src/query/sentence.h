/*
 * sentence -- what a number in a sentence is there for.
 *
 * A status has a word before it that says so: `status code 404`, `returned
 * 502`, `HTTP/1.1" 499`.  What has a unit behind it, or is a part of an
 * address, counts something else.
 */
#ifndef HTTREE_QUERY_SENTENCE_H
#define HTTREE_QUERY_SENTENCE_H

#include <stdbool.h>
#include <stddef.h>

/* Whether the words before the number at `at` of `text` say it is a status. */
bool sentence_labels(const char *text, size_t at);

/* Whether the number of `length` bytes at `at` of `text` counts something. */
bool sentence_counts(const char *text, size_t at, size_t length);

/*
 * Whether the number of `length` bytes at `at` of `text` is that of an error
 * of the system: `(111: Connection refused)`, `(111)Connection refused`,
 * `[Errno 111]`, `(os error 111)`.  Whether any number of the text is, or a
 * word is the name of such an error: `ECONNREFUSED`.
 */
bool sentence_is_system_error(const char *text, size_t at, size_t length);
bool sentence_has_system_error(const char *text);

/*
 * Whether the system's error is that the client's own connection was closed,
 * as nginx tells it: `send() failed (32: Broken pipe) while sending to client`.
 */
bool sentence_tells_client_left(const char *text);

#endif

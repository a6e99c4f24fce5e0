/*
 * wrap -- a paragraph broken into lines by Unicode's rules (UAX #14).
 *
 * A break inside a run of ASCII without blanks (`Cache-Control`, a URL, a
 * path) is taken only when the run alone is wider than a line.
 */
#ifndef HTTREE_PAGE_WRAP_H
#define HTTREE_PAGE_WRAP_H

#include <stdbool.h>
#include <stddef.h>

struct wrap {
	const char *text;
	size_t length;
	size_t at;
	bool whole; /* an address (`https://...') is never torn; false at start */
	bool plain; /* ASCII, in which no word was yet wider than a line */
	bool *breaks; /* NULL while no line needed them */
};

/* Begin with `length` bytes at `text`, borrowed until wrap_end. */
void wrap_start(struct wrap *wrap, const char *text, size_t length);

/*
 * The next line, of at most `columns`: bytes [*start, *end) without the blanks
 * around it.  At least one cluster is taken, however narrow.  False at the end.
 */
bool wrap_next(struct wrap *wrap, int columns, size_t *start, size_t *end);

/* The length of the address that a text begins with; 0 when it is none. */
size_t wrap_address(const char *text, size_t length);

void wrap_end(struct wrap *wrap);

#endif

/*
 * xalloc -- memory that is always there.
 *
 * Every function ends the program through `die` when the system has no memory
 * left, so callers never test for NULL.  What they return is the caller's to
 * free().
 */
#ifndef HTTREE_BASE_XALLOC_H
#define HTTREE_BASE_XALLOC_H

#include <stddef.h>

/* The memory that a library has allotted, which is there, too. */
void *xchecked(void *memory);

void *xmalloc(size_t size);
void *xcalloc(size_t count, size_t size);
void *xrealloc(void *memory, size_t size);
char *xstrdup(const char *text);

/* A NUL-terminated copy of the `length` bytes at `text`. */
char *xmemdup(const char *text, size_t length);

/*
 * Room for at least `needed` items of `size` bytes in the array `items`, which
 * has room for `*capacity` now.  Returns the array, moved where it had to be.
 */
void *xgrow(void *items, size_t *capacity, size_t needed, size_t size);

#endif

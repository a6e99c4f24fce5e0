/*
 * edge -- bytes behind which nothing can be read.
 *
 * They end where a page of memory does, and the page behind it belongs to
 * nobody: one step too far ends the program without a sanitizer, too.
 */
#ifndef HTTREE_TESTS_SUPPORT_EDGE_H
#define HTTREE_TESTS_SUPPORT_EDGE_H

#include <stddef.h>

/* The most bytes. */
enum { EDGE_MOST = 1 << 20 };

/* A copy without a NUL; it stays until the next one is made. */
char *edge_copy(const char *bytes, size_t length);

#endif

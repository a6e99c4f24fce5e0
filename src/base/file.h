/*
 * file -- whole files, read.
 */
#ifndef HTTREE_BASE_FILE_H
#define HTTREE_BASE_FILE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/problem.h"
#include "base/strbuf.h"

/*
 * Append the bytes of the regular file `path`, at most `limit` of them.  False
 * with a reason when it is something else, or changes while it is read.
 */
bool file_read(const char *path, size_t limit, struct strbuf *text,
	       struct problem *why);

/* The same of what is open already; `path` is how it is called in messages. */
bool file_read_open(int descriptor, const char *path, size_t limit,
		    struct strbuf *text, struct problem *why);

#endif

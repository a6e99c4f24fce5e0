/*
 * file -- whole files, read and replaced.
 */
#ifndef HTTREE_BASE_FILE_H
#define HTTREE_BASE_FILE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/problem.h"
#include "base/strbuf.h"

/* Append the bytes of the regular file `path`, at most `limit` of them. */
bool file_read(const char *path, size_t limit, struct strbuf *text,
	       struct problem *why);

/*
 * Replace the file `path` by `length` bytes, so that a reader or a crash sees
 * the old file or the new one and nothing between.  Folders that are missing
 * are made, for the user alone.
 */
bool file_replace(const char *path, const char *bytes, size_t length,
		  struct problem *why);

#endif

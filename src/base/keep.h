/*
 * keep -- a file that is kept for the user, by several programs at once.
 *
 * Only a regular file of the user's own is read or replaced, and no link is
 * followed at its end: whatever else bears its name was put there by somebody
 * for a reason.
 */
#ifndef HTTREE_BASE_KEEP_H
#define HTTREE_BASE_KEEP_H

#include <stdbool.h>
#include <stddef.h>

#include "base/problem.h"
#include "base/strbuf.h"

/*
 * Append the text of the file, which may be missing.  False, with a reason,
 * when it is not such a file, cannot be read, or is larger than `limit`.
 */
bool keep_read(const char *path, size_t limit, struct strbuf *text,
	       struct problem *why);

/* Make of a text what is to be kept; false to leave the file as it is. */
typedef bool keep_maker(struct strbuf *text, const void *context);

/*
 * Replace the file by what `make` makes of its text.  From the reading to the
 * writing no other program does the same, and a reader or a crash sees the old
 * file or the new one and nothing between.  Folders that are missing are made,
 * for the user alone.  What is made must not be larger than `limit`.
 */
bool keep_change(const char *path, size_t limit, keep_maker *make,
		 const void *context, struct problem *why);

#endif

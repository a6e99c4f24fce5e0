/*
 * history -- the texts searched for, newest first, and the last place, kept
 * from one run to the next.
 *
 * The file is `history` in $XDG_STATE_HOME/httree (else ~/.local/state): the
 * id of the last code behind a `@`, alone when there is none, then a text a
 * line.  It is replaced as a whole, so that a crash or two programs at once
 * leave a file that is whole; and everything works where nothing can be read
 * or written.
 */
#ifndef HTTREE_MODEL_HISTORY_H
#define HTTREE_MODEL_HISTORY_H

#include <stddef.h>

#include "base/strbuf.h"

enum { HISTORY_LIMIT = 200 };

struct history {
	char **texts; /* newest first */
	size_t count;
	size_t capacity;
	size_t added; /* how many of them are new since the file was read */
	char *last; /* id of the last code of the time before, or NULL */
	char *path; /* NULL: nothing is read or written */
};

void history_init(struct history *history);
void history_clear(struct history *history);

/* Read the user's file, and write to it later. */
void history_load(struct history *history);

/* Add a text in front; an equal one further down goes. */
void history_add(struct history *history, const char *text);

/*
 * Write the file, with `last` as the last place unless it is NULL.  What
 * another program has added to the file meanwhile is kept.
 */
void history_save(const struct history *history, const char *last);

#endif

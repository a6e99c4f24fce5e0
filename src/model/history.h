/*
 * history -- the texts searched for, and the last place, kept from one run to
 * the next.
 *
 * The file is `history` in $XDG_STATE_HOME/httree (else ~/.local/state).  Its
 * first line tells its form and version; each line after it begins with a word:
 *
 *	httree history 1
 *	place nginx:499
 *	unfolded class:4xx vendor:nginx
 *	search rate limit
 *
 * Searches are there newest first.  Lines that are not understood stay as they
 * are; a file that does not begin like this, or is of a later version, is
 * neither used nor changed.  Everything works where nothing can be read or
 * written.
 */
#ifndef HTTREE_MODEL_HISTORY_H
#define HTTREE_MODEL_HISTORY_H

#include <stdbool.h>
#include <stddef.h>

#include "base/strbuf.h"

enum { HISTORY_LIMIT = 200 };

struct history {
	char **texts; /* newest first */
	size_t count;
	size_t capacity;
	size_t added; /* how many of them are new since the file was read */
	char *place;  /* id of the last place of the time before, or NULL */
	char *unfolded; /* ids of the rows unfolded there, or NULL */
	bool moved;   /* these two have changed since the file was read */
	struct strbuf others; /* lines that were not understood */
	char *path;   /* NULL: nothing is read or written */
};

void history_init(struct history *history);
void history_clear(struct history *history);

/* Read the user's file, and write to it later. */
void history_load(struct history *history);

/* Add a text in front; an equal one further down goes. */
void history_add(struct history *history, const char *text);

/* Set the last place and the rows unfolded there, NULL for none. */
void history_set_place(struct history *history, const char *id,
		       const char *unfolded);

/*
 * Write what has changed, if anything has.  What another program has added to
 * the file meanwhile is kept.
 */
void history_save(const struct history *history);

#endif

/*
 * layer -- what each thing is that can lie on top: one row of one table.
 *
 * A new overlay is a file of its own, its name in stack.h, and its row here.
 */
#ifndef HTTREE_MODEL_LAYER_H
#define HTTREE_MODEL_LAYER_H

#include <stdbool.h>
#include <stddef.h>

#include "model/action.h"
#include "model/sheet.h"
#include "model/state.h"

struct layer {
	enum context context; /* in which its keys are read */

	/*
	 * What it does for a key; NULL for all keys that are bound.  Any other
	 * takes the layer away and acts on the one below.
	 */
	bool (*takes)(enum action action);
	void (*step)(struct state *state, enum action action);

	/* A key that is bound to nothing takes it away, and does no more. */
	bool fleeting;

	/* It goes by itself, as by `back`, when no key comes for a while. */
	bool rests;

	/* Undo one thing; when there is nothing left, take the layer away. */
	void (*back)(struct state *state);

	/* Signs that are bound to nothing are typed; NULL: they do nothing. */
	void (*type)(struct state *state, const char *text, size_t length);

	/* Its lines have another width. */
	void (*resize)(struct state *state);

	/* The left side of the status line, before a message; NULL: the place. */
	void (*title)(const struct state *state, struct strbuf *title);

	/* Hints for the status line: one, a shorter one, the shortest; or "". */
	const char *const *(*hints)(const struct state *state);

	/* The lines whose position is told, or NULL. */
	const struct viewport *(*position)(const struct state *state);

	/* What is on the screen in place of the panes; NULL: the one below. */
	void (*draw)(const struct state *state, struct sheet *sheet);

	/* What is drawn was clicked at a place of the screen. */
	void (*click)(struct state *state, int row, int col);
};

const struct layer *layer_row(enum layer_name name);

/* The one that has the keys, and the one that has the screen. */
const struct layer *layer_top(const struct state *state);
const struct layer *layer_drawn(const struct state *state);

#endif

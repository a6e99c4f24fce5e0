/*
 * effect -- what a key leaves to the terminal, since the state cannot do it.
 *
 * An effect carries what it is done with.  The model has said already on the
 * status line what is being done; who performs the effect and fails says that
 * instead, with `state_say`.
 */
#ifndef HTTREE_MODEL_EFFECT_H
#define HTTREE_MODEL_EFFECT_H

#include <stddef.h>

enum effect_kind {
	EFFECT_NONE,
	EFFECT_QUIT,
	EFFECT_INTERRUPT, /* leave with status 130 */
	EFFECT_SUSPEND,
	EFFECT_REDRAW,
	EFFECT_COPY, /* hand the text to the clipboard */
	EFFECT_OPEN, /* hand the address to a browser */
	EFFECT_MOUSE_ON,
	EFFECT_MOUSE_OFF,
	EFFECT_COUNT
};

struct effect {
	enum effect_kind kind;
	/* Of EFFECT_COPY and EFFECT_OPEN: borrowed until the next key. */
	const char *text;
	size_t length;
};

#endif

/*
 * mouse -- what a click or the wheel does to the panes.
 *
 * A click selects a row or a hit; on a fold mark or a link it acts.  The wheel
 * scrolls the pane under it.
 */
#ifndef HTTREE_MODEL_MOUSE_H
#define HTTREE_MODEL_MOUSE_H

#include "model/state.h"

enum mouse_act { MOUSE_CLICK, MOUSE_WHEEL_UP, MOUSE_WHEEL_DOWN };

struct mouse {
	enum mouse_act act;
	int row; /* of the screen, from 0 */
	int col;
};

/* Lines that a notch of the wheel scrolls. */
enum { MOUSE_LINES = 3 };

/* The mouse was used where the panes are on the screen. */
void mouse_panes(struct state *state, const struct mouse *mouse);

/* Take the mouse, or give it back to the terminal. */
void mouse_toggle(struct state *state);

#endif

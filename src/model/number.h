/*
 * number -- digits that go to a number.
 *
 * While a number is typed it lies on top of the panes; any key but a digit, a
 * full stop and Backspace ends it and acts on the panes.
 */
#ifndef HTTREE_MODEL_NUMBER_H
#define HTTREE_MODEL_NUMBER_H

#include <stdbool.h>

#include "model/action.h"
#include "model/state.h"

/* Begin a number with the digit that was pressed. */
void number_begin(struct state *state);

/* Stand where a number would be, and show what is known about it. */
void number_show_unknown(struct state *state, unsigned int number);

/* What a layer does; layer.h. */
bool number_takes(enum action action);
void number_step(struct state *state, enum action action);
void number_back(struct state *state);
void number_title(const struct state *state, struct strbuf *title);

#endif

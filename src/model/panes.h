/*
 * panes -- tree and detail, which lie below everything else.
 */
#ifndef HTTREE_MODEL_PANES_H
#define HTTREE_MODEL_PANES_H

#include "model/action.h"
#include "model/state.h"

/* What a layer does; layer.h. */
void panes_step(struct state *state, enum action action);
void panes_back(struct state *state);
const char *const *panes_hints(const struct state *state);
const struct viewport *panes_position(const struct state *state);

#endif

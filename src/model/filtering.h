/*
 * filtering -- which codes are shown.
 */
#ifndef HTTREE_MODEL_FILTERING_H
#define HTTREE_MODEL_FILTERING_H

#include "model/action.h"
#include "model/state.h"

/* Take account of the filter and of what narrows the tree, in place. */
void filtering_apply(struct state *state);

/* Switch a kind off or on, or all filters off. */
void filtering_step(struct state *state, enum action action);

#endif

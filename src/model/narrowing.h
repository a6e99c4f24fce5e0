/*
 * narrowing -- the tree narrowed to the codes that match a text.
 */
#ifndef HTTREE_MODEL_NARROWING_H
#define HTTREE_MODEL_NARROWING_H

#include "model/state.h"

/* Ask for the text; an empty one ends the narrowing. */
void narrowing_prompt(struct state *state);

/* Show all codes again, the folds as they were before. */
void narrowing_end(struct state *state);

#endif

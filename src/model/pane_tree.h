/*
 * pane_tree -- moving through the rows of the tree, folding, and going from
 * place to place.
 */
#ifndef HTTREE_MODEL_PANE_TREE_H
#define HTTREE_MODEL_PANE_TREE_H

#include "model/action.h"
#include "model/state.h"

void pane_tree_step(struct state *state, enum action action);

#endif

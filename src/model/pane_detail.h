/*
 * pane_detail -- reading the page.
 */
#ifndef HTTREE_MODEL_PANE_DETAIL_H
#define HTTREE_MODEL_PANE_DETAIL_H

#include "model/action.h"
#include "model/state.h"

void pane_detail_step(struct state *state, enum action action);

#endif

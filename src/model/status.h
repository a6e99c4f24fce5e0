/*
 * status -- the status line: at the left where the reader is, the prompt or a
 * message; at the right what is hidden, the hits, the position, hints.
 *
 * What does not fit goes in this order: hints, per cent, end of the phrase,
 * class; then the right side gives up its words before its numbers.
 */
#ifndef HTTREE_MODEL_STATUS_H
#define HTTREE_MODEL_STATUS_H

#include "model/view.h"

/* Fill `view->left`, `view->right` and `view->prompt_column`. */
void status_build(struct view *view);

#endif

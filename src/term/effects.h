/*
 * effects -- what a key has left to the terminal, performed.
 */
#ifndef HTTREE_TERM_EFFECTS_H
#define HTTREE_TERM_EFFECTS_H

#include "model/effect.h"
#include "model/state.h"

/*
 * Perform an effect, but for those that end the loop.  What cannot be done is
 * said on the status line.
 */
void effects_perform(const struct effect *effect, struct state *state);

#endif

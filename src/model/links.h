/*
 * links -- going through the links and headings of the page, and following
 * them.
 */
#ifndef HTTREE_MODEL_LINKS_H
#define HTTREE_MODEL_LINKS_H

#include <stdbool.h>

#include "model/state.h"

/* Select the next or previous link, from what is on the screen if none is. */
void links_next(struct state *state, bool forward);

/* Scroll to the next or previous heading. */
void links_heading(struct state *state, bool forward);

/* Go where the selected link leads; what is left behind can be gone back to. */
void links_follow(struct state *state);

/* Leave this page for another, so that going back leads here again. */
void links_go(struct state *state, entry_t entry);

/* Whether a guide is shown, of which digits follow the choices. */
bool links_choosing(const struct state *state);

/* Follow the choice with this number, from 1. */
void links_choose(struct state *state, size_t number);

#endif

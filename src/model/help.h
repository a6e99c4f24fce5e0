/*
 * help -- the help screen: reading it, and searching in it.
 */
#ifndef HTTREE_MODEL_HELP_H
#define HTTREE_MODEL_HELP_H

#include "model/action.h"
#include "model/sheet.h"
#include "model/state.h"

void help_open(struct state *state);

/* What a layer does; layer.h. */
void help_step(struct state *state, enum action action);
void help_back(struct state *state);
void help_resize(struct state *state);
void help_title(const struct state *state, struct strbuf *title);
const char *const *help_hints(const struct state *state);
const struct viewport *help_position(const struct state *state);
void help_draw(const struct state *state, struct sheet *sheet);
void help_click(struct state *state, int row, int col);

#endif

/*
 * help -- the help screen: reading it, and searching in it.
 */
#ifndef HTTREE_MODEL_HELP_H
#define HTTREE_MODEL_HELP_H

#include "model/action.h"
#include "model/help_lines.h"
#include "model/sheet.h"
#include "model/state.h"

/*
 * Open it over what is on top.  A prompt is put aside, since the help has one
 * of its own, and is there again with its text when the help is closed.
 */
void help_open(struct state *state);

/* Where it was asked for, whose keys stand first. */
enum help_place help_place(const struct state *state);

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

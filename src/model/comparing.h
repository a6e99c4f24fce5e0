/*
 * comparing -- one code against another: the one that was marked, or those that
 * it is taken for.
 */
#ifndef HTTREE_MODEL_COMPARING_H
#define HTTREE_MODEL_COMPARING_H

#include "model/action.h"
#include "model/sheet.h"
#include "model/state.h"

/* Mark what is shown, to compare others with it; or take the mark away. */
void comparing_mark(struct state *state);

/*
 * Compare what is shown with the code that is marked, else with the first that
 * it is taken for.
 */
void comparing_open(struct state *state);

/* What a layer does; layer.h. */
void comparing_step(struct state *state, enum action action);
void comparing_back(struct state *state);
void comparing_resize(struct state *state);
void comparing_title(const struct state *state, struct strbuf *title);
const char *const *comparing_hints(const struct state *state);
const struct viewport *comparing_position(const struct state *state);
void comparing_draw(const struct state *state, struct sheet *sheet);
void comparing_click(struct state *state, int row, int col);

#endif

/*
 * menu -- the filter menu: what can be shown and hidden, with counts.
 *
 * What is typed narrows the list, those that begin with it first.
 */
#ifndef HTTREE_MODEL_MENU_H
#define HTTREE_MODEL_MENU_H

#include "model/action.h"
#include "model/sheet.h"
#include "model/state.h"

void menu_open(struct state *state);

/* What a layer does; layer.h. */
void menu_step(struct state *state, enum action action);
void menu_back(struct state *state);
void menu_type(struct state *state, const char *text, size_t length);
void menu_resize(struct state *state);
void menu_title(const struct state *state, struct strbuf *title);
const char *const *menu_hints(const struct state *state);
const struct viewport *menu_position(const struct state *state);
void menu_draw(const struct state *state, struct sheet *sheet);
void menu_click(struct state *state, int row, int col);

#endif

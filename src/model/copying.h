/*
 * copying -- handing a line, a code, an address or an entry to the clipboard;
 * and the address of the source to a browser.
 */
#ifndef HTTREE_MODEL_COPYING_H
#define HTTREE_MODEL_COPYING_H

#include <stdbool.h>

#include "model/action.h"
#include "model/state.h"

/* Ask what is to be copied. */
void copying_open(struct state *state);

/* Show the address of the source; asked again, it is opened. */
void copying_show_source(struct state *state);

/* What the layers do; layer.h. */
void copying_step(struct state *state, enum action action);
void copying_back(struct state *state);
void copying_title(const struct state *state, struct strbuf *title);
const char *const *copying_hints(const struct state *state);
bool source_takes(enum action action);
void source_step(struct state *state, enum action action);
void source_title(const struct state *state, struct strbuf *title);

#endif

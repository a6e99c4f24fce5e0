/*
 * hiding -- what keeps a code from being shown, and the key that shows it.
 */
#ifndef HTTREE_MODEL_HIDING_H
#define HTTREE_MODEL_HIDING_H

#include <stdbool.h>

#include "model/action.h"
#include "model/state.h"

/* The switch of a kind of codes, and the key that shows nothing else. */
enum action hiding_switch(enum kind kind);

/* Whether the filter has more than switches, and that hides the entry. */
bool hiding_by_sets(const struct state *state, entry_t entry);

/* Append the keys that show a hidden entry again: `v`, or `v and F`. */
void hiding_keys(const struct state *state, entry_t entry,
		 struct strbuf *keys);

#endif

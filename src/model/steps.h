/*
 * steps -- the parts of `update`, one for each thing a reader does.
 *
 * Shared among the update_*.c files alone.
 */
#ifndef HTTREE_MODEL_STEPS_H
#define HTTREE_MODEL_STEPS_H

#include "model/action.h"
#include "model/state.h"

/* update_tree.c: moving through the rows and the page, folding. */
void step_tree(struct state *state, enum action action);

/* update_detail.c: scrolling the page, from either pane. */
void step_detail(struct state *state, enum action action);

/* update_search.c: the prompt, hits and matches, the narrowed tree. */
void step_open_prompt(struct state *state, enum purpose purpose);
void step_prompt(struct state *state, enum action action);
void step_type(struct state *state, const char *text, size_t length);
void step_match(struct state *state, bool forward);
void step_end_search(struct state *state);
void step_end_narrow(struct state *state);
void step_run(struct state *state, const char *text);

/* update_number.c: digits that go to a number. */
void step_digit(struct state *state, char digit);
void step_correct(struct state *state);

/* Stand where a number would be, and show what is known about it. */
void step_unknown(struct state *state, unsigned int number);

/* update_filter.c: what is shown. */
void step_filter(struct state *state, enum action action);

/* Take account of the filter and the narrowed tree, keeping the place. */
void step_refilter(struct state *state);

/* update_help.c: the help screen. */
void step_help(struct state *state, enum action action);
void step_help_resize(struct state *state);
void step_help_search(struct state *state, const char *text);
void step_help_match(struct state *state, bool forward);

#endif

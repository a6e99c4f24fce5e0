/*
 * prompt -- a line of text that is asked for on the status line.
 *
 * It edits the text and recalls older ones; what the text is for, its purpose
 * knows.  A purpose is a constant of the module that opens the prompt.
 */
#ifndef HTTREE_MODEL_PROMPT_H
#define HTTREE_MODEL_PROMPT_H

#include <stdbool.h>
#include <stddef.h>

#include "model/action.h"
#include "model/state.h"

struct purpose {
	char sign;   /* before the text */
	bool lists;  /* hits in the left pane, and recalls older texts */
	void (*changed)(struct state *state);
	void (*accept)(struct state *state);
	void (*cancel)(struct state *state);
	void (*next)(struct state *state, bool down); /* of what is found */
	void (*scroll)(struct state *state, struct travel travel);
	const char *const *(*hints)(const struct state *state);
	const struct viewport *(*position)(const struct state *state);
};

void prompt_open(struct state *state, const struct purpose *purpose);

/* Take it away; the purpose has done with it. */
void prompt_close(struct state *state);

/* Put one that is open aside, and open it again as it was. */
void prompt_put_aside(struct state *state);
void prompt_take_up(struct state *state);

/* Whether one was put aside. */
bool prompt_is_aside(const struct state *state);

const char *prompt_text(const struct state *state);

/* What a layer does; layer.h. */
void prompt_step(struct state *state, enum action action);
void prompt_back(struct state *state);
void prompt_type(struct state *state, const char *text, size_t length);
void prompt_resize(struct state *state);
const char *const *prompt_hints(const struct state *state);
const struct viewport *prompt_position(const struct state *state);

#endif

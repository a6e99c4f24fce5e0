/*
 * action -- everything a key can do.  actions.def lists it.
 */
#ifndef HTTREE_MODEL_ACTION_H
#define HTTREE_MODEL_ACTION_H

#include <stdbool.h>

#include "model/editor.h"
#include "model/key.h"
#include "model/viewport.h"

enum action {
#define ACTION(name, where, keys, group, help, text) ACTION_##name,
#include "model/actions.def"
	ACTION_COUNT, /* also: a key that is bound to nothing */
};

/* Where a key is pressed. */
enum context {
	CONTEXT_BROWSE = 1,
	CONTEXT_PROMPT = 2,
	CONTEXT_HELP = 4,
	CONTEXT_COPY = 8,
	CONTEXT_MENU = 16,
	CONTEXT_COMPARE = 32,
};

enum group {
	GROUP_MOVE,
	GROUP_TREE,
	GROUP_PAGE,
	GROUP_FIND,
	GROUP_SHOW,
	GROUP_KEEP,
	GROUP_MENU,
	GROUP_PROMPT,
	GROUP_SCREEN,
	GROUP_LEAVE,
	GROUP_COUNT
};

struct action_row {
	const char *name; /* as in actions.def */
	unsigned int where; /* of enum context */
	const char *keys;
	enum group group;
	const char *help;
	const char *text;
};

const struct action_row *action_row(enum action action);

/* What `key` does in `context`; ACTION_COUNT for nothing. */
enum action action_of_key(enum context context, hkey_t key);

/* Whether an action moves through lines, and how. */
bool action_travels(enum action action, struct travel *travel);

/* Whether an action edits a line of text, and how. */
bool action_edits(enum action action, enum edit *edit);

const char *group_title(enum group group);

#endif

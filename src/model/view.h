/*
 * view -- what is on the screen, as text and numbers: made of the state, and
 * drawn by paint.
 */
#ifndef HTTREE_MODEL_VIEW_H
#define HTTREE_MODEL_VIEW_H

#include <stdbool.h>
#include <stddef.h>

#include "base/strbuf.h"
#include "model/layout.h"
#include "model/sheet.h"
#include "model/state.h"

/* A row of the tree, or a hit of the list. */
struct tree_line {
	bool selected;
	int depth;
	char fold; /* '+', '-', or a blank */
	const char *code;   /* "" without one; borrowed, like the others */
	const char *origin; /* NULL, or `origin_length` bytes */
	size_t origin_length;
	const char *phrase;
	enum kind kind;
	enum code_class code_class;
	bool out; /* of use */
	char marks[3];	/* kind, and x where it is out of use */
	char count[32]; /* of a class: "34/161"; or lines of a log */
	bool counted;	/* it is lines of a log, which a code has, too */
	const char *where; /* of a hit: "name", "words", "text"; or NULL */
	const struct hit *hit; /* of the living search; or NULL */
};

struct view {
	const struct state *state;
	struct layout layout;
	struct tree_line *lines;
	size_t line_count;
	size_t line_capacity;
	bool listing;		/* the lines are hits */
	size_t current_match;	/* of the page, from 1; 0 for none */
	struct strbuf left;	/* of the status line, as they are shown */
	struct strbuf right;
	int prompt_column;	/* of the cursor; -1 without a prompt */
	bool covered;		/* the sheet is in place of the panes */
	struct sheet sheet;
};

void view_init(struct view *view);
void view_clear(struct view *view);

/* Make the view of a state, which must outlive it and not change meanwhile. */
void view_build(struct view *view, const struct state *state);

#endif

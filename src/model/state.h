/*
 * state -- what the reader is doing.
 *
 * All of it is in one struct, handed down by argument.  Only `update` changes
 * it, after a key or a resize; the view is made of it and changes nothing.
 */
#ifndef HTTREE_MODEL_STATE_H
#define HTTREE_MODEL_STATE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/bitset.h"
#include "base/strbuf.h"
#include "catalogue/collection.h"
#include "model/action.h"
#include "model/editor.h"
#include "model/effect.h"
#include "model/facets.h"
#include "model/history.h"
#include "model/layout.h"
#include "model/logged.h"
#include "model/place.h"
#include "model/reader.h"
#include "model/rows.h"
#include "model/stack.h"
#include "model/viewport.h"
#include "page/compare.h"
#include "query/filter.h"
#include "query/search.h"

/* The living search, or the last one. */
struct matches {
	struct search search;
	struct strbuf query; /* its text */
	bool alive;	     /* its matches are marked */
	size_t hit;	     /* selected in the prompt, or seen last */
};

/* A text that is typed and has no hit; those of another are shown. */
struct lost {
	bool any;
	unsigned int number; /* it is a number that nobody defines, or 0 */
	size_t hidden;	     /* hits that it would have without the filter */
};

/* A line of text that is asked for; prompt.h tells what for. */
struct prompt {
	const struct purpose *purpose;
	struct editor line;
	size_t recalled; /* which text of the history, from the newest, from 1 */
};

/* What there was before a prompt was opened, to come back to. */
struct before {
	struct place place;
	struct strbuf query;
	bool alive;
	size_t hit;
};

/* The tree narrowed to what matches a text. */
struct narrowing {
	struct bitset *only; /* its entries, or NULL */
	struct strbuf text; /* by which text */
	struct bitset *folds;	    /* as they were before */
};

/* A key has hidden codes: what the same key, pressed again, brings back. */
struct hidden_place {
	bool held;
	struct place before;
	struct shown shown; /* where that key led */
	size_t row;
};

/* A code against others. */
struct comparing {
	entry_t marked; /* or ENTRY_NONE */
	entry_t left;
	entry_t *others; /* those to compare it with */
	size_t count;
	size_t capacity;
	size_t at;
	struct page page;
	struct comparison result;
	struct viewport view; /* of its lines */
};

/* The filter menu. */
struct menu {
	struct facets facets;
	bool counted_filtered; /* the counts are under a filter */
	size_t *shown;	      /* which of them are listed */
	struct viewport view; /* of those */
	struct editor typed;  /* what narrows the list */
};

struct help_reading {
	struct viewport view; /* of its rows */
	size_t line;	      /* the one that is selected */
	struct strbuf query;  /* what is marked */
	size_t before;	      /* the line before it was asked for */
};

struct state {
	const struct catalogue *catalogue;
	const struct collection *collection; /* whose it is, or NULL */
	bool ascii;
	bool touched; /* a key was pressed */
	bool mouse;   /* it is taken from the terminal */
	int screen_rows;
	int screen_cols;
	struct stack stack;
	hkey_t key;	       /* that is being acted on */
	struct strbuf message; /* until the next key */
	enum action pending; /* what is to be done next; ACTION_COUNT */
	enum effect_kind effect;
	struct strbuf payload; /* what the effect is done with */

	struct filter filter;
	struct logged log; /* which is browsed, if any */
	struct narrowing narrowing;
	struct hidden_place hidden[2][KIND_COUNT]; /* a kind; all but it */
	struct hidden_place unfiltered;		   /* before all filters */
	struct rows rows;
	size_t row;	      /* selected */
	struct viewport tree; /* of the rows on view */
	bool jumped;	      /* the selected row is to come to the middle */
	enum pane focus;
	bool alone; /* the focused pane has the screen */
	enum pane shared_focus; /* to come back to from there */

	struct reader reader;
	struct visited visited;

	struct matches matches;
	struct lost lost;
	struct prompt prompt;
	struct prompt aside; /* over which the help lies; or no purpose */
	struct before before;
	struct history history;

	struct strbuf number;
	struct help_reading help;
	struct menu menu;
	struct comparing comparing;
};

void state_init(struct state *state, const struct catalogue *catalogue,
		int screen_rows, int screen_cols, bool ascii);
void state_clear(struct state *state);

/* Whether a prompt is open that lists hits in the left pane. */
bool state_lists(const struct state *state);

struct layout state_layout(const struct state *state);

/* Rows of the screen that something on top of the panes has, at least 1. */
size_t state_screen_rows(const struct state *state);

/* The entry's hit of the living search, or NULL. */
const struct hit *state_hit(const struct state *state);

/* Say something on the status line. */
void state_say(struct state *state, const char *format, ...)
	__attribute__((format(printf, 2, 3)));

/* Leave something to the terminal, with a text unless that is NULL. */
void state_leave(struct state *state, enum effect_kind effect,
		 const char *text);

/* Scroll lines that are read, or say why not. */
void state_scroll(struct state *state, struct viewport *view,
		  struct travel travel);

/* Show the page of an entry from its first line, and mark its matches. */
void state_show(struct state *state, entry_t entry);

/*
 * Go to an entry: select its row, unfolding what is above; show its page.  When
 * a filter hides it, its page is shown all the same.
 */
void state_go(struct state *state, entry_t entry);

/* Select a row that is on view, and show its page. */
void state_select(struct state *state, size_t row);

/* Give a pane the focus. */
void state_focus(struct state *state, enum pane pane);

/*
 * Remember what is shown as visited; or an entry, from an earlier time, with
 * the ids of what was unfolded then, as rows_print_folds() has them.
 */
void state_visit(struct state *state);
void state_remember(struct state *state, entry_t entry, const char *unfolded);

/* A place to come back to another time; what is borrowed is the state's. */
struct last_place {
	entry_t entry; /* ENTRY_NONE when there is none */
	const struct bitset *folds;
};

/*
 * Where the reader is; or, when that is the first page of all, where every
 * reader begins, the place visited last.
 */
struct last_place state_last_place(const struct state *state);

/* Scroll so that the current match is no lower than the middle. */
void state_show_match(struct state *state);

/*
 * Wrap the page anew after the panes have changed, the text at the top of the
 * screen kept there.
 */
void state_rewrap(struct state *state);

/*
 * Put right what a change has left: a page that is stale, a scroll beyond the
 * end, a selected row outside the screen.
 */
void state_settle(struct state *state);

#endif

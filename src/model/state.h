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
#include <stdint.h>

#include "base/strbuf.h"
#include "catalogue/catalogue.h"
#include "model/history.h"
#include "model/layout.h"
#include "model/rows.h"
#include "page/page.h"
#include "query/filter.h"
#include "query/search.h"

enum purpose { PURPOSE_SEARCH, PURPOSE_NARROW, PURPOSE_HELP };

struct prompt {
	bool open;
	enum purpose purpose;
	struct strbuf text;
	size_t cursor;	/* bytes */
	size_t recalled; /* which text of the history, from the newest, from 1 */
};

/* Where the reader was, to come back to. */
struct place_kept {
	size_t row;
	size_t top;
	entry_t entry;
	unsigned int unknown;
	size_t scroll;
	enum pane focus;
	uint8_t *folds;
	bool alive; /* a search was */
	struct strbuf query;
	size_t match;
	size_t hit;
};

struct visited {
	entry_t *entries;
	size_t count;
	size_t capacity;
	size_t at; /* position of the entry shown */
};

struct state {
	const struct catalogue *catalogue;
	bool ascii;
	bool touched; /* a key was pressed */
	int screen_rows;
	int screen_cols;

	struct filter filter;
	uint8_t *only;		 /* the narrowed tree's entries, or NULL */
	struct strbuf narrowed;	 /* by which text */
	uint8_t *narrow_folds;	 /* as they were before */
	struct rows rows;
	size_t row;  /* selected */
	size_t top;  /* position in the list of the first row on the screen */
	bool jumped; /* the selected row is to come to the middle */
	enum pane focus;
	bool alone; /* the focused pane has the screen */

	entry_t entry;	      /* whose page is shown */
	unsigned int unknown; /* or the number that nobody defines, if not 0 */
	struct page page;
	bool stale;    /* the page is to be built anew */
	size_t scroll; /* first line of the page on the screen */
	struct visited visited;

	struct search search;
	bool alive;	     /* matches are marked */
	struct strbuf query; /* of the living search */
	size_t match;	     /* current match of the page, from 0 */
	size_t hit;	     /* selected in the prompt, or seen last */
	bool lost;	     /* the prompt's text has no hit; others are shown */
	unsigned int lost_number; /* it is a number that nobody defines */
	size_t lost_hidden;  /* hits that it would have without the filter */
	struct prompt prompt;
	struct place_kept place;
	struct history history;

	struct strbuf number;
	bool help;
	size_t help_scroll;
	size_t help_before;	  /* scroll to come back to */
	size_t help_match;	  /* line of the help, or SIZE_MAX */
	struct strbuf help_query;
	struct strbuf message; /* until the next key */
};

void state_init(struct state *state, const struct catalogue *catalogue,
		int screen_rows, int screen_cols, bool ascii);
void state_clear(struct state *state);

struct layout state_layout(const struct state *state);

/* Rows of the page that are on the screen, at least 1. */
size_t state_detail_rows(const struct state *state);
size_t state_tree_rows(const struct state *state);

/* The entry's hit of the living search, or NULL. */
const struct hit *state_hit(const struct state *state);

/* Whether Enter leads on from a text without a hit: to its number's page. */
bool state_lost_leads_on(const struct state *state);

/* Say something on the status line. */
void state_say(struct state *state, const char *format, ...)
	__attribute__((format(printf, 2, 3)));

/* Show the page of an entry from its first line, and mark its matches. */
void state_show(struct state *state, entry_t entry);

/*
 * Go to an entry: select its row, unfolding what is above; show its page.  When
 * a filter hides it, its page is shown all the same.
 */
void state_go(struct state *state, entry_t entry);

/* Select a row that is on view, and show its page. */
void state_select(struct state *state, size_t row);

/* Remember the entry shown as visited; or another, from an earlier time. */
void state_visit(struct state *state);
void state_remember(struct state *state, entry_t entry);

/*
 * The entry to come back to another time: the one that is shown; or, when that
 * is the first one of all, where every reader begins, the one visited last.
 * ENTRY_NONE when there is none.
 */
entry_t state_last_place(const struct state *state);

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

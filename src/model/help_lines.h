/*
 * help_lines -- the lines of the help screen, made of the table of actions.
 *
 * A line has its keys at the left and its text beside them.  On a narrow
 * screen the text wraps, and on a very narrow one it stands below its keys.
 */
#ifndef HTTREE_MODEL_HELP_LINES_H
#define HTTREE_MODEL_HELP_LINES_H

#include <stdbool.h>
#include <stddef.h>

#include "catalogue/collection.h"
#include "model/action.h"

/* Where the help was asked for. */
enum help_place { HELP_IN_TREE, HELP_IN_DETAIL, HELP_IN_MENU, HELP_IN_PROMPT };

enum { HELP_LINES = 160, HELP_KEYS = 32 };

struct help_line {
	bool heading;
	enum action action; /* that Enter does; ACTION_COUNT for none */
	char keys[HELP_KEYS]; /* "j k" */
	const char *text;     /* NULL for an empty line */
	int column;	      /* in which column of the screen it stands */
	int row;	      /* and in which row of it */
	int height;	      /* rows that it takes */
	int text_left;	      /* where its text begins in the column */
	int text_down;	      /* in which of its rows, 0 or 1 */
};

struct help_lines {
	struct help_line lines[HELP_LINES];
	size_t count;
	int columns;
	int width; /* of a column, with the blank that parts it from the next */
	int rows; /* of the longest column */
};

/* Whether a text, whatever its case, stands in the line. */
bool help_line_holds(const struct help_line *line, const char *text);

/*
 * Bytes at the beginning of `text` that go into a row `room` columns wide;
 * the blanks behind them are not counted.
 */
size_t help_fit(const char *text, int room);

/*
 * The help in `cols` columns of screen, the keys of the place first, with the
 * user's catalogues, whose texts are borrowed; NULL for none.
 */
void help_lines_make(struct help_lines *help, enum help_place place, int cols,
		     const struct collection *collection);

#endif

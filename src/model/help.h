/*
 * help -- the lines of the help screen, made of the table of actions.
 */
#ifndef HTTREE_MODEL_HELP_H
#define HTTREE_MODEL_HELP_H

#include <stdbool.h>
#include <stddef.h>

#include "model/layout.h"

enum { HELP_LINES = 96, HELP_KEYS = 32 };

struct help_line {
	bool heading;
	char keys[HELP_KEYS]; /* "j k" */
	const char *text;     /* NULL for an empty line */
	int column;	      /* in which column of the screen it stands */
	int row;	      /* and in which row of it */
};

struct help {
	struct help_line lines[HELP_LINES];
	size_t count;
	int columns;
	int rows; /* of the longest column */
};

/* Whether a text, whatever its case, stands in the line. */
bool help_line_holds(const struct help_line *line, const char *text);

/* The help for `pane` in `cols` columns of screen. */
void help_make(struct help *help, enum pane pane, int cols);

#endif

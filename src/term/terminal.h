/*
 * terminal -- which terminal this is, and what its description knows.
 */
#ifndef HTTREE_TERM_TERMINAL_H
#define HTTREE_TERM_TERMINAL_H

#include <stdbool.h>

#include "base/problem.h"

/* Larger than any real one; what claims more is drawn on as far as this. */
enum { TERMINAL_ROWS = 500, TERMINAL_COLS = 1000 };

struct terminal {
	const char *name; /* TERM */
	const char *drawn_as; /* whose description is used: often `name` */
	bool ecma48; /* knows the private modes of xterm's family */
};

/*
 * Find out what TERM names, and whether it can be drawn on.  One that this
 * machine has no description of is drawn as its next relative.
 */
bool terminal_find(struct terminal *terminal, struct problem *why);

/*
 * The size in rows and columns, within the bounds; false when it is not known.
 * `*cut` tells whether the terminal claims more.
 */
bool terminal_size(int descriptor, int *rows, int *cols, bool *cut);

#endif

/*
 * colours -- how the roles look on this terminal.
 */
#ifndef HTTREE_TERM_COLOURS_H
#define HTTREE_TERM_COLOURS_H

#include <curses.h>
#include <stdbool.h>

#include "paint/frame.h"

/*
 * Prepare the colours of a theme; none when it is THEME_MONO, NO_COLOR is set,
 * or the terminal has none.  Where it has 256, the roles have their tints.
 */
void colours_start(enum theme theme);

/* The attributes and the colour of a cell. */
chtype colours_of(const struct cell *cell);

#endif

/*
 * colours -- how the roles look on this terminal.
 */
#ifndef HTTREE_TERM_COLOURS_H
#define HTTREE_TERM_COLOURS_H

#include <curses.h>
#include <stdbool.h>

#include "paint/frame.h"

/* Prepare the colours, unless `plain` or NO_COLOR is set or there are none. */
void colours_start(bool plain);

/* The attributes and the colour pair of a cell. */
void colours_of(const struct cell *cell, attr_t *attributes, short *pair);

#endif

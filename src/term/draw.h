/*
 * draw -- a frame handed to curses, which sends what has changed.
 */
#ifndef HTTREE_TERM_DRAW_H
#define HTTREE_TERM_DRAW_H

#include "paint/frame.h"

void draw(const struct frame *frame);

#endif

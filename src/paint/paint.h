/*
 * paint -- a view drawn into a frame.
 */
#ifndef HTTREE_PAINT_PAINT_H
#define HTTREE_PAINT_PAINT_H

#include "model/view.h"
#include "paint/frame.h"

/* Replace what `frame` holds by `view`, at the size of its screen. */
void paint(struct frame *frame, const struct view *view);

/* The parts of it, each in its own place of the layout. */
void paint_tree(struct frame *frame, const struct view *view);
void paint_detail(struct frame *frame, const struct view *view);
void paint_bars(struct frame *frame, const struct view *view);
void paint_sheet(struct frame *frame, const struct view *view);

#endif

/*
 * picture -- the screen of the browser as an image, in SVG.
 *
 * It is the frame that the terminal would be given, so it needs none, and is the
 * same bytes on every machine.
 */
#ifndef HTTREE_MKDOC_PICTURE_H
#define HTTREE_MKDOC_PICTURE_H

#include <stdio.h>

#include "paint/frame.h"

/* The screen of the README: what is pressed stands in picture.c. */
void picture_print(FILE *out);

/* The picture of a frame, in the colours of the dark theme. */
void picture_frame(FILE *out, const struct frame *frame);

#endif

/*
 * emit -- an image as C source: constant arrays, and `builtin_image` over them.
 *
 * The same image gives the same bytes.
 */
#ifndef HTTREE_MKCAT_EMIT_H
#define HTTREE_MKCAT_EMIT_H

#include <stdio.h>

#include "catalogue/image.h"

void emit_image(FILE *out, const struct image *image);

#endif

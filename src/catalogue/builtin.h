/*
 * builtin -- the catalogue in the executable, which mkcat makes of data/.
 */
#ifndef HTTREE_CATALOGUE_BUILTIN_H
#define HTTREE_CATALOGUE_BUILTIN_H

#include "catalogue/image.h"

extern const struct image builtin_image;

#endif

/*
 * builder -- drafts that passed the checks as an image: sorted, linked, with
 * tree and word index.
 *
 * The order of the entries: codes, reasons, pages; codes by class, by number,
 * and among the meanings of one number the registered one first, then everyday
 * ones, then those in use, then by name; reasons by origin and word; guides as
 * they are written, classes in their order, origins by the names they show.
 */
#ifndef HTTREE_CATALOGUE_BUILDER_H
#define HTTREE_CATALOGUE_BUILDER_H

#include "catalogue/image.h"
#include "catalogue/reader.h"

/*
 * An image of the drafts that are sound, together with the entries of their
 * base, where they have one.  `name` is copied and tells which catalogue the
 * entries came from, those of the base or, without one, all.  The image is the
 * caller's to free with image_free.
 */
struct image *image_build(const struct drafts *drafts, const char *name);

/*
 * The same in two steps, so that the memory of the drafts can be given back
 * between them.  Before the second one the image cannot be searched.  `base` is
 * the image of the drafts' base, or NULL.
 */
struct image *image_begin(const struct drafts *drafts, const char *name);
void image_finish(struct image *image, const struct image *base);

/* Free an image that image_build made. */
void image_free(struct image *image);

#endif

/*
 * notes -- what catalogues say of entries that are known, added to them: text
 * and links as FIELD_NOTES, under the name of the catalogue; search words at
 * the end of those that the entry has.
 */
#ifndef HTTREE_CATALOGUE_NOTES_H
#define HTTREE_CATALOGUE_NOTES_H

#include "catalogue/pool.h"

/*
 * Add the notes of the drafts to the values of `count` entries; `targets` tells the entry of each, IMAGE_NONE
 * where there is none.
 */
void notes_add(struct pool *pool, uint32_t *values, size_t count,
	       const struct drafts *drafts, const uint32_t *targets);

#endif

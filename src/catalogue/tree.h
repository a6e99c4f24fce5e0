/*
 * tree -- the entries of an image as rows.
 *
 * Each entry has a first place, below its parent; rows are in preorder, and
 * children in the order of the entries.  A code or reason whose first place is
 * not below the page of its origin has a second one there, as a row without
 * rows below it, so that a branch of the origins holds all that is theirs.
 */
#ifndef HTTREE_CATALOGUE_TREE_H
#define HTTREE_CATALOGUE_TREE_H

#include <stddef.h>

#include "catalogue/image.h"

/* The rows are on the heap, the caller's to free. */
struct tree {
	struct node *nodes;
	size_t count;
};

/*
 * The tree of `count` records.  Sets each record's `node` to its first place.
 * Parents must not go round in a circle.
 */
struct tree tree_build(struct record *records, size_t count);

#endif

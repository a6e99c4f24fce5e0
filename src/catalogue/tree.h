/*
 * tree -- the entries of an image as rows of a tree.
 *
 * Each entry has one row, below its parent's; rows are in preorder, children
 * in the order of the entries.  A row counts the codes below it; the page of an
 * origin, below which there are none, counts those of the origin, and so does
 * the page above it.
 */
#ifndef HTTREE_CATALOGUE_TREE_H
#define HTTREE_CATALOGUE_TREE_H

#include <stddef.h>

#include "catalogue/image.h"

/*
 * The nodes of `count` records, on the heap, the caller's to free.  Sets each
 * record's `node`.  Parents must not go round in a circle.
 */
struct node *tree_build(struct record *records, size_t count);

#endif

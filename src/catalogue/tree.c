#include "catalogue/tree.h"

#include <stdbool.h>
#include <stdlib.h>

#include "base/xalloc.h"

struct planter {
	struct record *records;
	uint32_t *child;   /* first child of an entry; [count]: of the top */
	uint32_t *sibling; /* next one */
	struct node *nodes;
	uint32_t used;
};

/* From the last entry to the first, so that each list is in order. */
static void hang(struct planter *planter, uint32_t count)
{
	for (uint32_t i = 0; i <= count; i++)
		planter->child[i] = IMAGE_NONE;
	for (uint32_t i = count; i-- > 0;) {
		uint32_t parent = planter->records[i].parent;
		uint32_t *list =
			&planter->child[parent == IMAGE_NONE ? count : parent];

		planter->sibling[i] = *list;
		*list = i;
	}
}

/* A catalogue's depth is small: its parents come from people. */
static void plant(struct planter *planter, uint32_t entry, uint32_t depth)
{
	uint32_t at = planter->used++;
	struct node *node = &planter->nodes[at];

	*node = (struct node){ .entry = entry, .depth = depth };
	planter->records[entry].node = at;
	for (uint32_t child = planter->child[entry]; child != IMAGE_NONE;
	     child = planter->sibling[child]) {
		uint32_t row = planter->used;

		plant(planter, child, depth + 1);
		node->codes += planter->nodes[row].codes +
			       (planter->records[child].kind != KIND_PAGE);
	}
	node->size = planter->used - at;
}

/* Whether the row of an entry is below that of another. */
static bool is_below(const struct planter *planter, uint32_t entry,
		     uint32_t other)
{
	uint32_t row = planter->records[entry].node;
	uint32_t top = planter->records[other].node;

	return row > top && row < top + planter->nodes[top].size;
}

/* The page of an origin has no rows of its codes below it, and counts them. */
static void count_for_origin(struct planter *planter, uint32_t entry)
{
	const struct record *records = planter->records;
	uint32_t page = records[entry].origin;

	if (page == IMAGE_NONE || is_below(planter, entry, page))
		return;
	for (; page != IMAGE_NONE; page = records[page].parent)
		planter->nodes[records[page].node].codes++;
}

struct node *tree_build(struct record *records, size_t count)
{
	struct planter planter = {
		.records = records,
		.child = xmalloc((count + 1) * sizeof(uint32_t)),
		.sibling = xmalloc(count * sizeof(uint32_t)),
		.nodes = xcalloc(count, sizeof(struct node)),
	};

	hang(&planter, (uint32_t)count);
	/* Class pages are the last entries; their order is that of classes. */
	for (uint32_t top = planter.child[count]; top != IMAGE_NONE;
	     top = planter.sibling[top])
		plant(&planter, top, 0);
	for (uint32_t entry = 0; entry < count; entry++)
		count_for_origin(&planter, entry);
	free(planter.child);
	free(planter.sibling);
	return planter.nodes;
}

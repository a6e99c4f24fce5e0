/*
 * Rows are planted by following the lists of children and of siblings and the
 * way back up, without recursion: a user's catalogue may be as deep as it is
 * long.
 */
#include "catalogue/tree.h"

#include <stdbool.h>
#include <stdlib.h>

#include "base/xalloc.h"

/*
 * A place is a number: below `count` it is the first one of the entry with this
 * number, from `count` on the second one of the entry that is `count` less.
 */
struct planter {
	struct record *records;
	uint32_t count;
	uint32_t *child;   /* first place below an entry; [count]: of the top */
	uint32_t *sibling; /* the next place of the same list */
	struct node *nodes;
	uint32_t used;
};

static void push(struct planter *planter, uint32_t below, uint32_t place)
{
	uint32_t *list =
		&planter->child[below == IMAGE_NONE ? planter->count : below];

	planter->sibling[place] = *list;
	*list = place;
}

static bool is_below(const struct planter *planter, uint32_t entry,
		     uint32_t other)
{
	uint32_t row = planter->records[entry].node;
	uint32_t top = planter->records[other].node;

	return row > top && row < top + planter->nodes[top].size;
}

/* Whether the first place of an entry is away from its origin's page. */
static bool has_second(const struct planter *planter, uint32_t entry)
{
	uint32_t page = planter->records[entry].origin;

	return page != IMAGE_NONE && !is_below(planter, entry, page);
}

/* From the last entry to the first, so that each list is in order. */
static void hang(struct planter *planter, const bool *second)
{
	for (uint32_t i = 0; i <= planter->count; i++)
		planter->child[i] = IMAGE_NONE;
	for (uint32_t i = planter->count; i-- > 0;) {
		const struct record *record = &planter->records[i];

		push(planter, record->parent, i);
		if (second[i])
			push(planter, record->origin, planter->count + i);
	}
}

/* Add the row of a place; returns the place at which to go on, or none. */
static uint32_t add_row(struct planter *planter, uint32_t place,
			uint32_t parent)
{
	bool first = place < planter->count;
	uint32_t entry = first ? place : place - planter->count;
	uint32_t row = planter->used++;

	planter->nodes[row] = (struct node){
		.entry = entry,
		.parent = parent,
		.size = 1,
		.depth = parent == IMAGE_NONE ?
				 0 :
				 planter->nodes[parent].depth + 1,
	};
	if (!first)
		return IMAGE_NONE;
	planter->records[entry].node = row;
	return planter->child[entry];
}

/* `waiting` has for each row the place that follows it in its list. */
static void plant(struct planter *planter, uint32_t *waiting)
{
	uint32_t place = planter->child[planter->count];
	uint32_t parent = IMAGE_NONE;

	planter->used = 0;
	for (;;) {
		uint32_t row = planter->used;

		while (place == IMAGE_NONE && parent != IMAGE_NONE) {
			place = waiting[parent];
			parent = planter->nodes[parent].parent;
		}
		if (place == IMAGE_NONE)
			return;
		waiting[row] = planter->sibling[place];
		place = add_row(planter, place, parent);
		parent = row;
	}
}

/* From the last row to the first: what is below is known before the row. */
static void count_rows(struct planter *planter)
{
	for (uint32_t row = planter->used; row-- > 0;) {
		const struct node *node = &planter->nodes[row];
		struct node *parent;

		if (node->parent == IMAGE_NONE)
			continue;
		parent = &planter->nodes[node->parent];
		parent->size += node->size;
		parent->codes +=
			node->codes +
			(planter->records[node->entry].kind != KIND_PAGE);
	}
}

struct tree tree_build(struct record *records, size_t count)
{
	struct planter planter = {
		.records = records,
		.count = (uint32_t)count,
		.child = xmalloc((count + 1) * sizeof(uint32_t)),
		.sibling = xmalloc(2 * count * sizeof(uint32_t)),
		.nodes = xcalloc(2 * count, sizeof(struct node)),
	};
	uint32_t *waiting = xmalloc(2 * count * sizeof(uint32_t));
	bool *second = xcalloc(count, sizeof(bool));

	/* First places alone tell who needs a second one. */
	for (int pass = 0; pass < 2; pass++) {
		for (uint32_t i = 0; i < count && pass == 1; i++)
			second[i] = has_second(&planter, i);
		hang(&planter, second);
		plant(&planter, waiting);
		count_rows(&planter);
	}
	free(planter.child);
	free(planter.sibling);
	free(waiting);
	free(second);
	return (struct tree){ planter.nodes, planter.used };
}

#include "catalogue/tree.h"

#include <criterion/criterion.h>
#include <stdlib.h>

#define TOP IMAGE_NONE
#define COUNT(array) (sizeof(array) / sizeof(*(array)))

static struct record code(uint32_t parent)
{
	return (struct record){ .parent = parent,
				.origin = TOP,
				.kind = KIND_STANDARD };
}

static struct record page(uint32_t parent)
{
	return (struct record){ .parent = parent,
				.origin = TOP,
				.kind = KIND_PAGE };
}

/*
 * 5                a page of the top
 *   0              a code
 *     1 2          its sub-codes
 *   3              a code
 * 6                another page
 *   4              a page below it
 *     7            a code of that
 * 8                a page without codes
 */
static void make_forest(struct record records[9])
{
	const struct record forest[9] = {
		code(5), code(0), code(0), code(5), page(6),
		page(TOP), page(TOP), code(4), page(TOP),
	};

	for (size_t i = 0; i < 9; i++)
		records[i] = forest[i];
}

Test(tree, rows_are_in_preorder)
{
	static const uint32_t entries[] = { 5, 0, 1, 2, 3, 6, 4, 7, 8 };
	static const uint32_t depths[] = { 0, 1, 2, 2, 1, 0, 1, 2, 0 };
	struct record records[9];
	struct tree tree;

	make_forest(records);
	tree = tree_build(records, 9);
	for (size_t i = 0; i < 9; i++) {
		cr_expect_eq(tree.nodes[i].entry, entries[i], "row %zu", i);
		cr_expect_eq(tree.nodes[i].depth, depths[i], "row %zu", i);
	}
	free(tree.nodes);
}

Test(tree, a_size_counts_the_row_and_all_below_it)
{
	static const uint32_t sizes[] = { 5, 3, 1, 1, 1, 3, 2, 1, 1 };
	struct record records[9];
	struct tree tree;

	make_forest(records);
	tree = tree_build(records, 9);
	for (size_t i = 0; i < 9; i++)
		cr_expect_eq(tree.nodes[i].size, sizes[i], "row %zu: %u", i,
			     tree.nodes[i].size);
	free(tree.nodes);
}

Test(tree, codes_are_counted_at_every_depth_and_pages_are_not)
{
	static const uint32_t codes[] = { 4, 2, 0, 0, 0, 1, 1, 0, 0 };
	struct record records[9];
	struct tree tree;

	make_forest(records);
	tree = tree_build(records, 9);
	for (size_t i = 0; i < 9; i++)
		cr_expect_eq(tree.nodes[i].codes, codes[i], "row %zu: %u", i,
			     tree.nodes[i].codes);
	free(tree.nodes);
}

/*
 * 0 and 1 below it; 2
 * 4            above two origins
 *   5          an origin, with a second place of 1 and of 2
 *   6          another, below which its codes have their first
 *     3
 *       7
 */
Test(tree, an_origin_has_a_place_for_each_of_its_codes)
{
	static const uint32_t entries[] = { 0, 1, 2, 4, 5, 1, 2, 6, 3, 7 };
	static const uint32_t depths[] = { 0, 1, 0, 0, 1, 2, 2, 1, 2, 3 };
	static const uint32_t codes[] = { 1, 0, 0, 4, 2, 0, 0, 2, 1, 0 };
	static const uint32_t parents[] = { TOP, 0, TOP, TOP, 3,
					    4,	 4, 3,	 7,   8 };
	struct record records[] = {
		code(TOP), code(0), code(TOP), code(6),
		page(TOP), page(4), page(4),   code(3),
	};
	struct tree tree;

	records[1].origin = 5;
	records[2].origin = 5;
	records[3].origin = 6;
	records[7].origin = 6;
	tree = tree_build(records, COUNT(records));
	cr_assert_eq(tree.count, COUNT(entries));
	for (size_t i = 0; i < tree.count; i++) {
		const struct node *node = &tree.nodes[i];

		cr_expect_eq(node->entry, entries[i], "row %zu", i);
		cr_expect_eq(node->depth, depths[i], "row %zu", i);
		cr_expect_eq(node->codes, codes[i], "row %zu: %u", i,
			     node->codes);
		cr_expect_eq(node->parent, parents[i], "row %zu", i);
	}
	/* The first place is the one that a jump goes to. */
	cr_expect_eq(records[1].node, 1);
	cr_expect_eq(records[2].node, 2);
	free(tree.nodes);
}

Test(tree, each_record_knows_its_row)
{
	struct record records[9];
	struct tree tree;

	make_forest(records);
	tree = tree_build(records, 9);
	for (uint32_t i = 0; i < 9; i++) {
		cr_assert_lt(records[i].node, 9, "entry %u", i);
		cr_expect_eq(tree.nodes[records[i].node].entry, i, "entry %u", i);
	}
	free(tree.nodes);
}

Test(tree, without_parents_is_a_list)
{
	struct record records[] = { code(TOP), code(TOP), page(TOP) };
	struct tree tree = tree_build(records, COUNT(records));

	for (uint32_t i = 0; i < COUNT(records); i++) {
		cr_expect_eq(tree.nodes[i].entry, i);
		cr_expect_eq(tree.nodes[i].size, 1);
		cr_expect_eq(tree.nodes[i].depth, 0);
	}
	free(tree.nodes);
}

Test(tree, a_chain_is_as_deep_as_it_is_long)
{
	enum { DEPTH = 200000 };
	struct record *records = calloc(DEPTH, sizeof(*records));
	struct tree tree;

	cr_assert_not_null(records);
	for (uint32_t i = 0; i < DEPTH; i++)
		records[i] = code(i == 0 ? TOP : i - 1);
	tree = tree_build(records, DEPTH);
	for (uint32_t i = 0; i < DEPTH; i++) {
		cr_expect_eq(tree.nodes[i].depth, i);
		cr_expect_eq(tree.nodes[i].size, DEPTH - i);
		cr_expect_eq(tree.nodes[i].codes, DEPTH - i - 1);
	}
	free(tree.nodes);
	free(records);
}

Test(tree, of_nothing_is_nothing)
{
	struct tree tree = tree_build(NULL, 0);

	cr_expect_eq(tree.count, 0);
	free(tree.nodes);
}

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
	struct node *nodes;

	make_forest(records);
	nodes = tree_build(records, 9);
	for (size_t i = 0; i < 9; i++) {
		cr_expect_eq(nodes[i].entry, entries[i], "row %zu", i);
		cr_expect_eq(nodes[i].depth, depths[i], "row %zu", i);
	}
	free(nodes);
}

Test(tree, a_size_counts_the_row_and_all_below_it)
{
	static const uint32_t sizes[] = { 5, 3, 1, 1, 1, 3, 2, 1, 1 };
	struct record records[9];
	struct node *nodes;

	make_forest(records);
	nodes = tree_build(records, 9);
	for (size_t i = 0; i < 9; i++)
		cr_expect_eq(nodes[i].size, sizes[i], "row %zu: %u", i,
			     nodes[i].size);
	free(nodes);
}

Test(tree, codes_are_counted_at_every_depth_and_pages_are_not)
{
	static const uint32_t codes[] = { 4, 2, 0, 0, 0, 1, 1, 0, 0 };
	struct record records[9];
	struct node *nodes;

	make_forest(records);
	nodes = tree_build(records, 9);
	for (size_t i = 0; i < 9; i++)
		cr_expect_eq(nodes[i].codes, codes[i], "row %zu: %u", i,
			     nodes[i].codes);
	free(nodes);
}

Test(tree, the_page_of_an_origin_counts_the_codes_of_the_origin)
{
	/* 4 is above two origins; a code of the second is below its page. */
	struct record records[] = {
		code(TOP), code(0),  code(TOP), code(TOP),
		page(TOP), page(4),  page(4),   code(6),
	};
	struct node *nodes;

	records[1].origin = 5;
	records[2].origin = 5;
	records[7].origin = 6;
	nodes = tree_build(records, COUNT(records));
	cr_expect_eq(nodes[records[4].node].codes, 3);
	cr_expect_eq(nodes[records[5].node].codes, 2);
	cr_expect_eq(nodes[records[6].node].codes, 1);
	/* What is below a row is counted there as ever. */
	cr_expect_eq(nodes[records[0].node].codes, 1);
	free(nodes);
}

Test(tree, each_record_knows_its_row)
{
	struct record records[9];
	struct node *nodes;

	make_forest(records);
	nodes = tree_build(records, 9);
	for (uint32_t i = 0; i < 9; i++) {
		cr_assert_lt(records[i].node, 9, "entry %u", i);
		cr_expect_eq(nodes[records[i].node].entry, i, "entry %u", i);
	}
	free(nodes);
}

Test(tree, without_parents_is_a_list)
{
	struct record records[] = { code(TOP), code(TOP), page(TOP) };
	struct node *nodes = tree_build(records, COUNT(records));

	for (uint32_t i = 0; i < COUNT(records); i++) {
		cr_expect_eq(nodes[i].entry, i);
		cr_expect_eq(nodes[i].size, 1);
		cr_expect_eq(nodes[i].depth, 0);
	}
	free(nodes);
}

Test(tree, a_chain_is_as_deep_as_it_is_long)
{
	struct record records[200];
	struct node *nodes;

	for (uint32_t i = 0; i < COUNT(records); i++)
		records[i] = code(i == 0 ? TOP : i - 1);
	nodes = tree_build(records, COUNT(records));
	for (uint32_t i = 0; i < COUNT(records); i++) {
		cr_expect_eq(nodes[i].depth, i);
		cr_expect_eq(nodes[i].size, COUNT(records) - i);
		cr_expect_eq(nodes[i].codes, COUNT(records) - i - 1);
	}
	free(nodes);
}

Test(tree, of_nothing_is_nothing)
{
	free(tree_build(NULL, 0));
}

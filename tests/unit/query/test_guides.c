/*
 * Situations of guides, and where guides stand among the hits.
 */
#include "query/guides.h"

#include "unit/query/shelf.h"

#define CHOICE(say, to) "{ say: " say ", to: \"" to "\", because: B. }"

static struct shelf shelf;

static const char entries[] =
	CODED("409", "Conflict", "Another one is in the way.",
	      ", keywords: [orange box]")
	CODED("410", "Gone", "It was here.", "")
	CODED("423", "Locked", "A door.", ", keywords: [orange, box]")
	CODED("424", "Failed Dependency", "A box.", ", keywords: [orange, box]")
	CODED("425", "Too Early", "In a box.", ", keywords: [orange, box]")
	LEAF("guide:state", "Which state",
	     ", keywords: [lemon peel], question: What is it?, choices: ["
	     CHOICE("The melon is taken", "409") ", "
	     CHOICE("The melon rotted", "410") ", "
	     CHOICE("An orange box", "409") "]")
	LEAF("guide:start", "Melon first",
	     ", keywords: [melon taken], question: Why?, choices: ["
	     "{ say: The cherry, to: \"guide:state\" }]");

static void build(void)
{
	shelf_build(&shelf, entries);
}

static void clear(void)
{
	shelf_clear(&shelf);
}

TestSuite(guides_found, .init = build, .fini = clear);

Test(guides_found, a_situation_is_met_under_what_it_leads_to)
{
	cr_expect_str_eq(shelf_first(&shelf, "rotted"), "410");
	cr_expect_eq(shelf.search.hits[0].where, FIELD_CHOICES);
	cr_expect_eq(shelf.search.hits[0].matches, 1);
	cr_expect_str_eq(shelf_hit(&shelf, 1), "guide:state");
	/* A guide is led to by another. */
	shelf_first(&shelf, "cherry");
	cr_expect_lt(shelf_place(&shelf, "guide:state"), shelf.search.count);
	cr_expect_lt(shelf_place(&shelf, "guide:start"), shelf.search.count);
}

Test(guides_found, a_guide_is_not_before_the_code_that_has_all_words)
{
	/* Its keyword would put it first. */
	cr_expect_str_eq(shelf_first(&shelf, "melon taken"), "409");
	cr_expect_str_eq(shelf_hit(&shelf, 1), "guide:start");
}

Test(guides_found, a_guide_is_first_where_no_code_has_all_words)
{
	cr_expect_str_eq(shelf_first(&shelf, "lemon peel"), "guide:state");
	cr_expect_str_eq(shelf_first(&shelf, "lemon rotted"), "guide:state");
}

Test(guides_found, a_guide_that_is_called_so_is_first)
{
	cr_expect_str_eq(shelf_first(&shelf, "melon first"), "guide:start");
}

Test(guides_found, the_guide_that_leads_to_the_first_code_is_in_the_first_three)
{
	cr_expect_str_eq(shelf_first(&shelf, "orange box"), "409");
	cr_expect_str_eq(shelf_hit(&shelf, 2), "guide:state");
	cr_expect_gt(shelf.search.count, 3);
	/* One word tells of no situation. */
	shelf_first(&shelf, "orange");
	cr_expect_gt(shelf_place(&shelf, "guide:state"), 2);
}

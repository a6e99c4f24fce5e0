#include "model/rows.h"

#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

#include "support/small.h"

static void start(struct rows *rows)
{
	rows_init(rows, small_catalogue());
}

static size_t row_of(const char *id)
{
	return catalogue_row_of(small_catalogue(), small_entry(id));
}

static bool on_view(const struct rows *rows, const char *id)
{
	for (size_t i = 0; i < rows->count; i++) {
		if (rows->list[i] == row_of(id))
			return true;
	}
	return false;
}

static void hide(struct rows *rows, const char *sets, const struct bitset *only)
{
	struct filter filter;
	struct problem why;

	filter_init(&filter);
	cr_assert(*sets == '\0' ||
			  filter_parse(&filter, sets, small_catalogue(), &why),
		  "%s", why.text);
	rows_filter(rows, &filter, only);
}

/* The entries of these ids, which end with NULL. */
static struct bitset *only(const char *const *ids)
{
	struct bitset *set = bitset_new(catalogue_count(small_catalogue()));

	for (; *ids != NULL; ids++)
		bitset_add(set, small_entry(*ids));
	return set;
}

Test(rows, at_first_the_top_is_on_view_and_folded)
{
	struct rows rows;

	start(&rows);
	cr_assert_eq(rows.count, 8);
	for (size_t i = 0; i < rows.count; i++) {
		cr_expect_eq(catalogue_row(small_catalogue(),
					   rows.list[i])->depth, 0);
		cr_expect_not(rows_unfolded(&rows, rows.list[i]));
	}
	rows_clear(&rows);
}

Test(rows, unfolding_shows_what_is_below_and_no_deeper)
{
	struct rows rows;

	start(&rows);
	rows_fold(&rows, row_of("class:4xx"), false);
	cr_expect(on_view(&rows, "404"));
	cr_expect(on_view(&rows, "esri:499"));
	cr_expect_not(on_view(&rows, "iis:404.7"));
	cr_expect_not(on_view(&rows, "503"));
	rows_fold(&rows, row_of("class:4xx"), true);
	cr_expect_not(on_view(&rows, "404"));
	rows_clear(&rows);
}

Test(rows, rows_are_listed_in_the_order_of_the_tree)
{
	struct rows rows;

	start(&rows);
	rows_fold_all(&rows, false);
	cr_expect_eq(rows.count, catalogue_rows(small_catalogue()));
	for (size_t i = 0; i < rows.count; i++)
		cr_expect_eq(rows.list[i], i);
	rows_fold_all(&rows, true);
	cr_expect_eq(rows.count, 8);
	rows_clear(&rows);
}

Test(rows, folds_below_a_folded_row_are_kept)
{
	struct rows rows;

	start(&rows);
	rows_fold(&rows, row_of("class:4xx"), false);
	rows_fold(&rows, row_of("404"), false);
	cr_expect(on_view(&rows, "iis:404.7"));
	rows_fold(&rows, row_of("class:4xx"), true);
	cr_expect_not(on_view(&rows, "iis:404.7"));
	rows_fold(&rows, row_of("class:4xx"), false);
	cr_expect(on_view(&rows, "iis:404.7"));
	rows_clear(&rows);
}

Test(rows, revealing_unfolds_all_that_is_above)
{
	struct rows rows;

	start(&rows);
	rows_reveal(&rows, row_of("iis:404.13"));
	cr_expect(on_view(&rows, "iis:404.13"));
	cr_expect(rows_unfolded(&rows, row_of("class:4xx")));
	cr_expect_not(rows_unfolded(&rows, row_of("class:5xx")));
	rows_clear(&rows);
}

Test(rows, a_parent_is_the_row_above_and_the_top_is_its_own)
{
	struct rows rows;

	start(&rows);
	cr_expect_eq(rows_parent(&rows, row_of("iis:404.7")), row_of("404"));
	cr_expect_eq(rows_parent(&rows, row_of("404")), row_of("class:4xx"));
	cr_expect_eq(rows_parent(&rows, row_of("class:4xx")),
		     row_of("class:4xx"));
	rows_clear(&rows);
}

Test(rows, a_position_is_that_of_the_row_or_of_the_last_before_it)
{
	struct rows rows;

	start(&rows);
	for (size_t i = 0; i < rows.count; i++)
		cr_expect_eq(rows_position(&rows, rows.list[i]), i);
	cr_expect_eq(rows_position(&rows, row_of("404")), 3);
	cr_expect_eq(rows_position(&rows, SIZE_MAX), rows.count - 1);
	rows_clear(&rows);
}

Test(rows, a_filter_hides_rows_and_counts_what_it_hides)
{
	struct rows rows;

	start(&rows);
	rows_fold_all(&rows, false);
	hide(&rows, "!vendor", NULL);
	cr_expect(rows.filtered);
	cr_expect_not(on_view(&rows, "nginx:499"));
	cr_expect_not(on_view(&rows, "iis:404.7"));
	cr_expect(on_view(&rows, "404"));
	cr_expect(on_view(&rows, "vendor:nginx"));
	cr_expect_eq(rows.hidden, 10);
	cr_expect_eq(rows_codes(&rows, row_of("class:4xx")), 5);
	cr_expect_eq(rows_codes(&rows, row_of("class:outside")), 0);
	cr_expect_not(rows_has_children(&rows, row_of("404")));
	hide(&rows, "", NULL);
	cr_expect_not(rows.filtered);
	cr_expect_eq(rows.hidden, 0);
	cr_expect_eq(rows_codes(&rows, row_of("class:4xx")), 9);
	cr_expect(rows_has_children(&rows, row_of("404")));
	rows_clear(&rows);
}

Test(rows, what_is_above_a_shown_row_is_shown)
{
	struct rows rows;

	start(&rows);
	rows_fold_all(&rows, false);
	hide(&rows, "vendor:iis", NULL);
	cr_expect(on_view(&rows, "iis:404.7"));
	cr_expect(on_view(&rows, "404"));
	cr_expect(on_view(&rows, "class:4xx"));
	cr_expect_not(on_view(&rows, "400"));
	/* It is there for its sub-codes, and hidden itself. */
	cr_expect_eq(rows_codes(&rows, row_of("class:4xx")), 2);
	rows_clear(&rows);
}

Test(rows, the_tree_can_be_narrowed_to_entries)
{
	static const char *const ids[] = { "iis:404.7", "esri:499", NULL };
	struct bitset *set = only(ids);
	struct rows rows;

	start(&rows);
	rows_fold_all(&rows, false);
	hide(&rows, "", set);
	cr_expect_eq(rows.count, 4);
	cr_expect(on_view(&rows, "class:4xx"));
	cr_expect(on_view(&rows, "404"));
	cr_expect(on_view(&rows, "iis:404.7"));
	cr_expect(on_view(&rows, "esri:499"));
	cr_expect_eq(rows_codes(&rows, row_of("class:4xx")), 2);
	cr_expect_eq(rows.hidden, 18);
	bitset_free(set);
	rows_clear(&rows);
}

Test(rows, where_all_is_hidden_the_top_stays)
{
	static const char *const ids[] = { "esri:499", NULL };
	struct bitset *set = only(ids);
	struct rows rows;

	start(&rows);
	rows_fold_all(&rows, false);
	hide(&rows, "!vendor", set);
	cr_expect_eq(rows.count, 8);
	cr_expect(on_view(&rows, "class:4xx"));
	cr_expect_eq(rows_codes(&rows, row_of("class:4xx")), 0);
	cr_expect_eq(rows.hidden, 20);
	bitset_free(set);
	rows_clear(&rows);
}

Test(rows, every_filter_leaves_a_row_and_agrees_with_itself)
{
	static const char *const filters[] = {
		"standard",	  "!standard",	  "vendor",
		"warning",	  "obsolete",	  "!obsolete,!deprecated",
		"vendor:joke",	  "log-only",	  "class:1xx",
		"!class:4xx",	  "user",	  "class:2xx,vendor",
		"!standard,!vendor,!warning"
	};
	const struct catalogue *catalogue = small_catalogue();

	for (size_t f = 0; f < sizeof(filters) / sizeof(*filters); f++) {
		struct rows rows;
		size_t codes = 0;

		start(&rows);
		rows_fold_all(&rows, false);
		hide(&rows, filters[f], NULL);
		cr_expect_gt(rows.count, 0, "%s", filters[f]);
		/* The vendors' branch counts what other branches have. */
		for (size_t row = 0; row < row_of("class:vendors");
		     row += catalogue_row(catalogue, row)->size)
			codes += rows_codes(&rows, row);
		cr_expect_eq(codes + rows.hidden, 20, "%s: %zu and %zu",
			     filters[f], codes, rows.hidden);
		rows_clear(&rows);
	}
}

Test(rows, folds_can_be_saved_and_come_back)
{
	struct rows rows;
	struct bitset *folds;

	start(&rows);
	rows_fold(&rows, row_of("class:4xx"), false);
	folds = rows_save_folds(&rows);
	rows_fold_all(&rows, false);
	rows_restore_folds(&rows, folds);
	cr_expect(on_view(&rows, "404"));
	cr_expect_not(on_view(&rows, "503"));
	bitset_free(folds);
	rows_clear(&rows);
}

Test(rows, a_second_place_is_hidden_with_the_first_and_counted_once)
{
	size_t second = row_of("vendor:iis") + 1;
	struct rows rows;

	start(&rows);
	cr_assert_eq(catalogue_row(small_catalogue(), second)->entry,
		     small_entry("iis:404.7"));
	cr_expect_eq(rows_parent(&rows, second), row_of("vendor:iis"));
	cr_expect(rows_has_children(&rows, row_of("vendor:iis")));
	hide(&rows, "!vendor:iis", NULL);
	cr_expect_eq(rows.hidden, 2);
	cr_expect_not(rows_kept(&rows, second));
	cr_expect_not(rows_has_children(&rows, row_of("vendor:iis")));
	rows_clear(&rows);
}

Test(rows, a_narrow_tree_has_a_second_place_where_the_origin_matches)
{
	static const char *const codes[] = { "iis:404.7", NULL };
	static const char *const both[] = { "iis:404.7", "vendor:iis", NULL };
	size_t second = row_of("vendor:iis") + 1;
	struct bitset *set = only(codes);
	struct rows rows;

	start(&rows);
	hide(&rows, "", set);
	cr_expect_not(rows_kept(&rows, second));
	cr_expect_not(rows_kept(&rows, row_of("vendor:iis")));
	bitset_free(set);
	set = only(both);
	hide(&rows, "", set);
	cr_expect(rows_kept(&rows, second));
	bitset_free(set);
	rows_clear(&rows);
}

Test(rows, the_page_of_an_origin_counts_the_codes_of_the_origin)
{
	static const char *const few[] = { "iis:404.7", "nginx:499",
					   "vendor:iis", NULL };
	struct rows rows;
	struct bitset *set;

	start(&rows);
	cr_expect_eq(rows_codes(&rows, row_of("vendor:iis")), 2);
	cr_expect_eq(rows_codes(&rows, row_of("vendor:acme")), 3);
	cr_expect_eq(rows_codes(&rows, row_of("vendor:cloudflare")), 2);
	cr_expect_eq(rows_codes(&rows, row_of("class:vendors")), 10);
	hide(&rows, "!vendor:iis", NULL);
	cr_expect_eq(rows_codes(&rows, row_of("vendor:iis")), 0);
	cr_expect_eq(rows_codes(&rows, row_of("vendor:acme")), 3);
	cr_expect_eq(rows_codes(&rows, row_of("class:vendors")), 8);
	set = only(few);
	hide(&rows, "", set);
	cr_expect_eq(rows_codes(&rows, row_of("vendor:iis")), 1);
	cr_expect_eq(rows_codes(&rows, row_of("class:vendors")), 2);
	bitset_free(set);
	hide(&rows, "", NULL);
	cr_expect_eq(rows_codes(&rows, row_of("vendor:iis")), 2);
	rows_clear(&rows);
}

#include "model/update.h"

#include "unit/model/mind.h"

TestSuite(filtering, .init = use_utf8);

Test(filtering, each_switch_hides_and_shows_its_kind)
{
	static const struct {
		const char *key;
		enum kind kind;
		size_t hidden;
	} rows[] = {
		{ "s", KIND_STANDARD, 9 },
		{ "v", KIND_VENDOR, 10 },
		{ "w", KIND_WARNING, 1 },
	};

	for (size_t i = 0; i < COUNT(rows); i++) {
		struct state state;

		mind_start(&state, rows[i].key);
		cr_expect(state.filter.hidden[rows[i].kind]);
		cr_expect_eq(state.rows.hidden, rows[i].hidden, "%s: %zu",
			     rows[i].key, state.rows.hidden);
		expect_sound(&state);
		press(&state, rows[i].key);
		cr_expect_eq(state.rows.hidden, 0);
		state_clear(&state);
	}
}

Test(filtering, all_are_off_at_once)
{
	struct state state;

	mind_start(&state, "s v w");
	cr_expect_eq(state.rows.hidden, 20);
	press(&state, "F");
	cr_expect_eq(state.rows.hidden, 0);
	expect_said(&state, "all filters are off");
	press(&state, "F");
	expect_said(&state, "no filter is on");
	state_clear(&state);
}

Test(filtering, the_place_is_kept_when_it_stays_on_view)
{
	struct state state;

	mind_start(&state, "4 2 9 Esc v");
	expect_selected(&state, "429");
	press(&state, "v w");
	expect_selected(&state, "429");
	state_clear(&state);
}

Test(filtering, the_next_row_takes_the_place_of_a_hidden_one)
{
	static const struct {
		const char *keys;
		const char *id;
	} rows[] = {
		{ "4 0 0 s", "404" }, /* stays for its sub-codes */
		{ "2 0 0 s", "class:2xx" }, { "4 0 4 . 7 v", "404" },
		{ "4 9 9 v", "class:4xx" }, { "1 1 0 w", "class:warning" },
	};

	for (size_t i = 0; i < COUNT(rows); i++) {
		struct state state;

		mind_start(&state, rows[i].keys);
		expect_sound(&state);
		cr_expect_str_eq(mind_selected(&state), rows[i].id,
				 "'%s' selects %s", rows[i].keys,
				 mind_selected(&state));
		state_clear(&state);
	}
}

Test(filtering, what_was_hidden_has_its_row_again)
{
	struct state state;

	mind_start(&state, "v 4 9 9 Esc v");
	expect_selected(&state, "nginx:499");
	expect_shown(&state, "nginx:499");
	state_clear(&state);
}

Test(filtering, a_living_search_is_run_anew)
{
	struct state state;

	mind_start(&state, "");
	mind_search(&state, "rate limit");
	press(&state, "Enter");
	cr_assert_eq(state.matches.search.count, 2);
	press(&state, "v");
	cr_expect_eq(state.matches.search.count, 1);
	cr_expect_eq(state.matches.search.hidden, 1);
	press(&state, "v");
	cr_expect_eq(state.matches.search.count, 2);
	state_clear(&state);
}

Test(filtering, a_filter_can_be_given_from_outside)
{
	struct state state;
	struct filter filter;
	struct problem why;

	mind_start(&state, "");
	filter_init(&filter);
	cr_assert(filter_parse(&filter, "class:4xx", state.catalogue, &why));
	update_filter(&state, &filter);
	cr_expect_eq(state.rows.hidden, 11);
	expect_sound(&state);
	press(&state, "F");
	cr_expect_eq(state.rows.hidden, 0);
	state_clear(&state);
}

Test(filtering, without_a_filter_it_says_what_hides_the_others)
{
	struct state state;

	mind_start(&state, "F");
	expect_said(&state, "no filter is on");
	press(&state, "& t o k e n Enter F");
	expect_said(&state,
		    "no filter is on; & without a text shows all again");
	press(&state, "& Enter");
	cr_expect_null(state.narrowing.only);
	state_clear(&state);
}

Test(filtering, the_selected_row_stays_on_its_line_of_the_screen)
{
	struct state state;
	size_t line;

	mind_start_at(&state, 80, 14, "* 4 2 9 Esc k k k");
	line = rows_position(&state.rows, state.row) - state.tree.top;
	cr_assert_gt(state.tree.top, 3);
	press(&state, "w");
	cr_expect_eq(rows_position(&state.rows, state.row) - state.tree.top,
		     line);
	/* Some of the rows above it are hidden, too. */
	press(&state, "v");
	cr_expect_eq(rows_position(&state.rows, state.row) - state.tree.top,
		     line);
	press(&state, "v");
	cr_expect_eq(rows_position(&state.rows, state.row) - state.tree.top,
		     line);
	expect_sound(&state);
	state_clear(&state);
}

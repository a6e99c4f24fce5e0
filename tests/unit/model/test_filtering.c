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

Test(filtering, all_off_ends_the_narrowing_too)
{
	struct state state;

	mind_start(&state, "F");
	expect_said(&state, "no filter is on");
	press(&state, "v & t o k e n Enter F");
	expect_said(&state, "all filters are off");
	cr_expect_null(state.narrowing.only);
	cr_expect_eq(state.rows.hidden, 0);
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

static void give(struct state *state, const char *list)
{
	struct filter filter;
	struct problem why;

	filter_init(&filter);
	cr_assert(filter_parse(&filter, list, state->catalogue, &why));
	update_filter(state, &filter);
}

Test(filtering, a_kind_that_was_left_out_is_shown_by_its_key)
{
	struct state state;

	mind_start(&state, "");
	give(&state, "!vendor");
	cr_expect_eq(state.rows.hidden, 10);
	press(&state, "v");
	expect_said(&state, "vendor codes are shown again");
	cr_expect_eq(state.rows.hidden, 0);
	press(&state, "v");
	expect_said(&state, "vendor codes are hidden");
	cr_expect_eq(state.rows.hidden, 10);
	state_clear(&state);
}

Test(filtering, a_switch_tells_what_the_sets_hide_all_the_same)
{
	struct state state;

	mind_start(&state, "");
	give(&state, "standard");
	press(&state, "v");
	expect_said(&state, "all vendor codes are hidden already; F shows all");
	cr_expect_not(state.filter.hidden[KIND_VENDOR]);
	give(&state, "class:4xx");
	press(&state, "v");
	expect_said(&state, "vendor codes are hidden");
	press(&state, "v");
	expect_said(&state, "4 of 10 vendor codes are shown; F shows all");
	state_clear(&state);
}

Test(filtering, the_same_key_again_brings_back_the_place_as_it_was)
{
	static const struct {
		const char *keys;
		const char *key;
		const char *id;
	} rows[] = {
		{ "4 9 9 Enter j", "v", "nginx:499" },
		{ "4 0 4 . 7 Enter j", "v", "iis:404.7" },
		{ "4 2 9 Enter Space j", "s", "429" },
		{ "1 1 0 Enter j", "w", "warning:110" },
		{ "4 2 9 Enter Space j", "V", "429" },
		{ "4 9 9 Enter j", "S", "nginx:499" },
		{ "4 9 9 Enter j", "W", "nginx:499" },
		{ "v v 4 9 9 Enter j", "v", "nginx:499" },
	};

	for (size_t i = 0; i < COUNT(rows); i++) {
		struct state state;
		size_t scroll, count, top;

		mind_start(&state, rows[i].keys);
		scroll = state.reader.view.top;
		count = state.rows.count;
		top = state.tree.top;
		press(&state, rows[i].key);
		press(&state, rows[i].key);
		cr_expect_str_eq(mind_shown(&state), rows[i].id, "%s %s",
				 rows[i].keys, rows[i].key);
		cr_expect_str_eq(mind_selected(&state), rows[i].id);
		cr_expect_eq(state.reader.view.top, scroll, "%s %s",
			     rows[i].keys, rows[i].key);
		cr_expect_eq(state.rows.count, count);
		cr_expect_eq(state.tree.top, top);
		cr_expect_eq(state.focus, PANE_DETAIL);
		expect_sound(&state);
		state_clear(&state);
	}
}

Test(filtering, who_has_gone_on_is_not_brought_back)
{
	struct state state;

	mind_start(&state, "4 9 9 Esc v 2 0 0 Esc v");
	expect_selected(&state, "200");
	press(&state, "4 9 9 Esc v j v");
	expect_selected(&state, "400");
	state_clear(&state);
}

Test(filtering, one_kind_is_shown_alone_and_then_all_of_them)
{
	static const struct {
		const char *key;
		size_t hidden;
		const char *said;
	} rows[] = {
		{ "S", 11, "only standard codes are shown" },
		{ "V", 10, "only vendor codes are shown" },
		{ "W", 19, "only warning codes are shown" },
	};
	struct state state;

	mind_start(&state, "");
	for (size_t i = 0; i < COUNT(rows); i++) {
		press(&state, rows[i].key);
		cr_expect_eq(state.rows.hidden, rows[i].hidden, "%s: %zu",
			     rows[i].key, state.rows.hidden);
		expect_said(&state, rows[i].said);
		expect_sound(&state);
	}
	press(&state, "W");
	cr_expect_eq(state.rows.hidden, 0);
	expect_said(&state, "all kinds are shown again");
	press(&state, "v w S");
	cr_expect_eq(state.rows.hidden, 0);
	state_clear(&state);
}

Test(filtering, a_hidden_page_names_the_keys_that_show_it)
{
	struct state state;

	mind_start(&state, "v w 4 9 9");
	expect_said(&state, "nginx:499 is hidden, v shows it; this is its page");
	press(&state, "1 1 0");
	expect_said(&state,
		    "warning:110 is hidden, w shows it; this is its page");
	press(&state, "Esc F & t o k e n Enter 4 0 4");
	expect_said(&state, "404 is hidden, & shows it; this is its page");
	press(&state, "v 1 0 2 0");
	expect_said(&state, "cloudflare:1020 is hidden, v and & shows it; "
			    "this is its page");
	press(&state, "F");
	give(&state, "class:5xx");
	press(&state, "4 0 4");
	expect_said(&state, "404 is hidden, F shows it; this is its page");
	state_clear(&state);
}

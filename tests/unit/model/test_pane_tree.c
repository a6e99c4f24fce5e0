#include "model/update.h"

#include "unit/model/mind.h"

TestSuite(pane_tree, .init = use_utf8);

struct step {
	const char *keys;
	const char *selected;
};

static void expect_steps(const struct step *steps, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		struct state state;

		mind_start(&state, steps[i].keys);
		cr_expect_str_eq(mind_selected(&state), steps[i].selected,
				 "'%s' selects %s", steps[i].keys,
				 mind_selected(&state));
		expect_shown(&state, steps[i].selected);
		expect_sound(&state);
		state_clear(&state);
	}
}

Test(pane_tree, rows_are_walked_in_their_order)
{
	static const struct step steps[] = {
		{ "j", "class:2xx" },
		{ "j j k", "class:2xx" },
		{ "G", "class:vendors" },
		{ "G g", "class:1xx" },
		{ "* j", "100" },
		{ "* G k", "vendor:nginx" },
		{ "d", "class:vendors" },
		{ "* d", "draft:419" },
		{ "* PgDn", "joke:7xx" },
		{ "* PgDn PgUp", "class:1xx" },
		{ "* G u", "vendor:cloudflare" },
	};

	expect_steps(steps, COUNT(steps));
}

/* The second place of a code: among the codes of its origin. */
Test(update_tree, an_origin_unfolds_to_its_codes)
{
	static const struct step steps[] = {
		{ "* G", "nginx:499" },
		{ "* G h", "vendor:nginx" },
		{ "* G k k", "iis:404.13" },
		{ "* G k k k", "iis:404.7" },
		{ "* G k k h", "vendor:iis" },
		{ "* G k k K", "iis:404.7" },
		{ "* G k k J", "nginx:499" },
		{ "* G k k s h", "vendor:iis" },
		/* A jump goes to the first place. */
		{ "* G 4 0 4 . 7 h", "404" },
		{ "4 0 4 . 7 J", "iis:404.13" },
	};

	expect_steps(steps, COUNT(steps));
}

Test(pane_tree, in_and_out_follow_the_branches)
{
	static const struct step steps[] = {
		{ "l", "class:1xx" },
		{ "l l", "100" },
		{ "l l h", "class:1xx" },
		{ "4 l l j l l", "iis:404.7" },
		{ "4 0 4 . 1 3 h", "404" },
		{ "4 0 4 . 1 3 h h", "404" },
		{ "4 0 4 . 1 3 h h h", "class:4xx" },
		{ "4 0 4 . 1 3 h h h h", "class:4xx" },
	};

	expect_steps(steps, COUNT(steps));
}

Test(pane_tree, a_leaf_leads_into_the_detail)
{
	struct state state;

	mind_start(&state, "2 0 0 l");
	cr_expect_eq(state.focus, PANE_DETAIL);
	press(&state, "h");
	cr_expect_eq(state.focus, PANE_TREE);
	expect_selected(&state, "200");
	state_clear(&state);
}

Test(pane_tree, enter_reads_a_code_and_folds_a_class)
{
	struct state state;

	mind_start(&state, "Enter");
	cr_expect_eq(state.focus, PANE_TREE);
	cr_expect(rows_unfolded(&state.rows, state.row));
	press(&state, "Enter");
	cr_expect_not(rows_unfolded(&state.rows, state.row));
	press(&state, "4 0 4 Enter");
	cr_expect_eq(state.focus, PANE_DETAIL);
	cr_expect_not(rows_unfolded(&state.rows, state.row));
	state_clear(&state);
}

Test(pane_tree, folding_says_when_there_is_nothing_to_do)
{
	static const struct {
		const char *keys;
		const char *message;
	} rows[] = {
		{ "-", "it is folded already" },
		{ "+ +", "it is unfolded already" },
		{ "2 0 0 +", "there is nothing below this row to unfold" },
		{ "2 0 0 -", "there is nothing below this row to fold" },
		{ "k", "this is the first row" },
		{ "G j", "this is the last row" },
		{ "h", "this is the top of the tree" },
		{ "+", "" },
		{ "+ -", "" },
	};

	for (size_t i = 0; i < COUNT(rows); i++) {
		struct state state;

		mind_start(&state, rows[i].keys);
		expect_said(&state, rows[i].message);
		state_clear(&state);
	}
}

Test(pane_tree, folding_all_goes_to_the_class)
{
	struct state state;

	mind_start(&state, "4 0 4 . 7 _");
	expect_selected(&state, "class:4xx");
	cr_expect_eq(state.rows.count, 8);
	press(&state, "*");
	expect_selected(&state, "class:4xx");
	cr_expect_eq(state.rows.count, catalogue_rows(state.catalogue));
	state_clear(&state);
}

Test(pane_tree, codes_are_walked_through_folds_and_past_pages)
{
	static const struct step steps[] = {
		{ "J", "100" },
		{ "J J", "200" },
		{ "4 0 4 J", "iis:404.7" },
		{ "4 0 4 J J J", "draft:419" },
		{ "4 0 0 K", "301" },
		{ "6 5 0 J J", "cloudflare:1015" },
		{ "v 4 0 4 J", "draft:419" },
	};

	expect_steps(steps, COUNT(steps));
}

Test(pane_tree, the_ends_of_the_codes_are_said)
{
	struct state state;

	mind_start(&state, "K");
	expect_said(&state, "there is no previous code");
	press(&state, "1 1 0 J");
	expect_said(&state, "there is no next code");
	state_clear(&state);
}

Test(pane_tree, the_list_scrolls_only_at_its_edge)
{
	struct state state;

	mind_start_at(&state, 80, 13, "* j j j j");
	cr_expect_eq(state.tree.top, 0);
	for (int i = 0; i < 7; i++)
		press(&state, "j");
	cr_expect_eq(state.tree.top, 0);
	press(&state, "j");
	cr_expect_eq(state.tree.top, 1);
	press(&state, "k k k");
	cr_expect_eq(state.tree.top, 1);
	state_clear(&state);
}

Test(pane_tree, what_was_read_can_be_gone_back_to)
{
	struct state state;

	mind_start(&state, "4 0 4 Enter J J h <");
	expect_shown(&state, "iis:404.7");
	press(&state, "<");
	expect_shown(&state, "404");
	press(&state, "<");
	expect_said(&state, "no code was visited before this one");
	press(&state, "> >");
	expect_shown(&state, "iis:404.13");
	press(&state, ">");
	expect_said(&state, "no code was visited after this one");
	state_clear(&state);
}

Test(pane_tree, going_back_from_elsewhere_begins_with_the_last_one)
{
	struct state state;

	mind_start(&state, "4 0 4 Enter h G <");
	expect_shown(&state, "404");
	state_clear(&state);
}

Test(pane_tree, from_a_number_that_nobody_defines_it_goes_back)
{
	struct state state;

	mind_start(&state, "4 2 9 Enter Tab 4 3 2 <");
	expect_shown(&state, "429");
	cr_expect_eq(state.reader.shown.number, 0);
	press(&state, ">");
	cr_expect_eq(state.reader.shown.number, 432);
	expect_sound(&state);
	state_clear(&state);
}

Test(pane_tree, going_back_and_forward_keeps_scroll_and_folds)
{
	struct state state;
	size_t scroll, rows;

	mind_start(&state, "5 l 4 2 9 Enter Space j");
	scroll = state.reader.view.top;
	rows = state.rows.count;
	press(&state, "2 0 0 Enter Tab _ < <");
	expect_shown(&state, "429");
	expect_selected(&state, "429");
	cr_expect_eq(state.reader.view.top, scroll);
	cr_expect_eq(state.rows.count, rows);
	press(&state, "Tab j > Tab");
	expect_shown(&state, "200");
	press(&state, "<");
	cr_expect_eq(state.reader.view.top, scroll + 1);
	expect_sound(&state);
	state_clear(&state);
}

Test(pane_tree, a_place_that_a_filter_hides_meanwhile_is_come_back_to)
{
	struct state state;

	mind_start(&state, "4 9 9 Enter 2 0 0 Enter v <");
	expect_shown(&state, "nginx:499");
	expect_selected(&state, "class:4xx");
	expect_sound(&state);
	state_clear(&state);
}

Test(pane_tree, the_path_has_an_end_and_forgets_its_beginning)
{
	struct state state;

	mind_start(&state, "");
	for (int i = 0; i < VISITED_LIMIT; i++)
		press(&state, i % 2 == 0 ? "4 0 4 Esc" : "2 0 0 Esc");
	press(&state, "4 2 9 Esc");
	cr_expect_eq(state.visited.count, VISITED_LIMIT);
	press(&state, "<");
	expect_shown(&state, "200");
	expect_sound(&state);
	state_clear(&state);
}

Test(pane_tree, a_leaf_that_was_gone_into_has_been_visited)
{
	struct state state;

	mind_start(&state, "j l j l 4 0 4 Esc <");
	expect_shown(&state, "200");
	state_clear(&state);
}

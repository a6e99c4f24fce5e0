#include "model/update.h"

#include "model/help.h"
#include "unit/model/mind.h"

TestSuite(update_help, .init = use_utf8);

Test(update_help, it_opens_and_closes)
{
	static const char *const closing[] = { "?", "F1", "q", "Esc" };

	for (size_t i = 0; i < COUNT(closing); i++) {
		struct state state;

		mind_start(&state, "4 2 9 Enter j F1");
		cr_expect(state.help);
		cr_expect_eq(update_context(&state), CONTEXT_HELP);
		cr_expect_eq(press(&state, closing[i]), EFFECT_NONE);
		cr_expect_not(state.help, "%s", closing[i]);
		cr_expect_eq(state.focus, PANE_DETAIL);
		cr_expect_eq(state.scroll, 1);
		state_clear(&state);
	}
}

Test(update_help, quitting_and_interrupting_work_there_too)
{
	struct state state;

	mind_start(&state, "?");
	cr_expect_eq(press(&state, "Q"), EFFECT_QUIT);
	cr_expect_eq(press(&state, "^C"), EFFECT_INTERRUPT);
	state_clear(&state);
}

Test(update_help, it_scrolls_within_its_lines)
{
	struct state state;

	mind_start_at(&state, 60, 12, "? G");
	cr_expect_gt(state.help_scroll, 0);
	expect_sound(&state);
	press(&state, "j");
	expect_said(&state, "this is the end");
	press(&state, "g k");
	cr_expect_eq(state.help_scroll, 0);
	expect_said(&state, "this is the beginning");
	press(&state, "Space");
	cr_expect_eq(state.help_scroll, 10);
	press(&state, "b");
	cr_expect_eq(state.help_scroll, 0);
	state_clear(&state);
}

Test(update_help, it_begins_at_its_top_each_time)
{
	struct state state;

	mind_start_at(&state, 60, 12, "? G ? ?");
	cr_expect_eq(state.help_scroll, 0);
	state_clear(&state);
}

Test(update_help, a_search_scrolls_to_what_it_finds)
{
	struct state state;
	struct help help;

	mind_start_at(&state, 60, 12, "?");
	mind_search(&state, "status 130");
	help_make(&help, PANE_TREE, 60);
	cr_assert_lt(state.help_match, help.count);
	cr_expect_str_eq(help.lines[state.help_match].text,
			 "leave with status 130");
	cr_expect_gt(state.help_scroll, 0);
	expect_sound(&state);
	state_clear(&state);
}

Test(update_help, cancelling_a_search_goes_back_to_where_it_began)
{
	struct state state;

	mind_start_at(&state, 60, 12, "? j j");
	mind_search(&state, "status 130");
	press(&state, "Esc");
	cr_expect(state.help);
	cr_expect_eq(state.help_scroll, 2);
	press(&state, "n");
	expect_said(&state, "nothing was searched for");
	state_clear(&state);
}

Test(update_help, escape_undoes_the_search_and_then_closes)
{
	struct state state;

	mind_start(&state, "?");
	mind_search(&state, "fold");
	press(&state, "Enter Esc");
	cr_expect(state.help);
	press(&state, "Esc");
	cr_expect_not(state.help);
	state_clear(&state);
}

Test(update_help, its_searches_are_not_in_the_history)
{
	struct state state;

	mind_start(&state, "?");
	mind_search(&state, "fold");
	press(&state, "Enter ?");
	cr_expect_eq(state.history.count, 0);
	state_clear(&state);
}

Test(update_help, a_resize_keeps_it_in_its_lines)
{
	struct state state;

	mind_start_at(&state, 60, 12, "? G");
	update_resize(&state, 40, 120);
	cr_expect_eq(state.help_scroll, 0);
	update_resize(&state, 5, 20);
	expect_sound(&state);
	update_resize(&state, 1, 1);
	update_resize(&state, 12, 60);
	expect_sound(&state);
	state_clear(&state);
}

Test(update_help, a_line_that_is_found_is_shown_with_all_its_rows)
{
	struct state state;
	struct help help;
	const struct help_line *line;

	/* The keys stand in the last row already, their text below it. */
	mind_start_at(&state, 20, 5, "? j / u n f o l d Space o r");
	help_make(&help, PANE_TREE, 20);
	cr_assert_lt(state.help_match, help.count);
	line = &help.lines[state.help_match];
	cr_assert_eq(line->row, 4);
	cr_assert_eq(line->height, 3);
	cr_expect_geq(line->row, (int)state.help_scroll);
	cr_expect_leq(line->row + line->height, (int)state.help_scroll + 4);
	state_clear(&state);
}

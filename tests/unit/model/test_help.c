#include "model/update.h"

#include "model/help_lines.h"
#include "unit/model/mind.h"

TestSuite(help, .init = use_utf8);

Test(help, it_opens_and_closes)
{
	static const char *const closing[] = { "?", "F1", "q", "Esc" };

	for (size_t i = 0; i < COUNT(closing); i++) {
		struct state state;

		mind_start(&state, "4 2 9 Enter j F1");
		cr_expect(stack_has(&state.stack, LAYER_HELP));
		cr_expect_eq(update_context(&state), CONTEXT_HELP);
		cr_expect_eq(press(&state, closing[i]), EFFECT_NONE);
		cr_expect_not(stack_has(&state.stack, LAYER_HELP), "%s",
			      closing[i]);
		cr_expect_eq(state.focus, PANE_DETAIL);
		cr_expect_eq(state.reader.view.top, 1);
		state_clear(&state);
	}
}

Test(help, quitting_and_interrupting_work_there_too)
{
	struct state state;

	mind_start(&state, "?");
	cr_expect_eq(press(&state, "Q"), EFFECT_QUIT);
	cr_expect_eq(press(&state, "^C"), EFFECT_INTERRUPT);
	state_clear(&state);
}

Test(help, it_scrolls_within_its_lines)
{
	struct state state;

	mind_start_at(&state, 60, 12, "? G");
	cr_expect_gt(state.help.view.top, 0);
	expect_sound(&state);
	press(&state, "j");
	expect_said(&state, "this is the end");
	press(&state, "g k");
	cr_expect_eq(state.help.view.top, 0);
	expect_said(&state, "this is the beginning");
	press(&state, "Space");
	cr_expect_eq(state.help.view.top, 10);
	press(&state, "b");
	cr_expect_eq(state.help.view.top, 0);
	state_clear(&state);
}

Test(help, it_begins_at_its_top_each_time)
{
	struct state state;

	mind_start_at(&state, 60, 12, "? G ? ?");
	cr_expect_eq(state.help.view.top, 0);
	state_clear(&state);
}

Test(help, a_search_scrolls_to_what_it_finds)
{
	struct state state;
	struct help_lines help;

	mind_start_at(&state, 60, 12, "?");
	mind_search(&state, "status 130");
	help_lines_make(&help, PANE_TREE, 60);
	cr_assert_lt(state.help.match, help.count);
	cr_expect_str_eq(help.lines[state.help.match].text,
			 "leave with status 130");
	cr_expect_gt(state.help.view.top, 0);
	expect_sound(&state);
	state_clear(&state);
}

Test(help, cancelling_a_search_goes_back_to_where_it_began)
{
	struct state state;

	mind_start_at(&state, 60, 12, "? j j");
	mind_search(&state, "status 130");
	press(&state, "Esc");
	cr_expect(stack_has(&state.stack, LAYER_HELP));
	cr_expect_eq(state.help.view.top, 2);
	press(&state, "n");
	expect_said(&state, "nothing was searched for");
	state_clear(&state);
}

Test(help, escape_undoes_the_search_and_then_closes)
{
	struct state state;

	mind_start(&state, "?");
	mind_search(&state, "fold");
	press(&state, "Enter Esc");
	cr_expect(stack_has(&state.stack, LAYER_HELP));
	press(&state, "Esc");
	cr_expect_not(stack_has(&state.stack, LAYER_HELP));
	state_clear(&state);
}

Test(help, its_searches_are_not_in_the_history)
{
	struct state state;

	mind_start(&state, "?");
	mind_search(&state, "fold");
	press(&state, "Enter ?");
	cr_expect_eq(state.history.count, 0);
	state_clear(&state);
}

Test(help, a_resize_keeps_it_in_its_lines)
{
	struct state state;

	mind_start_at(&state, 60, 12, "? G");
	update_resize(&state, 40, 120);
	cr_expect_eq(state.help.view.top, 0);
	update_resize(&state, 5, 20);
	expect_sound(&state);
	update_resize(&state, 1, 1);
	update_resize(&state, 12, 60);
	expect_sound(&state);
	state_clear(&state);
}

Test(help, a_line_that_is_found_is_shown_with_all_its_rows)
{
	struct state state;
	struct help_lines help;
	const struct help_line *line;

	/* The keys stand in the last row already, their text below it. */
	mind_start_at(&state, 20, 5, "? j / u n f o l d Space o r");
	help_lines_make(&help, PANE_TREE, 20);
	cr_assert_lt(state.help.match, help.count);
	line = &help.lines[state.help.match];
	cr_assert_eq(line->row, 4);
	cr_assert_eq(line->height, 3);
	cr_expect_geq(line->row, (int)state.help.view.top);
	cr_expect_leq(line->row + line->height, (int)state.help.view.top + 4);
	state_clear(&state);
}

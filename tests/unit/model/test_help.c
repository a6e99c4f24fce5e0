#include "model/update.h"

#include "model/help.h"
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

Test(help, its_lines_are_gone_through_and_it_scrolls_with_them)
{
	struct state state;

	mind_start_at(&state, 60, 12, "? G");
	cr_expect_gt(state.help.view.top, 0);
	expect_sound(&state);
	press(&state, "j");
	expect_said(&state, "this is the last line");
	press(&state, "g k");
	cr_expect_eq(state.help.view.top, 0);
	expect_said(&state, "this is the first line");
	press(&state, "Space");
	cr_expect_gt(state.help.view.top, 0);
	press(&state, "b");
	cr_expect_eq(state.help.view.top, 0);
	state_clear(&state);
}

Test(help, enter_does_what_the_line_says)
{
	static const struct {
		const char *text;
		const char *said;
	} rows[] = {
		{ "unfold, fold all", "all unfolded" },
		{ "all filters off", "no filter is on" },
		{ "go to number", "type the number" },
		{ "back, forward", "no code was visited before this one" },
	};
	struct state state;

	mind_start(&state, "4 2 9 Esc");
	for (size_t i = 0; i < COUNT(rows); i++) {
		press(&state, "?");
		mind_search(&state, rows[i].text);
		press(&state, "Enter Enter");
		cr_expect_eq(update_context(&state), CONTEXT_BROWSE, "%s",
			     rows[i].text);
		expect_said(&state, rows[i].said);
	}
	press(&state, "?");
	mind_search(&state, "quit from anywhere");
	cr_expect_eq(press(&state, "Enter Enter"), EFFECT_QUIT);
	state_clear(&state);
}

Test(help, a_line_that_cannot_be_done_says_why_not)
{
	static const struct {
		const char *text;
		const char *said;
	} rows[] = {
		{ "no longer in use", "this line explains; it does nothing" },
		{ "erase the sign ahead", "this key is for a prompt" },
		{ "do what a line", "this key is for the help" },
	};
	struct state state;

	mind_start(&state, "?");
	for (size_t i = 0; i < COUNT(rows); i++) {
		mind_search(&state, rows[i].text);
		press(&state, "Enter Enter");
		expect_said(&state, rows[i].said);
		cr_expect_eq(update_context(&state), CONTEXT_HELP);
	}
	state_clear(&state);
}

/* The title of the group that stands first. */
static const char *first_title(const struct state *state)
{
	struct help_lines help;

	help_lines_make(&help, help_place(state), state->screen_cols, NULL);
	return help.lines[0].text;
}

Test(help, over_a_prompt_it_shows_its_keys_and_comes_back_to_the_text)
{
	static const char *const closing[] = { "?", "F1", "q", "Esc" };

	for (size_t i = 0; i < COUNT(closing); i++) {
		struct state state;
		size_t hit, top;

		mind_start_at(&state, 100, 30, "");
		mind_search(&state, "request");
		press(&state, "Down Down Left PgDn");
		hit = search_find(&state.matches.search,
				  state.reader.shown.entry);
		cr_assert_eq(hit, 2);
		top = state.reader.view.top;
		press(&state, "F1");
		cr_expect_eq(update_context(&state), CONTEXT_HELP);
		cr_expect_str_eq(first_title(&state), "While searching");
		expect_sound(&state);
		press(&state, closing[i]);
		cr_expect_eq(update_context(&state), CONTEXT_PROMPT);
		cr_expect_str_eq(strbuf_text(&state.prompt.line.text),
				 "request");
		cr_expect_eq(state.prompt.line.cursor, strlen("request") - 1);
		cr_expect_eq(search_find(&state.matches.search,
					 state.reader.shown.entry),
			     hit);
		cr_expect_eq(state.reader.view.top, top);
		expect_sound(&state);
		press(&state, "Enter");
		cr_expect_eq(update_context(&state), CONTEXT_BROWSE);
		state_clear(&state);
	}
}

Test(help, over_a_prompt_it_can_be_searched_with_one_of_its_own)
{
	struct state state;

	mind_start(&state, "");
	mind_search(&state, "token");
	press(&state, "F1");
	mind_search(&state, "erase a word");
	press(&state, "F1");
	expect_said(&state, "this is the help; Esc goes back to its lines");
	cr_expect_eq(update_context(&state), CONTEXT_PROMPT);
	press(&state, "Enter");
	cr_expect_eq(update_context(&state), CONTEXT_HELP);
	/* Enter does what the line says, to the text that was put aside. */
	press(&state, "Enter");
	cr_expect_eq(update_context(&state), CONTEXT_PROMPT);
	cr_expect_str_eq(strbuf_text(&state.prompt.line.text), "");
	press(&state, "t F1");
	mind_search(&state, "quit from anywhere");
	press(&state, "Enter Enter");
	expect_said(&state, "this key is for tree and detail");
	press(&state, "Esc Esc");
	cr_expect_eq(update_context(&state), CONTEXT_PROMPT);
	cr_expect_str_eq(strbuf_text(&state.prompt.line.text), "t");
	state_clear(&state);
}

Test(help, over_a_prompt_a_new_size_leaves_the_text)
{
	struct state state;

	mind_start_at(&state, 60, 12, "& l i m i t F1");
	update_resize(&state, 30, 120);
	expect_sound(&state);
	press(&state, "F1");
	cr_expect_eq(update_context(&state), CONTEXT_PROMPT);
	cr_expect_str_eq(strbuf_text(&state.prompt.line.text), "limit");
	expect_sound(&state);
	press(&state, "Esc");
	cr_expect_eq(update_context(&state), CONTEXT_BROWSE);
	press(&state, "/ x F1");
	state_clear(&state);
}

Test(help, over_the_filter_menu_it_shows_its_keys_and_comes_back)
{
	struct state state;
	size_t cursor;

	mind_start(&state, "f v e Down F1");
	cursor = state.menu.view.cursor;
	cr_expect_gt(cursor, 0);
	cr_expect_eq(update_context(&state), CONTEXT_HELP);
	cr_expect_str_eq(first_title(&state), "In the filter menu");
	expect_sound(&state);
	press(&state, "F1");
	cr_expect_eq(update_context(&state), CONTEXT_MENU);
	cr_expect_str_eq(strbuf_text(&state.menu.typed.text), "ve");
	cr_expect_eq(state.menu.view.cursor, cursor);
	press(&state, "F1");
	mind_search(&state, "erase the sign before");
	press(&state, "Enter Enter");
	cr_expect_eq(update_context(&state), CONTEXT_MENU);
	cr_expect_str_eq(strbuf_text(&state.menu.typed.text), "v");
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
	help_lines_make(&help, HELP_IN_TREE, 60, NULL);
	cr_assert_lt(state.help.line, help.count);
	cr_expect_str_eq(help.lines[state.help.line].text,
			 "leave with status 130");
	cr_expect_gt(state.help.view.top, 0);
	expect_sound(&state);
	state_clear(&state);
}

Test(help, cancelling_a_search_goes_back_to_where_it_began)
{
	struct state state;

	size_t line;

	mind_start_at(&state, 60, 12, "? j j");
	line = state.help.line;
	mind_search(&state, "status 130");
	press(&state, "Esc");
	cr_expect(stack_has(&state.stack, LAYER_HELP));
	cr_expect_eq(state.help.line, line);
	press(&state, "n");
	expect_said(&state, "nothing was searched for; / searches");
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
	expect_sound(&state);
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

	mind_start_at(&state, 20, 5, "? / b e t t e r");
	help_lines_make(&help, HELP_IN_TREE, 20, NULL);
	cr_assert_lt(state.help.line, help.count);
	line = &help.lines[state.help.line];
	cr_assert_eq(line->height, 3);
	cr_expect_geq(line->row, (int)state.help.view.top);
	cr_expect_leq(line->row + line->height, (int)state.help.view.top + 4);
	state_clear(&state);
}

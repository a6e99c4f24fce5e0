#include "model/update.h"

#include "unit/model/mind.h"

TestSuite(number, .init = use_utf8);

Test(number, digits_go_to_what_they_begin)
{
	static const struct {
		const char *keys;
		const char *id;
	} rows[] = {
		{ "4", "class:4xx" },
		{ "4 0", "400" },
		{ "4 0 4", "404" },
		{ "4 0 4 .", "iis:404.7" },
		{ "4 0 4 . 7", "iis:404.7" },
		{ "4 0 4 . 1", "iis:404.13" },
		{ "4 0 4 . 1 3", "iis:404.13" },
		{ "4 9 9", "nginx:499" },
		{ "1 0 2 0", "cloudflare:1020" },
		{ "6 5 0", "acme:600-699" },
		{ "7 0 7", "joke:7xx" },
		{ "1 1 0", "warning:110" },
		{ "5 9", "acme:598" },
		{ "2 0 0", "200" },
	};

	for (size_t i = 0; i < COUNT(rows); i++) {
		struct state state;

		mind_start(&state, rows[i].keys);
		cr_expect_str_eq(mind_shown(&state), rows[i].id,
				 "'%s' shows %s", rows[i].keys,
				 mind_shown(&state));
		cr_expect_eq(state.reader.shown.number, 0, "%s", rows[i].keys);
		cr_expect_str_eq(mind_selected(&state), rows[i].id);
		expect_sound(&state);
		state_clear(&state);
	}
}

/* One resolver serves digits and operands. */
Test(number, digits_go_where_the_operand_does)
{
	static const char *const numbers[] = { "4", "49", "499", "404.",
					       "110", "650", "70", "1020" };

	for (size_t i = 0; i < COUNT(numbers); i++) {
		struct state typed, opened;

		mind_start(&typed, "");
		press_text(&typed, numbers[i]);
		mind_start(&opened, "");
		cr_expect(press_open_at(&opened, numbers[i]));
		cr_expect_str_eq(mind_shown(&typed), mind_shown(&opened), "%s",
				 numbers[i]);
		state_clear(&typed);
		state_clear(&opened);
	}
}

Test(number, a_digit_that_leads_nowhere_begins_anew)
{
	struct state state;

	mind_start(&state, "4 0 4 2");
	cr_expect_str_eq(strbuf_text(&state.number), "2");
	expect_shown(&state, "class:2xx");
	press(&state, "0 0");
	expect_shown(&state, "200");
	state_clear(&state);
}

Test(number, three_digits_that_nobody_defines_show_what_is_known)
{
	struct state state;

	mind_start(&state, "4 7 1");
	cr_expect_eq(state.reader.shown.number, 471);
	expect_said(&state, "nobody defines 471");
	/* It stands where the number would be. */
	expect_selected(&state, "451");
	expect_sound(&state);
	press(&state, "Esc");
	cr_expect_eq(state.reader.shown.number, 471);
	press(&state, "Esc");
	cr_expect_eq(state.reader.shown.number, 0);
	expect_shown(&state, "451");
	state_clear(&state);
}

Test(number, any_other_key_ends_the_number_and_acts)
{
	struct state state;

	mind_start(&state, "4 j");
	cr_expect_eq(state.number.length, 0);
	expect_selected(&state, "class:5xx");
	press(&state, "4 0 4 Enter");
	cr_expect_eq(state.focus, PANE_DETAIL);
	state_clear(&state);
}

Test(number, escape_ends_it_and_does_no_more)
{
	struct state state;

	mind_start(&state, "/ t o k e n Enter 4 0 4 Esc");
	cr_expect_eq(state.number.length, 0);
	cr_expect(state.matches.alive);
	expect_shown(&state, "404");
	state_clear(&state);
}

Test(number, backspace_takes_a_digit_back)
{
	struct state state;

	mind_start(&state, "4 0 4 Backspace");
	cr_expect_str_eq(strbuf_text(&state.number), "40");
	expect_shown(&state, "400");
	press(&state, "Backspace Backspace");
	cr_expect_eq(state.number.length, 0);
	press(&state, "Backspace");
	expect_said(&state, "Backspace corrects a number; none is typed");
	state_clear(&state);
}

Test(number, a_full_stop_needs_a_number_with_sub_codes)
{
	struct state state;

	mind_start(&state, ".");
	expect_said(&state, "a full stop follows a number, as in 404.7");
	press(&state, "2 0 0 .");
	expect_said(&state, "200 has no sub-codes");
	cr_expect_str_eq(strbuf_text(&state.number), "200");
	state_clear(&state);
}

Test(number, numbers_without_end_do_no_harm)
{
	struct state state;

	mind_start(&state, "");
	for (int i = 0; i < 200; i++) {
		press(&state, i % 7 == 0 ? "." : i % 2 == 0 ? "9" : "4");
		cr_assert_leq(state.number.length, 12);
	}
	expect_sound(&state);
	state_clear(&state);
}

Test(number, a_hidden_code_is_shown_and_said_to_be_hidden)
{
	struct state state;

	mind_start(&state, "v 4 9 9");
	expect_shown(&state, "nginx:499");
	expect_said(&state, "nginx:499 is hidden, v shows it; this is its page");
	expect_selected(&state, "class:4xx");
	state_clear(&state);
}

Test(number, the_page_of_a_hidden_code_can_be_read_and_left_like_any)
{
	struct state state;
	bool folded;

	mind_start(&state, "v 4 9 9");
	folded = !rows_unfolded(&state.rows, state.row);
	press(&state, "Enter");
	cr_expect_eq(state.focus, PANE_DETAIL);
	expect_shown(&state, "nginx:499");
	cr_expect_eq(folded, !rows_unfolded(&state.rows, state.row));
	/* The next code that is shown comes after it, not after its class. */
	press(&state, "J");
	expect_shown(&state, "503");
	press(&state, "4 9 9 K");
	expect_shown(&state, "451");
	state_clear(&state);
}

Test(number, with_one_pane_a_hidden_code_opens_its_page)
{
	struct state state;

	mind_start_at(&state, 60, 20, "v 4 9 9");
	cr_expect_gt(state_layout(&state).detail.rows, 0);
	expect_shown(&state, "nginx:499");
	expect_sound(&state);
	press(&state, "Esc Esc");
	cr_expect_eq(state.focus, PANE_TREE);
	state_clear(&state);
}

Test(number, who_reads_has_read_the_code_of_the_number)
{
	struct state state;

	mind_start(&state, "4 0 4 Enter 4 2 9 Esc <");
	expect_shown(&state, "404");
	press(&state, ">");
	expect_shown(&state, "429");
	state_clear(&state);
}

Test(number, a_number_that_was_reached_is_visited_when_the_next_starts)
{
	struct state state;

	mind_start(&state, "4 0 4 5 0 3 <");
	expect_shown(&state, "404");
	press(&state, ">");
	expect_shown(&state, "503");
	press(&state, "<");
	expect_shown(&state, "404");
	press(&state, "<");
	expect_said(&state, "no code was visited before this one");
	state_clear(&state);
}

Test(number, after_a_rest_a_digit_begins_a_new_number)
{
	struct state state;

	mind_start(&state, "4");
	update_rest(&state);
	cr_expect_eq(state.number.length, 0);
	press(&state, "4 2 9");
	cr_expect_str_eq(strbuf_text(&state.number), "429");
	expect_shown(&state, "429");
	state_clear(&state);
}

Test(number, a_number_that_rests_was_visited)
{
	struct state state;

	mind_start(&state, "4 0 4");
	update_rest(&state);
	press(&state, "5 0 3 <");
	expect_shown(&state, "404");
	state_clear(&state);
}

Test(number, a_rest_without_a_number_changes_nothing)
{
	struct state state;

	mind_start(&state, "Tab j Backspace");
	update_rest(&state);
	expect_said(&state, "Backspace corrects a number; none is typed");
	press(&state, "<");
	expect_said(&state, "no code was visited before this one");
	state_clear(&state);
}

Test(number, a_number_that_was_reached_is_visited_when_a_paste_comes)
{
	struct state state;

	mind_start(&state, "4 0 4");
	update_paste(&state, "moved", 5);
	press(&state, "Esc 4 2 9 <");
	expect_shown(&state, "404");
	state_clear(&state);
}

#include "model/update.h"

#include "unit/model/mind.h"

TestSuite(matches, .init = use_utf8);

static const char *typed(const struct state *state)
{
	return strbuf_text(&state->prompt.line.text);
}

Test(matches, every_key_lists_the_hits_at_once)
{
	struct state state;

	mind_start(&state, "/ t");
	cr_expect_gt(state.matches.search.count, 2);
	press(&state, "o k e n");
	cr_expect_eq(state.matches.search.count, 2);
	expect_shown(&state, "esri:499");
	cr_expect(state.matches.alive);
	expect_sound(&state);
	state_clear(&state);
}

Test(matches, the_page_of_the_hit_is_at_its_first_match)
{
	struct state state;
	size_t line;

	mind_start(&state, "");
	mind_search(&state, "two limits may");
	expect_shown(&state, "429");
	cr_assert_eq(state.reader.page.match_count, 1);
	line = state.reader.page.matches[0];
	cr_expect_geq(line, state.reader.view.top);
	cr_expect_leq(line - state.reader.view.top, 12,
		      "no lower than the middle");
	state_clear(&state);
}

Test(matches, the_hits_are_stepped_through)
{
	struct state state;

	mind_start(&state, "");
	mind_search(&state, "token");
	press(&state, "Down");
	expect_shown(&state, "429");
	press(&state, "^N");
	expect_said(&state, "this is the last hit");
	press(&state, "^P");
	expect_shown(&state, "esri:499");
	press(&state, "Up");
	expect_said(&state, "this is the first hit");
	state_clear(&state);
}

Test(matches, enter_goes_to_the_hit_in_the_tree)
{
	struct state state;

	mind_start(&state, "2 0 0 Enter");
	mind_search(&state, "rate limit");
	press(&state, "Down Enter");
	cr_expect_not(stack_has(&state.stack, LAYER_PROMPT));
	cr_expect(state.matches.alive);
	cr_expect_eq(state.focus, PANE_TREE);
	expect_selected(&state, "cloudflare:1015");
	expect_sound(&state);
	state_clear(&state);
}

Test(matches, cancelling_brings_back_place_folds_scroll_and_focus)
{
	static const char *const keys[] = { "Esc", "^C", "^G" };

	for (size_t i = 0; i < COUNT(keys); i++) {
		struct state state;
		size_t rows, top, scroll;

		mind_start(&state, "* 4 2 9 Enter Space j");
		rows = state.rows.count;
		top = state.tree.top;
		scroll = state.reader.view.top;
		mind_search(&state, "teapot");
		cr_assert_neq(state.reader.view.top, scroll);
		press(&state, keys[i]);
		expect_shown(&state, "429");
		expect_selected(&state, "429");
		cr_expect_eq(state.rows.count, rows);
		cr_expect_eq(state.tree.top, top);
		cr_expect_eq(state.reader.view.top, scroll);
		cr_expect_eq(state.focus, PANE_DETAIL);
		cr_expect_not(state.matches.alive);
		state_clear(&state);
	}
}

Test(matches, cancelling_brings_back_the_search_before)
{
	struct state state;

	mind_start(&state, "");
	mind_search(&state, "token");
	press(&state, "Enter n");
	mind_search(&state, "limit");
	press(&state, "Esc");
	cr_expect(state.matches.alive);
	cr_expect_str_eq(strbuf_text(&state.matches.query), "token");
	cr_expect_eq(state.matches.search.count, 2);
	expect_shown(&state, "429");
	state_clear(&state);
}

Test(matches, cancelling_brings_back_a_number_that_nobody_defines)
{
	struct state state;

	mind_start(&state, "4 7 1 Esc");
	mind_search(&state, "token");
	cr_assert_eq(state.reader.shown.number, 0);
	press(&state, "Esc");
	cr_expect_eq(state.reader.shown.number, 471);
	state_clear(&state);
}

Test(matches, backspace_on_an_empty_prompt_cancels)
{
	struct state state;

	mind_start(&state, "4 2 9 Esc / a Backspace");
	cr_expect(stack_has(&state.stack, LAYER_PROMPT));
	expect_shown(&state, "429");
	press(&state, "Backspace");
	cr_expect_not(stack_has(&state.stack, LAYER_PROMPT));
	expect_shown(&state, "429");
	state_clear(&state);
}

struct edit_case {
	const char *keys;
	const char *text;
	size_t cursor;
};

Test(matches, the_text_is_edited_like_a_line_of_a_shell)
{
	static const struct edit_case edits[] = {
		{ "", "one two", 7 },
		{ "Left Left", "one two", 5 },
		{ "Home", "one two", 0 },
		{ "^A ^E", "one two", 7 },
		{ "Home Right", "one two", 1 },
		{ "^W", "one ", 4 },
		{ "^W ^W", "", 0 },
		{ "^U", "", 0 },
		{ "Left Left Left ^U", "two", 0 },
		{ "Home Del", "ne two", 0 },
		{ "Home ^D ^D", "e two", 0 },
		{ "Left Backspace", "one to", 5 },
		{ "Left x", "one twxo", 7 },
		{ "Space Space ^W", "one ", 4 },
		{ "Home ^W", "one two", 0 },
		{ "Del", "one two", 7 },
	};

	for (size_t i = 0; i < COUNT(edits); i++) {
		struct state state;

		mind_start(&state, "");
		mind_search(&state, "one two");
		press(&state, edits[i].keys);
		cr_expect_str_eq(typed(&state), edits[i].text, "'%s'",
				 edits[i].keys);
		cr_expect_eq(state.prompt.line.cursor, edits[i].cursor,
			     "'%s': %zu", edits[i].keys,
			     state.prompt.line.cursor);
		expect_sound(&state);
		state_clear(&state);
	}
}

Test(matches, an_edit_takes_whole_signs)
{
	struct state state;

	mind_start(&state, "");
	mind_search(&state, "a\u914de\u0301");
	press(&state, "Backspace");
	cr_expect_str_eq(typed(&state), "a\u914d");
	press(&state, "Left Del");
	cr_expect_str_eq(typed(&state), "a");
	state_clear(&state);
}

Test(matches, a_letter_of_a_command_is_a_letter)
{
	struct state state;

	mind_start(&state, "/ q Q ? s v w F 4 . & / Space b");
	cr_expect_str_eq(typed(&state), "qQ?svwF4.&/ b");
	cr_expect_eq(state.rows.hidden, 0);
	state_clear(&state);
}

Test(matches, a_text_has_an_end)
{
	struct state state;

	mind_start(&state, "/");
	for (int i = 0; i < 3000; i++)
		press(&state, "x");
	cr_expect_lt(state.prompt.line.text.length, 3000);
	cr_expect_gt(state.message.length, 0);
	expect_sound(&state);
	state_clear(&state);
}

Test(matches, what_did_match_stays_when_nothing_does)
{
	struct state state;

	mind_start(&state, "");
	mind_search(&state, "nginxzz");
	cr_expect(state.lost.any || state.matches.search.near);
	cr_expect_gt(state.matches.search.count, 0);
	press(&state, "^U x y z z y");
	cr_expect(state.lost.any);
	press(&state, "Enter");
	cr_expect(stack_has(&state.stack, LAYER_PROMPT));
	expect_said(&state, "no code has 'xyzzy'");
	expect_sound(&state);
	state_clear(&state);
}

Test(matches, hits_that_are_hidden_are_not_said_to_be_nowhere)
{
	struct state state;

	mind_start(&state, "v / 4 9 9");
	cr_expect(state.lost.any);
	cr_expect_eq(state.lost.hidden, 2);
	press(&state, "Enter");
	expect_said(&state, "every code with '499' is hidden; F shows all");
	state_clear(&state);
}

/* ------------------------------------------------------------------------
 * History
 */

Test(matches, up_on_an_empty_prompt_recalls_what_was_searched_for)
{
	struct state state;

	mind_start(&state, "/ t o k e n Enter / l i m i t Enter / Up");
	cr_expect_str_eq(typed(&state), "limit");
	cr_expect_gt(state.matches.search.count, 0);
	press(&state, "Up");
	cr_expect_str_eq(typed(&state), "token");
	press(&state, "Up");
	expect_said(&state, "the history has no older text");
	press(&state, "Down Down");
	cr_expect_str_eq(typed(&state), "");
	press(&state, "Down");
	expect_said(&state, "the history has no newer text");
	state_clear(&state);
}

Test(matches, a_recalled_text_that_is_edited_has_hits_again)
{
	struct state state;

	mind_start(&state, "/ s e r v e r Enter / Up Backspace Down");
	cr_expect_str_eq(typed(&state), "serve");
	cr_expect_eq(state.matches.hit, 1);
	state_clear(&state);
}

Test(matches, a_cancelled_text_is_not_remembered)
{
	struct state state;

	mind_start(&state, "/ t o k e n Esc");
	cr_expect_eq(state.history.count, 0);
	state_clear(&state);
}

/* ------------------------------------------------------------------------
 * From match to match
 */

Test(matches, the_next_hit_is_unfolded_and_the_last_wraps)
{
	struct state state;

	mind_start(&state, "");
	mind_search(&state, "rate limit");
	press(&state, "Enter n");
	expect_selected(&state, "cloudflare:1015");
	expect_sound(&state);
	press(&state, "n");
	expect_selected(&state, "429");
	expect_said(&state, "the search wrapped to the first hit");
	press(&state, "N");
	expect_selected(&state, "cloudflare:1015");
	expect_said(&state, "the search wrapped to the last hit");
	state_clear(&state);
}

Test(matches, in_the_detail_matches_come_before_hits)
{
	struct state state;

	mind_start(&state, "");
	mind_search(&state, "token");
	press(&state, "Enter Tab n");
	expect_shown(&state, "esri:499");
	cr_expect_eq(state.reader.match, 1);
	press(&state, "n");
	expect_shown(&state, "429");
	cr_expect_eq(state.reader.match, 0);
	press(&state, "N");
	expect_shown(&state, "esri:499");
	cr_expect_eq(state.reader.match, 1);
	state_clear(&state);
}

Test(matches, hits_of_a_prompt_that_was_left_are_not_the_last_ones)
{
	struct state state;

	mind_start(&state, "");
	mind_search(&state, "token");
	press(&state, "Esc");
	update_paste(&state, "xyzzyplugh", 10);
	cr_expect(state.lost.any);
	cr_expect_eq(state.matches.search.count, 0);
	cr_expect_not(state.matches.alive);
	expect_shown(&state, "class:1xx");
	expect_sound(&state);
	state_clear(&state);
}

Test(matches, a_text_of_the_history_that_is_edited_has_hits_to_step_to)
{
	static const char *const keys[] = { "End", "Home", "Left", "^E" };

	for (size_t i = 0; i < COUNT(keys); i++) {
		struct state state;

		mind_start(&state, "/ t o k e n Enter / o k Enter / Up Up");
		cr_expect_str_eq(typed(&state), "token");
		press(&state, keys[i]);
		press(&state, "Down");
		cr_expect_str_eq(typed(&state), "token", "%s", keys[i]);
		cr_expect_eq(state.matches.hit, 1, "%s", keys[i]);
		state_clear(&state);
	}
}

/* The entry of a hit, from 0. */
static const char *hit_id(const struct state *state, size_t hit)
{
	cr_assert_lt(hit, state->matches.search.count);
	return catalogue_id(state->catalogue,
			    state->matches.search.hits[hit].entry);
}

Test(matches, from_outside_the_hits_it_goes_on_from_the_one_seen_last)
{
	struct state state;

	mind_start(&state, "");
	mind_search(&state, "server");
	press(&state, "Enter");
	cr_assert_gt(state.matches.search.count, 3);
	cr_assert_eq(search_find(&state.matches.search, small_entry("200")),
		     state.matches.search.count);
	press(&state, "n 2 0 0 n");
	expect_shown(&state, hit_id(&state, 2));
	press(&state, "2 0 0 N");
	expect_shown(&state, hit_id(&state, 2));
	press(&state, "2 0 0 N N");
	expect_shown(&state, hit_id(&state, 1));
	/* A prompt that was left without a choice changes nothing. */
	press(&state, "2 0 0 / m Down Down Esc n");
	expect_shown(&state, hit_id(&state, 2));
	state_clear(&state);
}

/* The last hit that is a registered code and has a vendor's before it. */
static size_t late_hit(const struct state *state)
{
	const struct search *search = &state->matches.search;
	bool vendor = false;
	size_t late = search->count;

	for (size_t i = 0; i < search->count; i++) {
		enum kind kind =
			catalogue_kind(state->catalogue, search->hits[i].entry);

		vendor = vendor || kind == KIND_VENDOR;
		if (vendor && kind == KIND_STANDARD)
			late = i;
	}
	cr_assert_lt(late, search->count);
	return late;
}

Test(matches, the_hit_seen_last_stays_that_when_others_are_hidden)
{
	struct state state;
	entry_t wanted;
	size_t late;

	mind_start(&state, "");
	mind_search(&state, "request");
	press(&state, "Enter");
	late = late_hit(&state);
	wanted = state.matches.search.hits[late].entry;
	for (size_t i = 0; i < late; i++)
		press(&state, "n");
	cr_assert_eq(state.reader.shown.entry, wanted);
	press(&state, "4 0 4 v N");
	cr_expect_eq(state.reader.shown.entry, wanted);
	/* When it is hidden itself, there is still somewhere to go. */
	press(&state, "4 0 4 v s N");
	cr_expect_lt(state.matches.hit, state.matches.search.count);
	expect_sound(&state);
	state_clear(&state);
}

Test(matches, from_the_last_hit_seen_it_wraps_as_from_any)
{
	struct state state;

	mind_start(&state, "");
	mind_search(&state, "token");
	press(&state, "Enter N 2 0 0 n");
	expect_shown(&state, hit_id(&state, 0));
	expect_said(&state, "the search wrapped to the first hit");
	state_clear(&state);
}

Test(matches, enter_on_a_number_that_nobody_defines_goes_to_its_page)
{
	struct state state;

	mind_start(&state, "4 0 4 Enter h");
	mind_search(&state, "471");
	cr_assert(state.lost.any);
	press(&state, "Enter");
	cr_expect_not(stack_has(&state.stack, LAYER_PROMPT));
	cr_expect_eq(state.reader.shown.number, 471);
	expect_said(&state, "nobody defines 471");
	expect_sound(&state);
	press(&state, "Esc");
	cr_expect_eq(state.reader.shown.number, 0);
	cr_expect_not(state.matches.alive);
	/* It was searched for, and can be again. */
	cr_expect_str_eq(state.history.texts[0], "471");
	press(&state, "& 4 7 1 Enter");
	cr_expect(stack_has(&state.stack, LAYER_PROMPT));
	expect_said(&state, "no code has '471'");
	state_clear(&state);
}

Test(matches, without_a_search_there_is_nothing_to_go_to)
{
	struct state state;

	mind_start(&state, "n");
	expect_said(&state, "nothing was searched for; / searches");
	press(&state, "/ 4 9 9 Enter v n");
	expect_said(&state, "every hit is hidden");
	state_clear(&state);
}

/* ------------------------------------------------------------------------
 * Narrowing
 */

Test(matches, narrowing_shows_only_what_matches)
{
	struct state state;

	mind_start(&state, "& t o k e n Enter");
	cr_expect_eq(state.rows.count, 3);
	cr_expect_eq(state.rows.hidden, 18);
	expect_selected(&state, "esri:499");
	expect_sound(&state);
	state_clear(&state);
}

Test(matches, narrowing_ends_with_an_empty_text_or_escape)
{
	static const char *const keys[] = { "& Enter", "Esc Esc" };

	for (size_t i = 0; i < COUNT(keys); i++) {
		struct state state;
		size_t rows;

		mind_start(&state, "2 l 4 l");
		rows = state.rows.count;
		press(&state, "& t o k e n Enter");
		press(&state, keys[i]);
		cr_expect_null(state.narrowing.only, "%s", keys[i]);
		cr_expect_eq(state.rows.count, rows, "%s: %zu", keys[i],
			     state.rows.count);
		expect_selected(&state, "esri:499");
		expect_sound(&state);
		state_clear(&state);
	}
}

Test(matches, a_narrowed_tree_is_narrowed_otherwise_from_all_codes)
{
	struct state state;

	mind_start(&state, "& t o k e n Enter");
	press(&state, "& m a i n t e n a n c e Enter");
	expect_selected(&state, "503");
	cr_expect_eq(state.rows.hidden, 19);
	state_clear(&state);
}

Test(matches, a_search_in_a_narrowed_tree_stays_inside)
{
	struct state state;

	mind_start(&state, "& t o k e n Enter / r e q u e s t");
	cr_expect_gt(state.matches.search.count, 0);
	for (size_t i = 0; i < state.matches.search.count; i++)
		cr_expect(rows_kept(
			&state.rows,
			catalogue_row_of(state.catalogue,
					 state.matches.search.hits[i].entry)));
	cr_expect_gt(state.matches.search.hidden, 0);
	state_clear(&state);
}

Test(matches, narrowed_and_filtered_to_nothing_it_stays_sound)
{
	struct state state;

	mind_start(&state, "& 4 9 9 Enter v");
	expect_sound(&state);
	cr_expect_eq(state.rows.hidden, 20);
	press(&state, "j G k g l h J K n N Space b");
	expect_sound(&state);
	press(&state, "v Esc Esc");
	expect_sound(&state);
	cr_expect_eq(state.rows.hidden, 0);
	state_clear(&state);
}

Test(matches, after_escape_the_last_search_is_taken_up_again)
{
	struct state state;

	mind_start(&state, "");
	mind_search(&state, "rate limit");
	press(&state, "Enter n N Esc");
	cr_expect_not(state.matches.alive);
	press(&state, "n");
	cr_expect(state.matches.alive);
	expect_selected(&state, "cloudflare:1015");
	expect_sound(&state);
	/* In the detail of a hit its matches come first. */
	press(&state, "N Esc Tab n");
	expect_shown(&state, "429");
	cr_expect_eq(state.reader.match, 0);
	cr_expect_gt(state.reader.page.match_count, 0);
	/* What a filter hides meanwhile is no hit any more. */
	press(&state, "Esc Esc Tab v n n");
	expect_shown(&state, "429");
	press(&state, "Esc s n");
	expect_said(&state, "every hit is hidden");
	expect_sound(&state);
	state_clear(&state);
}

Test(matches, a_prompt_that_was_left_takes_nothing_up)
{
	struct state state;

	mind_start(&state, "/ t o k e n Esc n");
	expect_said(&state, "nothing was searched for; / searches");
	state_clear(&state);
}

Test(matches, enter_on_an_empty_prompt_repeats_the_last_search)
{
	struct state state;

	mind_start(&state, "/ Enter");
	expect_said(&state, "nothing was searched for yet");
	cr_expect(stack_has(&state.stack, LAYER_PROMPT));
	press(&state, "t o k e n Enter / Enter");
	cr_expect_not(stack_has(&state.stack, LAYER_PROMPT));
	expect_selected(&state, "429");
	press(&state, "Esc 2 0 0 Esc / Enter");
	cr_expect(state.matches.alive);
	expect_sound(&state);
	state_clear(&state);
}

Test(matches, what_was_searched_for_another_time_is_repeated_too)
{
	struct state state;

	mind_start(&state, "");
	history_add(&state.history, "token");
	press(&state, "/ Enter");
	expect_selected(&state, "esri:499");
	cr_expect(state.matches.alive);
	state_clear(&state);
	mind_start(&state, "");
	history_add(&state.history, "xyzzyplugh");
	press(&state, "/ Enter");
	expect_said(&state, "no code has 'xyzzyplugh'");
	expect_sound(&state);
	state_clear(&state);
}

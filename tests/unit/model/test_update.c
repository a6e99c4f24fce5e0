#include "model/prompt.h"
#include "model/update.h"

#include "unit/model/mind.h"

TestSuite(update, .init = use_utf8);

Test(update, keys_are_read_in_the_context_of_what_is_on_top)
{
	static const struct {
		const char *keys;
		enum context context;
	} rows[] = {
		{ "", CONTEXT_BROWSE },	      { "/", CONTEXT_PROMPT },
		{ "&", CONTEXT_PROMPT },      { "?", CONTEXT_HELP },
		{ "? /", CONTEXT_PROMPT },    { "? / Esc", CONTEXT_HELP },
		{ "/ a Esc", CONTEXT_BROWSE }, { "4 2 9", CONTEXT_BROWSE },
	};

	for (size_t i = 0; i < COUNT(rows); i++) {
		struct state state;

		mind_start(&state, rows[i].keys);
		cr_expect_eq(update_context(&state), rows[i].context, "%s",
			     rows[i].keys);
		state_clear(&state);
	}
}

Test(update, what_the_terminal_must_do_is_returned)
{
	static const struct {
		const char *keys;
		enum effect_kind effect;
	} rows[] = {
		{ "q", EFFECT_QUIT },	    { "Q", EFFECT_QUIT },
		{ "^C", EFFECT_INTERRUPT }, { "^L", EFFECT_REDRAW },
		{ "^Z", EFFECT_SUSPEND },   { "j", EFFECT_NONE },
		{ "/ ^L", EFFECT_REDRAW },  { "/ ^Z", EFFECT_SUSPEND },
		{ "/ ^C", EFFECT_NONE },    { "/ q", EFFECT_NONE },
		{ "/ Q", EFFECT_NONE },	    { "? q", EFFECT_NONE },
		{ "4 2 9 Enter q", EFFECT_QUIT },
	};

	for (size_t i = 0; i < COUNT(rows); i++) {
		struct state state;

		mind_start(&state, "");
		cr_expect_eq(press(&state, rows[i].keys), rows[i].effect,
			     "%s", rows[i].keys);
		state_clear(&state);
	}
}

Test(update, q_closes_the_page_that_is_alone_and_then_quits)
{
	struct state state;

	mind_start_at(&state, 60, 18, "4 2 9 Enter");
	cr_expect_eq(press(&state, "q"), EFFECT_NONE);
	cr_expect_eq(state.focus, PANE_TREE);
	cr_expect_eq(press(&state, "q"), EFFECT_QUIT);
	state_clear(&state);
}

Test(update, escape_never_quits)
{
	static const char *const keys[] = { "", "4 2 9", "4 2 9 Enter", "/ a",
					    "& a Enter", "?", "v", "O" };

	for (size_t i = 0; i < COUNT(keys); i++) {
		struct state state;

		mind_start(&state, keys[i]);
		for (int j = 0; j < 8; j++)
			cr_expect_eq(press(&state, "Esc"), EFFECT_NONE, "%s",
				     keys[i]);
		expect_said(&state, "there is nothing to undo; q quits");
		state_clear(&state);
	}
}

/* Prompt, number, overlay, page alone, highlight, narrowing. */
Test(update, escape_undoes_one_layer_at_a_time_in_its_order)
{
	struct state state;

	mind_start_at(&state, 60, 18, "&");
	press_text(&state, "request");
	press(&state, "Enter Enter ? / x");
	cr_assert(stack_has(&state.stack, LAYER_PROMPT) &&
		  stack_has(&state.stack, LAYER_HELP) && state.matches.alive &&
		  state.narrowing.only != NULL && state.focus == PANE_DETAIL);
	press(&state, "Esc");
	cr_expect(!stack_has(&state.stack, LAYER_PROMPT) &&
		  stack_has(&state.stack, LAYER_HELP));
	press(&state, "Esc");
	cr_expect(!stack_has(&state.stack, LAYER_HELP) &&
		  state.focus == PANE_DETAIL);
	press(&state, "4 2 9 Esc");
	cr_expect(state.number.length == 0 && state.focus == PANE_DETAIL);
	press(&state, "Esc");
	cr_expect(state.focus == PANE_TREE && state.matches.alive);
	press(&state, "Esc");
	cr_expect(!state.matches.alive && state.narrowing.only != NULL);
	press(&state, "Esc");
	cr_expect_null(state.narrowing.only);
	press(&state, "Esc");
	expect_said(&state, "there is nothing to undo; q quits");
	state_clear(&state);
}

Test(update, a_key_that_is_bound_to_nothing_says_so)
{
	struct state state;

	mind_start(&state, "x");
	expect_said(&state, "x does nothing here; ? lists the keys");
	press(&state, "F7");
	expect_said(&state, "F7 does nothing here; ? lists the keys");
	press(&state, "/ F7");
	expect_said(&state, "F7 does nothing here");
	press(&state, "Esc ? x");
	expect_said(&state, "x does nothing here");
	state_clear(&state);
}

Test(update, a_message_goes_with_the_next_key)
{
	struct state state;

	mind_start(&state, "k j");
	expect_said(&state, "");
	state_clear(&state);
}

Test(update, the_other_pane_has_the_focus_by_turns)
{
	struct state state;

	mind_start(&state, "Tab");
	cr_expect_eq(state.focus, PANE_DETAIL);
	press(&state, "S-Tab");
	cr_expect_eq(state.focus, PANE_TREE);
	state_clear(&state);
}

Test(update, a_pane_can_have_the_screen_and_share_it_again)
{
	struct state state;

	mind_start(&state, "O");
	cr_expect_not(state_layout(&state).two);
	press(&state, "O");
	cr_expect(state_layout(&state).two);
	state_clear(&state);
	mind_start_at(&state, 60, 18, "O");
	expect_said(&state, "the screen is too small for two panes");
	update_resize(&state, 24, 80);
	cr_expect(state_layout(&state).two);
	state_clear(&state);
}

/* ------------------------------------------------------------------------
 * Pastes
 */

static void paste(struct state *state, const char *text)
{
	update_paste(state, text, strlen(text));
}

Test(update, a_paste_opens_the_search_with_its_first_line)
{
	static const struct {
		const char *pasted;
		const char *typed;
	} rows[] = {
		{ "rate limit", "rate limit" },
		{ "rate limit\nand more", "rate limit" },
		{ "rate limit\r\nand more", "rate limit" },
		{ "\n\nrate\tlimit\n", "rate limit" },
		{ "a\033[31mb\007c", "a[31mbc" },
		{ "a\u202eb\u200bc", "abc" },
		{ "caf\u00e9 \u914d\u984d", "caf\u00e9 \u914d\u984d" },
		{ "499 q Q", "499 q Q" },
	};

	for (size_t i = 0; i < COUNT(rows); i++) {
		struct state state;

		mind_start(&state, "4 2 9 Enter");
		paste(&state, rows[i].pasted);
		cr_expect(stack_has(&state.stack, LAYER_PROMPT));
		cr_expect_str_eq(strbuf_text(&state.prompt.line.text),
				 rows[i].typed);
		cr_expect_eq(state.prompt.line.cursor, strlen(rows[i].typed));
		expect_sound(&state);
		state_clear(&state);
	}
}

Test(update, a_paste_goes_into_the_prompt_that_is_open)
{
	struct state state;

	mind_start(&state, "& a b Left");
	paste(&state, "XY");
	cr_expect_str_eq(strbuf_text(&state.prompt.line.text), "aXYb");
	cr_expect_eq(state.prompt.purpose->sign, '&');
	state_clear(&state);
}

Test(update, a_paste_without_anything_to_search_for_says_so)
{
	struct state state;

	mind_start(&state, "");
	paste(&state, "\033\n\n");
	expect_said(&state, "nothing was pasted that can be searched");
	expect_sound(&state);
	update_paste(&state, "", 0);
	expect_said(&state, "nothing was pasted that can be searched");
	state_clear(&state);
}

Test(update, a_paste_of_any_bytes_leaves_a_sound_state)
{
	struct state state;
	char bytes[4096];
	unsigned int seed = 7;

	for (int round = 0; round < 30; round++) {
		mind_start(&state, round % 2 == 0 ? "" : "?");
		for (size_t i = 0; i < sizeof(bytes); i++) {
			seed = seed * 1103515245U + 12345U;
			bytes[i] = (char)(seed >> 16);
		}
		update_paste(&state, bytes, sizeof(bytes));
		expect_sound(&state);
		memset(bytes, 'x', sizeof(bytes));
		update_paste(&state, bytes, sizeof(bytes));
		expect_sound(&state);
		state_clear(&state);
	}
}

/* ------------------------------------------------------------------------
 * Opened at a text
 */

Test(update, it_opens_at_the_first_hit)
{
	struct state state;

	mind_start(&state, "");
	cr_expect(press_open_at(&state, "499"));
	expect_shown(&state, "nginx:499");
	expect_selected(&state, "nginx:499");
	cr_expect(state.matches.alive);
	expect_sound(&state);
	press(&state, "n");
	expect_shown(&state, "esri:499");
	/* It was visited, so there is a way back to it. */
	press(&state, "<");
	expect_shown(&state, "nginx:499");
	state_clear(&state);
}

/* A search would put the best known first, and reads only so many numbers. */
Test(update, it_opens_at_the_first_of_several_numbers_that_somebody_defines)
{
	struct state state;
	struct strbuf many;

	mind_start(&state, "");
	cr_expect(press_open_at(&state, "499 404"));
	expect_shown(&state, "nginx:499");
	expect_sound(&state);
	strbuf_init(&many);
	for (int number = 120; number < 180; number++)
		strbuf_addf(&many, "%d ", number);
	strbuf_add(&many, "404");
	cr_expect(press_open_at(&state, strbuf_text(&many)));
	expect_shown(&state, "404");
	expect_sound(&state);
	strbuf_clear(&many);
	state_clear(&state);
}

Test(update, it_does_not_open_at_what_is_nowhere)
{
	struct state state;

	mind_start(&state, "");
	cr_expect_not(press_open_at(&state, "xyzzyplugh"));
	expect_shown(&state, "class:1xx");
	expect_sound(&state);
	state_clear(&state);
}

Test(update, opened_at_a_match_one_pane_has_its_page_open_and_two_have_the_tree)
{
	struct state state;

	mind_start_at(&state, 60, 20, "");
	cr_assert(press_open_at(&state, "499"));
	cr_expect_eq(state.focus, PANE_DETAIL);
	cr_expect_gt(state_layout(&state).detail.rows, 0);
	expect_sound(&state);
	press(&state, "Esc");
	cr_expect_eq(state.focus, PANE_TREE);
	expect_selected(&state, "nginx:499");
	cr_expect(state.matches.alive);
	state_clear(&state);

	mind_start_at(&state, 80, 24, "");
	cr_assert(press_open_at(&state, "499"));
	cr_expect_eq(state.focus, PANE_TREE);
	state_clear(&state);
}

Test(update, opened_on_a_tiny_screen_it_shows_the_page_when_there_is_room)
{
	struct state state;

	mind_start_at(&state, 1, 1, "");
	cr_assert(press_open_at(&state, "499"));
	update_resize(&state, 20, 60);
	cr_expect_gt(state_layout(&state).detail.rows, 0);
	expect_shown(&state, "nginx:499");
	expect_sound(&state);
	state_clear(&state);
}

/* ------------------------------------------------------------------------
 * Sizes
 */

Test(update, every_mode_survives_every_size_and_comes_back)
{
	static const char *const keys[] = { "4 2 9",	    "4 2 9 Enter G",
					    "/ l i m i t",  "? G",
					    "& r e q Enter", "4 7 1", "O" };
	static const int sizes[][2] = { { 1, 1 },   { 3, 19 }, { 4, 20 },
					{ 5, 200 }, { 60, 21 }, { 12, 70 },
					{ 11, 69 }, { 60, 200 } };

	for (size_t i = 0; i < COUNT(keys); i++) {
		for (size_t j = 0; j < COUNT(sizes); j++) {
			struct state state;

			mind_start(&state, keys[i]);
			update_resize(&state, sizes[j][0], sizes[j][1]);
			expect_sound(&state);
			update_resize(&state, 24, 80);
			expect_sound(&state);
			state_clear(&state);
		}
	}
}

Test(update, the_place_to_come_back_to_is_where_the_reader_is)
{
	static const struct {
		const char *keys;
		const char *id; /* NULL: nowhere */
	} rows[] = {
		{ "", NULL },
		{ "j", "class:2xx" },
		{ "4 0 4", "404" },
		{ "4 0 4 5 0 3", "503" },
		{ "4 0 4 Enter h k", "400" },
		{ "4 2 9 Enter h g", "429" },
	};

	for (size_t i = 0; i < COUNT(rows); i++) {
		struct state state;
		entry_t last;

		mind_start(&state, rows[i].keys);
		last = state_last_place(&state).entry;
		cr_expect_eq(last,
			     rows[i].id == NULL ? ENTRY_NONE :
						  small_entry(rows[i].id),
			     "'%s'", rows[i].keys);
		state_clear(&state);
	}
}

Test(update, what_changes_no_size_moves_no_line)
{
	static const char *const keys[] = { "4 0 4 Enter j j j",
					    "4 2 9 Enter G",
					    "4 2 9 Enter Space j" };

	for (size_t i = 0; i < COUNT(keys); i++) {
		struct state state;
		size_t top;

		mind_start(&state, keys[i]);
		top = state.reader.view.top;
		update_resize(&state, 24, 80);
		cr_expect_eq(state.reader.view.top, top, "'%s'", keys[i]);
		press(&state, "O O");
		cr_expect_eq(state.reader.view.top, top, "'%s'", keys[i]);
		update_resize(&state, 60, 120);
		update_resize(&state, 3, 10);
		update_resize(&state, 24, 80);
		cr_expect_eq(state.reader.view.top, top, "'%s'", keys[i]);
		state_clear(&state);
	}
}

Test(update, alt_with_a_letter_moves_by_words_and_loses_nothing)
{
	struct state state;

	mind_start(&state, "/ a Space b c Alt-b");
	cr_expect_str_eq(strbuf_text(&state.prompt.line.text), "a bc");
	cr_expect_eq(state.prompt.line.cursor, 2);
	press(&state, "Home Alt-f");
	cr_expect_eq(state.prompt.line.cursor, 1);
	press(&state, "Esc");
	cr_expect_eq(press(&state, "Alt-q"), EFFECT_NONE);
	expect_said(&state, "Alt-q does nothing here; ? lists the keys");
	state_clear(&state);
}

Test(update, the_page_is_enlarged_from_either_pane_and_the_panes_come_back)
{
	static const char *const keys[] = { "4 2 9 Esc", "4 2 9 Enter" };

	for (size_t i = 0; i < COUNT(keys); i++) {
		struct state state;
		enum pane focus;

		mind_start(&state, keys[i]);
		focus = state.focus;
		press(&state, "O");
		cr_expect_eq(state_layout(&state).tree.rows, 0);
		cr_expect_eq(state_layout(&state).detail.cols, 80);
		press(&state, "O");
		cr_expect(state_layout(&state).two);
		cr_expect_eq(state.focus, focus);
		state_clear(&state);
	}
}

Test(update, a_paste_closes_what_any_other_key_closes)
{
	static const char *const keys[] = { "4 2 9 Esc y", "4 2 9 Esc o",
					    "4 2", "4 2 9 c" };

	for (size_t i = 0; i < COUNT(keys); i++) {
		struct state state;

		mind_start(&state, keys[i]);
		paste(&state, "limit");
		cr_expect_eq(state.effect, EFFECT_NONE);
		cr_expect_str_eq(strbuf_text(&state.prompt.line.text), "limit",
				 "'%s'", keys[i]);
		expect_sound(&state);
		state_clear(&state);
	}
}

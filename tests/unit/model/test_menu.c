#include "model/menu.h"

#include "model/update.h"
#include "unit/model/mind.h"

TestSuite(menu, .init = use_utf8);

static const struct facet *selected(const struct state *state)
{
	const struct menu *menu = &state->menu;

	cr_assert_lt(menu->view.cursor, menu->view.count);
	return &menu->facets.list[menu->shown[menu->view.cursor]];
}

Test(menu, typing_narrows_to_what_begins_so_first)
{
	struct state state;

	mind_start(&state, "f n");
	cr_expect_eq(update_context(&state), CONTEXT_MENU);
	cr_expect_str_eq(selected(&state)->label, "nginx");
	cr_expect_gt(state.menu.view.count, 1);
	press(&state, "G I N X");
	cr_expect_eq(state.menu.view.count, 1);
	press(&state, "z");
	cr_expect_eq(state.menu.view.count, 0);
	press(&state, "Space");
	expect_said(&state, "nothing here has 'nGINXz'");
	press(&state, "^U");
	cr_expect_eq(state.menu.view.count, state.menu.facets.count);
	expect_sound(&state);
	state_clear(&state);
}

Test(menu, space_hides_and_shows)
{
	struct state state;

	mind_start(&state, "f Down Space");
	expect_said(&state, "vendor is hidden");
	cr_expect(state.filter.hidden[KIND_VENDOR]);
	cr_expect_eq(state.rows.hidden, 10);
	expect_sound(&state);
	press(&state, "Space");
	expect_said(&state, "vendor is shown");
	cr_expect_eq(state.rows.hidden, 0);
	press(&state, "Down Down Space Esc");
	cr_expect_eq(update_context(&state), CONTEXT_BROWSE);
	cr_expect_gt(state.rows.hidden, 0);
	/* F shows all of it again. */
	press(&state, "F");
	cr_expect_eq(state.rows.hidden, 0);
	state_clear(&state);
}

Test(menu, enter_shows_only_that_unfolded_and_all_again_as_it_was)
{
	struct state state;
	size_t rows;

	mind_start(&state, "5 l");
	rows = state.rows.count;
	press(&state, "f o b Enter");
	expect_said(&state, "only obsolete is shown");
	cr_expect_eq(update_context(&state), CONTEXT_BROWSE);
	cr_expect_eq(state.rows.hidden, 18);
	for (size_t i = 0; i < state.rows.count; i++)
		cr_expect(rows_unfolded(&state.rows, state.rows.list[i]));
	expect_sound(&state);
	press(&state, "F");
	cr_expect_eq(state.rows.count, rows);
	press(&state, "f o b Enter f o b Enter");
	expect_said(&state, "obsolete is shown");
	cr_expect_eq(state.rows.count, rows);
	cr_expect_eq(state.rows.hidden, 0);
	expect_sound(&state);
	state_clear(&state);
}

Test(menu, a_kind_that_is_alone_is_that_of_its_key)
{
	struct state state;

	mind_start(&state, "f Down Enter");
	expect_said(&state, "only vendor is shown");
	press(&state, "V");
	expect_said(&state, "all kinds are shown again");
	press(&state, "V f");
	cr_expect(facet_alone(&state.menu.facets.list[1], &state.filter));
	state_clear(&state);
}

Test(menu, escape_takes_what_was_typed_and_then_the_menu)
{
	static const char *const keys[] = { "Esc", "^C", "^G" };

	for (size_t i = 0; i < COUNT(keys); i++) {
		struct state state;

		mind_start(&state, "f x y");
		press(&state, keys[i]);
		cr_expect_eq(update_context(&state), CONTEXT_MENU);
		cr_expect_eq(state.menu.typed.text.length, 0);
		cr_expect_eq(press(&state, keys[i]), EFFECT_NONE);
		cr_expect_eq(update_context(&state), CONTEXT_BROWSE);
		press(&state, "f x Backspace Backspace");
		cr_expect_eq(update_context(&state), CONTEXT_BROWSE);
		state_clear(&state);
	}
}

Test(menu, its_lines_are_gone_through_to_their_ends)
{
	struct state state;

	mind_start_at(&state, 60, 10, "f Up");
	expect_said(&state, "this is the first line");
	press(&state, "PgDn PgDn PgDn PgDn PgDn PgDn Down");
	expect_said(&state, "this is the last line");
	cr_expect_eq(state.menu.view.cursor, state.menu.view.count - 1);
	cr_expect_eq(state.menu.view.top, state.menu.view.count - 9);
	update_resize(&state, 5, 20);
	cr_expect_leq(state.menu.view.cursor,
		      state.menu.view.top + state.menu.view.height - 1);
	expect_sound(&state);
	state_clear(&state);
}

Test(menu, a_click_selects_and_on_the_sign_switches)
{
	struct mouse line = { MOUSE_CLICK, 1, 20 };
	struct mouse sign = { MOUSE_CLICK, 1, 2 };
	struct state state;

	mind_start(&state, "f");
	update_mouse(&state, &line);
	cr_expect_str_eq(selected(&state)->label, "vendor");
	cr_expect_eq(state.rows.hidden, 0);
	update_mouse(&state, &sign);
	cr_expect_eq(state.rows.hidden, 10);
	state_clear(&state);
}

Test(menu, a_living_search_follows_what_is_shown)
{
	struct state state;

	mind_start(&state, "");
	mind_search(&state, "rate limit");
	press(&state, "Enter f Down Space Esc");
	cr_expect_eq(state.matches.search.count, 1);
	cr_expect_eq(state.matches.search.hidden, 1);
	expect_sound(&state);
	state_clear(&state);
}

Test(menu, when_all_is_shown_again_the_place_is_what_it_was)
{
	struct state state;
	size_t scroll;

	mind_start(&state, "4 2 9 Enter Space");
	scroll = state.reader.view.top;
	press(&state, "f o b Enter");
	cr_expect_neq(state.reader.shown.entry, small_entry("429"));
	press(&state, "F");
	expect_shown(&state, "429");
	expect_selected(&state, "429");
	cr_expect_eq(state.reader.view.top, scroll);
	expect_sound(&state);
	/* Who has gone on stays there. */
	press(&state, "Tab f o b Enter G F");
	expect_selected(&state, "warning:110");
	expect_sound(&state);
	state_clear(&state);
}

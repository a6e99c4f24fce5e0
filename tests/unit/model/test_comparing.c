#include "model/comparing.h"

#include "model/update.h"
#include "unit/model/mind.h"

TestSuite(comparing, .init = use_utf8);

static void expect_sides(const struct state *state, const char *left,
			 const char *right)
{
	const struct comparing *comparing = &state->comparing;

	cr_assert_eq(update_context(state), CONTEXT_COMPARE);
	cr_expect_str_eq(catalogue_id(state->catalogue, comparing->left), left);
	cr_expect_str_eq(catalogue_id(state->catalogue,
				      comparing->others[comparing->at]),
			 right);
	cr_expect_gt(comparing->page.count, 0);
}

Test(comparing, alone_it_offers_what_the_code_is_taken_for)
{
	struct state state;

	mind_start(&state, "4 2 9 c");
	expect_sides(&state, "429", "503");
	press(&state, "J");
	expect_sides(&state, "429", "cloudflare:1015");
	press(&state, "J");
	expect_said(&state, "there is no next one to compare with");
	press(&state, "K K");
	expect_said(&state, "there is no previous one to compare with");
	expect_sides(&state, "429", "503");
	expect_sound(&state);
	state_clear(&state);
}

Test(comparing, the_other_meanings_of_its_number_are_offered_too)
{
	struct state state;

	/* esri:499 links to nothing. */
	mind_start(&state, "4 9 9 Esc j c");
	expect_sides(&state, "esri:499", "nginx:499");
	cr_expect_eq(state.comparing.count, 1);
	state_clear(&state);
}

Test(comparing, with_a_mark_that_one_comes_first)
{
	struct state state;

	mind_start(&state, "2 0 0 m");
	expect_said(&state, "200 is marked; c compares another with it");
	press(&state, "4 2 9 c");
	expect_sides(&state, "429", "200");
	cr_expect_eq(state.comparing.count, 3);
	press(&state, "Esc 2 0 0 m");
	expect_said(&state, "200 is not marked any more");
	press(&state, "c");
	expect_said(&state, "nothing is taken for it; m marks a code to "
			    "compare with");
	state_clear(&state);
}

Test(comparing, a_number_that_nobody_defines_is_not_compared)
{
	struct state state;

	mind_start(&state, "4 7 1 m");
	expect_said(&state,
		    "nobody defines 471, so there is nothing to compare");
	press(&state, "c");
	cr_expect_eq(update_context(&state), CONTEXT_BROWSE);
	cr_expect_gt(state.message.length, 0);
	state_clear(&state);
}

Test(comparing, it_is_closed_and_the_place_is_as_before)
{
	static const char *const keys[] = { "c", "Esc", "q" };

	for (size_t i = 0; i < COUNT(keys); i++) {
		struct state state;

		mind_start(&state, "4 2 9 Enter Space c");
		cr_expect_eq(press(&state, keys[i]), EFFECT_NONE);
		cr_expect_eq(update_context(&state), CONTEXT_BROWSE);
		expect_shown(&state, "429");
		cr_expect_eq(state.reader.view.top, 22);
		state_clear(&state);
	}
}

Test(comparing, enter_goes_to_the_other_and_there_is_a_way_back)
{
	struct state state;

	mind_start(&state, "4 2 9 c Enter");
	expect_shown(&state, "503");
	expect_selected(&state, "503");
	press(&state, "<");
	expect_shown(&state, "429");
	state_clear(&state);
}

Test(comparing, it_scrolls_and_is_laid_out_anew_for_another_size)
{
	struct state state;
	size_t wide;

	mind_start_at(&state, 120, 8, "4 2 9 c");
	wide = state.comparing.page.count;
	press(&state, "G");
	cr_expect_eq(state.comparing.view.top,
		     viewport_last_top(&state.comparing.view));
	press(&state, "j");
	expect_said(&state, "this is the end");
	update_resize(&state, 8, 40);
	cr_expect_gt(state.comparing.page.count, wide);
	update_resize(&state, 60, 200);
	cr_expect_eq(state.comparing.view.top, 0);
	update_resize(&state, 1, 1);
	update_resize(&state, 24, 80);
	expect_sides(&state, "429", "503");
	expect_sound(&state);
	state_clear(&state);
}

Test(comparing, a_click_says_what_the_keys_do)
{
	struct mouse click = { .act = MOUSE_CLICK, .row = 3, .col = 5 };
	struct state state;

	mind_start(&state, "4 2 9 c");
	update_mouse(&state, &click);
	expect_said(&state, "Enter goes to the other code, c closes");
	expect_sides(&state, "429", "503");
	state_clear(&state);
}

#include "model/links.h"

#include "unit/model/mind.h"

TestSuite(links, .init = use_utf8);

/* Where the selected link leads; "" without one. */
static const char *target(const struct state *state)
{
	const struct reader *reader = &state->reader;

	return reader->link == 0 ?
		       "" :
		       catalogue_id(state->catalogue,
				    reader->page.links[reader->link - 1].entry);
}

static bool link_on_screen(const struct state *state)
{
	const struct viewport *view = &state->reader.view;
	size_t line = state->reader.page.links[state->reader.link - 1].line;

	return line >= view->top && line < view->top + view->height;
}

Test(links, they_are_gone_through_scrolling_into_view)
{
	struct state state;

	mind_start_at(&state, 80, 12, "4 2 9 Esc ]");
	cr_assert_gt(state.reader.page.link_count, 1);
	cr_expect_eq(state.focus, PANE_DETAIL);
	for (size_t i = 1; i <= state.reader.page.link_count; i++) {
		cr_expect_eq(state.reader.link, i);
		cr_expect(link_on_screen(&state));
		expect_sound(&state);
		press(&state, "]");
	}
	expect_said(&state, "there is no link below");
	for (size_t i = state.reader.page.link_count; i > 1; i--)
		press(&state, "[");
	cr_expect_eq(state.reader.link, 1);
	cr_expect(link_on_screen(&state));
	press(&state, "[");
	expect_said(&state, "there is no link above");
	state_clear(&state);
}

Test(links, the_first_one_is_that_on_the_screen)
{
	struct state state;
	size_t count;

	mind_start_at(&state, 80, 12, "4 2 9 Enter G [");
	count = state.reader.page.link_count;
	cr_expect_eq(state.reader.link, count);
	/* One that was scrolled away is not where to go on from. */
	press(&state, "g [");
	expect_said(&state, "there is no link above");
	press(&state, "]");
	cr_expect_eq(state.reader.link, 1);
	state_clear(&state);
}

Test(links, enter_follows_one_and_there_is_a_way_back)
{
	struct state state;
	size_t scroll, link;

	mind_start_at(&state, 80, 12, "4 2 9 Enter Space ]");
	scroll = state.reader.view.top;
	link = state.reader.link;
	cr_expect_str_eq(target(&state), "503");
	press(&state, "Enter");
	expect_shown(&state, "503");
	expect_selected(&state, "503");
	cr_expect_eq(state.focus, PANE_DETAIL);
	cr_expect_eq(state.reader.link, 0);
	press(&state, "<");
	expect_shown(&state, "429");
	cr_expect_eq(state.reader.view.top, scroll);
	cr_expect_eq(state.reader.link, link);
	press(&state, ">");
	expect_shown(&state, "503");
	expect_sound(&state);
	state_clear(&state);
}

Test(links, a_hidden_one_is_followed_and_its_key_is_named)
{
	struct state state;

	mind_start(&state, "v 4 2 9 Enter ] ]");
	cr_assert_str_eq(target(&state), "cloudflare:1015");
	press(&state, "Enter");
	expect_shown(&state, "cloudflare:1015");
	expect_said(&state, "cloudflare:1015 is hidden, v shows it; "
			    "this is its page");
	cr_expect(state.filter.hidden[KIND_VENDOR]);
	press(&state, "<");
	expect_shown(&state, "429");
	expect_sound(&state);
	state_clear(&state);
}

Test(links, without_one_enter_says_so)
{
	struct state state;

	mind_start(&state, "4 2 9 Enter Enter");
	expect_said(&state, "no link is selected; ] selects one");
	press(&state, "Tab 2 Tab Enter");
	expect_said(&state, "this page has no links");
	press(&state, "]");
	expect_said(&state, "this page has no links");
	state_clear(&state);
}

Test(links, with_one_pane_the_page_is_opened_for_them)
{
	struct state state;

	mind_start_at(&state, 60, 18, "4 2 9 Esc ]");
	cr_expect_gt(state_layout(&state).detail.rows, 0);
	cr_expect_eq(state.reader.link, 1);
	press(&state, "Enter");
	expect_shown(&state, "503");
	cr_expect_gt(state_layout(&state).detail.rows, 0);
	expect_sound(&state);
	state_clear(&state);
}

Test(links, headings_are_gone_through_from_either_pane)
{
	static const char *const keys[] = { "4 2 9 Esc }", "4 2 9 Enter }" };

	for (size_t i = 0; i < COUNT(keys); i++) {
		struct state state;
		const struct page *page = &state.reader.page;
		size_t first, second;

		mind_start_at(&state, 80, 12, keys[i]);
		first = state.reader.view.top;
		cr_expect_gt(first, 0);
		cr_expect_eq(page->spans[page->lines[first].first].role,
			     ROLE_HEADING);
		press(&state, "}");
		second = state.reader.view.top;
		cr_expect_gt(second, first);
		press(&state, "{");
		cr_expect_eq(state.reader.view.top, first);
		press(&state, "{ {");
		cr_expect_eq(state.reader.view.top, 0);
		expect_said(&state, "there is no heading above");
		press(&state, "G }");
		expect_said(&state, "there is no heading below");
		expect_sound(&state);
		state_clear(&state);
	}
}

static void start_with_guides(struct state *state, int cols, const char *keys)
{
	state_init(state, small_with_guides(), 24, cols, false);
	press(state, keys);
}

Test(links, the_first_screen_shows_the_first_guide)
{
	struct state state;

	start_with_guides(&state, 80, "");
	expect_shown(&state, "guide:start");
	expect_selected(&state, "guide:start");
	state_clear(&state);
}

Test(links, a_digit_follows_the_choice_of_a_guide_that_is_read)
{
	struct state state;

	start_with_guides(&state, 80, "Tab 1");
	expect_shown(&state, "guide:return");
	press(&state, "1");
	expect_shown(&state, "429");
	/* On the page of a code digits go to a number again. */
	press(&state, "4 0 4");
	expect_shown(&state, "404");
	press(&state, "Esc < < <");
	expect_shown(&state, "guide:start");
	press(&state, "9");
	expect_said(&state, "this guide has choices from 1 to 2");
	expect_sound(&state);
	state_clear(&state);
}

Test(links, in_the_tree_a_digit_goes_to_a_number)
{
	struct state state;

	start_with_guides(&state, 80, "2 0 0");
	expect_shown(&state, "200");
	state_clear(&state);
}

Test(links, the_choices_of_a_guide_are_links)
{
	struct state state;

	start_with_guides(&state, 80, "] Enter ]");
	for (int i = 0; i < 5 && strcmp(target(&state), "nginx:499") != 0; i++)
		press(&state, "]");
	press(&state, "Enter");
	expect_shown(&state, "nginx:499");
	press(&state, "< <");
	expect_shown(&state, "guide:start");
	state_clear(&state);
}

#include "model/update.h"

#include "unit/model/mind.h"

TestSuite(pane_detail, .init = use_utf8);

/* 429 at 80x24: 93 lines, of which 23 are on the screen. */
enum { LINES = 93, ROWS = 23 };

struct step {
	const char *keys;
	size_t scroll;
};

static void expect_scrolls(const struct step *steps, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		struct state state;

		mind_start(&state, "4 2 9 Esc");
		cr_assert_eq(state.reader.page.count, LINES);
		press(&state, steps[i].keys);
		cr_expect_eq(state.reader.view.top, steps[i].scroll,
			     "'%s': %zu", steps[i].keys, state.reader.view.top);
		expect_sound(&state);
		state_clear(&state);
	}
}

Test(pane_detail, a_page_overlaps_the_last_by_one_line)
{
	static const struct step steps[] = {
		{ "Space", ROWS - 1 },
		{ "Space Space", 2 * (ROWS - 1) },
		{ "Space Space b", ROWS - 1 },
		{ "Tab Space", ROWS - 1 },
		{ "Tab PgDn", ROWS - 1 },
		{ "Tab ^F ^B", 0 },
	};

	expect_scrolls(steps, COUNT(steps));
}

Test(pane_detail, it_scrolls_by_lines_halves_and_to_the_ends)
{
	static const struct step steps[] = {
		{ "Tab j", 1 },
		{ "Tab j j k", 1 },
		{ "Tab d", ROWS / 2 },
		{ "Tab d d u", ROWS / 2 },
		{ "Tab G", LINES - ROWS },
		{ "Tab G g", 0 },
		{ "Tab End Home", 0 },
		{ "Tab G b", LINES - ROWS - (ROWS - 1) },
		{ "Tab j b", 0 },
	};

	expect_scrolls(steps, COUNT(steps));
}

Test(pane_detail, paging_stops_where_the_last_line_is_on_the_screen)
{
	static const struct step steps[] = {
		{ "Space Space Space Space Space", LINES - ROWS },
		{ "Tab G j j", LINES - ROWS },
		{ "Tab G Space", LINES - ROWS },
	};

	expect_scrolls(steps, COUNT(steps));
}

Test(pane_detail, the_ends_are_said)
{
	static const struct {
		const char *keys;
		const char *message;
	} rows[] = {
		{ "4 2 9 Enter k", "this is the beginning" },
		{ "4 2 9 Enter b", "this is the beginning" },
		{ "4 2 9 Enter G j", "this is the end" },
		{ "4 2 9 Enter G Space", "this is the end" },
		{ "4 Tab j", "all of it is on the screen" },
		{ "4 Space", "all of it is on the screen" },
		{ "4 Tab k", "all of it is on the screen" },
	};

	for (size_t i = 0; i < COUNT(rows); i++) {
		struct state state;

		mind_start(&state, rows[i].keys);
		expect_said(&state, rows[i].message);
		state_clear(&state);
	}
}

Test(pane_detail, where_the_page_is_not_on_the_screen_space_opens_it)
{
	struct state state;

	mind_start_at(&state, 60, 18, "4 2 9 Esc Space");
	cr_expect_eq(state.focus, PANE_DETAIL);
	cr_expect_eq(state.reader.view.top, 0);
	press(&state, "Space");
	cr_expect_eq(state.reader.view.top, 16);
	state_clear(&state);
}

Test(pane_detail, the_next_code_begins_at_its_first_line)
{
	struct state state;

	mind_start(&state, "4 2 9 Enter Space J");
	expect_shown(&state, "451");
	cr_expect_eq(state.reader.view.top, 0);
	cr_expect_eq(state.focus, PANE_DETAIL);
	state_clear(&state);
}

Test(pane_detail, a_resize_keeps_the_line_that_was_read)
{
	struct state state;
	struct strbuf first;
	const struct page_span *span;

	mind_start(&state, "4 2 9 Enter");
	strbuf_init(&first);
	while (state.reader.view.top < 30)
		press(&state, "j");
	span = &state.reader.page.spans
			[state.reader.page.lines[state.reader.view.top].first +
			 1];
	strbuf_add_bytes(&first, page_span_text(&state.reader.page, span), 10);
	update_resize(&state, 24, 60);
	span = &state.reader.page.spans
			[state.reader.page.lines[state.reader.view.top].first];
	cr_expect_neq(state.reader.view.top, 30);
	update_resize(&state, 24, 80);
	span = &state.reader.page.spans
			[state.reader.page.lines[state.reader.view.top].first +
			 1];
	cr_expect_eq(memcmp(page_span_text(&state.reader.page, span),
			    first.text, first.length),
		     0);
	strbuf_clear(&first);
	state_clear(&state);
}

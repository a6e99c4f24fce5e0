#include "model/mouse.h"

#include "model/help.h"
#include "model/update.h"
#include "unit/model/mind.h"

TestSuite(mouse, .init = use_utf8);

static struct effect use(struct state *state, enum mouse_act act, int row,
			 int col)
{
	struct mouse mouse = { act, row, col };

	return update_mouse(state, &mouse);
}

static struct effect click(struct state *state, int row, int col)
{
	return use(state, MOUSE_CLICK, row, col);
}

Test(mouse, it_is_off_until_asked_for)
{
	struct state state;

	mind_start(&state, "");
	cr_expect_not(state.mouse);
	cr_expect_eq(press(&state, "M"), EFFECT_MOUSE_ON);
	cr_expect(state.mouse);
	cr_expect_eq(press(&state, "M"), EFFECT_MOUSE_OFF);
	cr_expect_not(state.mouse);
	state_clear(&state);
}

Test(mouse, a_click_selects_a_row)
{
	struct state state;

	mind_start(&state, "4 2 9 Enter");
	click(&state, 1, 10);
	expect_selected(&state, "class:2xx");
	cr_expect_eq(state.focus, PANE_TREE);
	/* Below the last row there is nothing. */
	click(&state, 21, 10);
	expect_selected(&state, "class:2xx");
	expect_sound(&state);
	state_clear(&state);
}

Test(mouse, a_click_on_a_fold_mark_folds)
{
	struct state state;
	size_t rows;

	mind_start(&state, "");
	rows = state.rows.count;
	click(&state, 3, 1);
	cr_expect_eq(state.rows.count, rows + 7);
	expect_selected(&state, "class:1xx");
	/* 404, one level deeper. */
	click(&state, 5, 2);
	cr_expect_eq(state.rows.count, rows + 9);
	click(&state, 6, 10);
	expect_selected(&state, "iis:404.7");
	/* Who stood below what is folded stands on it. */
	click(&state, 3, 1);
	cr_expect_eq(state.rows.count, rows);
	expect_selected(&state, "class:4xx");
	expect_sound(&state);
	state_clear(&state);
}

/* Where the first span of a link is on the screen. */
static void find_link(const struct state *state, size_t link, int *row,
		      int *col)
{
	const struct page *page = &state->reader.page;
	size_t line = page->links[link - 1].line;
	const struct page_line *at = &page->lines[line];

	*row = (int)(line - state->reader.view.top);
	*col = state_layout(state).detail.left + 1;
	for (uint32_t i = 0; i < at->count; i++) {
		const struct page_span *span = &page->spans[at->first + i];

		if (span->link == link)
			return;
		*col += (int)span->length;
	}
}

Test(mouse, a_click_on_a_link_follows_it)
{
	struct state state;
	int row, col;

	mind_start(&state, "4 2 9 Enter ]");
	find_link(&state, 1, &row, &col);
	press(&state, "Tab");
	click(&state, row, col - 1);
	expect_shown(&state, "429");
	cr_expect_eq(state.focus, PANE_DETAIL);
	click(&state, row, col);
	expect_shown(&state, "503");
	press(&state, "<");
	expect_shown(&state, "429");
	expect_sound(&state);
	state_clear(&state);
}

Test(mouse, the_wheel_scrolls_the_pane_under_it)
{
	struct state state;

	mind_start_at(&state, 80, 14, "* 4 2 9 Esc g");
	use(&state, MOUSE_WHEEL_DOWN, 5, 5);
	cr_expect_eq(state.tree.top, MOUSE_LINES);
	cr_expect_eq(state.row, state.rows.list[MOUSE_LINES]);
	use(&state, MOUSE_WHEEL_UP, 5, 5);
	cr_expect_eq(state.tree.top, 0);
	expect_sound(&state);
	press(&state, "4 2 9 Esc");
	use(&state, MOUSE_WHEEL_DOWN, 5, 60);
	cr_expect_eq(state.reader.view.top, MOUSE_LINES);
	cr_expect_eq(state.focus, PANE_TREE);
	use(&state, MOUSE_WHEEL_UP, 5, 60);
	use(&state, MOUSE_WHEEL_UP, 5, 60);
	cr_expect_eq(state.reader.view.top, 0);
	expect_sound(&state);
	state_clear(&state);
}

Test(mouse, in_a_prompt_a_click_selects_a_hit)
{
	struct state state;

	mind_start(&state, "");
	mind_search(&state, "token");
	click(&state, 1, 5);
	expect_shown(&state, "429");
	cr_expect_eq(state.matches.hit, 1);
	click(&state, 7, 5);
	cr_expect_eq(state.matches.hit, 1);
	use(&state, MOUSE_WHEEL_UP, 5, 5);
	cr_expect_eq(state.matches.hit, 0);
	cr_expect(stack_has(&state.stack, LAYER_PROMPT));
	expect_sound(&state);
	state_clear(&state);
}

/* The line of the help that stands at a row of a column. */
static size_t line_at(const struct state *state, int row, int column)
{
	struct help_lines help;
	size_t at = 0;

	help_lines_make(&help, help_place(state), state->screen_cols, NULL);
	while (at < help.count && (help.lines[at].row != row ||
				   help.lines[at].column != column))
		at++;
	return at;
}

Test(mouse, in_the_help_a_click_selects_a_line_and_then_does_it)
{
	struct state state;
	size_t line;

	mind_start_at(&state, 80, 24, "?");
	line = state.help.line;
	use(&state, MOUSE_WHEEL_DOWN, 5, 5);
	cr_expect_gt(state.help.line, line);
	/* "* _", unfold all. */
	press(&state, "g");
	click(&state, 4, 5);
	cr_expect(stack_has(&state.stack, LAYER_HELP));
	click(&state, 4, 5);
	cr_expect_not(stack_has(&state.stack, LAYER_HELP));
	expect_said(&state, "all unfolded");
	/* Beside it in the other column, and on no line. */
	press(&state, "?");
	click(&state, 4, 45);
	expect_said(&state, "");
	cr_expect_eq(state.help.line, line_at(&state, 4, 1));
	line = state.help.line;
	click(&state, 0, 45);
	cr_expect_eq(state.help.line, line);
	state_clear(&state);
}

Test(mouse, it_closes_what_any_other_key_closes)
{
	struct state state;

	mind_start(&state, "4 2 9 Esc y");
	click(&state, 1, 10);
	cr_expect_eq(stack_top(&state.stack), LAYER_PANES);
	expect_selected(&state, "429");
	press(&state, "4 0");
	click(&state, 1, 10);
	cr_expect_eq(stack_top(&state.stack), LAYER_PANES);
	cr_expect_eq(state.number.length, 0);
	state_clear(&state);
}

Test(mouse, wherever_it_is_used_the_state_stays_sound)
{
	static const char *const keys[] = { "",		  "4 2 9 Enter",
					    "/ l i m i t", "? / f o l d",
					    "4 7 1",	  "& t o k e n Enter" };
	static const int sizes[][2] = { { 24, 80 }, { 14, 60 }, { 4, 20 },
					{ 2, 10 } };

	for (size_t i = 0; i < COUNT(keys) * COUNT(sizes); i++) {
		const int *size = sizes[i % COUNT(sizes)];
		struct state state;

		mind_start_at(&state, size[1], size[0], keys[i / COUNT(sizes)]);
		for (int at = 0; at < size[0] * size[1]; at += 3) {
			use(&state, (enum mouse_act)(at % 4 % 3),
			    at / size[1], at % size[1]);
			expect_sound(&state);
		}
		state_clear(&state);
	}
}

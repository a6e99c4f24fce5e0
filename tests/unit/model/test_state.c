#include "model/state.h"

#include <criterion/criterion.h>
#include <locale.h>
#include <stdio.h>
#include <string.h>

#include "base/text.h"
#include "support/press.h"
#include "support/small.h"

static void use_utf8(void)
{
	cr_assert_not_null(setlocale(LC_ALL, "C.UTF-8"));
}

TestSuite(state, .init = use_utf8);

static void start(struct state *state, int cols, int rows)
{
	state_init(state, small_catalogue(), rows, cols, false);
}

static void expect_sound(const struct state *state)
{
	struct strbuf faults;

	strbuf_init(&faults);
	press_check(state, &faults);
	cr_expect_eq(faults.length, 0, "%s", strbuf_text(&faults));
	strbuf_clear(&faults);
}

Test(state, it_begins_on_the_first_class_in_the_tree)
{
	struct state state;

	start(&state, 80, 24);
	cr_expect_eq(state.reader.shown.entry, small_entry("class:1xx"));
	cr_expect_eq(state.row, 0);
	cr_expect_eq(state.focus, PANE_TREE);
	cr_expect_gt(state.reader.page.count, 0);
	expect_sound(&state);
	state_clear(&state);
}

Test(state, it_begins_at_every_size)
{
	for (int cols = 1; cols <= 200; cols += 7) {
		for (int rows = 1; rows <= 60; rows += 3) {
			struct state state;

			start(&state, cols, rows);
			expect_sound(&state);
			state_clear(&state);
		}
	}
}

Test(state, going_to_an_entry_unfolds_selects_and_shows_it)
{
	struct state state;

	start(&state, 80, 24);
	state_go(&state, small_entry("iis:404.13"));
	state_settle(&state);
	cr_expect_eq(state.reader.shown.entry, small_entry("iis:404.13"));
	cr_expect_eq(state.row, catalogue_row_of(state.catalogue,
						 small_entry("iis:404.13")));
	expect_sound(&state);
	state_clear(&state);
}

Test(state, a_jump_brings_its_row_to_the_middle)
{
	struct state state;

	start(&state, 80, 13);
	rows_fold_all(&state.rows, false);
	state_go(&state, small_entry("503"));
	state_settle(&state);
	cr_expect_eq(rows_position(&state.rows, state.row) - state.tree.top, 6);
	state_clear(&state);
}

Test(state, a_hidden_entry_is_shown_and_the_row_above_selected)
{
	struct state state;
	struct filter filter;

	start(&state, 80, 24);
	filter_init(&filter);
	filter.hidden[KIND_VENDOR] = true;
	update_filter(&state, &filter);
	state_go(&state, small_entry("iis:404.7"));
	state_settle(&state);
	cr_expect_eq(state.reader.shown.entry, small_entry("iis:404.7"));
	cr_expect_eq(state.row,
		     catalogue_row_of(state.catalogue, small_entry("404")));
	cr_expect_gt(state.message.length, 0);
	expect_sound(&state);
	state_clear(&state);
}

Test(state, the_page_of_another_entry_begins_at_its_first_line)
{
	struct state state;

	start(&state, 80, 24);
	state_go(&state, small_entry("429"));
	state.reader.view.top = 20;
	state_show(&state, small_entry("429"));
	cr_expect_eq(state.reader.view.top, 20);
	state_show(&state, small_entry("503"));
	cr_expect_eq(state.reader.view.top, 0);
	state_clear(&state);
}

Test(state, scroll_beyond_the_end_is_put_right)
{
	struct state state;

	start(&state, 80, 24);
	state_go(&state, small_entry("429"));
	state.reader.view.top = 100000;
	state.tree.top = 100000;
	state_settle(&state);
	expect_sound(&state);
	state_clear(&state);
}

Test(state, what_was_visited_is_a_path_without_repeats)
{
	struct state state;

	start(&state, 80, 24);
	state_remember(&state, small_entry("404"), "");
	state_remember(&state, small_entry("404"), "");
	state_remember(&state, small_entry("429"), "");
	state_remember(&state, small_entry("404"), "");
	cr_expect_eq(state.visited.count, 3);
	cr_expect_eq(state.visited.at, 2);
	state_clear(&state);
}

Test(state, the_last_place_has_the_folds_of_its_time)
{
	struct state state;
	struct last_place last;
	struct strbuf unfolded;

	start(&state, 80, 24);
	state_remember(&state, small_entry("404"),
		       "class:4xx vendor:gone class:5xx");
	cr_expect_not(rows_unfolded(
		&state.rows, catalogue_row_of(state.catalogue,
					      small_entry("class:4xx"))));
	last = state_last_place(&state);
	cr_expect_eq(last.entry, small_entry("404"));
	strbuf_init(&unfolded);
	rows_print_folds(&state.rows, last.folds, &unfolded);
	cr_expect_str_eq(strbuf_text(&unfolded), "class:4xx class:5xx");
	strbuf_clear(&unfolded);
	state_clear(&state);
}

Test(state, a_new_way_forgets_what_lay_ahead)
{
	struct state state;

	start(&state, 80, 24);
	state_remember(&state, small_entry("404"), "");
	state_remember(&state, small_entry("429"), "");
	state_remember(&state, small_entry("503"), "");
	state.visited.at = 0;
	state_remember(&state, small_entry("200"), "");
	cr_assert_eq(state.visited.count, 2);
	cr_expect_eq(state.visited.places[1].reading.shown.entry,
		     small_entry("200"));
	state_clear(&state);
}

Test(state, a_number_that_nobody_defines_is_visited_like_a_code)
{
	struct state state;

	start(&state, 80, 24);
	press(&state, "4 7 1 Enter");
	cr_assert_eq(state.visited.count, 1);
	cr_expect_eq(state.visited.places[0].reading.shown.number, 471);
	cr_expect_null(state_hit(&state));
	state_clear(&state);
}

Test(state, a_long_message_is_cut_between_characters)
{
	struct state state;
	char text[1024];
	size_t bad;

	for (int shift = 0; shift < 3; shift++) {
		size_t length = (size_t)snprintf(text, sizeof(text), "%.*s",
						 shift, "xx");

		while (length + 3 < sizeof(text)) {
			memcpy(text + length, "\u6f22", 3);
			length += 3;
		}
		text[length] = '\0';
		start(&state, 80, 24);
		state_say(&state, "no code has '%s'", text);
		cr_expect(text_valid(state.message.text, state.message.length,
				     &bad));
		state_clear(&state);
	}
}

#include "model/status.h"

#include <criterion/criterion.h>
#include <locale.h>
#include <string.h>

#include "base/text.h"
#include "support/press.h"
#include "support/small.h"

struct line {
	struct state state;
	struct view view;
};

static void use_utf8(void)
{
	cr_assert_not_null(setlocale(LC_ALL, "C.UTF-8"));
}

TestSuite(status, .init = use_utf8);

static void look(struct line *line, int cols, int rows, const char *keys)
{
	state_init(&line->state, small_catalogue(), rows, cols, false);
	view_init(&line->view);
	press(&line->state, keys);
	view_build(&line->view, &line->state);
}

static void look_away(struct line *line)
{
	view_clear(&line->view);
	state_clear(&line->state);
}

static void expect_sides(int cols, const char *keys, const char *left,
			 const char *right)
{
	struct line line;

	look(&line, cols, 14, keys);
	cr_expect_str_eq(strbuf_text(&line.view.left), left, "'%s' at %d: %s",
			 keys, cols, strbuf_text(&line.view.left));
	cr_expect_str_eq(strbuf_text(&line.view.right), right,
			 "'%s' at %d: %s", keys, cols,
			 strbuf_text(&line.view.right));
	look_away(&line);
}

static bool right_has(int cols, const char *keys, const char *text)
{
	struct line line;
	bool has;

	look(&line, cols, 14, keys);
	has = strstr(strbuf_text(&line.view.right), text) != NULL;
	look_away(&line);
	return has;
}

Test(status, it_says_where_the_reader_is)
{
	expect_sides(120, "4 2 9 Esc", "4xx > 429 Too Many Requests",
		     "1-13/75 17%   / search   ? help   q quit");
	expect_sides(120, "4 9 9 Esc",
		     "4xx > 499 nginx: Client Closed Request",
		     "1-13/23 56%   / search   ? help   q quit");
	expect_sides(120, "G l j", "origins > ACME G\u00e4teway \u9598\u9053",
		     "1-13/19 68%   / search   ? help   q quit");
	expect_sides(120, "4 Esc", "4xx Client Error",
		     "1-10/10 100%   / search   ? help   q quit");
}

Test(status, the_first_screen_names_the_first_keys)
{
	static const char *const names[] = { "/", "Tab", "?", "q" };

	for (size_t i = 0; i < 4; i++) {
		cr_expect(right_has(120, "", names[i]), "%s", names[i]);
		cr_expect(right_has(80, "", names[i]), "%s", names[i]);
	}
}

/* What goes when there is no room: hints, per cent, phrase, class. */
Test(status, what_does_not_fit_goes_in_its_order)
{
	bool hints = true, percent = true, phrase = true, class_shown = true;

	for (int cols = 120; cols >= 20; cols--) {
		struct line line;
		const char *left, *right;

		look(&line, cols, 14, "4 2 9 Esc");
		left = strbuf_text(&line.view.left);
		right = strbuf_text(&line.view.right);
		/* Each stays away once it has gone, but where panes change. */
		if (cols == 69)
			hints = percent = phrase = class_shown = true;
		if (strstr(right, "?") == NULL)
			hints = false;
		cr_expect(hints || strstr(right, "?") == NULL, "%d", cols);
		if (cols >= 70 && strstr(right, "%") == NULL)
			percent = false;
		if (strstr(left, "Requests") == NULL)
			phrase = false;
		if (strstr(left, "4xx") == NULL)
			class_shown = false;
		cr_expect(percent || !hints, "%d: %s", cols, right);
		cr_expect(phrase || !hints, "%d: %s %s", cols, left, right);
		cr_expect(class_shown || !phrase, "%d: %s", cols, left);
		cr_expect_not_null(strstr(left, "429"), "%d: %s", cols, left);
		look_away(&line);
	}
	cr_expect_not(hints);
}

Test(status, both_sides_fit_at_every_width)
{
	static const char *const keys[] = {
		"",	       "4 2 9",	       "4 7 1",	     "5 9 9 Esc",
		"v w",	       "s v w",	       "/ r e q",    "/ z z z",
		"/ r e q Enter", "& r e q Enter v", "?",     "? / z z",
		"x",	       "4 2 9 Enter",  "v 4 9 9",    "< > < n"
	};

	for (size_t i = 0; i < sizeof(keys) / sizeof(*keys); i++) {
		for (int cols = 20; cols <= 200; cols++) {
			struct line line;
			const struct strbuf *left = &line.view.left;
			const struct strbuf *right = &line.view.right;
			int used;

			look(&line, cols, 14, keys[i]);
			used = 1 + text_columns(strbuf_text(left),
						left->length);
			if (right->length > 0)
				used += 2 + text_columns(strbuf_text(right),
							 right->length);
			cr_expect(used <= cols, "'%s' at %d: '%s' '%s'",
				  keys[i], cols, strbuf_text(left),
				  strbuf_text(right));
			look_away(&line);
		}
	}
}

Test(status, it_says_what_filters_hide)
{
	cr_expect(right_has(120, "v", "vendor off: 10 hidden"));
	cr_expect(right_has(120, "v w", "vendor, warning off: 11 hidden"));
	cr_expect(right_has(120, "& t o k e n Enter", "&token: 18 hidden"));
	cr_expect(right_has(80, "v x", "10 hidden"));
	cr_expect_not(right_has(120, "v v", "hidden"));
}

Test(status, a_name_in_many_bytes_is_cut_between_its_signs)
{
	struct line line;
	size_t bad;

	state_init(&line.state, small_catalogue(), 14, 200, false);
	view_init(&line.view);
	press(&line.state, "&");
	press_text(&line.state, "配額已用完配額已用完配額已用完");
	press(&line.state, "Enter");
	view_build(&line.view, &line.state);
	cr_expect(text_valid(strbuf_text(&line.view.right),
			     line.view.right.length, &bad),
		  "%s", strbuf_text(&line.view.right));
	look_away(&line);
}

Test(status, a_living_search_shows_its_place_among_the_matches)
{
	cr_expect(right_has(120, "/ t o k e n Enter",
			    "/token 1/3 (2 codes)"));
	cr_expect(right_has(120, "/ t o k e n Enter n",
			    "/token 3/3 (2 codes)"));
	cr_expect(right_has(120, "/ t o k e n Enter Tab n",
			    "/token 2/3 (2 codes)"));
	cr_expect(right_has(120, "/ 6 5 0 Enter", "/650 1/1 (1 code)"));
	cr_expect(right_has(120, "/ t o k e n Enter 2 0 0 Esc",
			    "/token -/3 (2 codes)"));
}

Test(status, the_prompt_counts_without_repeating_its_text)
{
	expect_sides(80, "/ t o k e n", "/token",
		     "hit 1 of 2   1/3 (2 codes)   Enter go   Esc back");
	expect_sides(80, "& t o k e n Down", "&token",
		     "hit 2 of 2   3/3 (2 codes)   Enter go   Esc back");
}

Test(status, what_a_prompt_has_to_say_gets_shorter_before_it_goes)
{
	static const char near[] = "/ r e q u s e t";
	static const char lost[] = "/ x y z z y";
	static const char number[] = "/ 4 7 1";

	expect_sides(80, near, "/requset",
		     "'requset' is nowhere; near: request   "
		     "1/15 (11 codes)");
	expect_sides(100, near, "/requset",
		     "'requset' is nowhere; near: request   "
		     "hit 1 of 11   1/15 (11 codes)   Esc back");
	expect_sides(60, near, "/requset",
		     "'requset' is nowhere; near: request   1/15");
	expect_sides(40, near, "/requset", "near: request   1/15");
	expect_sides(30, near, "/requset", "near: request");
	/* The counter stays longest. */
	expect_sides(20, near, "/requset", "1/15");
	expect_sides(80, lost, "/xyzzy",
		     "no code has it; the last hits stay   Esc back");
	expect_sides(20, lost, "/xyzzy", "no hit");
	expect_sides(40, number, "/471", "nobody defines 471   Esc back");
	expect_sides(20, number, "/471", "no hit");
}

Test(status, hits_that_a_filter_hides_are_counted)
{
	cr_expect(right_has(120, "v / l i m i t", "+2 hidden"));
}

Test(status, the_position_tells_lines_and_how_much_was_read)
{
	cr_expect(right_has(80, "4 2 9 Esc", "1-13/93 13%"));
	cr_expect(right_has(80, "4 2 9 Enter G", "81-93/93 100%"));
}

Test(status, a_number_is_shown_while_it_is_typed)
{
	struct line line;

	look(&line, 80, 14, "4 0");
	cr_expect_str_eq(strbuf_text(&line.view.left), "go to 40_");
	look_away(&line);
	look(&line, 80, 14, "4 7");
	cr_expect_str_eq(strbuf_text(&line.view.left),
			 "go to 47_   no code begins with 47");
	look_away(&line);
}

Test(status, a_message_stands_until_the_next_key)
{
	struct line line;

	look(&line, 80, 14, "k");
	cr_expect_str_eq(strbuf_text(&line.view.left),
			 "this is the first row");
	press(&line.state, "j");
	view_build(&line.view, &line.state);
	cr_expect_str_eq(strbuf_text(&line.view.left), "2xx Successful");
	look_away(&line);
}

Test(status, help_says_whose_keys_come_first)
{
	struct line line;

	look(&line, 80, 14, "?");
	cr_expect_str_eq(strbuf_text(&line.view.left), "Help: the tree");
	look_away(&line);
	look(&line, 80, 14, "4 2 9 Enter ?");
	cr_expect_str_eq(strbuf_text(&line.view.left), "Help: the detail");
	look_away(&line);
}

Test(status, the_prompt_scrolls_so_that_its_cursor_is_seen)
{
	struct line line;

	state_init(&line.state, small_catalogue(), 14, 30, false);
	view_init(&line.view);
	press(&line.state, "/");
	press_text(&line.state,
		   "the beginning and the middle and then the end");
	view_build(&line.view, &line.state);
	cr_expect_lt(line.view.prompt_column, 30);
	cr_expect_not_null(
		strstr(strbuf_text(&line.view.left), "then the end"), "%s",
		strbuf_text(&line.view.left));
	press(&line.state, "Home");
	view_build(&line.view, &line.state);
	cr_expect_eq(line.view.prompt_column, 2);
	cr_expect_not_null(
		strstr(strbuf_text(&line.view.left), "/the beginning"), "%s",
		strbuf_text(&line.view.left));
	look_away(&line);
}

Test(status, without_a_prompt_there_is_no_cursor_in_it)
{
	struct line line;

	look(&line, 80, 14, "");
	cr_expect_eq(line.view.prompt_column, -1);
	look_away(&line);
}

Test(status, a_page_that_is_no_hit_has_no_place_among_the_matches)
{
	/* 471 stands below 451, which is a hit. */
	cr_expect(right_has(120, "/ l e g a l Enter 4 7 1 Tab", "/legal -/"));
}

Test(status, an_empty_prompt_promises_what_enter_does)
{
	expect_sides(80, "/", "/", "Esc back");
	expect_sides(80, "/ t o k e n Enter /", "/",
		     "1/3 (2 codes)   Enter again   Esc back");
	expect_sides(80, "/ t o k e n Enter &", "&",
		     "1/3 (2 codes)   Esc back");
}

Test(status, the_marked_code_is_told)
{
	cr_expect(right_has(120, "4 2 9 m 2 0 0 Esc", "marked 429"));
	cr_expect_not(right_has(120, "4 2 9 m m", "marked"));
	cr_expect_not(right_has(120, "4 2 9 m ?", "marked"));
	cr_expect_not(right_has(40, "4 2 9 m j", "marked"));
}

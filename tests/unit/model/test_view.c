#include "model/view.h"

#include <criterion/criterion.h>
#include <locale.h>
#include <string.h>

#include "support/press.h"
#include "support/small.h"

struct sight {
	struct state state;
	struct view view;
};

static void use_utf8(void)
{
	cr_assert_not_null(setlocale(LC_ALL, "C.UTF-8"));
}

TestSuite(view, .init = use_utf8);

static void look(struct sight *sight, int cols, int rows, const char *keys)
{
	state_init(&sight->state, small_catalogue(), rows, cols, false);
	view_init(&sight->view);
	press(&sight->state, keys);
	view_build(&sight->view, &sight->state);
}

static void look_away(struct sight *sight)
{
	view_clear(&sight->view);
	state_clear(&sight->state);
}

/* The line of the tree with this code and, when not NULL, this origin. */
static const struct tree_line *find(const struct sight *sight,
				    const char *code, const char *origin)
{
	for (size_t i = 0; i < sight->view.line_count; i++) {
		const struct tree_line *line = &sight->view.lines[i];

		if (strcmp(line->code, code) == 0 &&
		    (origin == NULL ||
		     (line->origin_length == strlen(origin) &&
		      memcmp(line->origin, origin, strlen(origin)) == 0)))
			return line;
	}
	cr_assert(false, "no line for %s", code);
	return NULL;
}

Test(view, a_line_says_what_an_entry_is)
{
	struct sight sight;
	const struct tree_line *line;

	look(&sight, 80, 24, "4 l");
	line = find(&sight, "404", NULL);
	cr_expect_str_eq(line->phrase, "Not Found");
	cr_expect_eq(line->kind, KIND_STANDARD);
	cr_expect_str_eq(line->marks, "S ");
	cr_expect_eq(line->fold, '+');
	cr_expect_eq(line->depth, 1);
	cr_expect_null(line->origin);
	cr_expect_str_eq(line->count, "");
	line = find(&sight, "499", "esri");
	cr_expect_str_eq(line->marks, "Vx");
	cr_expect_eq(line->fold, ' ');
	line = find(&sight, "4xx", NULL);
	cr_expect_str_eq(line->marks, "  ");
	cr_expect_str_eq(line->count, "9");
	cr_expect_eq(line->fold, '-');
	look_away(&sight);
}

Test(view, only_rows_on_the_screen_are_made)
{
	struct sight sight;

	look(&sight, 80, 14, "* G");
	cr_expect_eq(sight.view.line_count, 13);
	cr_expect_str_eq(sight.view.lines[12].phrase,
			 "Client Closed Request");
	cr_expect(sight.view.lines[12].selected);
	look_away(&sight);
	look(&sight, 80, 40, "");
	cr_expect_eq(sight.view.line_count, 8);
	look_away(&sight);
}

Test(view, exactly_one_line_is_selected)
{
	static const char *const keys[] = { "",	      "4 2 9",	 "* G",
					    "v",      "s v w",	 "4 7 1",
					    "/ r e q", "/ r e q Down Down" };

	for (size_t i = 0; i < sizeof(keys) / sizeof(*keys); i++) {
		struct sight sight;
		size_t selected = 0;

		look(&sight, 80, 24, keys[i]);
		for (size_t j = 0; j < sight.view.line_count; j++)
			selected += sight.view.lines[j].selected;
		cr_expect_eq(selected, 1, "'%s': %zu", keys[i], selected);
		look_away(&sight);
	}
}

Test(view, hits_take_the_place_of_the_tree_while_a_text_is_typed)
{
	struct sight sight;

	look(&sight, 80, 24, "/");
	cr_expect_not(sight.view.listing);
	look_away(&sight);
	look(&sight, 80, 24, "/ t o k e n");
	cr_expect(sight.view.listing);
	cr_assert_eq(sight.view.line_count, 2);
	cr_expect(sight.view.lines[0].selected);
	cr_expect_str_eq(sight.view.lines[0].where, "name");
	cr_expect_not_null(sight.view.lines[0].hit);
	look_away(&sight);
	look(&sight, 80, 24, "/ t o k e n Enter");
	cr_expect_not(sight.view.listing);
	look_away(&sight);
	look(&sight, 80, 24, "/ t o k e n Enter ? / f o l d");
	cr_expect_not(sight.view.listing);
	look_away(&sight);
}

Test(view, the_selected_hit_is_in_the_list_however_far_down)
{
	struct sight sight;

	look(&sight, 80, 12, "/ e");
	for (int i = 0; i < 30; i++)
		press(&sight.state, "Down");
	view_build(&sight.view, &sight.state);
	cr_expect(sight.view.lines[sight.view.line_count - 1].selected);
	look_away(&sight);
}

Test(view, the_current_match_is_counted_from_one)
{
	struct sight sight;

	look(&sight, 80, 24, "");
	cr_expect_eq(sight.view.current_match, 0);
	look_away(&sight);
	look(&sight, 80, 24, "/ t o k e n Enter Tab n");
	cr_expect_eq(sight.view.current_match, 2);
	look_away(&sight);
}

Test(view, nothing_is_made_for_a_screen_that_is_too_small)
{
	struct sight sight;

	look(&sight, 19, 3, "");
	cr_expect(sight.view.layout.too_small);
	cr_expect_eq(sight.view.line_count, 0);
	look_away(&sight);
}

Test(view, it_can_be_made_again_of_another_state)
{
	struct sight sight;

	look(&sight, 80, 24, "* 4 2 9");
	press(&sight.state, "Esc _");
	view_build(&sight.view, &sight.state);
	cr_expect_eq(sight.view.line_count, 8);
	look_away(&sight);
}

#include "model/logged.h"

#include "model/update.h"
#include "model/view.h"
#include "support/logbook.h"
#include "unit/model/mind.h"

TestSuite(logged, .init = use_utf8);

struct sight {
	struct logbook book;
	struct state state;
	struct view view;
};

static void look(struct sight *sight, const char *keys)
{
	logbook_init(&sight->book);
	state_init(&sight->state, small_catalogue(), 24, 100, false);
	update_log(&sight->state, &sight->book.report);
	press(&sight->state, keys);
	view_init(&sight->view);
	view_build(&sight->view, &sight->state);
}

static void look_away(struct sight *sight)
{
	view_clear(&sight->view);
	state_clear(&sight->state);
	logbook_clear(&sight->book);
}

/* The rows of the tree that have a count: `404=4`, parted by blanks. */
static void expect_counts(const struct sight *sight, const char *wanted)
{
	struct strbuf found;

	strbuf_init(&found);
	for (size_t i = 0; i < sight->view.line_count; i++) {
		const struct tree_line *line = &sight->view.lines[i];
		const char *name = *line->code != '\0' ? line->code :
							 line->phrase;

		if (*line->count != '\0')
			strbuf_addf(&found, "%s%s=%s",
				    found.length == 0 ? "" : " ", name,
				    line->count);
	}
	cr_expect_str_eq(strbuf_text(&found), wanted);
	strbuf_clear(&found);
}

Test(logged, the_tree_shows_what_occurs_with_its_count)
{
	struct sight sight;

	look(&sight, "");
	expect_counts(&sight, "4xx=5 404=4 499=1 Vendors=1 nginx=1 499=1");
	expect_sound(&sight.state);
	look_away(&sight);
}

Test(logged, all_is_shown_when_the_filters_are_off)
{
	struct sight sight;
	size_t before, after;

	look(&sight, "");
	before = sight.state.rows.count;
	press(&sight.state, "F");
	after = sight.state.rows.count;
	cr_expect_lt(before, after);
	cr_expect_eq(sight.state.rows.hidden, 0);
	press(&sight.state, "g 4 l");
	expect_sound(&sight.state);
	look_away(&sight);
}

Test(logged, the_status_line_names_the_log)
{
	struct sight sight;

	look(&sight, "j");
	cr_expect_not_null(strstr(strbuf_text(&sight.view.right),
				  "a.log 6 lines, 0 not understood"),
			   "%s", strbuf_text(&sight.view.right));
	look_away(&sight);
}

Test(logged, a_narrow_status_line_still_names_the_log)
{
	struct sight sight;

	look(&sight, "j");
	for (int cols = 80; cols >= 44; cols -= 4) {
		const char *right;

		update_resize(&sight.state, 20, cols);
		view_build(&sight.view, &sight.state);
		right = strbuf_text(&sight.view.right);
		cr_expect_not_null(strstr(right, "a.log 6 lines"), "%d: %s",
				   cols, right);
		cr_expect_not_null(strstr(right, "hidden"), "%d: %s", cols,
				   right);
	}
	look_away(&sight);
}

Test(logged, numbers_that_nobody_defines_are_told)
{
	struct sight sight;

	look(&sight, "");
	expect_said(&sight.state, "471: a number that nobody defines");
	look_away(&sight);
}

Test(logged, a_search_finds_the_rest_hidden)
{
	struct sight sight;

	look(&sight, "");
	mind_search(&sight.state, "404");
	press(&sight.state, "Enter");
	expect_shown(&sight.state, "404");
	expect_sound(&sight.state);
	look_away(&sight);
}

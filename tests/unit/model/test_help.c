#include "model/help.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

#include "model/action.h"

static const enum pane panes[] = { PANE_TREE, PANE_DETAIL };

/* The line of this text that has the key; the count of lines for none. */
static size_t find(const struct help *help, const char *text, const char *key)
{
	size_t i = 0;

	while (i < help->count && (help->lines[i].text == NULL ||
				   strcmp(help->lines[i].text, text) != 0 ||
				   strstr(help->lines[i].keys, key) == NULL))
		i++;
	return i;
}

Test(help, every_action_has_its_key_on_the_screen)
{
	struct help help;

	for (size_t pane = 0; pane < 2; pane++) {
		const char *line = NULL;

		help_make(&help, panes[pane], 80);
		for (enum action action = 0; action < ACTION_COUNT; action++) {
			const struct action_row *row = action_row(action);
			size_t length = strcspn(row->keys, " ");
			char key[16];

			snprintf(key, sizeof(key), "%.*s", (int)length,
				 row->keys);
			if (action == ACTION_NUMBER)
				snprintf(key, sizeof(key), "0-9");
			if (row->help != NULL)
				line = row->help;
			cr_expect_lt(find(&help, line, key), help.count,
				     "no %s beside '%s'", key, line);
		}
	}
}

Test(help, there_is_room_for_all_lines_and_all_keys)
{
	struct help help;

	help_make(&help, PANE_TREE, 80);
	cr_expect_lt(help.count, HELP_LINES - 1);
	for (size_t i = 0; i < help.count; i++)
		cr_expect_lt(strlen(help.lines[i].keys), HELP_KEYS - 1, "%s",
			     help.lines[i].keys);
}

Test(help, the_keys_of_the_current_pane_come_first)
{
	struct help help;

	help_make(&help, PANE_TREE, 60);
	cr_expect_str_eq(help.lines[0].text, "In the tree");
	cr_expect(help.lines[0].heading);
	help_make(&help, PANE_DETAIL, 60);
	cr_expect_str_eq(help.lines[0].text, "Read");
}

Test(help, the_signs_of_tree_and_page_are_explained)
{
	struct help help;

	help_make(&help, PANE_TREE, 80);
	cr_expect_lt(find(&help, "Signs", ""), help.count);
	cr_expect_lt(find(&help, "no longer in use", "x"), help.count);
	cr_expect_lt(find(&help, "folded, unfolded", "+ -"), help.count);
	cr_expect_lt(find(&help, "see that code", "[503]"), help.count);
}

Test(help, there_are_one_two_or_three_columns)
{
	struct help help;

	for (int cols = 20; cols <= 200; cols++) {
		help_make(&help, PANE_TREE, cols);
		cr_expect_eq(help.columns, cols < 80  ? 1 :
					   cols < 120 ? 2 :
							3,
			     "%d columns", cols);
	}
}

Test(help, no_two_lines_share_a_place)
{
	static const int widths[] = { 20, 60, 80, 120, 200 };
	struct help help;

	for (size_t w = 0; w < 5; w++) {
		help_make(&help, PANE_DETAIL, widths[w]);
		for (size_t i = 0; i < help.count; i++) {
			cr_expect(help.lines[i].column >= 0 &&
				  help.lines[i].column < help.columns);
			cr_expect(help.lines[i].row >= 0 &&
				  help.lines[i].row < help.rows);
			for (size_t j = 0; j < i; j++)
				cr_expect(help.lines[i].column !=
						  help.lines[j].column ||
					  help.lines[i].row !=
						  help.lines[j].row);
		}
	}
}

Test(help, no_text_is_wider_than_its_column)
{
	static const int widths[] = { 40, 60, 79, 80, 100, 120, 200 };
	struct help help;

	for (size_t w = 0; w < 7; w++) {
		help_make(&help, PANE_TREE, widths[w]);
		for (size_t i = 0; i < help.count; i++) {
			const struct help_line *line = &help.lines[i];
			int keys = (int)strlen(line->keys);
			int room = widths[w] / help.columns - 1;

			if (line->text == NULL || line->heading)
				continue;
			/* As they are painted: keys, then text in a row. */
			if (keys < 12)
				keys = 12;
			else
				keys++;
			cr_expect_leq(2 + keys + (int)strlen(line->text), room,
				      "'%s' '%s' in %d of %d columns",
				      line->keys, line->text, room,
				      widths[w]);
		}
	}
}

Test(help, a_text_is_found_in_whichever_case_and_a_key_in_its_own)
{
	struct help_line line = { .keys = "g G", .text = "first, last row" };
	struct help_line empty = { .text = NULL };

	cr_expect(help_line_holds(&line, "LAST row"));
	cr_expect(help_line_holds(&line, "G"));
	cr_expect_not(help_line_holds(&line, "next"));
	cr_expect_not(help_line_holds(&empty, ""));
	line.keys[0] = 'n';
	cr_expect_not(help_line_holds(&line, "N G"));
}

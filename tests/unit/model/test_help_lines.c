#include "model/help_lines.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

#include "model/action.h"

/* The line of this text that has the key; the count of lines for none. */
static size_t find(const struct help_lines *help, const char *text,
		   const char *key)
{
	size_t i = 0;

	while (i < help->count && (help->lines[i].text == NULL ||
				   strcmp(help->lines[i].text, text) != 0 ||
				   strstr(help->lines[i].keys, key) == NULL))
		i++;
	return i;
}

Test(help_lines, every_action_has_its_key_on_the_screen)
{
	struct help_lines help;

	for (enum help_place place = 0; place <= HELP_IN_PROMPT; place++) {
		const char *line = NULL;

		help_lines_make(&help, place, 80, NULL);
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

Test(help_lines, there_is_room_for_all_lines_and_all_keys)
{
	struct help_lines help;

	help_lines_make(&help, HELP_IN_TREE, 80, NULL);
	cr_expect_lt(help.count, HELP_LINES - 1);
	for (size_t i = 0; i < help.count; i++)
		cr_expect_lt(strlen(help.lines[i].keys), HELP_KEYS - 1, "%s",
			     help.lines[i].keys);
}

Test(help_lines, the_keys_of_the_current_pane_come_first)
{
	struct help_lines help;

	help_lines_make(&help, HELP_IN_TREE, 60, NULL);
	cr_expect_str_eq(help.lines[0].text, "In the tree");
	cr_expect(help.lines[0].heading);
	help_lines_make(&help, HELP_IN_DETAIL, 60, NULL);
	cr_expect_str_eq(help.lines[0].text, "In the page");
}

Test(help_lines, the_signs_of_tree_and_page_are_explained)
{
	struct help_lines help;

	help_lines_make(&help, HELP_IN_TREE, 80, NULL);
	cr_expect_lt(find(&help, "Signs", ""), help.count);
	cr_expect_lt(find(&help, "no longer in use", "x"), help.count);
	cr_expect_lt(find(&help, "folded, unfolded", "+ -"), help.count);
	cr_expect_lt(find(&help, "see that code", "[503]"), help.count);
	cr_expect_lt(find(&help, "its search words", "words"), help.count);
	cr_expect_lt(find(&help, "as h j k l", "arrows"), help.count);
}

Test(help_lines, there_are_one_two_or_three_columns)
{
	struct help_lines help;

	for (int cols = 20; cols <= 200; cols++) {
		help_lines_make(&help, HELP_IN_TREE, cols, NULL);
		cr_expect_eq(help.columns,
			     cols < 80  ? 1 :
			     cols < 120 ? 2 :
					  3,
			     "%d columns", cols);
	}
}

static bool overlap(const struct help_line *a, const struct help_line *b)
{
	return a->column == b->column && a->row < b->row + b->height &&
	       b->row < a->row + a->height;
}

Test(help_lines, no_two_lines_share_a_place)
{
	static const int widths[] = { 20, 30, 60, 80, 120, 200 };
	struct help_lines help;

	for (size_t w = 0; w < 6; w++) {
		help_lines_make(&help, HELP_IN_DETAIL, widths[w], NULL);
		for (size_t i = 0; i < help.count; i++) {
			const struct help_line *line = &help.lines[i];

			cr_expect(line->column >= 0 &&
				  line->column < help.columns);
			cr_expect(line->row >= 0 &&
				  line->row + line->height <= help.rows);
			for (size_t j = 0; j < i; j++)
				cr_expect_not(overlap(line, &help.lines[j]),
					      "%zu and %zu in %d columns", i, j,
					      widths[w]);
		}
	}
}

/* Columns of the widest row of the text, as it is wrapped. */
static int widest_row(const char *text, int room)
{
	int widest = 0;

	while (*text != '\0') {
		size_t length = help_fit(text, room);

		if ((int)length > widest)
			widest = (int)length;
		text += length;
		text += strspn(text, " ");
	}
	return widest;
}

Test(help_lines, no_text_is_wider_than_its_column)
{
	struct help_lines help;

	for (int cols = 20; cols <= 200; cols++) {
		help_lines_make(&help, HELP_IN_TREE, cols, NULL);
		for (size_t i = 0; i < help.count; i++) {
			const struct help_line *line = &help.lines[i];
			int room = help.width - 1;

			if (line->text == NULL || line->heading)
				continue;
			cr_expect_leq(2 + (int)strlen(line->keys), room,
				      "'%s' in %d of %d columns", line->keys,
				      room, cols);
			cr_expect_leq(
				line->text_left +
					widest_row(line->text,
						   room - line->text_left),
				room, "'%s' in %d of %d columns", line->text,
				room, cols);
			/* The keys are not written over. */
			cr_expect(line->text_down == 1 ||
					  line->text_left >
						  2 + (int)strlen(line->keys),
				  "'%s' in %d columns", line->keys, cols);
		}
	}
}

Test(help_lines, a_row_has_whole_words_as_many_as_fit)
{
	cr_expect_eq(help_fit("next, previous row", 18), 18);
	cr_expect_eq(help_fit("next, previous row", 17), 14);
	cr_expect_eq(help_fit("next, previous row", 14), 14);
	cr_expect_eq(help_fit("next, previous row", 13), 5);
	cr_expect_eq(help_fit("404  404.7", 9), 3);
	/* What is too long for any row is cut, and nothing is left out. */
	cr_expect_eq(help_fit("description", 4), 4);
	cr_expect_eq(help_fit("a", 0), 1);
}

Test(help_lines,
     a_narrow_screen_wraps_texts_and_a_very_narrow_one_puts_them_below)
{
	struct help_lines help;
	const struct help_line *line;

	help_lines_make(&help, HELP_IN_TREE, 60, NULL);
	line = &help.lines[1];
	cr_expect_str_eq(line->text, "unfold or in, fold or out");
	cr_expect_eq(line->height, 1);
	cr_expect_eq(line->text_left, 14);
	help_lines_make(&help, HELP_IN_TREE, 30, NULL);
	cr_expect_eq(line->height, 2);
	cr_expect_eq(line->text_left, 14);
	cr_expect_eq(line->text_down, 0);
	help_lines_make(&help, HELP_IN_TREE, 20, NULL);
	cr_expect_eq(line->height, 3, "%d", line->height);
	cr_expect_eq(line->text_down, 1);
	cr_expect_eq(line->text_left, 4);
}

Test(help_lines, a_text_is_found_in_whichever_case_and_a_key_in_its_own)
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

Test(help_lines, no_keys_reach_into_the_text)
{
	struct help_lines help;

	help_lines_make(&help, HELP_IN_TREE, 80, NULL);
	for (size_t i = 0; i < help.count; i++)
		cr_expect(help.lines[i].action == ACTION_COUNT ||
				  strlen(help.lines[i].keys) < 12,
			  "'%s'", help.lines[i].keys);
}

#include "base/fault.h"

#include <criterion/criterion.h>
#include <locale.h>
#include <stdlib.h>
#include <string.h>

#include "base/strbuf.h"

static void add(struct fault_list *list, const char *file, unsigned int line,
		unsigned int column, const char *text)
{
	struct location place = { file, line, column };

	fault_add(list, place, text, text == NULL ? 0 : strlen(text),
		  "fault %u", line);
}

/* What is printed, to be freed. */
static char *printed(const struct fault_list *list)
{
	char *text = NULL;
	size_t length;
	FILE *out = open_memstream(&text, &length);

	cr_assert_not_null(out);
	fault_list_print(list, out);
	fclose(out);
	return text;
}

static void expect_printed(const struct fault_list *list, const char *wanted)
{
	char *text = printed(list);

	cr_expect_str_eq(text, wanted, "printed:\n%s", text);
	free(text);
}

Test(fault, an_empty_list_prints_nothing)
{
	struct fault_list list;

	fault_list_init(&list);
	expect_printed(&list, "");
	fault_list_clear(&list);
}

Test(fault, says_where_and_what_and_points_at_it)
{
	static const char text[] = "- id: 404\n  phrase: Not Found\n";
	struct location place = { "data/4xx.yaml", 2, 11 };
	struct fault_list list;

	fault_list_init(&list);
	fault_add(&list, place, text, strlen(text), "'%s' is %d; expected %s",
		  "phrase", 7, "text");
	cr_expect_eq(list.count, 1);
	cr_expect_eq(list.total, 1);
	cr_expect_str_eq(list.faults[0].message,
			 "'phrase' is 7; expected text");
	cr_expect_str_eq(list.faults[0].source, "  phrase: Not Found");
	expect_printed(&list,
		       "data/4xx.yaml:2:11: 'phrase' is 7; expected text\n"
		       "      phrase: Not Found\n"
		       "              ^\n");
	fault_list_clear(&list);
}

Test(fault, without_a_text_shows_no_line)
{
	struct fault_list list;

	fault_list_init(&list);
	add(&list, "file", 3, 1, NULL);
	cr_expect_null(list.faults[0].source);
	expect_printed(&list, "file:3:1: fault 3\n");
	fault_list_clear(&list);
}

Test(fault, finds_each_line_of_a_text)
{
	static const struct {
		const char *text;
		unsigned int line;
		const char *source;
	} rows[] = {
		{ "one\ntwo\nthree\n", 1, "one" },
		{ "one\ntwo\nthree\n", 2, "two" },
		{ "one\ntwo\nthree\n", 3, "three" },
		{ "one\ntwo\nthree", 3, "three" },
		{ "one\n\nthree", 2, "" },
		{ "one\n", 2, "" },
		{ "one\n", 9, "" },
		{ "", 1, "" },
	};

	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		struct fault_list list;

		fault_list_init(&list);
		add(&list, "file", rows[i].line, 1, rows[i].text);
		cr_expect_str_eq(list.faults[0].source, rows[i].source,
				 "row %zu", i);
		fault_list_clear(&list);
	}
}

Test(fault, reads_no_byte_beyond_the_length)
{
	struct location place = { "file", 1, 1 };
	struct fault_list list;
	char *text = malloc(3);

	cr_assert_not_null(text);
	memcpy(text, "abc", 3);
	fault_list_init(&list);
	fault_add(&list, place, text, 3, "x");
	place.line = 2;
	fault_add(&list, place, text, 3, "x");
	cr_expect_str_eq(list.faults[0].source, "abc");
	cr_expect_str_eq(list.faults[1].source, "");
	free(text);
	fault_list_clear(&list);
}

Test(fault, the_caret_counts_characters)
{
	struct fault_list list;

	fault_list_init(&list);
	add(&list, "file", 1, 6, "caf\u00e9 noir");
	expect_printed(&list, "file:1:6: fault 1\n"
			      "    caf\u00e9 noir\n"
			      "         ^\n");
	fault_list_clear(&list);
}

Test(fault, the_line_shown_does_not_command_the_terminal)
{
	struct fault_list list;

	fault_list_init(&list);
	add(&list, "file", 1, 2,
	    "\x1b]0;x\x07\t\x7f\xc2\x9b" "1m\xe2\x80\xae\x9b" "2m\r");
	expect_printed(&list, "file:1:2: fault 1\n"
			      "    ?]0;x????1m?\ufffd2m?\n"
			      "     ^\n");
	fault_list_clear(&list);
}

/* The line and the caret of a fault at a column of a text of one line. */
static void expect_source(const char *text, size_t length, unsigned int column,
			  const char *source, int caret)
{
	struct location place = { "file", 1, column };
	struct fault_list list;

	fault_list_init(&list);
	fault_add(&list, place, text, length, "x");
	cr_expect_str_eq(list.faults[0].source, source, "%u: %s", column,
			 list.faults[0].source);
	cr_expect_eq(list.faults[0].caret, caret, "%u: %d", column,
		     list.faults[0].caret);
	fault_list_clear(&list);
}

#define TEN "0123456789"
#define SIXTY TEN TEN TEN TEN TEN TEN

Test(fault, of_a_long_line_the_place_is_shown)
{
	char text[1001];

	for (size_t i = 0; i < 1000; i++)
		text[i] = (char)('0' + i % 10);
	text[1000] = '\0';
	expect_source(text, 200, 191, SIXTY SIXTY SIXTY TEN TEN, 190);
	expect_source(text, 1000, 1, SIXTY "...", 0);
	expect_source(text, 1000, 41, SIXTY TEN TEN TEN TEN "...", 40);
	expect_source(text, 1000, 901, "..." SIXTY SIXTY "...", 63);
	expect_source(text, 1000, 1001, "..." SIXTY, 63);
	/* A place beyond the line is at its end. */
	expect_source(text, 1000, 4000000000U, "...", 3);
	expect_source(text, 3, 4000000000U, "012", 3);
}

Test(fault, a_nul_in_a_line_does_not_move_the_caret)
{
	static const char text[] = "ab\0cd";

	expect_source(text, 5, 5, "ab?cd", 4);
}

Test(fault, the_caret_stands_below_what_is_wide)
{
	cr_assert_not_null(setlocale(LC_CTYPE, "C.UTF-8"));
	expect_source("\u65e5\u672c x", strlen("\u65e5\u672c x"), 4,
		      "\u65e5\u672c x", 5);
}

Test(fault, a_long_line_of_many_bytes_is_cut_between_characters)
{
	struct strbuf text, wanted;

	strbuf_init(&text);
	strbuf_init(&wanted);
	for (size_t i = 0; i < 300; i++)
		strbuf_add(&text, "\u00e9");
	strbuf_add(&wanted, "...");
	for (size_t i = 0; i < 120; i++)
		strbuf_add(&wanted, "\u00e9");
	strbuf_add(&wanted, "...");
	expect_source(text.text, text.length, 151, wanted.text, 63);
	strbuf_clear(&text);
	strbuf_clear(&wanted);
}

Test(fault, a_name_and_a_message_do_not_command_the_terminal)
{
	struct location place = { "na\033me", 1, 1 };
	struct fault_list list;

	fault_list_init(&list);
	fault_add(&list, place, NULL, 0, "a\033b\u202e");
	expect_printed(&list, "na?me:1:1: a?b?\n");
	fault_list_clear(&list);
}

Test(fault, a_file_with_as_many_faults_as_are_kept_has_enough)
{
	struct fault_list list;
	char *text;

	fault_list_init(&list);
	for (unsigned int i = 1; i < FAULT_LIMIT; i++)
		add(&list, "one", i, 1, NULL);
	cr_expect_not(fault_enough(&list, "one"));
	text = printed(&list);
	cr_expect_null(strstr(text, "not read"));
	free(text);
	add(&list, "one", FAULT_LIMIT, 1, NULL);
	cr_expect(fault_enough(&list, "one"));
	cr_expect_not(fault_enough(&list, "two"));
	text = printed(&list);
	cr_expect_not_null(strstr(text, "\n... and what comes after them was "
					"not read\n"));
	free(text);
	fault_list_clear(&list);
}

Test(fault, a_list_keeps_the_first_of_each_file_and_counts_the_rest)
{
	struct fault_list list;
	char *text;

	fault_list_init(&list);
	for (unsigned int i = 1; i <= FAULT_LIMIT + 5; i++)
		add(&list, "one.yaml", i, 1, NULL);
	for (unsigned int i = 1; i <= FAULT_LIMIT; i++)
		add(&list, "two.yaml", i, 1, NULL);
	cr_expect_eq(list.count, 2 * FAULT_LIMIT);
	cr_expect_eq(list.total, 2 * FAULT_LIMIT + 5);
	cr_expect_eq(list.faults[FAULT_LIMIT - 1].place.line, FAULT_LIMIT);
	cr_expect_str_eq(list.faults[FAULT_LIMIT].place.file, "two.yaml");
	text = printed(&list);
	cr_expect_null(strstr(text, "one.yaml:21:"));
	cr_expect_not_null(strstr(text, "two.yaml:20:1: fault 20\n"
					"... and 5 more\n"));
	free(text);
	fault_list_clear(&list);
}

Test(fault, a_list_without_a_rest_does_not_speak_of_one)
{
	struct fault_list list;
	char *text;

	fault_list_init(&list);
	for (unsigned int i = 1; i <= FAULT_LIMIT; i++)
		add(&list, "file", i, 1, NULL);
	text = printed(&list);
	cr_expect_null(strstr(text, "more"));
	free(text);
	fault_list_clear(&list);
}

/* Two names of one spelling are one file, wherever they are in memory. */
Test(fault, files_are_told_apart_by_their_names)
{
	char name[] = "file";
	struct fault_list list;

	fault_list_init(&list);
	for (unsigned int i = 1; i <= FAULT_LIMIT; i++)
		add(&list, "file", i, 1, NULL);
	add(&list, name, 99, 1, NULL);
	cr_expect_eq(list.count, FAULT_LIMIT);
	fault_list_clear(&list);
}

Test(fault, a_long_message_is_whole)
{
	struct location place = { "file", 1, 1 };
	struct fault_list list;
	char word[3000];

	memset(word, 'x', sizeof(word) - 1);
	word[sizeof(word) - 1] = '\0';
	fault_list_init(&list);
	fault_add(&list, place, NULL, 0, "<%s>", word);
	cr_expect_eq(strlen(list.faults[0].message), sizeof(word) + 1);
	fault_list_clear(&list);
}

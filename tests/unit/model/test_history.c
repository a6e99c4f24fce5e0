#include "model/history.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static char folder[256];

/* A folder of the test's own for what the program keeps. */
static void make_folder(void)
{
	const char *parent = getenv("TMPDIR");

	snprintf(folder, sizeof(folder), "%s/history.XXXXXX",
		 parent == NULL ? "/tmp" : parent);
	cr_assert_not_null(mkdtemp(folder));
	setenv("XDG_STATE_HOME", folder, 1);
}

static void remove_folder(void)
{
	char command[300];

	snprintf(command, sizeof(command), "rm -rf '%s'", folder);
	cr_assert_eq(system(command), 0);
}

TestSuite(history, .init = make_folder, .fini = remove_folder);

static void path_of(char *path, size_t size)
{
	snprintf(path, size, "%s/httree/history", folder);
}

static void write_bytes(const char *bytes, size_t length)
{
	char path[300];
	FILE *file;

	snprintf(path, sizeof(path), "%s/httree", folder);
	mkdir(path, 0700);
	path_of(path, sizeof(path));
	file = fopen(path, "w");
	cr_assert_not_null(file);
	cr_assert_eq(fwrite(bytes, 1, length, file), length);
	cr_assert_eq(fclose(file), 0);
}

static void write_text(const char *text)
{
	write_bytes(text, strlen(text));
}

/* What the file holds now; the caller's to free. */
static char *file_text(void)
{
	char path[300];
	struct strbuf text;
	FILE *file;
	int byte;

	path_of(path, sizeof(path));
	file = fopen(path, "r");
	cr_assert_not_null(file);
	strbuf_init(&text);
	while ((byte = fgetc(file)) != EOF)
		strbuf_add_char(&text, (char)byte);
	fclose(file);
	strbuf_add_char(&text, '\0');
	return text.text;
}

static void expect_file(const char *wanted)
{
	char *text = file_text();

	cr_expect_str_eq(text, wanted);
	free(text);
}

static void load(struct history *history)
{
	history_init(history);
	history_load(history);
}

/* What the file says, as one text with bars between. */
static void expect_texts(const struct history *history, const char *wanted)
{
	struct strbuf found;

	strbuf_init(&found);
	for (size_t i = 0; i < history->count; i++)
		strbuf_addf(&found, "%s%s", i == 0 ? "" : "|",
			    history->texts[i]);
	cr_expect_str_eq(strbuf_text(&found), wanted);
	strbuf_clear(&found);
}

Test(history, without_a_file_there_is_nothing)
{
	struct history history;

	load(&history);
	cr_expect_eq(history.count, 0);
	cr_expect_null(history.place);
	history_clear(&history);
}

Test(history, the_newest_text_comes_first)
{
	struct history history;

	history_init(&history);
	history_add(&history, "one");
	history_add(&history, "two");
	history_add(&history, "three");
	expect_texts(&history, "three|two|one");
	history_clear(&history);
}

Test(history, a_text_searched_for_again_comes_to_the_front)
{
	struct history history;

	history_init(&history);
	history_add(&history, "one");
	history_add(&history, "two");
	history_add(&history, "one");
	history_add(&history, "one");
	expect_texts(&history, "one|two");
	history_clear(&history);
}

Test(history, what_is_saved_is_there_the_next_time)
{
	struct history history;

	load(&history);
	history_add(&history, "rate limit");
	history_add(&history, "café 配額");
	history_set_place(&history, "nginx:499", "class:4xx vendor:nginx");
	history_save(&history);
	history_clear(&history);
	load(&history);
	expect_texts(&history, "café 配額|rate limit");
	cr_expect_str_eq(history.place, "nginx:499");
	cr_expect_str_eq(history.unfolded, "class:4xx vendor:nginx");
	history_set_place(&history, NULL, NULL);
	history_save(&history);
	history_clear(&history);
	load(&history);
	expect_texts(&history, "café 配額|rate limit");
	cr_expect_null(history.place);
	cr_expect_null(history.unfolded);
	history_clear(&history);
}

Test(history, a_text_that_looks_like_another_line_stays_a_text)
{
	struct history history;

	load(&history);
	history_add(&history, "place 404");
	history_save(&history);
	history_clear(&history);
	load(&history);
	expect_texts(&history, "place 404");
	cr_expect_null(history.place);
	history_clear(&history);
}

Test(history, two_programs_at_once_keep_the_texts_of_both)
{
	struct history one, two;

	load(&one);
	load(&two);
	history_add(&one, "of one");
	history_add(&two, "of two");
	history_set_place(&one, "404", NULL);
	history_set_place(&two, "503", NULL);
	history_save(&one);
	history_save(&two);
	history_clear(&one);
	history_clear(&two);
	load(&one);
	expect_texts(&one, "of two|of one");
	cr_expect_str_eq(one.place, "503");
	history_clear(&one);
}

Test(history, it_keeps_so_many_texts_and_no_more)
{
	struct history history;
	char text[16];

	load(&history);
	for (int i = 0; i < HISTORY_LIMIT + 50; i++) {
		snprintf(text, sizeof(text), "text %d", i);
		history_add(&history, text);
	}
	cr_expect_eq(history.count, HISTORY_LIMIT);
	snprintf(text, sizeof(text), "text %d", HISTORY_LIMIT + 49);
	cr_expect_str_eq(history.texts[0], text);
	cr_expect_str_eq(history.texts[HISTORY_LIMIT - 1], "text 50");
	history_save(&history);
	history_clear(&history);
	load(&history);
	cr_expect_eq(history.count, HISTORY_LIMIT);
	history_clear(&history);
}

Test(history, what_cannot_be_typed_is_not_taken)
{
	struct history history;
	char longest[2000];

	memset(longest, 'x', sizeof(longest) - 1);
	longest[sizeof(longest) - 1] = '\0';
	history_init(&history);
	history_add(&history, "");
	history_add(&history, "two\nlines");
	history_add(&history, "\033[2J");
	history_add(&history, "\xff\xfe");
	history_add(&history, "right\u202eleft");
	history_add(&history, longest);
	cr_expect_eq(history.count, 0);
	history_clear(&history);
}

Test(history, a_hostile_file_brings_nothing_hostile)
{
	static const char bytes[] = "httree history 1\n"
				    "place \033]0;title\007\n"
				    "search fine\n"
				    "search \033[31mred\n"
				    "search bad \xff byte\n"
				    "\n"
				    "search \xc2\x9b 1m\n"
				    "search null \0 inside\n"
				    "place 404\n"
				    "place 500\n"
				    "search also fine";
	struct history history;

	write_bytes(bytes, sizeof(bytes) - 1);
	load(&history);
	cr_assert_gt(history.count, 0);
	cr_expect_str_eq(history.texts[0], "fine");
	for (size_t i = 0; i < history.count; i++) {
		for (const char *at = history.texts[i]; *at != '\0'; at++)
			cr_expect((unsigned char)*at >= 0x20 &&
				  (unsigned char)*at < 0x7f);
	}
	cr_expect_str_eq(history.place, "404");
	history_clear(&history);
}

Test(history, a_file_without_end_is_not_read)
{
	size_t length = 3 * 1024 * 1024;
	char *bytes = malloc(length);
	struct history history;

	cr_assert_not_null(bytes);
	memset(bytes, 'x', length);
	write_bytes(bytes, length);
	load(&history);
	cr_expect_eq(history.count, 0);
	free(bytes);
	history_clear(&history);
}

Test(history, a_file_with_too_many_lines_is_cut)
{
	struct history history;
	struct strbuf text;

	strbuf_init(&text);
	strbuf_add(&text, "httree history 1\n");
	for (int i = 0; i < 5000; i++)
		strbuf_addf(&text, "search line %d\n", i);
	write_bytes(text.text, text.length);
	load(&history);
	cr_expect_eq(history.count, HISTORY_LIMIT);
	cr_expect_str_eq(history.texts[0], "line 0");
	strbuf_clear(&text);
	history_clear(&history);
}

Test(history, where_nothing_may_be_written_nothing_is_said)
{
	struct history history;
	char path[300];
	FILE *file;

	/* A file where the folder should be stops root, too. */
	snprintf(path, sizeof(path), "%s/httree", folder);
	file = fopen(path, "w");
	cr_assert_not_null(file);
	fclose(file);
	load(&history);
	history_add(&history, "one");
	history_set_place(&history, "404", NULL);
	history_save(&history);
	expect_texts(&history, "one");
	history_clear(&history);
	load(&history);
	cr_expect_eq(history.count, 0);
	history_clear(&history);
}

Test(history, the_file_is_the_users_alone)
{
	struct history history;
	struct stat status;
	char path[300];

	load(&history);
	history_add(&history, "one");
	history_save(&history);
	path_of(path, sizeof(path));
	cr_assert_eq(stat(path, &status), 0);
	cr_expect_eq(status.st_mode & 077, 0, "%o", status.st_mode & 0777);
	history_clear(&history);
}

Test(history, without_the_variable_it_is_below_the_home)
{
	struct history history;
	struct stat status;
	char path[400];

	unsetenv("XDG_STATE_HOME");
	setenv("HOME", folder, 1);
	load(&history);
	history_add(&history, "one");
	history_save(&history);
	history_clear(&history);
	snprintf(path, sizeof(path), "%s/.local/state/httree/history", folder);
	cr_expect_eq(stat(path, &status), 0);
}

Test(history, a_relative_folder_is_ignored)
{
	struct history history;
	struct stat status;

	cr_assert_eq(chdir(folder), 0);
	setenv("XDG_STATE_HOME", "state", 1);
	setenv("HOME", folder, 1);
	load(&history);
	history_add(&history, "one");
	history_save(&history);
	history_clear(&history);
	cr_expect_neq(stat("state", &status), 0);
	cr_expect_eq(stat(".local/state/httree/history", &status), 0);
}

Test(history, without_a_home_it_lives_in_memory)
{
	struct history history;

	unsetenv("XDG_STATE_HOME");
	unsetenv("HOME");
	load(&history);
	history_add(&history, "one");
	history_set_place(&history, "404", NULL);
	history_save(&history);
	expect_texts(&history, "one");
	history_clear(&history);
}

Test(history, what_was_not_loaded_is_not_saved)
{
	struct history history;
	struct stat status;
	char path[300];

	history_init(&history);
	history_add(&history, "one");
	history_set_place(&history, "404", NULL);
	history_save(&history);
	path_of(path, sizeof(path));
	cr_expect_neq(stat(path, &status), 0);
	history_clear(&history);
}

Test(history, nothing_is_written_when_nothing_has_changed)
{
	struct history history;
	struct stat status;
	char path[300];

	load(&history);
	history_save(&history);
	path_of(path, sizeof(path));
	cr_expect_neq(stat(path, &status), 0);
	history_clear(&history);

	write_text("httree history 1\nplace 404\nsearch one");
	load(&history);
	history_set_place(&history, "404", "");
	history_save(&history);
	history_clear(&history);
	/* Written anew, it would end with a line feed. */
	expect_file("httree history 1\nplace 404\nsearch one");
}

Test(history, lines_that_are_not_understood_stay)
{
	struct history history;

	write_bytes("httree history 1\nsearch one\nmark 404\n"
		    "search two\0 and more\n", 59 - 1);
	load(&history);
	history_add(&history, "three");
	history_save(&history);
	history_clear(&history);
	load(&history);
	expect_texts(&history, "three|one");
	cr_expect_neq(strstr(strbuf_text(&history.others), "mark 404\n"), NULL);
	cr_expect_eq(history.others.length, 9 + 21);
	history_clear(&history);
}

Test(history, what_is_no_history_is_left_alone)
{
	static const char *const texts[] = {
		"garbage", "httree history 2\nsearch one\n",
		"httree history 1 and more\n", "\n",
	};

	for (size_t i = 0; i < sizeof(texts) / sizeof(*texts); i++) {
		struct history history;

		write_text(texts[i]);
		load(&history);
		cr_expect_eq(history.count, 0, "%zu", i);
		history_add(&history, "mine");
		history_set_place(&history, "404", NULL);
		history_save(&history);
		history_clear(&history);
		expect_file(texts[i]);
	}
}

/* The other one had it in front since; this one only knew it. */
Test(history, a_text_that_was_searched_for_twice_moves_nothing_of_others)
{
	struct history one, two;

	load(&one);
	history_add(&one, "a");
	history_add(&one, "b");
	history_save(&one);
	history_clear(&one);

	load(&one);
	load(&two);
	history_add(&one, "c");
	history_add(&one, "c");
	history_add(&two, "d");
	history_save(&two);
	history_save(&one);
	history_clear(&one);
	history_clear(&two);
	load(&one);
	expect_texts(&one, "c|d|b|a");
	history_clear(&one);
}

Test(history, a_home_that_does_not_exist_is_not_made)
{
	struct history history;
	struct stat status;
	char path[400], below[420];

	snprintf(path, sizeof(path), "%s/nobody", folder);
	unsetenv("XDG_STATE_HOME");
	setenv("HOME", path, 1);
	load(&history);
	history_add(&history, "one");
	history_save(&history);
	history_clear(&history);
	cr_expect_neq(stat(path, &status), 0);
	/* Nor is a folder below it. */
	snprintf(below, sizeof(below), "%s/state", path);
	setenv("XDG_STATE_HOME", below, 1);
	load(&history);
	history_add(&history, "one");
	history_save(&history);
	history_clear(&history);
	cr_expect_neq(stat(path, &status), 0);
}

Test(history, a_link_to_another_file_is_not_followed)
{
	struct history history;
	struct stat status;
	char path[300];

	write_text("httree history 1\nsearch one\n");
	path_of(path, sizeof(path));
	cr_assert_eq(unlink(path), 0);
	cr_assert_eq(symlink("/dev/null", path), 0);
	load(&history);
	history_add(&history, "secret");
	history_save(&history);
	history_clear(&history);
	cr_assert_eq(lstat(path, &status), 0);
	cr_expect(S_ISLNK(status.st_mode));
}

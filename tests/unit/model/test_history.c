#include "model/history.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"

enum { FILE_LIMIT = 8 * 1024 * 1024 };

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
	struct problem why;
	char path[300];

	path_of(path, sizeof(path));
	cr_assert(file_replace(path, bytes, length, &why), "%s", why.text);
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
	cr_expect_null(history.last);
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
	history_save(&history, "nginx:499");
	history_clear(&history);
	load(&history);
	expect_texts(&history, "café 配額|rate limit");
	cr_expect_str_eq(history.last, "nginx:499");
	history_save(&history, NULL);
	history_clear(&history);
	load(&history);
	expect_texts(&history, "café 配額|rate limit");
	cr_expect_null(history.last);
	history_clear(&history);
}

Test(history, a_text_that_looks_like_a_place_stays_a_text)
{
	struct history history;

	load(&history);
	history_add(&history, "@404");
	history_save(&history, NULL);
	history_clear(&history);
	load(&history);
	expect_texts(&history, "@404");
	cr_expect_null(history.last);
	history_clear(&history);
}

Test(history, two_programs_at_once_keep_the_texts_of_both)
{
	struct history one, two;

	load(&one);
	load(&two);
	history_add(&one, "of one");
	history_add(&two, "of two");
	history_save(&one, "404");
	history_save(&two, "503");
	history_clear(&one);
	history_clear(&two);
	load(&one);
	expect_texts(&one, "of two|of one");
	cr_expect_str_eq(one.last, "503");
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
	history_save(&history, NULL);
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
	static const char bytes[] = "@\033]0;title\007\n"
				    "fine\n"
				    "\033[31mred\n"
				    "bad \xff byte\n"
				    "\n"
				    "\xc2\x9b 1m\n"
				    "null \0 inside\n"
				    "@404\n"
				    "@500\n"
				    "also fine";
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
	cr_expect(history.last == NULL || strcmp(history.last, "404") == 0);
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
	for (int i = 0; i < 5000; i++)
		strbuf_addf(&text, "line %d\n", i);
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
	history_save(&history, "404");
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
	history_save(&history, NULL);
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
	history_save(&history, NULL);
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
	history_save(&history, NULL);
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
	history_save(&history, "404");
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
	history_save(&history, "404");
	path_of(path, sizeof(path));
	cr_expect_neq(stat(path, &status), 0);
	history_clear(&history);
}

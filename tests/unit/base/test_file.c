#include "base/file.h"

#include <criterion/criterion.h>
#include <dirent.h>
#include <fcntl.h>
#include <ftw.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include "scratch.h"

TestSuite(file, .init = enter_folder, .fini = leave_folder, .timeout = 20);

/* --------------------------------------------------------------------------
 * Reading
 */

Test(file, read_appends_all_bytes)
{
	static const char bytes[] = "one\0two\n\xff";
	struct strbuf text;
	struct problem why;

	put("file", bytes, sizeof(bytes));
	strbuf_init(&text);
	strbuf_add(&text, "> ");
	cr_assert(file_read("file", 100, &text, &why));
	cr_expect_eq(text.length, 2 + sizeof(bytes));
	cr_expect_eq(memcmp(text.text, "> ", 2), 0);
	cr_expect_eq(memcmp(text.text + 2, bytes, sizeof(bytes)), 0);
	strbuf_clear(&text);
}

Test(file, read_of_an_empty_file_is_nothing)
{
	struct strbuf text;
	struct problem why;

	put("file", "", 0);
	strbuf_init(&text);
	cr_expect(file_read("file", 0, &text, &why));
	cr_expect_eq(text.length, 0);
	cr_expect_str_eq(strbuf_text(&text), "");
	strbuf_clear(&text);
}

Test(file, read_takes_a_file_of_many_blocks)
{
	size_t length = 300001;
	char *bytes = malloc(length);

	cr_assert_not_null(bytes);
	for (size_t i = 0; i < length; i++)
		bytes[i] = (char)(i * 7 % 251);
	put("file", bytes, length);
	expect_bytes("file", bytes, length);
	free(bytes);
}

Test(file, read_refuses_more_than_the_limit)
{
	struct strbuf text;
	struct problem why = { "" };

	put("file", "12345678", 8);
	strbuf_init(&text);
	cr_expect(file_read("file", 9, &text, &why));
	cr_expect(file_read("file", 8, &text, &why));
	cr_expect_not(file_read("file", 7, &text, &why));
	cr_expect_str_eq(why.text, "'file' is larger than 7 bytes");
	cr_expect_not(file_read("file", 0, &text, &why));
	strbuf_clear(&text);
}

Test(file, read_says_that_a_file_is_missing)
{
	struct strbuf text;
	struct problem why;

	strbuf_init(&text);
	cr_expect_not(file_read("no/file", 100, &text, &why));
	cr_expect_str_eq(why.text,
			 "cannot open 'no/file': No such file or directory");
	cr_expect_eq(text.length, 0);
	strbuf_clear(&text);
}

Test(file, read_refuses_what_is_not_a_regular_file)
{
	static const char *const rows[][2] = {
		{ "folder", "a directory" },
		{ "pipe", "a named pipe" },
		{ "link", "a named pipe" },
		{ "/dev/null", "a device" },
	};
	struct strbuf text;
	struct problem why;

	cr_assert_eq(mkdir("folder", 0700), 0);
	cr_assert_eq(mkfifo("pipe", 0600), 0);
	cr_assert_eq(symlink("pipe", "link"), 0);
	strbuf_init(&text);
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		char wanted[100];

		snprintf(wanted, sizeof(wanted),
			 "'%s' is %s; expected a regular file", rows[i][0],
			 rows[i][1]);
		cr_expect_not(file_read(rows[i][0], 100, &text, &why));
		cr_expect_str_eq(why.text, wanted);
	}
	cr_expect_eq(text.length, 0);
	strbuf_clear(&text);
}

Test(file, read_says_that_links_go_round)
{
	struct strbuf text;
	struct problem why;

	cr_assert_eq(symlink("b", "a"), 0);
	cr_assert_eq(symlink("a", "b"), 0);
	strbuf_init(&text);
	cr_expect_not(file_read("a", 100, &text, &why));
	cr_expect_str_eq(why.text, "cannot open 'a': Too many levels of "
				   "symbolic links");
	strbuf_clear(&text);
}

Test(file, read_follows_a_link)
{
	struct strbuf text;
	struct problem why;

	put("file", "there", 5);
	cr_assert_eq(symlink("file", "link"), 0);
	cr_assert_eq(symlink("nothing", "dead"), 0);
	expect_bytes("link", "there", 5);
	strbuf_init(&text);
	cr_expect_not(file_read("dead", 100, &text, &why));
	strbuf_clear(&text);
}

Test(file, read_leaves_no_descriptor_open)
{
	struct strbuf text;
	struct problem why;
	int before, after;

	put("file", "12345", 5);
	strbuf_init(&text);
	before = dup(0);
	close(before);
	file_read("file", 100, &text, &why);
	file_read("file", 2, &text, &why);
	file_read(".", 100, &text, &why);
	after = dup(0);
	close(after);
	cr_expect_eq(after, before);
	strbuf_clear(&text);
}

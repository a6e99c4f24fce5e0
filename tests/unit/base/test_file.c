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

/* Each test works in an empty folder of its own. */

static char folder[4096];

static void enter_folder(void)
{
	const char *parent = getenv("TMPDIR");

	snprintf(folder, sizeof(folder), "%s/file.XXXXXX",
		 parent == NULL ? "/tmp" : parent);
	cr_assert_not_null(mkdtemp(folder));
	cr_assert_eq(chdir(folder), 0);
}

static int remove_one(const char *path, const struct stat *status, int type,
		      struct FTW *position)
{
	(void)status;
	(void)type;
	(void)position;
	return remove(path);
}

static void leave_folder(void)
{
	cr_assert_eq(chdir("/"), 0);
	nftw(folder, remove_one, 16, FTW_DEPTH | FTW_PHYS);
}

TestSuite(file, .init = enter_folder, .fini = leave_folder, .timeout = 20);

static void put(const char *path, const char *bytes, size_t length)
{
	FILE *file = fopen(path, "w");

	cr_assert_not_null(file);
	cr_assert_eq(fwrite(bytes, 1, length, file), length);
	cr_assert_eq(fclose(file), 0);
}

static void expect_bytes(const char *path, const char *bytes, size_t length)
{
	struct strbuf text;
	struct problem why = { "" };

	strbuf_init(&text);
	cr_expect(file_read(path, 1 << 20, &text, &why), "%s", why.text);
	cr_expect_eq(text.length, length, "%s: %zu bytes", path, text.length);
	cr_expect_eq(memcmp(strbuf_text(&text), bytes, text.length), 0, "%s",
		     path);
	strbuf_clear(&text);
}

/* How many files and folders lie in a folder. */
static size_t files_in(const char *path)
{
	DIR *list = opendir(path);
	size_t count = 0;

	cr_assert_not_null(list);
	while (readdir(list) != NULL)
		count++;
	closedir(list);
	return count - 2;
}

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
	static const char *const paths[] = { "folder", "pipe", "link",
					     "/dev/null" };
	struct strbuf text;
	struct problem why;

	cr_assert_eq(mkdir("folder", 0700), 0);
	cr_assert_eq(mkfifo("pipe", 0600), 0);
	cr_assert_eq(symlink("pipe", "link"), 0);
	strbuf_init(&text);
	for (size_t i = 0; i < sizeof(paths) / sizeof(*paths); i++) {
		char wanted[100];

		snprintf(wanted, sizeof(wanted), "'%s' is not a regular file",
			 paths[i]);
		cr_expect_not(file_read(paths[i], 100, &text, &why));
		cr_expect_str_eq(why.text, wanted);
	}
	cr_expect_eq(text.length, 0);
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

/* --------------------------------------------------------------------------
 * Replacing
 */

Test(file, replace_writes_a_file_that_was_not_there)
{
	struct problem why = { "" };

	cr_expect(file_replace("file", "a\0b\n", 4, &why), "%s", why.text);
	expect_bytes("file", "a\0b\n", 4);
	cr_expect_eq(files_in("."), 1);
}

Test(file, replace_leaves_nothing_of_the_old_file)
{
	struct problem why = { "" };

	put("file", "a long text that was there first", 32);
	cr_expect(file_replace("file", "short", 5, &why), "%s", why.text);
	expect_bytes("file", "short", 5);
	cr_expect(file_replace("file", "", 0, &why), "%s", why.text);
	expect_bytes("file", "", 0);
	cr_expect_eq(files_in("."), 1);
}

Test(file, replace_takes_a_large_file)
{
	size_t length = 1000000;
	char *bytes = malloc(length);
	struct problem why = { "" };

	cr_assert_not_null(bytes);
	for (size_t i = 0; i < length; i++)
		bytes[i] = (char)(i % 255);
	cr_expect(file_replace("file", bytes, length, &why), "%s", why.text);
	expect_bytes("file", bytes, length);
	free(bytes);
}

/* Who has the old file open reads all of it, and nothing of the new one. */
Test(file, replace_does_not_touch_the_old_file)
{
	char bytes[10] = "";
	struct problem why = { "" };
	int old;

	put("file", "old text", 8);
	old = open("file", O_RDONLY);
	cr_assert_geq(old, 0);
	cr_expect(file_replace("file", "new", 3, &why), "%s", why.text);
	cr_expect_eq(read(old, bytes, sizeof(bytes)), 8);
	cr_expect_str_eq(bytes, "old text");
	close(old);
	expect_bytes("file", "new", 3);
}

Test(file, replace_makes_missing_folders_for_the_user_alone)
{
	struct problem why = { "" };
	struct stat status;

	cr_assert_eq(mkdir("there", 0755), 0);
	cr_assert_eq(chmod("there", 0755), 0);
	umask(0);
	cr_expect(file_replace("there/a/b/file", "x", 1, &why), "%s",
		  why.text);
	expect_bytes("there/a/b/file", "x", 1);
	cr_assert_eq(stat("there/a", &status), 0);
	cr_expect_eq(status.st_mode & 0777, 0700);
	cr_assert_eq(stat("there/a/b", &status), 0);
	cr_expect_eq(status.st_mode & 0777, 0700);
	cr_assert_eq(stat("there", &status), 0);
	cr_expect_eq(status.st_mode & 0777, 0755);
}

Test(file, replace_takes_an_absolute_path)
{
	struct problem why = { "" };
	struct strbuf path;

	strbuf_init(&path);
	strbuf_addf(&path, "%s/a/file", folder);
	cr_expect(file_replace(path.text, "x", 1, &why), "%s", why.text);
	expect_bytes("a/file", "x", 1);
	strbuf_clear(&path);
}

Test(file, replace_says_why_a_folder_cannot_be_made)
{
	struct problem why;

	put("file", "old", 3);
	cr_expect_not(file_replace("file/below", "new", 3, &why));
	cr_expect_str_eq(why.text,
			 "cannot write 'file/below': Not a directory");
	expect_bytes("file", "old", 3);
	cr_expect_eq(files_in("."), 1);
}

Test(file, replace_leaves_a_folder_that_is_in_the_way)
{
	struct problem why;
	struct stat status;

	cr_assert_eq(mkdir("name", 0700), 0);
	cr_expect_not(file_replace("name", "new", 3, &why));
	cr_expect_str_eq(why.text, "cannot write 'name': Is a directory");
	cr_assert_eq(stat("name", &status), 0);
	cr_expect(S_ISDIR(status.st_mode));
	cr_expect_eq(files_in("."), 1);
}

Test(file, replace_fails_in_a_folder_that_nobody_may_write)
{
	struct problem why = { "" };

	/* Root may write anywhere but where the kernel makes the files. */
	cr_expect_not(file_replace("/proc/self/httree", "new", 3, &why));
	cr_expect(strncmp(why.text, "cannot write '/proc/self/httree': ",
			  34) == 0,
		  "%s", why.text);
	cr_assert_eq(mkdir("shut", 0700), 0);
	put("shut/file", "old", 3);
	cr_assert_eq(chmod("shut", 0500), 0);
	if (geteuid() != 0) {
		cr_expect_not(file_replace("shut/file", "new", 3, &why));
		cr_expect_str_eq(
			why.text,
			"cannot write 'shut/file': Permission denied");
		expect_bytes("shut/file", "old", 3);
		cr_expect_eq(files_in("shut"), 1);
	}
	cr_assert_eq(chmod("shut", 0700), 0);
}

/* As when the disk is full. */
Test(file, replace_keeps_the_old_file_when_there_is_no_room)
{
	static char bytes[100000];
	struct rlimit limit = { .rlim_cur = 5000, .rlim_max = RLIM_INFINITY };
	struct problem why;

	put("file", "old", 3);
	cr_assert_eq(getrlimit(RLIMIT_FSIZE, &limit), 0);
	limit.rlim_cur = 5000;
	signal(SIGXFSZ, SIG_IGN);
	cr_assert_eq(setrlimit(RLIMIT_FSIZE, &limit), 0);
	cr_expect_not(file_replace("file", bytes, sizeof(bytes), &why));
	limit.rlim_cur = limit.rlim_max;
	cr_assert_eq(setrlimit(RLIMIT_FSIZE, &limit), 0);
	cr_expect_str_eq(why.text, "cannot write 'file': File too large");
	expect_bytes("file", "old", 3);
	cr_expect_eq(files_in("."), 1);
}

Test(file, replace_leaves_no_descriptor_open)
{
	struct problem why;
	int before = dup(0);
	int after;

	close(before);
	file_replace("file", "x", 1, &why);
	file_replace("file/below", "x", 1, &why);
	after = dup(0);
	close(after);
	cr_expect_eq(after, before);
}

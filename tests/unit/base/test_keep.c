#include "base/keep.h"

#include <criterion/criterion.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "scratch.h"

enum { LIMIT = 1 << 20 };

TestSuite(keep, .init = enter_folder, .fini = leave_folder, .timeout = 60);

struct bytes {
	const char *start;
	size_t length;
};

/* A keep_maker: these bytes, whatever was there. */
static bool replace(struct strbuf *text, const void *context)
{
	const struct bytes *bytes = context;

	strbuf_reset(text);
	strbuf_add_bytes(text, bytes->start, bytes->length);
	return true;
}

static bool put_kept(const char *path, const char *start, size_t length,
		     struct problem *why)
{
	struct bytes bytes = { start, length };

	return keep_change(path, LIMIT, replace, &bytes, why);
}

/* A keep_maker: a line more. */
static bool add_line(struct strbuf *text, const void *context)
{
	strbuf_addf(text, "%s\n", (const char *)context);
	return true;
}

static bool leave(struct strbuf *text, const void *context)
{
	(void)context;
	strbuf_add(text, "not to be written");
	return false;
}

static bool read_kept(const char *path, struct problem *why)
{
	struct strbuf text;
	bool done;

	strbuf_init(&text);
	done = keep_read(path, LIMIT, &text, why);
	strbuf_clear(&text);
	return done;
}

Test(keep, change_writes_a_file_that_was_not_there)
{
	struct problem why = { "" };

	cr_expect(put_kept("file", "a\0b\n", 4, &why), "%s", why.text);
	expect_bytes("file", "a\0b\n", 4);
	cr_expect_eq(files_in("."), 1);
}

Test(keep, change_leaves_nothing_of_the_old_file)
{
	struct problem why = { "" };

	put("file", "a long text that was there first", 32);
	cr_expect(put_kept("file", "short", 5, &why), "%s", why.text);
	expect_bytes("file", "short", 5);
	cr_expect(put_kept("file", "", 0, &why), "%s", why.text);
	expect_bytes("file", "", 0);
	cr_expect_eq(files_in("."), 1);
}

Test(keep, change_takes_a_large_file)
{
	size_t length = 1000000;
	char *bytes = malloc(length);
	struct problem why = { "" };

	cr_assert_not_null(bytes);
	for (size_t i = 0; i < length; i++)
		bytes[i] = (char)(i % 255);
	cr_expect(put_kept("file", bytes, length, &why), "%s", why.text);
	expect_bytes("file", bytes, length);
	free(bytes);
}

/* Who has the old file open reads all of it, and nothing of the new one. */
Test(keep, change_does_not_touch_the_old_file)
{
	char bytes[10] = "";
	struct problem why = { "" };
	int old;

	put("file", "old text", 8);
	old = open("file", O_RDONLY);
	cr_assert_geq(old, 0);
	cr_expect(put_kept("file", "new", 3, &why), "%s", why.text);
	cr_expect_eq(read(old, bytes, sizeof(bytes)), 8);
	cr_expect_str_eq(bytes, "old text");
	close(old);
	expect_bytes("file", "new", 3);
}

Test(keep, change_makes_missing_folders_for_the_user_alone)
{
	struct problem why = { "" };
	struct stat status;

	cr_assert_eq(mkdir("there", 0755), 0);
	cr_assert_eq(chmod("there", 0755), 0);
	umask(0);
	cr_expect(put_kept("there/a/b/file", "x", 1, &why), "%s",
		  why.text);
	expect_bytes("there/a/b/file", "x", 1);
	cr_assert_eq(stat("there/a", &status), 0);
	cr_expect_eq(status.st_mode & 0777, 0700);
	cr_assert_eq(stat("there/a/b", &status), 0);
	cr_expect_eq(status.st_mode & 0777, 0700);
	cr_assert_eq(stat("there", &status), 0);
	cr_expect_eq(status.st_mode & 0777, 0755);
}

Test(keep, change_takes_an_absolute_path)
{
	struct problem why = { "" };
	struct strbuf path;

	strbuf_init(&path);
	strbuf_addf(&path, "%s/a/file", folder);
	cr_expect(put_kept(path.text, "x", 1, &why), "%s", why.text);
	expect_bytes("a/file", "x", 1);
	strbuf_clear(&path);
}

Test(keep, change_says_why_a_folder_cannot_be_made)
{
	struct problem why;

	put("file", "old", 3);
	cr_expect_not(put_kept("file/below", "new", 3, &why));
	cr_expect_str_eq(why.text,
			 "cannot write 'file/below': Not a directory");
	expect_bytes("file", "old", 3);
	cr_expect_eq(files_in("."), 1);
}

Test(keep, change_leaves_a_folder_that_is_in_the_way)
{
	struct problem why;
	struct stat status;

	cr_assert_eq(mkdir("name", 0700), 0);
	cr_expect_not(put_kept("name", "new", 3, &why));
	cr_expect_str_eq(why.text, "cannot read 'name': it is no regular file "
				   "of the user's own");
	cr_assert_eq(stat("name", &status), 0);
	cr_expect(S_ISDIR(status.st_mode));
	cr_expect_eq(files_in("."), 1);
}

Test(keep, change_fails_in_a_folder_that_nobody_may_write)
{
	struct problem why = { "" };

	/* Root may write anywhere but where the kernel makes the files. */
	cr_expect_not(put_kept("/proc/self/httree", "new", 3, &why));
	cr_expect(strncmp(why.text, "cannot write '/proc/self/httree': ",
			  34) == 0,
		  "%s", why.text);
	cr_assert_eq(mkdir("shut", 0700), 0);
	put("shut/file", "old", 3);
	cr_assert_eq(chmod("shut", 0500), 0);
	if (geteuid() != 0) {
		cr_expect_not(put_kept("shut/file", "new", 3, &why));
		cr_expect_str_eq(
			why.text,
			"cannot write 'shut/file': Permission denied");
		expect_bytes("shut/file", "old", 3);
		cr_expect_eq(files_in("shut"), 1);
	}
	cr_assert_eq(chmod("shut", 0700), 0);
}

/* As when the disk is full. */
Test(keep, change_keeps_the_old_file_when_there_is_no_room)
{
	static char bytes[100000];
	struct rlimit limit = { .rlim_cur = 5000, .rlim_max = RLIM_INFINITY };
	struct problem why;

	put("file", "old", 3);
	cr_assert_eq(getrlimit(RLIMIT_FSIZE, &limit), 0);
	limit.rlim_cur = 5000;
	signal(SIGXFSZ, SIG_IGN);
	cr_assert_eq(setrlimit(RLIMIT_FSIZE, &limit), 0);
	cr_expect_not(put_kept("file", bytes, sizeof(bytes), &why));
	limit.rlim_cur = limit.rlim_max;
	cr_assert_eq(setrlimit(RLIMIT_FSIZE, &limit), 0);
	cr_expect_str_eq(why.text, "cannot write 'file': File too large");
	expect_bytes("file", "old", 3);
	cr_expect_eq(files_in("."), 1);
}

Test(keep, change_leaves_no_descriptor_open)
{
	struct problem why;
	int before = dup(0);
	int after;

	close(before);
	put_kept("file", "x", 1, &why);
	put_kept("file/below", "x", 1, &why);
	after = dup(0);
	close(after);
	cr_expect_eq(after, before);
}

Test(keep, change_can_leave_the_file_as_it_is)
{
	struct problem why = { "" };

	put("file", "old", 3);
	cr_expect(keep_change("file", LIMIT, leave, NULL, &why));
	expect_bytes("file", "old", 3);
	cr_expect_eq(files_in("."), 1);
}

Test(keep, change_makes_of_what_is_there)
{
	struct problem why = { "" };

	cr_expect(keep_change("file", LIMIT, add_line, "one", &why));
	cr_expect(keep_change("file", LIMIT, add_line, "two", &why));
	expect_bytes("file", "one\ntwo\n", 8);
}

Test(keep, what_would_be_too_large_is_not_written)
{
	struct problem why;

	put("file", "old", 3);
	cr_expect_not(keep_change("file", 5, add_line, "more", &why));
	cr_expect_str_eq(why.text, "'file' would be larger than 5 bytes");
	expect_bytes("file", "old", 3);
	cr_expect_eq(files_in("."), 1);
}

Test(keep, a_file_that_is_missing_is_an_empty_one)
{
	struct problem why = { "" };

	cr_expect(read_kept("file", &why));
	cr_expect_eq(files_in("."), 0);
}

/* Whoever made the link wanted something of his own to be there. */
Test(keep, no_link_is_followed_and_none_replaced)
{
	struct problem why;
	struct stat status;

	put("target", "precious", 8);
	cr_assert_eq(symlink("target", "file"), 0);
	cr_expect_not(read_kept("file", &why));
	cr_expect_not(put_kept("file", "new", 3, &why));
	expect_bytes("target", "precious", 8);
	cr_assert_eq(lstat("file", &status), 0);
	cr_expect(S_ISLNK(status.st_mode));
	cr_expect_eq(files_in("."), 2);
}

Test(keep, a_named_pipe_neither_holds_nor_goes)
{
	struct problem why;
	struct stat status;

	cr_assert_eq(mkfifo("file", 0600), 0);
	cr_expect_not(read_kept("file", &why));
	cr_expect_not(put_kept("file", "new", 3, &why));
	cr_assert_eq(lstat("file", &status), 0);
	cr_expect(S_ISFIFO(status.st_mode));
	cr_expect_eq(files_in("."), 1);
}

Test(keep, a_file_that_is_too_large_stays)
{
	static char bytes[3 * LIMIT];
	struct problem why;
	struct stat status;

	memset(bytes, 'x', sizeof(bytes));
	put("file", bytes, sizeof(bytes));
	cr_expect_not(read_kept("file", &why));
	cr_expect_not(put_kept("file", "new", 3, &why));
	cr_expect_eq(files_in("."), 1);
	cr_assert_eq(stat("file", &status), 0);
	cr_expect_eq((size_t)status.st_size, sizeof(bytes));
}

Test(keep, somebody_elses_file_is_neither_read_nor_replaced)
{
	struct problem why;

	put("file", "theirs", 6);
	if (chown("file", 12345, (gid_t)-1) != 0)
		cr_skip_test("only root can give files away");
	cr_expect_not(read_kept("file", &why));
	cr_expect_not(put_kept("file", "new", 3, &why));
	expect_bytes("file", "theirs", 6);
}

Test(keep, what_a_crash_left_is_taken_over)
{
	struct problem why = { "" };

	put("file", "old", 3);
	put("file.new", "half of something that was longer", 33);
	cr_expect(put_kept("file", "new", 3, &why), "%s", why.text);
	expect_bytes("file", "new", 3);
	cr_expect_eq(files_in("."), 1);
}

Test(keep, the_file_is_the_users_alone_however_it_was)
{
	struct problem why = { "" };
	struct stat status;

	put("file", "old", 3);
	cr_assert_eq(chmod("file", 0666), 0);
	cr_assert(put_kept("file", "new", 3, &why), "%s", why.text);
	cr_assert_eq(stat("file", &status), 0);
	cr_expect_eq(status.st_mode & 0777, 0600);
}

static void add_lines(int writer, int count)
{
	struct problem why;
	char line[32];

	for (int i = 0; i < count; i++) {
		snprintf(line, sizeof(line), "%d of %d", i, writer);
		if (!keep_change("file", LIMIT, add_line, line, &why))
			_exit(1);
	}
	_exit(0);
}

Test(keep, programs_at_once_lose_no_line_of_each_other)
{
	enum { WRITERS = 4, LINES = 40 };
	struct strbuf text;
	struct problem why;
	size_t lines = 0;
	int status;

	for (int writer = 0; writer < WRITERS; writer++) {
		if (fork() == 0)
			add_lines(writer, LINES);
	}
	for (int writer = 0; writer < WRITERS; writer++) {
		cr_assert_gt(wait(&status), 0);
		cr_expect_eq(status, 0);
	}
	strbuf_init(&text);
	cr_assert(keep_read("file", LIMIT, &text, &why), "%s", why.text);
	for (size_t i = 0; i < text.length; i++)
		lines += text.text[i] == '\n';
	cr_expect_eq(lines, WRITERS * LINES);
	cr_expect_eq(files_in("."), 1);
	strbuf_clear(&text);
}

/* As when the program is ended in the middle of writing. */
Test(keep, a_kill_leaves_the_old_file_or_the_new_one)
{
	struct strbuf text;
	struct problem why;
	int status;

	for (int i = 0; i < 30; i++) {
		pid_t child = fork();

		if (child == 0)
			add_lines(i, 1000);
		usleep((useconds_t)(i * 300));
		kill(child, SIGKILL);
		cr_assert_eq(waitpid(child, &status, 0), child);
		strbuf_init(&text);
		cr_assert(keep_read("file", LIMIT, &text, &why), "%s",
			  why.text);
		cr_expect(text.length == 0 ||
			  text.text[text.length - 1] == '\n');
		strbuf_clear(&text);
		cr_expect_leq(files_in("."), 2);
	}
}

/* As when the disk that the other one writes to does not answer. */
Test(keep, who_hangs_with_the_file_is_not_waited_for)
{
	struct problem why;
	int other = open("file.new", O_RDWR | O_CREAT, 0600);

	put("file", "old", 3);
	cr_assert_eq(flock(other, LOCK_EX), 0);
	cr_expect_not(put_kept("file", "new", 3, &why));
	cr_expect_str_eq(why.text,
			 "cannot write 'file': Device or resource busy");
	expect_bytes("file", "old", 3);
	close(other);
	cr_expect(put_kept("file", "new", 3, &why), "%s", why.text);
	expect_bytes("file", "new", 3);
}

/*
 * test_failing -- what becomes of calls that fail, and that do not on a sound
 * machine: memory that is not there, a read that is interrupted, a disk that
 * gives its error as late as at close().
 *
 * The linker hands each call of ours to __wrap_NAME, see tests/local.mk.
 */
#include <criterion/criterion.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "base/keep.h"
#include "base/strbuf.h"
#include "base/xalloc.h"
#include "unit/base/child.h"

/* Which call fails next; how it fails, and after how many that do not. */
static struct {
	const char *call;
	int error;
	int after;
	int times;
	void (*meanwhile)(void); /* done before a call of read() */
} plan;

static bool fails(const char *call)
{
	if (plan.call == NULL || strcmp(plan.call, call) != 0 ||
	    plan.times == 0 || plan.after-- > 0)
		return false;
	plan.after = 0;
	plan.times--;
	errno = plan.error;
	return true;
}

void *__real_malloc(size_t size);
void *__real_calloc(size_t count, size_t size);
void *__real_realloc(void *memory, size_t size);
ssize_t __real_read(int descriptor, void *bytes, size_t size);
ssize_t __real_write(int descriptor, const void *bytes, size_t size);
int __real_fsync(int descriptor);
int __real_rename(const char *from, const char *to);

void *__wrap_malloc(size_t size);
void *__wrap_calloc(size_t count, size_t size);
void *__wrap_realloc(void *memory, size_t size);
ssize_t __wrap_read(int descriptor, void *bytes, size_t size);
ssize_t __wrap_write(int descriptor, const void *bytes, size_t size);
int __wrap_fsync(int descriptor);
int __wrap_rename(const char *from, const char *to);

void *__wrap_malloc(size_t size)
{
	return fails("malloc") ? NULL : __real_malloc(size);
}

void *__wrap_calloc(size_t count, size_t size)
{
	return fails("calloc") ? NULL : __real_calloc(count, size);
}

void *__wrap_realloc(void *memory, size_t size)
{
	return fails("realloc") ? NULL : __real_realloc(memory, size);
}

ssize_t __wrap_read(int descriptor, void *bytes, size_t size)
{
	if (plan.call != NULL && strcmp(plan.call, "meanwhile") == 0 &&
	    plan.after-- == 0)
		plan.meanwhile();
	/* A few bytes at a time, so that there is a second call. */
	return fails("read") ? -1 :
			       __real_read(descriptor, bytes,
					   size < 4 ? size : 4);
}

ssize_t __wrap_write(int descriptor, const void *bytes, size_t size)
{
	return fails("write") ? -1 :
				__real_write(descriptor, bytes,
					     size < 4 ? size : 4);
}

int __wrap_fsync(int descriptor)
{
	return fails("fsync") ? -1 : __real_fsync(descriptor);
}

int __wrap_rename(const char *from, const char *to)
{
	return fails("rename") ? -1 : __real_rename(from, to);
}

/* --------------------------------------------------------------------------
 * Memory
 */

static void fail(const char *call)
{
	plan.call = call;
	plan.times = 1;
	plan.after = 0;
	plan.error = ENOMEM;
}

static void ask_malloc(void)
{
	fail("malloc");
	free(xmalloc(8));
}

static void ask_calloc(void)
{
	fail("calloc");
	free(xcalloc(8, 8));
}

static void ask_realloc(void)
{
	void *memory = xmalloc(8);

	fail("realloc");
	free(xrealloc(memory, 80));
}

static void ask_strdup(void)
{
	fail("malloc");
	free(xstrdup("text"));
}

static void ask_grow(void)
{
	size_t capacity = 0;

	fail("realloc");
	free(xgrow(NULL, &capacity, 1, 8));
}

static void ask_format(void)
{
	struct strbuf text;

	strbuf_init(&text);
	fail("realloc");
	strbuf_addf(&text, "%d", 404);
	strbuf_clear(&text);
}

Test(failing, without_memory_the_program_ends_with_a_sentence)
{
	static void (*const asks[])(void) = { ask_malloc,  ask_calloc,
					      ask_realloc, ask_strdup,
					      ask_grow,	   ask_format };
	char printed[200];

	for (size_t i = 0; i < sizeof(asks) / sizeof(*asks); i++) {
		cr_expect_eq(child_run(asks[i], printed, sizeof(printed)), 2,
			     "row %zu", i);
		cr_expect_str_eq(printed, "httree: out of memory\n", "row %zu",
				 i);
	}
}

/* --------------------------------------------------------------------------
 * Files
 */

static char folder[] = "/tmp/httree-failing-XXXXXX";

static void enter_folder(void)
{
	cr_assert_not_null(mkdtemp(folder));
	cr_assert_eq(chdir(folder), 0);
}

static void leave_folder(void)
{
	unlink("file");
	cr_assert_eq(chdir("/"), 0);
	cr_expect_eq(rmdir(folder), 0);
}

TestSuite(failing_file, .init = enter_folder, .fini = leave_folder);

static void expect_file(const char *wanted)
{
	struct strbuf text;
	struct problem why;

	strbuf_init(&text);
	cr_assert(file_read("file", 100, &text, &why), "%s", why.text);
	cr_expect_str_eq(strbuf_text(&text), wanted);
	strbuf_clear(&text);
}

static bool take(struct strbuf *text, const void *context)
{
	strbuf_reset(text);
	strbuf_add(text, context);
	return true;
}

static bool replace(const char *text, struct problem *why)
{
	return keep_change("file", 100, take, text, why);
}

/* The plan for a call while `text` replaces the file. */
static bool replace_with(const char *call, int error, int after,
			 const char *text, struct problem *why)
{
	bool done;

	plan.call = call;
	plan.error = error;
	plan.after = after;
	plan.times = 1;
	done = replace(text, why);
	plan.call = NULL;
	return done;
}

Test(failing_file, a_read_that_was_interrupted_goes_on)
{
	struct problem why;

	cr_assert(replace("some text", &why));
	for (int after = 0; after < 4; after++) {
		plan.call = "read";
		plan.error = EINTR;
		plan.after = after;
		plan.times = 2;
		expect_file("some text");
		cr_expect_eq(plan.times, 0, "%d", after);
		plan.call = NULL;
	}
}

Test(failing_file, a_read_that_fails_is_told)
{
	struct strbuf text;
	struct problem why;

	cr_assert(replace("some text", &why));
	for (int after = 0; after < 3; after++) {
		strbuf_init(&text);
		plan.call = "read";
		plan.error = EIO;
		plan.after = after;
		plan.times = 1;
		cr_expect_not(file_read("file", 100, &text, &why));
		cr_expect_str_eq(why.text,
				 "cannot read 'file': Input/output error");
		plan.call = NULL;
		strbuf_clear(&text);
	}
}

static void put(const char *name, const char *text)
{
	FILE *out = fopen(name, "w");

	cr_assert_not_null(out);
	fputs(text, out);
	fclose(out);
}

static void replace_file(void)
{
	put("other", "another text");
	cr_assert_eq(__real_rename("other", "file"), 0);
}

static void append_to_file(void)
{
	FILE *out = fopen("file", "a");

	cr_assert_not_null(out);
	fputs(", and more", out);
	fclose(out);
}

static void cut_file(void)
{
	cr_assert_eq(truncate("file", 6), 0);
}

/* Changed so soon that the second is the same. */
static void touch_file(void)
{
	struct timespec times[2];
	struct stat status;

	cr_assert_eq(stat("file", &status), 0);
	times[0] = times[1] = status.st_mtim;
	times[1].tv_nsec = (times[1].tv_nsec + 1) % 1000000000;
	cr_assert_eq(utimensat(AT_FDCWD, "file", times, 0), 0);
}

Test(failing_file, a_file_that_changes_while_it_is_read_is_refused)
{
	static void (*const changes[])(void) = { replace_file, append_to_file,
						 cut_file, touch_file };
	struct strbuf text;
	struct problem why;

	for (size_t i = 0; i < sizeof(changes) / sizeof(*changes); i++) {
		put("file", "some text");
		strbuf_init(&text);
		plan.call = "meanwhile";
		plan.meanwhile = changes[i];
		plan.after = 1;
		cr_expect_not(file_read("file", 100, &text, &why), "row %zu",
			      i);
		cr_expect_str_eq(why.text, "'file' was changed while it was "
					   "read; expected it to stay");
		plan.call = NULL;
		strbuf_clear(&text);
	}
}

Test(failing_file, a_write_that_was_interrupted_goes_on)
{
	struct problem why;

	for (int after = 0; after < 3; after++) {
		cr_expect(replace_with("write", EINTR, after, "some text",
				       &why),
			  "%s", why.text);
		expect_file("some text");
	}
}

/* The old file is there, and nothing else is: leave_folder() looks. */
Test(failing_file, a_write_that_fails_leaves_the_old_file)
{
	static const char *const calls[] = { "write", "fsync", "rename" };
	struct problem why;

	cr_assert(replace("old", &why));
	for (size_t i = 0; i < sizeof(calls) / sizeof(*calls); i++) {
		cr_expect_not(replace_with(calls[i], ENOSPC, 0, "new", &why),
			      "%s", calls[i]);
		cr_expect_str_eq(why.text,
				 "cannot write 'file': "
				 "No space left on device",
				 "%s: %s", calls[i], why.text);
		expect_file("old");
	}
}

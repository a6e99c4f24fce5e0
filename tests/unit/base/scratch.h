/*
 * scratch -- an empty folder of a test's own, in which it works, and files
 * there.
 */
#ifndef TESTS_UNIT_BASE_SCRATCH_H
#define TESTS_UNIT_BASE_SCRATCH_H

#include <criterion/criterion.h>
#include <dirent.h>
#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"

static char folder[4096];

static inline void enter_folder(void)
{
	const char *parent = getenv("TMPDIR");

	snprintf(folder, sizeof(folder), "%s/scratch.XXXXXX",
		 parent == NULL ? "/tmp" : parent);
	cr_assert_not_null(mkdtemp(folder));
	cr_assert_eq(chdir(folder), 0);
}

static inline int remove_one(const char *path, const struct stat *status, int type,
		      struct FTW *position)
{
	(void)status;
	(void)type;
	(void)position;
	return remove(path);
}

static inline void leave_folder(void)
{
	cr_assert_eq(chdir("/"), 0);
	nftw(folder, remove_one, 16, FTW_DEPTH | FTW_PHYS);
}

static inline void put(const char *path, const char *bytes, size_t length)
{
	FILE *file = fopen(path, "w");

	cr_assert_not_null(file);
	cr_assert_eq(fwrite(bytes, 1, length, file), length);
	cr_assert_eq(fclose(file), 0);
}

static inline void expect_bytes(const char *path, const char *bytes, size_t length)
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
static inline size_t files_in(const char *path)
{
	DIR *list = opendir(path);
	size_t count = 0;

	cr_assert_not_null(list);
	while (readdir(list) != NULL)
		count++;
	closedir(list);
	return count - 2;
}

#endif

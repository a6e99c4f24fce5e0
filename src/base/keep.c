/*
 * The new file is written beside the old one and takes its place by rename().
 * It always bears the same name, so that one left behind by a crash is taken
 * over by the next program, and its lock is the one that keeps others away.
 * The old file's lock would not do: whoever waits for it has, when it comes,
 * that of a file which has been replaced.
 */
#include "base/keep.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "base/file.h"

enum { TRIES = 400, PAUSE = 5000000 /* nanoseconds */ };

static bool fail(const char *path, const char *what, struct problem *why)
{
	return errno == EPERM ?
		       problem_set(why,
				   "cannot %s '%s': it is no regular file of "
				   "the user's own",
				   what, path) :
		       problem_set(why, "cannot %s '%s': %s", what, path,
				   strerror(errno));
}

/* Whether it is a regular file of the user's own. */
static bool is_own(int descriptor)
{
	struct stat status;

	return fstat(descriptor, &status) == 0 && S_ISREG(status.st_mode) &&
	       status.st_uid == geteuid();
}

/* O_NONBLOCK, so that a named pipe does not hold the program. */
static int open_own(const char *path, int flags)
{
	int descriptor = open(path,
			      flags | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC,
			      0600);

	if (descriptor >= 0 && !is_own(descriptor)) {
		close(descriptor);
		errno = EPERM;
		return -1;
	}
	return descriptor;
}

bool keep_read(const char *path, size_t limit, struct strbuf *text,
	       struct problem *why)
{
	int descriptor = open_own(path, O_RDONLY);
	bool done;

	if (descriptor < 0)
		return errno == ENOENT || fail(path, "read", why);
	done = file_read_open(descriptor, path, limit, text, why);
	close(descriptor);
	return done;
}

/* Make every folder above `path`; what cannot be made shows at open(). */
static void make_folders(const char *path)
{
	struct strbuf folder;

	strbuf_init(&folder);
	for (const char *at = path; *at != '\0'; at++) {
		if (*at == '/' && at != path)
			mkdir(strbuf_text(&folder), 0700);
		strbuf_add_char(&folder, *at);
	}
	strbuf_clear(&folder);
}

/* Whether the file still bears the name by which it was opened. */
static bool is_there(int descriptor, const char *name)
{
	struct stat opened, named;

	return fstat(descriptor, &opened) == 0 && lstat(name, &named) == 0 &&
	       opened.st_dev == named.st_dev && opened.st_ino == named.st_ino;
}

/*
 * Open and lock the file that is to become the new one.  Whoever had the lock
 * before has given it the old one's name, and then there is another to open.
 * Nobody waits for long: what hangs there must not hang here.
 */
static int open_new(const char *name)
{
	static const struct timespec pause = { .tv_nsec = PAUSE };

	for (int i = 0; i < TRIES; i++) {
		int descriptor = open_own(name, O_RDWR | O_CREAT);

		if (descriptor < 0)
			return -1;
		if (flock(descriptor, LOCK_EX | LOCK_NB) == 0 &&
		    is_there(descriptor, name))
			return descriptor;
		close(descriptor);
		nanosleep(&pause, NULL);
	}
	errno = EBUSY;
	return -1;
}

static bool write_all(int descriptor, const char *bytes, size_t length)
{
	while (length > 0) {
		ssize_t done = write(descriptor, bytes, length);

		if (done < 0 && errno == EINTR)
			continue;
		if (done < 0)
			return false;
		bytes += done;
		length -= (size_t)done;
	}
	return true;
}

/* Nobody but the user reads it, however it came to be there. */
static bool fill(int descriptor, const struct strbuf *text)
{
	return fchmod(descriptor, 0600) == 0 &&
	       ftruncate(descriptor, 0) == 0 &&
	       write_all(descriptor, strbuf_text(text), text->length) &&
	       fsync(descriptor) == 0;
}

/* With the lock held.  What is not renamed does not stay. */
static bool change(const char *path, const char *name, int descriptor,
		   size_t limit, keep_maker *make, const void *context,
		   struct problem *why)
{
	struct strbuf text;
	bool done, wanted;

	strbuf_init(&text);
	done = keep_read(path, limit, &text, why);
	wanted = done && make(&text, context);
	if (wanted && text.length > limit)
		done = problem_set(why, "'%s' would be larger than %zu bytes",
				   path, limit);
	else if (wanted)
		done = fill(descriptor, &text) && rename(name, path) == 0 ?
			       true :
			       fail(path, "write", why);
	if (!done || !wanted)
		unlink(name);
	strbuf_clear(&text);
	return done;
}

bool keep_change(const char *path, size_t limit, keep_maker *make,
		 const void *context, struct problem *why)
{
	struct strbuf name;
	int descriptor;
	bool done;

	make_folders(path);
	strbuf_init(&name);
	strbuf_addf(&name, "%s.new", path);
	descriptor = open_new(strbuf_text(&name));
	done = descriptor >= 0 ?
		       change(path, strbuf_text(&name), descriptor, limit,
			      make, context, why) :
		       fail(path, "write", why);
	if (descriptor >= 0)
		close(descriptor);
	strbuf_clear(&name);
	return done;
}

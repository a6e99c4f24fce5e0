#include "base/file.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

bool file_read_open(int descriptor, const char *path, size_t limit,
		    struct strbuf *text, struct problem *why)
{
	char block[16384];
	size_t total = 0;
	ssize_t got;

	while ((got = read(descriptor, block, sizeof(block))) != 0) {
		if (got < 0 && errno == EINTR)
			continue;
		if (got < 0)
			return problem_set(why, "cannot read '%s': %s", path,
					   strerror(errno));
		total += (size_t)got;
		if (total > limit)
			return problem_set(why,
					   "'%s' is larger than %zu bytes",
					   path, limit);
		strbuf_add_bytes(text, block, (size_t)got);
	}
	return true;
}

/* What is no file to be read whole, as a noun; NULL for a regular one. */
static const char *kind_of(mode_t mode)
{
	switch (mode & S_IFMT) {
	case S_IFREG:
		return NULL;
	case S_IFDIR:
		return "a directory";
	case S_IFIFO:
		return "a named pipe";
	case S_IFCHR:
	case S_IFBLK:
		return "a device";
	default:
		return "a socket";
	}
}

static bool is_regular(const struct stat *status, const char *path,
		       struct problem *why)
{
	const char *kind = kind_of(status->st_mode);

	return kind == NULL ||
	       problem_set(why, "'%s' is %s; expected a regular file", path,
			   kind);
}

static bool cannot_open(const char *path, struct problem *why)
{
	return problem_set(why, "cannot open '%s': %s", path, strerror(errno));
}

static bool same_time(struct timespec a, struct timespec b)
{
	return a.tv_sec == b.tv_sec && a.tv_nsec == b.tv_nsec;
}

/* A file that is replaced by another one loses a name. */
static bool is_unchanged(int descriptor, const struct stat *before,
			 const char *path, struct problem *why)
{
	struct stat after;

	return (fstat(descriptor, &after) == 0 &&
		after.st_size == before->st_size &&
		after.st_nlink == before->st_nlink &&
		same_time(after.st_mtim, before->st_mtim) &&
		same_time(after.st_ctim, before->st_ctim)) ||
	       problem_set(why,
			   "'%s' was changed while it was read; expected it "
			   "to stay",
			   path);
}

/* Asked for its kind first: to open a device may set something going. */
static int open_regular(const char *path, struct stat *status,
			struct problem *why)
{
	int descriptor;

	if (stat(path, status) != 0) {
		cannot_open(path, why);
		return -1;
	}
	if (!is_regular(status, path, why))
		return -1;
	/* O_NONBLOCK, so that a pipe put there since does not hold us. */
	descriptor =
		open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
	if (descriptor < 0) {
		cannot_open(path, why);
		return -1;
	}
	if (fstat(descriptor, status) == 0 && is_regular(status, path, why))
		return descriptor;
	close(descriptor);
	return -1;
}

bool file_read(const char *path, size_t limit, struct strbuf *text,
	       struct problem *why)
{
	struct stat status;
	int descriptor = open_regular(path, &status, why);
	bool done;

	if (descriptor < 0)
		return false;
	done = file_read_open(descriptor, path, limit, text, why) &&
	       is_unchanged(descriptor, &status, path, why);
	close(descriptor);
	return done;
}

#include "base/file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static bool read_all(int descriptor, const char *path, size_t limit,
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

bool file_read(const char *path, size_t limit, struct strbuf *text,
	       struct problem *why)
{
	/* O_NONBLOCK, so that a named pipe does not hold the program. */
	int descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
	struct stat status;
	bool done;

	if (descriptor < 0)
		return problem_set(why, "cannot open '%s': %s", path,
				   strerror(errno));
	if (fstat(descriptor, &status) != 0 || !S_ISREG(status.st_mode)) {
		close(descriptor);
		return problem_set(why, "'%s' is not a regular file", path);
	}
	done = read_all(descriptor, path, limit, text, why);
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
	return fsync(descriptor) == 0;
}

bool file_replace(const char *path, const char *bytes, size_t length,
		  struct problem *why)
{
	struct strbuf name;
	int descriptor;
	bool written;

	make_folders(path);
	strbuf_init(&name);
	strbuf_addf(&name, "%s.XXXXXX", path);
	descriptor = mkstemp(name.text);
	written = descriptor >= 0 && write_all(descriptor, bytes, length);
	if (descriptor >= 0 && close(descriptor) != 0)
		written = false;
	if (written && rename(name.text, path) == 0) {
		strbuf_clear(&name);
		return true;
	}
	problem_set(why, "cannot write '%s': %s", path, strerror(errno));
	if (descriptor >= 0)
		unlink(name.text);
	strbuf_clear(&name);
	return false;
}

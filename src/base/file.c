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
	done = file_read_open(descriptor, path, limit, text, why);
	close(descriptor);
	return done;
}

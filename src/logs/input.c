#include "logs/input.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/xalloc.h"
#include "logs/line.h"

/* Small enough for a cache to hold it while it is read. */
enum { BLOCK = 128 * 1024, ROOM = BLOCK + LINE_MOST };

void input_init(struct input *input, int fd)
{
	struct stat status;

	*input = (struct input){ .fd = fd, .total = UINT64_MAX };
	input->buffer = xmalloc(ROOM);
	if (fstat(fd, &status) == 0 && S_ISREG(status.st_mode))
		input->total = (uint64_t)status.st_size;
}

void input_clear(struct input *input)
{
	free(input->buffer);
}

bool input_fill(struct input *input)
{
	size_t kept = input->end - input->start, wanted = BLOCK;
	ssize_t count;

	if (input->ended)
		return false;
	if (input->total - input->done < wanted)
		wanted = (size_t)(input->total - input->done);
	memmove(input->buffer, input->buffer + input->start, kept);
	input->start = 0;
	input->end = kept;
	do
		count = read(input->fd, input->buffer + kept, wanted);
	while (count < 0 && errno == EINTR);
	if (count <= 0) {
		input->error = count < 0 ? errno : 0;
		input->ended = true;
		return kept > 0 || input->skipping;
	}
	input->end += (size_t)count;
	input->done += (uint64_t)count;
	return true;
}

/* The end of a block without a newline. */
static enum input_kind take_rest(struct input *input, struct slice *line)
{
	bool skipping = input->skipping;

	*line = input_rest(input);
	input->newline = false;
	if (input->ended && (line->length > 0 || skipping)) {
		input->start = input->end;
		input->skipping = false;
		return skipping || line->length > LINE_MOST ? INPUT_TOO_LONG :
							      INPUT_LINE;
	}
	if (line->length == 0 || (line->length <= LINE_MOST && !skipping))
		return INPUT_NONE;
	input->skipping = true;
	input->start = input->end;
	return INPUT_PART;
}

enum input_kind input_next(struct input *input, struct slice *line)
{
	const char *at = input->buffer + input->start;
	const char *newline = memchr(at, '\n', input->end - input->start);
	bool skipped = input->skipping;

	if (newline == NULL)
		return take_rest(input, line);
	*line = (struct slice){ at, (size_t)(newline - at) };
	input->start += line->length + 1;
	input->newline = true;
	input->skipping = false;
	return skipped || line->length > LINE_MOST ? INPUT_TOO_LONG :
						     INPUT_LINE;
}

struct slice input_rest(const struct input *input)
{
	return (struct slice){ input->buffer + input->start,
			       input->end - input->start };
}

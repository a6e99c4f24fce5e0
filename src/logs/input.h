/*
 * input -- the lines of a file, read once, in blocks.
 *
 * Memory is that of a block, however long the file and its lines are.
 */
#ifndef HTTREE_LOGS_INPUT_H
#define HTTREE_LOGS_INPUT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/problem.h"
#include "logs/scan.h"

struct input {
	int fd;
	char *buffer;
	size_t start; /* of what is not taken yet */
	size_t end;
	bool ended;
	bool skipping; /* in a line that is too long */
	bool newline; /* the line given last had one */
	uint64_t done; /* bytes read */
	uint64_t total; /* bytes to read; UINT64_MAX: to the end */
	int error; /* why reading ended, as errno tells; or 0 */
};

/*
 * Read from `fd`, which stays the caller's.  A file that grows meanwhile is
 * read to the length it has now.
 */
void input_init(struct input *input, int fd);
void input_clear(struct input *input);

/*
 * Read more; false when nothing is left, or an error ended it.  Lines that
 * input_next() has given are gone then.
 */
bool input_fill(struct input *input);

enum input_kind {
	INPUT_LINE, /* without its newline */
	INPUT_PART, /* a part of a line that is too long, but its last */
	INPUT_TOO_LONG, /* the last part of one */
	INPUT_NONE, /* no whole line is left in the block */
};

/*
 * The next line of the block, or a part of one that is longer than LINE_MOST.
 * The last line may lack its newline, which `newline` tells.
 */
enum input_kind input_next(struct input *input, struct slice *line);

/* What is in the block and not taken yet. */
struct slice input_rest(const struct input *input);

#endif

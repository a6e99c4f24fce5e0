/*
 * terminal -- a pseudo terminal as the standard input and output of the test.
 */
#ifndef HTTREE_TESTS_UNIT_TERM_TERMINAL_H
#define HTTREE_TESTS_UNIT_TERM_TERMINAL_H

#include <criterion/criterion.h>
#include <poll.h>
#include <pty.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>

#include "base/strbuf.h"

struct terminal {
	int master;
	int slave;
	struct termios modes; /* as they were at first */
	struct strbuf output; /* as terminal_output left it */
};

/*
 * Sit down at a terminal called `name`.  The test gets a session of its own,
 * so that it cannot stop the shell that it was started from.
 */
static inline void terminal_take(struct terminal *terminal, const char *name,
				 unsigned short rows, unsigned short cols)
{
	struct winsize size = { .ws_row = rows, .ws_col = cols };

	setsid();
	cr_assert_eq(openpty(&terminal->master, &terminal->slave, NULL, NULL,
			     &size),
		     0);
	cr_assert_eq(tcgetattr(terminal->slave, &terminal->modes), 0);
	cr_assert_eq(dup2(terminal->slave, STDIN_FILENO), STDIN_FILENO);
	cr_assert_eq(dup2(terminal->slave, STDOUT_FILENO), STDOUT_FILENO);
	cr_assert_eq(setenv("TERM", name, 1), 0);
	strbuf_init(&terminal->output);
}

static inline void terminal_leave(struct terminal *terminal)
{
	close(terminal->master);
	close(terminal->slave);
	strbuf_clear(&terminal->output);
}

/* What was written to the terminal since the last time. */
static inline const char *terminal_output(struct terminal *terminal)
{
	/* Bytes take their time through a terminal, but keep their order. */
	static const char end[] = "\001end\002";
	struct strbuf *output = &terminal->output;
	char *found;

	strbuf_reset(output);
	cr_assert_eq(write(terminal->slave, end, strlen(end)),
		     (ssize_t)strlen(end));
	while ((found = strstr((char *)(uintptr_t)strbuf_text(output), end)) ==
	       NULL) {
		char bytes[4096];
		ssize_t count =
			read(terminal->master, bytes, sizeof(bytes));

		cr_assert_gt(count, 0);
		strbuf_add_bytes(output, bytes, (size_t)count);
	}
	*found = '\0';
	return strbuf_text(output);
}

/* Type, and wait until it can be read. */
static inline void terminal_type(struct terminal *terminal, const char *keys)
{
	struct pollfd input = { .fd = STDIN_FILENO, .events = POLLIN };
	size_t length = strlen(keys);

	cr_assert_eq(write(terminal->master, keys, length), (ssize_t)length);
	cr_assert_eq(poll(&input, 1, -1), 1);
}

/* Whether the terminal's modes are as they were at first. */
static inline bool terminal_is_as_before(const struct terminal *terminal)
{
	struct termios modes;

	return tcgetattr(terminal->slave, &modes) == 0 &&
	       modes.c_iflag == terminal->modes.c_iflag &&
	       modes.c_oflag == terminal->modes.c_oflag &&
	       modes.c_cflag == terminal->modes.c_cflag &&
	       modes.c_lflag == terminal->modes.c_lflag &&
	       memcmp(modes.c_cc, terminal->modes.c_cc, NCCS) == 0;
}

#endif

/*
 * session -- the program on a pseudo terminal.  The test plays the terminal and
 * the person before it.
 *
 * Nothing here depends on how fast the machine is: each step waits for what the
 * program shows, and gives up only when it stays away for very long.  What goes
 * wrong fails the test.
 */
#ifndef HTTREE_TESTS_PTY_SESSION_H
#define HTTREE_TESTS_PTY_SESSION_H

#include <criterion/criterion.h>
#include <stdbool.h>
#include <sys/types.h>
#include <termios.h>

#include "base/strbuf.h"

enum {
	ROWS = 24,
	COLS = 80,
	PATIENCE = 60,		 /* seconds that a test may take */
	ANSWER_PATIENCE = 30000, /* milliseconds until something is shown */
	PATH_SIZE = 400,
};

struct session {
	/* What it is started with. */
	const char *terminal;	 /* TERM; NULL to leave it out */
	const char *arguments;	 /* parted by blanks */
	const char *environment; /* one NAME=VALUE, or NULL */
	const char *locale;	 /* LC_ALL */
	const char *input;	 /* a file for standard input, or NULL */
	const char *trace;	 /* where strace notes what it does, or NULL */
	const char *state;	 /* XDG_STATE_HOME, or NULL: in its folder */
	bool foreign;		 /* the terminal is not the one it is led by */
	bool mute;		 /* the terminal itself neither echoes nor signals */
	int ignored;		 /* a signal that it inherits as ignored */
	unsigned short rows;
	unsigned short cols;

	int master;
	pid_t child;
	struct termios modes; /* before it began */
	struct strbuf output; /* all that was written */
	size_t mark;	      /* where what counts as new begins */
	struct strbuf shown;  /* the new output as text */
	char folder[PATH_SIZE]; /* its home and its state are in there */
};

extern const char alternate_on[], alternate_off[], paste_on[], paste_off[];

/* The defaults; what differs is set before session_start(). */
void session_init(struct session *session);
void session_clear(struct session *session);

/* Start the program as the leader of its terminal. */
void session_start(struct session *session);

/* The two halves of that: the program's side of a new terminal, and becoming it. */
int open_terminal(struct session *session);
void run(const struct session *session);

/*
 * The new output as text: a movement of the cursor becomes a line break or a
 * blank, and what only changes the look is left out.
 */
const char *shown(struct session *session);

/* Only what comes from now on counts as new. */
void set_mark(struct session *session);

/* Read what is there; false when the other side is closed. */
bool read_more(struct session *session);

/* Wait until the new output has a text. */
void wait_for(struct session *session, const char *text);

/* All classes stand on the first screen, and the hint comes last. */
void wait_for_first_screen(struct session *session);

/* Wait until what was written last of the two is `later`. */
void wait_until_after(struct session *session, const char *later,
		      const char *earlier);

/*
 * Wait until the program has taken the terminal, which itself shows what is
 * typed before.
 */
void wait_until_taken(struct session *session);

void type(struct session *session, const char *keys);
void resize(struct session *session, unsigned short rows, unsigned short cols);

/* Have everything drawn anew, and wait for `text` in it. */
void expect_drawn(struct session *session, const char *text);

/* Start anew: the prompt has `text` as the search of the time before. */
void expect_last_search(struct session *session, const char *text);

/* Wait until it has ended, and read the rest; returns the wait status. */
int wait_for_end(struct session *session);
void expect_exit(struct session *session, int code);

/* Position after the last `text` in all the output; 0 for none. */
size_t last_of(const struct session *session, const char *text);

/* The terminal is as it was before. */
void expect_restored(struct session *session);
void expect_never_drawn(struct session *session);

#endif

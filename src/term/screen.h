/*
 * screen -- the terminal: taken, drawn on, read from, given back.
 *
 * There is one terminal, so there is one screen, and what it needs to remember
 * is here and nowhere else.  It is given back at exit, however the program
 * ends: by a key, a signal, or `die`.
 */
#ifndef HTTREE_TERM_SCREEN_H
#define HTTREE_TERM_SCREEN_H

#include <stdbool.h>
#include <stdint.h>

#include "base/problem.h"
#include "paint/frame.h"
#include "term/input.h"

enum event_kind {
	EVENT_NONE, /* nothing in the time that was given */
	EVENT_KEY,
	EVENT_PASTE,
	EVENT_CLICK,
	EVENT_RESIZE,
	EVENT_SIGNAL, /* one that ends the program; screen_die follows */
	EVENT_HANGUP, /* the terminal has gone */
};

struct event {
	enum event_kind kind;
	struct input input; /* of a key, a paste, a click */
};

/*
 * Take the terminal, in the colours of `theme`.  False, with a reason,
 * when there is none or it cannot be drawn on; then nothing was changed.
 */
bool screen_open(enum theme theme, struct problem *why);

/* Give the terminal back.  Does nothing when it was not taken. */
void screen_close(void);

/*
 * The terminal whose description is used where TERM's own is not installed;
 * else NULL.
 */
const char *screen_drawn_as(void);

/* The size that is drawn on, and whether the terminal claims a larger one. */
void screen_size(int *rows, int *cols);
bool screen_is_cut(void);

/* Bring what is shown up to date with `frame`. */
void screen_show(const struct frame *frame);

/* Draw everything anew at the next screen_show. */
void screen_redraw(void);

/* Whether it is of xterm's family, and so knows what that has brought. */
bool screen_is_modern(void);

/* Stop, as ^Z does, until somebody continues the program. */
void screen_suspend(void);

/* Milliseconds of a clock that only goes forward. */
int64_t screen_clock(void);

/*
 * Wait for what comes next, until a moment of that clock, or for ever when it
 * is negative.  One that has passed asks for what is there without waiting.
 */
struct event screen_read(int64_t until);

/* Give the terminal back, and end of the signal that came, if one did. */
void screen_die(void);

#endif

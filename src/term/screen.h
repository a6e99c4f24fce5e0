/*
 * screen -- the terminal: taken, drawn on, given back.
 *
 * There is one terminal, so there is one screen, and what it needs to remember
 * is here and nowhere else.  It is given back at exit, however the program
 * ends: by a key, a signal, or `die`.
 */
#ifndef HTTREE_TERM_SCREEN_H
#define HTTREE_TERM_SCREEN_H

#include <stdbool.h>

#include "base/problem.h"
#include "base/strbuf.h"
#include "model/key.h"
#include "paint/frame.h"

enum event {
	EVENT_KEY,
	EVENT_PASTE,
	EVENT_RESIZE,
	EVENT_SIGNAL, /* one that ends the program; screen_die follows */
	EVENT_HANGUP, /* the terminal has gone */
};

/*
 * Take the terminal; `plain` keeps it without colours.  False, with a reason,
 * when there is none or it cannot be drawn on; then nothing was changed.
 */
bool screen_open(bool plain, struct problem *why);

/* Give the terminal back.  Does nothing when it was not taken. */
void screen_close(void);

void screen_size(int *rows, int *cols);

/* Bring what is shown up to date with `frame`. */
void screen_show(const struct frame *frame);

/* Draw everything anew at the next screen_show. */
void screen_redraw(void);

/* Stop, as ^Z does, until somebody continues the program. */
void screen_suspend(void);

/* Wait for what comes next: a key to `*key`, or pasted text to `paste`. */
enum event screen_read(hkey_t *key, struct strbuf *paste);

/* Give the terminal back, and end of the signal that came, if one did. */
void screen_die(void);

/* Whether more is there to read without waiting. */
bool screen_pending(void);

#endif

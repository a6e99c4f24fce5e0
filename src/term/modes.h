/*
 * modes -- what is sent to the terminal past curses: the modes it is used in,
 * which curses has no word for, and those of before when all else fails.
 */
#ifndef HTTREE_TERM_MODES_H
#define HTTREE_TERM_MODES_H

#include <stdbool.h>
#include <termios.h>

#include "term/terminal.h"

/* Send a sequence as it is. */
void modes_send(const char *sequence);

/* Find out what to send, when curses knows the terminal. */
void modes_prepare(const struct terminal *terminal);

/* Have the cursor keys' own mode, and pastes in brackets; and no more. */
void modes_set(void);
void modes_unset(void);

/*
 * Have the mouse reported while the modes are set, or not; false when the
 * terminal cannot.
 */
bool modes_mouse(bool on);

/*
 * Remember how the terminal was, for modes_rescue.  `descriptor` is -1 when it
 * was given back.
 */
void modes_remember(int descriptor, const struct termios *before);

/*
 * Handle the signal of a fault.  Nothing is safe then but a few system calls:
 * no drawing, only what was prepared.  The program ends of the signal.
 */
void modes_rescue(int number);

#endif

/*
 * signals -- what comes besides keys, looked at when the loop comes round.
 *
 * Every signal that would end the program, stop it, or tell of a new size is
 * held, but for moments that this module knows: while it waits, and when it
 * looks.  Their handlers note them and do nothing else, so that nothing is
 * drawn in one.
 */
#ifndef HTTREE_TERM_SIGNALS_H
#define HTTREE_TERM_SIGNALS_H

#include <signal.h>
#include <stdbool.h>

enum notice {
	NOTICE_NONE,
	NOTICE_END, /* signals_die follows, when the terminal is given back */
	NOTICE_STOP,
	NOTICE_CONTINUED,
	NOTICE_SIZE,
};

/*
 * Catch them, except those that somebody has chosen to ignore or to catch, and
 * have `fault` called for what is a fault of the program.
 */
void signals_catch(void (*fault)(int number));

/* Let in what was held, and take what is most urgent of it. */
enum notice signals_take(void);

/*
 * Wait until the descriptor can be read, but no longer than until a signal
 * comes, or, unless they are negative, so many milliseconds.  Returns whether
 * it can be read.
 */
bool signals_wait(int descriptor, int milliseconds);

/* Let SIGTSTP do what it does by itself to a process, or with 0 to the job. */
void signals_stop(pid_t whom);

/* Whether whoever started the program lets it be stopped. */
bool signals_can_stop(void);

/* Hold them no longer. */
void signals_release(void);

/* Whether a signal came that ends the program, and to end of it. */
bool signals_ended(void);
_Noreturn void signals_die(void);

#endif

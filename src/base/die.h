/*
 * die -- the end of the program when it cannot go on.
 *
 * A program that has taken the terminal registers what gives it back; `die`
 * calls that first, so that its message is read on a sane screen.
 */
#ifndef HTTREE_BASE_DIE_H
#define HTTREE_BASE_DIE_H

/* Call `restore` before the message; NULL for nothing to restore. */
void die_restore(void (*restore)(void));

/* Print "httree: MESSAGE" on standard error and exit with status 2. */
_Noreturn void die(const char *format, ...)
	__attribute__((format(printf, 1, 2)));

#endif

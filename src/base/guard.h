/*
 * guard -- what a program gives up before it reads what others have written.
 */
#ifndef HTTREE_BASE_GUARD_H
#define HTTREE_BASE_GUARD_H

#include <stdbool.h>

/*
 * First of all: whoever the executable belongs to, the rights are those of the
 * user who started it, so that no variable of the environment needs to be
 * doubted; and a file that is opened never takes the place of a standard stream
 * that is closed.  The program ends when that cannot be had.
 */
void guard_start(void);

/*
 * From now on this process makes no connection, executes nothing and traces
 * nobody: the system refuses.  False where it knows no such thing; then nothing
 * has changed.  There is no way back, for children neither.
 */
bool guard_confine(void);

#endif

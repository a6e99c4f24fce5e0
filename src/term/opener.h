/*
 * opener -- an address handed to a browser.
 */
#ifndef HTTREE_TERM_OPENER_H
#define HTTREE_TERM_OPENER_H

#include <stdbool.h>

#include "base/problem.h"

/*
 * Start the first command of $BROWSER that can be started, else xdg-open, with
 * the address as an argument of its own: in place of `%s`, or at the end.
 * There is no shell between.  It runs by itself, away from the terminal, with
 * no signal held.
 */
bool opener_open(const char *address, struct problem *why);

#endif

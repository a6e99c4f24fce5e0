/*
 * pager -- what is longer than the screen, through a program that pages.
 *
 *	FILE *out = pager_open(&pager, true);
 *
 *	... print on it ...
 *	interrupted = !pager_close(&pager);
 *
 * Only what goes to a terminal is paged.  The program is $HTTREE_PAGER, else
 * $PAGER, else less; one that is empty or `cat' means none.
 */
#ifndef HTTREE_CLI_PAGER_H
#define HTTREE_CLI_PAGER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

struct pager {
	FILE *out; /* standard output, or the text until it is complete */
	char *text;
	size_t length;
	const char *command;
	int rows; /* of the terminal */
	int columns;
};

/* Where to print; standard output when nothing is paged or not `allowed`. */
FILE *pager_open(struct pager *pager, bool allowed);

/*
 * Show what was printed.  A pager that cannot be started does no harm: the text
 * goes to standard output instead, where an error may have been met.  Returns
 * false when somebody interrupted the pager.
 */
bool pager_close(struct pager *pager);

/* The rows that a text takes where so many columns wrap it. */
size_t pager_rows(const char *text, size_t length, int columns);

#endif

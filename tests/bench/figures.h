/*
 * figures -- what the programs of this folder measure with.
 */
#ifndef HTTREE_BENCH_FIGURES_H
#define HTTREE_BENCH_FIGURES_H

#include <stdbool.h>
#include <stddef.h>

/* Milliseconds of a clock that only goes on. */
double figures_now(void);

/* Milliseconds that this process has had of the processor. */
double figures_spent(void);

/* Both sort the numbers, of which there is at least one. */
double figures_median(double *numbers, size_t count);

/* The one that 99 in 100 do not exceed; of fewer than 100 the largest. */
double figures_p99(double *numbers, size_t count);

/*
 * Cut a command at its blanks into at most `room` words and a NULL, each a part
 * of `text`; a tab stands for a blank inside a word.  False when it has more.
 */
bool figures_cut(char *text, char **words, size_t room);

#endif

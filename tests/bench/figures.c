#include "bench/figures.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>

static double read_clock(clockid_t clock)
{
	struct timespec time;

	clock_gettime(clock, &time);
	return (double)time.tv_sec * 1e3 + (double)time.tv_nsec / 1e6;
}

double figures_now(void)
{
	return read_clock(CLOCK_MONOTONIC);
}

double figures_spent(void)
{
	return read_clock(CLOCK_PROCESS_CPUTIME_ID);
}

static int compare_numbers(const void *a, const void *b)
{
	const double *left = a, *right = b;

	return (*left > *right) - (*left < *right);
}

double figures_median(double *numbers, size_t count)
{
	qsort(numbers, count, sizeof(*numbers), compare_numbers);
	return numbers[count / 2];
}

double figures_p99(double *numbers, size_t count)
{
	qsort(numbers, count, sizeof(*numbers), compare_numbers);
	return numbers[(count * 99 + 99) / 100 - 1];
}

bool figures_cut(char *text, char **words, size_t room)
{
	size_t count = 0;
	char *word;

	while ((word = strsep(&text, " ")) != NULL) {
		if (count == room)
			return false;
		for (char *at = word; *at != '\0'; at++)
			*at = *at == '\t' ? ' ' : *at;
		words[count++] = word;
	}
	words[count] = NULL;
	return true;
}

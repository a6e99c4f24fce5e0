/*
 * child -- a function that ends its process, watched from outside.
 */
#ifndef HTTREE_TESTS_UNIT_BASE_CHILD_H
#define HTTREE_TESTS_UNIT_BASE_CHILD_H

#include <criterion/criterion.h>
#include <stddef.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

/*
 * What the parent left, its leak checker among it, is not the child's to
 * clean up.
 */
static void child_leave(int status, void *unused)
{
	(void)unused;
	_exit(status);
}

/*
 * Call `run` in a child process.  Returns its exit status, and in `printed`
 * what it wrote to standard error, cut to `size` and NUL-terminated.
 */
static inline int child_run(void (*run)(void), char *printed, size_t size)
{
	size_t length = 0;
	ssize_t got;
	int ends[2];
	int status;
	pid_t child;

	cr_assert_eq(pipe(ends), 0);
	child = fork();
	cr_assert_geq(child, 0);
	if (child == 0) {
		dup2(ends[1], STDERR_FILENO);
		close(ends[0]);
		close(ends[1]);
		on_exit(child_leave, NULL);
		run();
		_exit(0);
	}
	close(ends[1]);
	while ((got = read(ends[0], printed + length, size - 1 - length)) > 0)
		length += (size_t)got;
	printed[length] = '\0';
	close(ends[0]);
	cr_assert_eq(waitpid(child, &status, 0), child);
	cr_assert(WIFEXITED(status), "ended by signal %d", WTERMSIG(status));
	return WEXITSTATUS(status);
}

#endif

/*
 * coverage -- what a process that ends early has run counts, too.
 *
 * Linked into a build for `make coverage' with --wrap, so that the counters are
 * written before a signal or _exit() ends the process.
 */
#include <signal.h>
#include <unistd.h>

void __gcov_dump(void);
void __gcov_reset(void);
int __real_raise(int number);
_Noreturn void __real__exit(int status);
int __wrap_raise(int number);
_Noreturn void __wrap__exit(int status);

/* A signal that only stops goes on to count anew. */
int __wrap_raise(int number)
{
	__gcov_dump();
	__gcov_reset();
	return __real_raise(number);
}

_Noreturn void __wrap__exit(int status)
{
	__gcov_dump();
	__real__exit(status);
}

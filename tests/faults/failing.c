/*
 * failing -- the program, of which one allocation fails.
 *
 * The linker hands each call of ours to __wrap_NAME.  The variable FAIL_AT tells
 * which of them has no memory, counted from 1; without it none has.
 */
#include <errno.h>
#include <stdbool.h>
#include <stdlib.h>

void *__real_malloc(size_t size);
void *__real_calloc(size_t count, size_t size);
void *__real_realloc(void *memory, size_t size);
void *__wrap_malloc(size_t size);
void *__wrap_calloc(size_t count, size_t size);
void *__wrap_realloc(void *memory, size_t size);

static bool fails(void)
{
	static long left = -1;
	const char *at;

	if (left < 0) {
		at = getenv("FAIL_AT");
		left = at == NULL ? 0 : strtol(at, NULL, 10);
	}
	if (left == 0 || --left > 0)
		return false;
	errno = ENOMEM;
	return true;
}

void *__wrap_malloc(size_t size)
{
	return fails() ? NULL : __real_malloc(size);
}

void *__wrap_calloc(size_t count, size_t size)
{
	return fails() ? NULL : __real_calloc(count, size);
}

void *__wrap_realloc(void *memory, size_t size)
{
	return fails() ? NULL : __real_realloc(memory, size);
}

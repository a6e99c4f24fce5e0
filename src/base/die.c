#include "base/die.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

static void (*restore_terminal)(void);

void die_restore(void (*restore)(void))
{
	restore_terminal = restore;
}

void die(const char *format, ...)
{
	va_list arguments;

	if (restore_terminal != NULL)
		restore_terminal();
	fputs("httree: ", stderr);
	va_start(arguments, format);
	vfprintf(stderr, format, arguments);
	va_end(arguments);
	fputc('\n', stderr);
	exit(2);
}

#include "base/xalloc.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/die.h"

void *xchecked(void *memory)
{
	if (memory == NULL)
		die("out of memory");
	return memory;
}

void *xmalloc(size_t size)
{
	return xchecked(malloc(size > 0 ? size : 1));
}

void *xcalloc(size_t count, size_t size)
{
	return xchecked(calloc(count > 0 ? count : 1, size > 0 ? size : 1));
}

void *xrealloc(void *memory, size_t size)
{
	return xchecked(realloc(memory, size > 0 ? size : 1));
}

char *xstrdup(const char *text)
{
	return xmemdup(text, strlen(text));
}

char *xmemdup(const char *text, size_t length)
{
	char *copy = xmalloc(length + 1);

	if (length > 0)
		memcpy(copy, text, length);
	copy[length] = '\0';
	return copy;
}

void *xgrow(void *items, size_t *capacity, size_t needed, size_t size)
{
	size_t room = *capacity;

	if (needed <= room)
		return items;
	if (room < 16)
		room = 16;
	while (room < needed) {
		if (room > SIZE_MAX / 2 / size)
			die("out of memory");
		room += room / 2;
	}
	*capacity = room;
	return xrealloc(items, room * size);
}

#include "base/strbuf.h"

#include <assert.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/xalloc.h"

void strbuf_init(struct strbuf *buffer)
{
	*buffer = (struct strbuf){ 0 };
}

void strbuf_clear(struct strbuf *buffer)
{
	free(buffer->text);
	strbuf_init(buffer);
}

static void reserve(struct strbuf *buffer, size_t more)
{
	if (buffer->capacity - buffer->length > more)
		return;
	buffer->text = xgrow(buffer->text, &buffer->capacity,
			     buffer->length + more + 1, 1);
}

void strbuf_reset(struct strbuf *buffer)
{
	strbuf_cut(buffer, 0);
}

void strbuf_cut(struct strbuf *buffer, size_t length)
{
	assert(length <= buffer->length);
	buffer->length = length;
	if (buffer->text != NULL)
		buffer->text[length] = '\0';
}

void strbuf_add_bytes(struct strbuf *buffer, const char *bytes, size_t length)
{
	reserve(buffer, length);
	if (length > 0)
		memcpy(buffer->text + buffer->length, bytes, length);
	buffer->length += length;
	buffer->text[buffer->length] = '\0';
}

void strbuf_add_char(struct strbuf *buffer, char c)
{
	reserve(buffer, 1);
	buffer->text[buffer->length++] = c;
	buffer->text[buffer->length] = '\0';
}

/* Most of what is formatted is short, and fits into what is there. */
enum { FORMATTED = 64 };

void strbuf_addv(struct strbuf *buffer, const char *format, va_list arguments)
{
	va_list again;
	int size;

	reserve(buffer, FORMATTED);
	va_copy(again, arguments);
	size = vsnprintf(buffer->text + buffer->length,
			 buffer->capacity - buffer->length, format, again);
	va_end(again);
	assert(size >= 0);
	if ((size_t)size >= buffer->capacity - buffer->length) {
		reserve(buffer, (size_t)size);
		vsnprintf(buffer->text + buffer->length, (size_t)size + 1,
			  format, arguments);
	}
	buffer->length += (size_t)size;
}

void strbuf_addf(struct strbuf *buffer, const char *format, ...)
{
	va_list arguments;

	va_start(arguments, format);
	strbuf_addv(buffer, format, arguments);
	va_end(arguments);
}

void strbuf_insert(struct strbuf *buffer, size_t at, const char *bytes,
		   size_t length)
{
	assert(at <= buffer->length);
	reserve(buffer, length);
	memmove(buffer->text + at + length, buffer->text + at,
		buffer->length - at);
	if (length > 0)
		memcpy(buffer->text + at, bytes, length);
	buffer->length += length;
	buffer->text[buffer->length] = '\0';
}

void strbuf_remove(struct strbuf *buffer, size_t at, size_t length)
{
	assert(at + length <= buffer->length);
	if (length == 0)
		return;
	memmove(buffer->text + at, buffer->text + at + length,
		buffer->length - at - length);
	strbuf_cut(buffer, buffer->length - length);
}

const char *strbuf_text(const struct strbuf *buffer)
{
	return buffer->text == NULL ? "" : buffer->text;
}

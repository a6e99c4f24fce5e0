/*
 * strbuf -- text that grows.
 *
 * `text` is NUL-terminated from the first addition on; before it is NULL and
 * `length` is zero.  Lengths are bytes.
 */
#ifndef HTTREE_BASE_STRBUF_H
#define HTTREE_BASE_STRBUF_H

#include <stdarg.h>
#include <stddef.h>
#include <string.h>

struct strbuf {
	char *text;
	size_t length;
	size_t capacity;
};

void strbuf_init(struct strbuf *buffer);
void strbuf_clear(struct strbuf *buffer);

/* Forget the text and keep the room. */
void strbuf_reset(struct strbuf *buffer);

/* Keep the first `length` bytes, of which there must be as many. */
void strbuf_cut(struct strbuf *buffer, size_t length);

void strbuf_add_bytes(struct strbuf *buffer, const char *bytes, size_t length);

/* Here, so that the length of a literal is not counted as it runs. */
static inline void strbuf_add(struct strbuf *buffer, const char *text)
{
	strbuf_add_bytes(buffer, text, strlen(text));
}

void strbuf_add_char(struct strbuf *buffer, char c);
void strbuf_addf(struct strbuf *buffer, const char *format, ...)
	__attribute__((format(printf, 2, 3)));
void strbuf_addv(struct strbuf *buffer, const char *format, va_list arguments)
	__attribute__((format(printf, 2, 0)));

/* Insert `length` bytes before the byte at `at`. */
void strbuf_insert(struct strbuf *buffer, size_t at, const char *bytes,
		   size_t length);

/* Remove `length` bytes from `at` on. */
void strbuf_remove(struct strbuf *buffer, size_t at, size_t length);

/* The text, "" when nothing was added; borrowed until the next change. */
const char *strbuf_text(const struct strbuf *buffer);

#endif

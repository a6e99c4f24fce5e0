#include "base/problem.h"

#include <stdarg.h>
#include <stdio.h>

#include "base/strbuf.h"
#include "base/text.h"

bool problem_set(struct problem *why, const char *format, ...)
{
	va_list arguments;

	va_start(arguments, format);
	vsnprintf(why->text, sizeof(why->text), format, arguments);
	va_end(arguments);
	return false;
}

bool problem_word(struct problem *why, const char *before, const char *word,
		  size_t length, const char *after)
{
	struct strbuf clean;

	strbuf_init(&clean);
	text_clean(&clean, word, length);
	problem_set(why, "%s '%s'%s", before, strbuf_text(&clean), after);
	strbuf_clear(&clean);
	return false;
}

#include "catalogue/source.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "base/xalloc.h"

char *source_called(const char *path)
{
	const char *slash = strrchr(path, '/');
	const char *name = slash == NULL ? path : slash + 1;
	size_t length = strlen(name);
	struct strbuf called;

	if (length > 5 && strcmp(name + length - 5, ".yaml") == 0)
		length -= 5;
	strbuf_init(&called);
	text_clean(&called, name, length);
	return called.text == NULL ? xstrdup("") : called.text;
}

struct source *source_new(const char *name)
{
	struct source *source = xcalloc(1, sizeof(*source));

	source->name = xstrdup(name);
	source->catalogue = source_called(name);
	strbuf_init(&source->text);
	return source;
}

void source_free(struct source *source)
{
	yaml_clear(&source->yaml);
	strbuf_clear(&source->text);
	free(source->catalogue);
	free(source->name);
	free(source);
}

void source_add_fault(const struct source *source, struct location place,
		      struct fault_list *faults, const char *format,
		      va_list arguments)
{
	char message[512];

	vsnprintf(message, sizeof(message), format, arguments);
	fault_add(faults, place, strbuf_text(&source->text),
		  source->text.length, "%s", message);
}

void source_fault(const struct source *source, yaml_t node,
		  struct fault_list *faults, const char *format, ...)
{
	va_list arguments;

	va_start(arguments, format);
	source_add_fault(source, yaml_place(&source->yaml, node), faults,
			 format, arguments);
	va_end(arguments);
}

void source_key_fault(const struct source *source, yaml_t node,
		      struct fault_list *faults, const char *format, ...)
{
	va_list arguments;

	va_start(arguments, format);
	source_add_fault(source, yaml_key_place(&source->yaml, node), faults,
			 format, arguments);
	va_end(arguments);
}

#include "base/fault.h"

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "base/strbuf.h"
#include "base/text.h"
#include "base/xalloc.h"

void fault_list_init(struct fault_list *list)
{
	*list = (struct fault_list){ 0 };
}

void fault_list_clear(struct fault_list *list)
{
	for (size_t i = 0; i < list->count; i++) {
		free(list->faults[i].message);
		free(list->faults[i].source);
	}
	free(list->faults);
	fault_list_init(list);
}

static char *line_of(const char *text, size_t length, unsigned int line)
{
	const char *start = text;
	const char *end = text + length;
	const char *stop;

	for (unsigned int at = 1; at < line && start < end; at++) {
		stop = memchr(start, '\n', (size_t)(end - start));
		start = stop == NULL ? end : stop + 1;
	}
	stop = memchr(start, '\n', (size_t)(end - start));
	if (stop == NULL)
		stop = end;
	return xmemdup(start, (size_t)(stop - start));
}

static size_t faults_of(const struct fault_list *list, const char *file)
{
	size_t count = 0;

	for (size_t i = 0; i < list->count; i++)
		count += strcmp(list->faults[i].place.file, file) == 0;
	return count;
}

void fault_add(struct fault_list *list, struct place place, const char *text,
	       size_t length, const char *format, ...)
{
	struct fault *fault;
	va_list arguments;
	int size;

	list->total++;
	if (faults_of(list, place.file) >= FAULT_LIMIT)
		return;
	list->faults = xgrow(list->faults, &list->capacity, list->count + 1,
			     sizeof(*list->faults));
	fault = &list->faults[list->count++];
	fault->place = place;
	fault->source = text == NULL ? NULL :
				       line_of(text, length, place.line);
	va_start(arguments, format);
	size = vsnprintf(NULL, 0, format, arguments);
	va_end(arguments);
	fault->message = xmalloc((size_t)size + 1);
	va_start(arguments, format);
	vsnprintf(fault->message, (size_t)size + 1, format, arguments);
	va_end(arguments);
}

/* A broken file may hold anything, which must not command the terminal. */
static void print_source(const char *source, unsigned int column, FILE *out)
{
	struct strbuf shown;

	strbuf_init(&shown);
	text_clean(&shown, source, strlen(source));
	fprintf(out, "    %s\n    %*s\n", strbuf_text(&shown), (int)column,
		"^");
	strbuf_clear(&shown);
}

void fault_list_print(const struct fault_list *list, FILE *out)
{
	for (size_t i = 0; i < list->count; i++) {
		const struct fault *fault = &list->faults[i];

		fprintf(out, "%s:%u:%u: %s\n", fault->place.file,
			fault->place.line, fault->place.column, fault->message);
		if (fault->source != NULL && strlen(fault->source) <= 200)
			print_source(fault->source, fault->place.column, out);
	}
	if (list->total > list->count)
		fprintf(out, "... and %zu more\n", list->total - list->count);
}

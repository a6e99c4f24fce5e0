#include "base/fault.h"

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "base/sort.h"
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

/* The line of a text, and its length. */
static const char *line_of(const char *text, size_t length, unsigned int line,
			   size_t *line_length)
{
	const char *start = text;
	const char *end = text + length;
	const char *stop;

	for (unsigned int at = 1; at < line && start < end; at++) {
		stop = memchr(start, '\n', (size_t)(end - start));
		start = stop == NULL ? end : stop + 1;
	}
	stop = memchr(start, '\n', (size_t)(end - start));
	*line_length = (size_t)((stop == NULL ? end : stop) - start);
	return start;
}

/* The bytes of the first `characters` of a text, or of all of it. */
static size_t skip(const char *text, size_t length, size_t characters)
{
	size_t at = 0;

	for (; at < length; at++) {
		bool begins = ((unsigned char)text[at] & 0xc0) != 0x80;

		if (begins && characters-- == 0)
			break;
	}
	return at;
}

/*
 * Keep what is shown of a line: all of it, or some characters before and after
 * the place.  A broken file may hold anything, which must not command the
 * terminal.
 */
static void keep_source(struct fault *fault, const char *line, size_t length)
{
	enum { WHOLE = 200, AROUND = 60 };
	size_t before = fault->place.column - 1;
	size_t from = length > WHOLE && before > AROUND ?
			      skip(line, length, before - AROUND) :
			      0;
	size_t at = from + skip(line + from, length - from,
				from > 0 ? AROUND : before);
	size_t to = length > WHOLE ? at + skip(line + at, length - at, AROUND) :
				     length;
	struct strbuf shown;

	strbuf_init(&shown);
	strbuf_add(&shown, from > 0 ? "..." : "");
	text_clean(&shown, line + from, at - from);
	fault->caret = text_columns(strbuf_text(&shown), shown.length);
	text_clean(&shown, line + at, to - at);
	strbuf_add(&shown, to < length ? "..." : "");
	fault->source = shown.text;
}

/* Faults of one file come one after the other. */
static size_t faults_of(struct fault_list *list, const char *file)
{
	if (list->file == NULL || strcmp(list->file, file) != 0) {
		list->file = file;
		list->of_file = 0;
		for (size_t i = 0; i < list->count; i++)
			list->of_file +=
				strcmp(list->faults[i].place.file, file) == 0;
	}
	return list->of_file;
}

bool fault_wanted(struct fault_list *list, const char *file)
{
	return faults_of(list, file) < FAULT_LIMIT;
}

void fault_add(struct fault_list *list, struct location place, const char *text,
	       size_t length, const char *format, ...)
{
	struct fault *fault;
	struct strbuf message;
	const char *line;
	size_t line_length;
	va_list arguments;

	list->total++;
	if (!fault_wanted(list, place.file))
		return;
	list->of_file++;
	list->faults = xgrow(list->faults, &list->capacity, list->count + 1,
			     sizeof(*list->faults));
	fault = &list->faults[list->count++];
	*fault = (struct fault){ .place = place };
	if (text != NULL) {
		line = line_of(text, length, place.line, &line_length);
		keep_source(fault, line, line_length);
	}
	strbuf_init(&message);
	va_start(arguments, format);
	strbuf_addv(&message, format, arguments);
	va_end(arguments);
	fault->message = message.text;
}

bool fault_enough(struct fault_list *list, const char *file)
{
	bool enough = !fault_wanted(list, file);

	list->cut = list->cut || enough;
	return enough;
}

static bool same_file(const struct fault_list *list, size_t a, size_t b)
{
	return strcmp(list->faults[a].place.file,
		      list->faults[b].place.file) == 0;
}

/* Where the first fault of the same file is. */
static size_t first_of(const struct fault_list *list, size_t fault)
{
	size_t at = 0;

	while (!same_file(list, at, fault))
		at++;
	return at;
}

/* A fault and where it belongs. */
struct sorted {
	struct fault fault;
	size_t file;
};

static int compare_faults(const void *a, const void *b, const void *unused)
{
	const struct sorted *left = a, *right = b;
	const struct location *one = &left->fault.place;
	const struct location *other = &right->fault.place;

	(void)unused;
	if (left->file != right->file)
		return left->file < right->file ? -1 : 1;
	if (one->line != other->line)
		return one->line < other->line ? -1 : 1;
	return (one->column > other->column) - (one->column < other->column);
}

void fault_list_sort(struct fault_list *list)
{
	struct sorted *sorted = xmalloc(list->count * sizeof(*sorted));

	for (size_t i = 0; i < list->count; i++)
		sorted[i] = (struct sorted){
			list->faults[i],
			i > 0 && same_file(list, i - 1, i) ?
				sorted[i - 1].file :
				first_of(list, i),
		};
	sort_items(sorted, list->count, sizeof(*sorted), compare_faults, NULL);
	for (size_t i = 0; i < list->count; i++)
		list->faults[i] = sorted[i].fault;
	free(sorted);
}

/* A file's name may command a terminal as well as what is in it. */
static void print_clean(const char *text, FILE *out)
{
	struct strbuf shown;

	strbuf_init(&shown);
	text_clean(&shown, text, strlen(text));
	fputs(strbuf_text(&shown), out);
	strbuf_clear(&shown);
}

void fault_list_print(const struct fault_list *list, FILE *out)
{
	for (size_t i = 0; i < list->count; i++) {
		const struct fault *fault = &list->faults[i];

		print_clean(fault->place.file, out);
		fprintf(out, ":%u:%u: ", fault->place.line,
			fault->place.column);
		print_clean(fault->message, out);
		fputc('\n', out);
		if (fault->source != NULL)
			fprintf(out, "    %s\n    %*s\n", fault->source,
				fault->caret + 1, "^");
	}
	if (list->total > list->count)
		fprintf(out, "... and %zu more\n", list->total - list->count);
	if (list->cut)
		fputs("... and what comes after them was not read\n", out);
}

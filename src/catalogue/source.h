/*
 * source -- a file of a catalogue that has been read, and what is wrong in it.
 */
#ifndef HTTREE_CATALOGUE_SOURCE_H
#define HTTREE_CATALOGUE_SOURCE_H

#include <stdarg.h>

#include "base/fault.h"
#include "base/strbuf.h"
#include "base/yaml.h"

struct source {
	char *name;
	char *catalogue; /* how its catalogue is called: the file without .yaml */
	struct strbuf text;
	struct yaml yaml;
};

/*
 * How the catalogue of a file is called, to be freed: the last part of the path
 * without `.yaml`, as it may be shown.
 */
char *source_called(const char *path);

/* A source without a text, called `name` in messages. */
struct source *source_new(const char *name);
void source_free(struct source *source);

/* Add a fault at a node, or at the key of a node. */
void source_fault(const struct source *source, yaml_t node,
		  struct fault_list *faults, const char *format, ...)
	__attribute__((format(printf, 4, 5)));
void source_key_fault(const struct source *source, yaml_t node,
		      struct fault_list *faults, const char *format, ...)
	__attribute__((format(printf, 4, 5)));

/* The same at a place, with the arguments as a list. */
void source_add_fault(const struct source *source, struct location place,
		      struct fault_list *faults, const char *format,
		      va_list arguments) __attribute__((format(printf, 4, 0)));

#endif

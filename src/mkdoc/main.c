/*
 * mkdoc -- prints the sections of the documents that tables feed, and the
 * picture of the README.
 *
 *     mkdoc SECTION
 *
 * doc/update.sh puts them in their places.
 */
#include <stdio.h>
#include <string.h>

#include "mkdoc/completions.h"
#include "mkdoc/manual.h"
#include "mkdoc/picture.h"
#include "mkdoc/tables.h"

static const struct {
	const char *name;
	void (*print)(FILE *out);
} sections[] = {
	{ "keys", manual_keys },
	{ "options", manual_options },
	{ "json", manual_fields },
	{ "format", manual_format },
	{ "fields", tables_fields },
	{ "log-formats", tables_formats },
	{ "log-keys", tables_keys },
	{ "bash", completions_bash },
	{ "zsh", completions_zsh },
	{ "fish", completions_fish },
	{ "picture", picture_print },
};

enum { SECTIONS = sizeof(sections) / sizeof(*sections) };

static int usage(void)
{
	fputs("mkdoc: expected one of", stderr);
	for (size_t i = 0; i < SECTIONS; i++)
		fprintf(stderr, " %s", sections[i].name);
	fputc('\n', stderr);
	return 2;
}

int main(int argc, char **argv)
{
	for (size_t i = 0; argc == 2 && i < SECTIONS; i++) {
		if (strcmp(argv[1], sections[i].name) == 0) {
			sections[i].print(stdout);
			return fflush(stdout) == 0 ? 0 : 2;
		}
	}
	return usage();
}

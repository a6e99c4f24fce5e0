/*
 * mkcat -- compiles the files of data/ into the built-in catalogue.
 *
 *     mkcat --output builtin.c FILE...    the catalogue as C
 *     mkcat --check FILE...               only look for faults
 *     mkcat --schema                      the format as a JSON Schema
 */
#include <errno.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "catalogue/builder.h"
#include "catalogue/check.h"
#include "mkcat/emit.h"
#include "mkcat/json_schema.h"

static int usage(void)
{
	fputs("mkcat: expected --output FILE.c INPUT..., --check INPUT..., "
	      "or --schema\n",
	      stderr);
	return 2;
}

/* The name of a file is in it, which must not command the terminal. */
static void say(const struct problem *why)
{
	struct strbuf shown;

	strbuf_init(&shown);
	text_clean(&shown, why->text, strlen(why->text));
	fprintf(stderr, "mkcat: %s\n", strbuf_text(&shown));
	strbuf_clear(&shown);
}

/* Read and check all files, printing what is wrong. */
static bool read_files(struct drafts *drafts, char **files, int count)
{
	struct fault_list faults;
	struct problem why;
	bool readable = true;
	bool sound;

	fault_list_init(&faults);
	for (int i = 0; i < count; i++) {
		if (!drafts_read(drafts, files[i], &faults, &why)) {
			say(&why);
			readable = false;
		}
	}
	/* A missing entry would make links look broken that are not. */
	if (readable && faults.total == 0)
		drafts_check(drafts, &faults);
	fault_list_print(&faults, stderr);
	sound = readable && faults.total == 0;
	fault_list_clear(&faults);
	return sound;
}

static bool write_image(const char *path, const struct drafts *drafts)
{
	struct image *image = image_build(drafts, "built-in");
	FILE *out = fopen(path, "w");
	struct problem why;
	bool written = false;

	if (out != NULL) {
		emit_image(out, image);
		written = ferror(out) == 0;
		written = fclose(out) == 0 && written;
	}
	if (!written) {
		problem_set(&why, "cannot write '%s': %s", path,
			    strerror(errno));
		say(&why);
	}
	image_free(image);
	return written;
}

int main(int argc, char **argv)
{
	struct drafts drafts;
	int first;
	bool done;

	if (argc == 2 && strcmp(argv[1], "--schema") == 0) {
		json_schema_print(stdout);
		return fflush(stdout) == 0 ? 0 : 2;
	}
	if (argc >= 4 && strcmp(argv[1], "--output") == 0)
		first = 3;
	else if (argc >= 3 && strcmp(argv[1], "--check") == 0)
		first = 2;
	else
		return usage();
	drafts_init(&drafts);
	done = read_files(&drafts, argv + first, argc - first);
	if (done && first == 3)
		done = write_image(argv[2], &drafts);
	drafts_clear(&drafts);
	return done ? 0 : 1;
}

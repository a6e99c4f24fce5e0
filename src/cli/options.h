/*
 * options -- the command line, read.  options.def lists what there is.
 */
#ifndef HTTREE_CLI_OPTIONS_H
#define HTTREE_CLI_OPTIONS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/problem.h"
#include "base/strbuf.h"
#include "catalogue/catalogue.h"
#include "page/theme.h"
#include "query/filter.h"

enum option_name {
#define OPTION(name, letter, word, argument, group, help) OPTION_##name,
#include "cli/options.def"
	OPTION_COUNT
};

enum option_group {
	OPTIONS_BROWSE,
	OPTIONS_PRINT,
	OPTIONS_OWN,
	OPTIONS_LOOK,
	OPTIONS_ABOUT,
	OPTIONS_COUNT
};

struct option_row {
	const char *name; /* as in options.def */
	char letter;	  /* '\0' for none */
	const char *word;
	const char *argument; /* NULL for none */
	enum option_group group;
	const char *help;
};

const struct option_row *option_row(enum option_name option);

enum when { WHEN_AUTO, WHEN_ALWAYS, WHEN_NEVER };

/* Words of the command line that only a catalogue can explain. */
struct unresolved {
	enum option_name option;
	char *text;
	bool habit; /* it stood in $HTTREE_OPTIONS */
};

struct options {
	bool given[OPTION_COUNT];
	struct strbuf search; /* the phrases, parted by blanks */
	struct filter filter;
	size_t limit;
	enum when color;
	enum theme theme;
	enum when hyperlink;
	int width; /* 0 when it was not given */
	char **logs; /* the files of --log or --check, as are the operands */
	size_t log_count;
	size_t log_capacity;
	char *log_origin; /* NULL when it was not given */
	char **catalogues; /* of --catalogue */
	size_t catalogue_count;
	size_t catalogue_capacity;
	const char *new_catalogue; /* NULL when it was not given */
	struct unresolved *unresolved;
	size_t unresolved_count;
	size_t unresolved_capacity;
	bool reading_habits;
	char **operands;
	size_t operand_count;
};

/*
 * Read `habits`, the options of $HTTREE_OPTIONS as one text, or NULL, then the
 * command line, which must outlive `options`; `argv` is put into another order.
 * A form of the answer by habit gives way to one of the command line.  Reading
 * ends at --help or --version.  Whatever is returned, `options` hold what was
 * read and are to be cleared.
 */
bool options_parse(struct options *options, const char *habits, int argc,
		   char **argv, struct problem *why);

/*
 * Find in the catalogue, which must outlive `options`, the sets of --filter and
 * the origin of --log-origin.
 */
bool options_resolve(struct options *options, const struct catalogue *catalogue,
		     struct problem *why);
void options_clear(struct options *options);

#endif

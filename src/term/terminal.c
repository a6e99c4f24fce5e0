#include "term/terminal.h"

#include <curses.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <term.h>
#include <unistd.h>

#include "term/terminfo.h"

/*
 * Terminals that understand what xterm does, by what their names begin with,
 * and whose description does where theirs is missing: over ssh, often.
 */
static const struct {
	const char *beginning;
	const char *relative;
} families[] = {
	{ "xterm", "xterm-256color" },   { "tmux", "screen-256color" },
	{ "screen", "screen-256color" }, { "alacritty", "xterm-256color" },
	{ "contour", "xterm-256color" }, { "foot", "xterm-256color" },
	{ "ghostty", "xterm-256color" }, { "gnome", "xterm-256color" },
	{ "iterm", "xterm-256color" },   { "kitty", "xterm-256color" },
	{ "konsole", "xterm-256color" }, { "mintty", "xterm-256color" },
	{ "putty", "xterm-256color" },   { "rio", "xterm-256color" },
	{ "rxvt", "xterm-256color" },    { "st-", "xterm-256color" },
	{ "vte", "xterm-256color" },     { "wezterm", "xterm-256color" },
};

enum { FAMILIES = sizeof(families) / sizeof(*families) };

static size_t family_of(const char *name)
{
	size_t i = 0;

	while (i < FAMILIES && strncmp(name, families[i].beginning,
				       strlen(families[i].beginning)) != 0)
		i++;
	return i;
}

/* Let curses take the description that we have ourselves. */
static bool is_built_in(const char *name)
{
	const struct terminfo *row = terminfo_table;
	int result;

	while (row->name != NULL && strcmp(row->name, name) != 0)
		row++;
	if (row->name == NULL)
		return false;
	setenv("TERMINFO", row->description, 1);
	return setupterm((char *)(uintptr_t)name, STDOUT_FILENO, &result) == OK;
}

/* Whether there is a description; it is then the current one of curses. */
static bool is_known(const char *name, int *result)
{
	return setupterm((char *)(uintptr_t)name, STDOUT_FILENO, result) ==
		       OK ||
	       is_built_in(name);
}

static bool can_be_drawn_on(void)
{
	bool fit = cursor_address != NULL && clear_screen != NULL;

	del_curterm(cur_term);
	return fit;
}

/* The description of a relative; NULL when none is known either. */
static const char *find_relative(size_t family)
{
	const char *const relatives[] = { families[family].relative,
					  "xterm-256color", "xterm" };
	int result;

	for (size_t i = 0; i < sizeof(relatives) / sizeof(*relatives); i++) {
		if (is_known(relatives[i], &result))
			return relatives[i];
	}
	return NULL;
}

static bool refuse(const char *name, int result, struct problem *why)
{
	if (result < 0)
		return problem_set(why, "no descriptions of terminals "
					"(terminfo) are installed; --list and "
					"--help need no screen");
	return problem_set(why,
			   "the terminal '%.64s' is not known here; try "
			   "TERM=xterm-256color httree, or --list, which needs "
			   "no screen",
			   name);
}

bool terminal_find(struct terminal *terminal, struct problem *why)
{
	const char *name = getenv("TERM");
	size_t family;
	int result = 0;

	if (name == NULL || *name == '\0')
		return problem_set(why, "TERM is not set; --list and --help "
					"need no screen");
	family = family_of(name);
	*terminal = (struct terminal){
		.name = name,
		.drawn_as = name,
		.ecma48 = family < FAMILIES,
	};
	if (!is_known(name, &result))
		terminal->drawn_as = family < FAMILIES ? find_relative(family) :
							 NULL;
	if (terminal->drawn_as == NULL)
		return refuse(name, result, why);
	return can_be_drawn_on() ||
	       problem_set(why,
			   "the terminal '%.64s' cannot be drawn on; --list "
			   "and --help need no screen",
			   name);
}

/* What LINES and COLUMNS say, where the terminal itself says nothing. */
static int number_of(const char *name)
{
	const char *text = getenv(name);
	long number = text == NULL ? 0 : strtol(text, NULL, 10);

	return number < 0 ? 0 : number > 1000000 ? 1000000 : (int)number;
}

static int within(int claimed, int bound, bool *cut)
{
	if (claimed <= bound)
		return claimed;
	*cut = true;
	return bound;
}

bool terminal_size(int descriptor, int *rows, int *cols, bool *cut)
{
	struct winsize size = { .ws_row = 0 };

	*cut = false;
	if (ioctl(descriptor, TIOCGWINSZ, &size) == 0 && size.ws_row > 0 &&
	    size.ws_col > 0) {
		*rows = size.ws_row;
		*cols = size.ws_col;
	} else {
		*rows = number_of("LINES");
		*cols = number_of("COLUMNS");
	}
	if (*rows == 0 || *cols == 0)
		return false;
	*rows = within(*rows, TERMINAL_ROWS, cut);
	*cols = within(*cols, TERMINAL_COLS, cut);
	return true;
}

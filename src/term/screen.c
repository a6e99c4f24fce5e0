#include "term/screen.h"

#include <curses.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <term.h>
#include <unistd.h>
#include <wchar.h>

#include "base/die.h"
#include "term/colours.h"
#include "term/input.h"

static struct {
	bool open;
	bool pastes; /* bracketed paste was asked for */
	SCREEN *curses;
	FILE *input; /* /dev/tty, when standard input is none */
} screen;

static volatile sig_atomic_t caught;

/* ncurses keeps handlers that it finds; its own exit with status 1. */
static void note_signal(int number)
{
	caught = number;
}

static void catch_signals(void)
{
	static const int ends[] = { SIGTERM, SIGINT, SIGHUP, SIGQUIT };
	struct sigaction action = { .sa_handler = note_signal };
	struct sigaction before;

	sigemptyset(&action.sa_mask);
	for (size_t i = 0; i < sizeof(ends) / sizeof(*ends); i++) {
		/* nohup and the like mean what they say. */
		if (sigaction(ends[i], NULL, &before) == 0 &&
		    before.sa_handler != SIG_IGN)
			sigaction(ends[i], &action, NULL);
	}
}

static void die_of(int number)
{
	screen_close();
	signal(number, SIG_DFL);
	raise(number);
	_exit(128 + number);
}

/* ------------------------------------------------------------------------
 * Taking the terminal
 */

static bool has_capability(const char *name)
{
	/* term.h declares the argument writable, and does not write. */
	char copy[8];
	const char *text;

	snprintf(copy, sizeof(copy), "%s", name);
	text = tigetstr(copy);
	return text != NULL && text != (char *)-1;
}

/*
 * newterm() takes any terminal, a dumb one too, and prints what it does not
 * understand; so the terminal is asked first.
 */
static bool check_terminal(struct problem *why)
{
	const char *name = getenv("TERM");
	int result = 0;
	bool fit;

	if (name == NULL || *name == '\0')
		return problem_set(why, "TERM is not set; --list and --help "
					"need no screen");
	if (setupterm(NULL, STDOUT_FILENO, &result) != OK)
		return problem_set(why,
				   "the terminal '%.64s' is not known; --list "
				   "and --help need no screen",
				   name);
	fit = has_capability("cup") && has_capability("clear");
	del_curterm(cur_term);
	return fit || problem_set(why,
				  "the terminal '%.64s' cannot be drawn on; "
				  "--list and --help need no screen",
				  name);
}

static bool find_input(struct problem *why)
{
	if (isatty(STDIN_FILENO))
		return true;
	screen.input = fopen("/dev/tty", "re");
	return screen.input != NULL ||
	       problem_set(why, "there is no terminal to read keys from; "
				"--list and --help need none");
}

/*
 * curses has no word for bracketed paste.  The sequences are ECMA-48 private
 * modes, which terminals that lack them ignore; but a terminal that is not
 * of that family must not get them.
 */
static bool is_ecma48(void)
{
	static const char *const families[] = { "xterm", "screen", "tmux",
						"rxvt",	 "alacritty", "foot",
						"kitty", "konsole", "gnome",
						"vte",	 "st-",	 "wezterm" };
	const char *name = getenv("TERM");

	for (size_t i = 0; i < sizeof(families) / sizeof(*families); i++) {
		if (strncmp(name, families[i], strlen(families[i])) == 0)
			return true;
	}
	return false;
}

static void send(const char *sequence)
{
	fputs(sequence, stdout);
	fflush(stdout);
}

static void set_modes(void)
{
	raw();
	noecho();
	nonl();
	keypad(stdscr, TRUE);
	intrflush(stdscr, FALSE);
	if (getenv("ESCDELAY") == NULL)
		set_escdelay(25);
	colours_start();
	screen.pastes = is_ecma48();
	if (screen.pastes) {
		input_define_paste();
		send("\033[?2004h");
	}
}

bool screen_open(struct problem *why)
{
	if (!check_terminal(why) || !find_input(why))
		return false;
	catch_signals();
	screen.curses = newterm(NULL, stdout,
				screen.input == NULL ? stdin : screen.input);
	if (screen.curses == NULL)
		return problem_set(why, "the terminal cannot be opened");
	screen.open = true;
	die_restore(screen_close);
	atexit(screen_close);
	set_modes();
	return true;
}

void screen_close(void)
{
	if (!screen.open)
		return;
	screen.open = false;
	if (screen.pastes)
		send("\033[?2004l");
	endwin();
}

/* ------------------------------------------------------------------------
 * Drawing
 */

void screen_size(int *rows, int *cols)
{
	getmaxyx(stdscr, *rows, *cols);
}

void screen_redraw(void)
{
	clearok(stdscr, TRUE);
}

/* Cells that look alike, written at once. */
static void show_run(const struct frame *frame, int row, int from, int to)
{
	const struct cell *first = frame_cell(frame, row, from);
	wchar_t text[CELL_BYTES];

	attr_t attributes;
	short pair;

	colours_of(first, &attributes, &pair);
	attr_set(attributes, pair, NULL);
	move(row, from);
	for (int col = from; col < to; col++) {
		const struct cell *cell = frame_cell(frame, row, col);
		size_t count = mbstowcs(text, cell->text, CELL_BYTES);

		if (count == (size_t)-1)
			addwstr(L"?");
		else if (count > 0)
			addnwstr(text, (int)count);
	}
}

static void show_row(const struct frame *frame, int row)
{
	int from = 0;

	while (from < frame->cols) {
		const struct cell *first = frame_cell(frame, row, from);
		int to = from + 1;

		while (to < frame->cols) {
			const struct cell *cell = frame_cell(frame, row, to);

			if (cell->role != first->role ||
			    cell->mark != first->mark)
				break;
			to++;
		}
		show_run(frame, row, from, to);
		from = to;
	}
}

void screen_show(const struct frame *frame)
{
	erase();
	for (int row = 0; row < frame->rows; row++)
		show_row(frame, row);
	move(frame->cursor_row, frame->cursor_col);
	refresh();
}

void screen_suspend(void)
{
	if (screen.pastes)
		send("\033[?2004l");
	/* ncurses gives the terminal back, stops, and takes it again. */
	raise(SIGTSTP);
	if (screen.pastes)
		send("\033[?2004h");
	screen_redraw();
}

/* ------------------------------------------------------------------------
 * Reading
 */

enum event screen_read(hkey_t *key, struct strbuf *paste)
{
	enum { PATIENCE = 3 };

	for (int failures = 0; failures < PATIENCE;) {
		wint_t character;
		int result = get_wch(&character);

		if (caught != 0)
			die_of(caught);
		if (result == ERR) {
			failures++;
			continue;
		}
		if (result == KEY_CODE_YES && character == KEY_RESIZE)
			return EVENT_RESIZE;
		if (result == KEY_CODE_YES && input_is_paste(character)) {
			input_read_paste(paste);
			return EVENT_PASTE;
		}
		*key = input_key(result == KEY_CODE_YES, character);
		return EVENT_KEY;
	}
	return EVENT_HANGUP;
}

bool screen_pending(void)
{
	wint_t character;
	int result;

	nodelay(stdscr, TRUE);
	result = get_wch(&character);
	nodelay(stdscr, FALSE);
	if (result == ERR)
		return false;
	if (result == KEY_CODE_YES)
		ungetch((int)character);
	else
		unget_wch((wchar_t)character);
	return true;
}

#include "term/screen.h"

#include <curses.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/select.h>
#include <term.h>
#include <termios.h>
#include <unistd.h>
#include <wchar.h>

#include "base/die.h"
#include "term/colours.h"
#include "term/input.h"

static struct {
	bool open;
	bool pastes; /* bracketed paste was asked for */
	SCREEN *curses;
	FILE *input; /* where keys come from: standard input, or /dev/tty */
	bool stops;  /* whoever started it did not have SIGTSTP ignored */
	sigset_t signals; /* the mask of before, under which it waits */
} screen;

static volatile sig_atomic_t caught;
static volatile sig_atomic_t continued;
static volatile sig_atomic_t stop_asked;

/* What a fault needs to give the terminal back, made before it happens. */
static struct {
	char bytes[256];
	size_t length;
	struct termios modes;
	int descriptor; /* of the terminal, or -1 */
} rescue = { .descriptor = -1 };

/* ncurses keeps handlers that it finds; its own exit with status 1. */
static void note_signal(int number)
{
	caught = number;
}

/* ncurses would draw in its own handler. */
static void note_stop(int number)
{
	(void)number;
	stop_asked = 1;
}

/* Whoever stopped the program may have changed the terminal meanwhile. */
static void note_continued(int number)
{
	(void)number;
	continued = 1;
}

/*
 * After a fault nothing is safe but a few system calls: no drawing, only what
 * was prepared.
 */
static void rescue_terminal(int number)
{
	if (rescue.descriptor >= 0) {
		ssize_t written = write(STDOUT_FILENO, rescue.bytes,
					rescue.length);

		(void)written;
		tcsetattr(rescue.descriptor, TCSANOW, &rescue.modes);
	}
	signal(number, SIG_DFL);
	raise(number);
}

/* Catch those signals that nobody has chosen to ignore or to catch. */
static void catch_all(const int *numbers, size_t count, void (*handler)(int))
{
	struct sigaction action = { .sa_handler = handler };
	struct sigaction before;

	sigemptyset(&action.sa_mask);
	for (size_t i = 0; i < count; i++) {
		if (sigaction(numbers[i], NULL, &before) == 0 &&
		    before.sa_handler == SIG_DFL)
			sigaction(numbers[i], &action, NULL);
	}
}

/*
 * Signals are let in only while nothing else is done than to wait for a key.
 * One that came between a look at what it changed and the wait would else be
 * noticed at the next key, and a new size is such a signal, too.
 */
static void hold_signals(const int *ends, size_t count)
{
	sigset_t held;

	sigemptyset(&held);
	sigaddset(&held, SIGWINCH);
	sigaddset(&held, SIGCONT);
	sigaddset(&held, SIGTSTP);
	for (size_t i = 0; i < count; i++)
		sigaddset(&held, ends[i]);
	sigprocmask(SIG_BLOCK, &held, &screen.signals);
}

static void catch_signals(void)
{
	static const int ends[] = { SIGTERM, SIGINT,	SIGHUP,	 SIGQUIT,
				    SIGPIPE, SIGALRM,	SIGUSR1, SIGUSR2,
				    SIGPROF, SIGVTALRM, SIGXCPU, SIGXFSZ,
				    SIGPOLL };
	static const int faults[] = { SIGSEGV, SIGBUS, SIGFPE, SIGILL,
				      SIGABRT, SIGSYS, SIGTRAP };
	static const int resumes[] = { SIGCONT };
	static const int stops[] = { SIGTSTP };
	struct sigaction action;

	hold_signals(ends, sizeof(ends) / sizeof(*ends));
	catch_all(ends, sizeof(ends) / sizeof(*ends), note_signal);
	catch_all(resumes, 1, note_continued);
	catch_all(stops, 1, note_stop);
	screen.stops = sigaction(SIGTSTP, NULL, &action) == 0 &&
		       action.sa_handler == note_stop;
	catch_all(faults, sizeof(faults) / sizeof(*faults), rescue_terminal);
}

void screen_die(void)
{
	int number = caught;

	if (number == 0)
		return;
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
	screen.input = isatty(STDIN_FILENO) ? stdin : fopen("/dev/tty", "re");
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

/* A string of the terminal, when it is one that can be sent as it is. */
static void prepare_string(const char *name)
{
	char copy[8];
	const char *text;
	size_t length;

	snprintf(copy, sizeof(copy), "%s", name);
	text = tigetstr(copy);
	if (text == NULL || text == (char *)-1 || strstr(text, "$<") != NULL)
		return;
	length = strlen(text);
	if (rescue.length + length > sizeof(rescue.bytes))
		return;
	memcpy(rescue.bytes + rescue.length, text, length);
	rescue.length += length;
}

/* `modes` are those before curses changed them. */
static void prepare_rescue(int descriptor, const struct termios *modes)
{
	static const char paste_off[] = "\033[?2004l";

	rescue.length = 0;
	if (screen.pastes) {
		memcpy(rescue.bytes, paste_off, sizeof(paste_off) - 1);
		rescue.length = sizeof(paste_off) - 1;
	}
	prepare_string("rmkx");
	prepare_string("sgr0");
	prepare_string("cnorm");
	prepare_string("rmcup");
	rescue.modes = *modes;
	rescue.descriptor = descriptor;
}

static void set_modes(bool plain)
{
	raw();
	noecho();
	nonl();
	keypad(stdscr, TRUE);
	intrflush(stdscr, FALSE);
	if (getenv("ESCDELAY") == NULL)
		set_escdelay(25);
	colours_start(plain);
	screen.pastes = is_ecma48();
	if (screen.pastes) {
		input_define_paste();
		send("\033[?2004h");
	}
}

/* A new size may have come before curses was ready to hear of it. */
static void notice_size(void)
{
	struct winsize size;

	if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_row > 0 &&
	    size.ws_col > 0 && is_term_resized(size.ws_row, size.ws_col))
		raise(SIGWINCH);
}

bool screen_open(bool plain, struct problem *why)
{
	struct termios modes;

	if (!check_terminal(why) || !find_input(why))
		return false;
	if (tcgetattr(fileno(screen.input), &modes) != 0)
		return problem_set(why, "the terminal cannot be read from");
	catch_signals();
	screen.curses = newterm(NULL, stdout, screen.input);
	if (screen.curses == NULL)
		return problem_set(why, "the terminal cannot be opened");
	screen.open = true;
	die_restore(screen_close);
	atexit(screen_close);
	set_modes(plain);
	prepare_rescue(fileno(screen.input), &modes);
	notice_size();
	return true;
}

/* The modes and the screen of before. */
static void give_back(void)
{
	if (screen.pastes)
		send("\033[?2004l");
	/* Where the last screen stays, the shell's prompt needs its line. */
	if (!has_capability("rmcup")) {
		move(LINES - 1, 0);
		clrtoeol();
		refresh();
	}
	endwin();
}

void screen_close(void)
{
	if (!screen.open)
		return;
	screen.open = false;
	give_back();
	rescue.descriptor = -1;
	sigprocmask(SIG_SETMASK, &screen.signals, NULL);
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

/* Append the wide characters of a cell; returns the end of the text. */
static wchar_t *add_cell(wchar_t *text, const struct cell *cell)
{
	unsigned char first = (unsigned char)cell->text[0];
	size_t count;

	if (first < 0x80 && (first == '\0' || cell->text[1] == '\0')) {
		if (first != '\0')
			*text++ = first;
		return text;
	}
	count = mbstowcs(text, cell->text, CELL_BYTES);
	if (count != (size_t)-1)
		return text + count;
	*text++ = L'?';
	return text;
}

/* Cells that look alike, written at once; in pieces, as `text` is short. */
static void show_run(const struct frame *frame, int row, int from, int to)
{
	enum { CELLS = 32 };
	wchar_t text[(CELLS + 1) * CELL_BYTES];
	attr_t attributes;
	short pair;

	colours_of(frame_cell(frame, row, from), &attributes, &pair);
	attr_set(attributes, pair, NULL);
	move(row, from);
	while (from < to) {
		int end = from + CELLS < to ? from + CELLS : to;
		wchar_t *at = text;

		for (; from < end; from++)
			at = add_cell(at, frame_cell(frame, row, from));
		addnwstr(text, (int)(at - text));
	}
}

static bool same_look(const struct cell *a, const struct cell *b)
{
	return a->role == b->role && a->mark == b->mark;
}

/* Columns up to the last one that erase() has not made as it is to be. */
static int used_columns(const struct frame *frame, int row)
{
	static const struct cell blank = { " ", ROLE_TEXT, MARK_NONE };
	int cols = frame->cols;

	while (cols > 0) {
		const struct cell *cell = frame_cell(frame, row, cols - 1);

		if (strcmp(cell->text, " ") != 0 || !same_look(cell, &blank))
			break;
		cols--;
	}
	return cols;
}

static void show_row(const struct frame *frame, int row)
{
	int cols = used_columns(frame, row);
	int from = 0;

	while (from < cols) {
		const struct cell *first = frame_cell(frame, row, from);
		int to = from + 1;

		while (to < cols &&
		       same_look(first, frame_cell(frame, row, to)))
			to++;
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

/* ------------------------------------------------------------------------
 * Being stopped
 */

/* Take the terminal again after it was somebody else's. */
static void take_again(void)
{
	continued = 0;
	reset_prog_mode();
	if (screen.pastes)
		send("\033[?2004h");
	screen_redraw();
	notice_size();
}

/* Modes that were changed meanwhile are those to leave behind. */
static void keep_modes(void)
{
	int descriptor = fileno(screen.input);

	/* In the background they are the shell's own. */
	if (tcgetpgrp(descriptor) != getpgrp())
		return;
	def_shell_mode();
	tcgetattr(descriptor, &rescue.modes);
}

/* Let the signal do what it does by itself; returns when that is over. */
static void stop(pid_t whom)
{
	struct sigaction plain = { .sa_handler = SIG_DFL }, before;
	sigset_t stops, held;

	sigemptyset(&plain.sa_mask);
	sigaction(SIGTSTP, &plain, &before);
	kill(whom, SIGTSTP);
	sigemptyset(&stops);
	sigaddset(&stops, SIGTSTP);
	sigaddset(&stops, SIGCONT);
	sigprocmask(SIG_UNBLOCK, &stops, &held);
	sigprocmask(SIG_SETMASK, &held, NULL);
	sigaction(SIGTSTP, &before, NULL);
}

/* Stop the process `whom`, or with 0 the whole job. */
static void suspend(pid_t whom)
{
	stop_asked = 0;
	if (!screen.stops)
		return;
	give_back();
	stop(whom);
	keep_modes();
	take_again();
}

void screen_suspend(void)
{
	suspend(0);
}

/* ------------------------------------------------------------------------
 * Reading
 */

bool screen_pending(void)
{
	int key;

	nodelay(stdscr, TRUE);
	key = getch();
	nodelay(stdscr, FALSE);
	return key != ERR && ungetch(key) == OK;
}

/* Wait for input or a signal; returns whether it was input. */
static bool wait_for_input(void)
{
	int descriptor = fileno(screen.input);
	fd_set inputs;

	FD_ZERO(&inputs);
	FD_SET(descriptor, &inputs);
	return pselect(descriptor + 1, &inputs, NULL, NULL, NULL,
		       &screen.signals) > 0;
}

/*
 * Wait for a key; false when a signal or the end of the input comes first, or
 * somebody wants the program to stop, or stopped it and continued it.
 */
static bool wait_for_key(void)
{
	enum { PATIENCE = 3 };

	for (int failures = 0; failures < PATIENCE && caught == 0 &&
			       continued == 0 && stop_asked == 0;) {
		if (screen_pending())
			return true;
		/* Input of which nothing can be read is its end. */
		failures += wait_for_input();
	}
	return false;
}

/* What came instead of a key: a signal, or the end of the input. */
static enum event take_signal(void)
{
	if (caught != 0)
		return EVENT_SIGNAL;
	if (stop_asked != 0)
		suspend(getpid());
	else if (continued != 0)
		take_again();
	else
		return EVENT_HANGUP;
	return EVENT_RESIZE;
}

enum event screen_read(hkey_t *key, struct strbuf *paste)
{
	wint_t character;
	int result;

	if (!wait_for_key())
		return take_signal();
	result = input_read(&character);
	if (result == KEY_CODE_YES && character == KEY_RESIZE)
		return EVENT_RESIZE;
	if (result == KEY_CODE_YES && input_is_paste(character)) {
		input_read_paste(paste);
		return EVENT_PASTE;
	}
	*key = input_key(result == KEY_CODE_YES, character);
	return EVENT_KEY;
}

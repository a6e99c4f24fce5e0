#include "term/screen.h"

#include <curses.h>
#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <term.h>
#include <termios.h>
#include <time.h>
#include <unistd.h>

#include "base/die.h"
#include "base/xalloc.h"
#include "term/colours.h"
#include "term/draw.h"
#include "term/input.h"
#include "term/modes.h"
#include "term/signals.h"
#include "term/terminal.h"

static struct {
	bool open;
	struct terminal terminal;
	SCREEN *curses;
	FILE *input; /* where keys come from: standard input, or /dev/tty */
	struct decoder decoder;
	int64_t fed; /* when it got its last bytes */
	bool cut; /* it is larger than what is drawn on */
} screen;

/* ------------------------------------------------------------------------
 * Taking the terminal
 */

/* Standard input, or where that is no terminal the one that is at hand. */
static bool find_input(struct termios *modes, struct problem *why)
{
	screen.input = stdin;
	if (tcgetattr(STDIN_FILENO, modes) == 0)
		return true;
	screen.input = fopen("/dev/tty", "re");
	if (screen.input != NULL && tcgetattr(fileno(screen.input), modes) == 0)
		return true;
	return problem_set(why, "there is no terminal to read keys from; "
				"--list and --help need none");
}

/* Set a variable; returns what it was, for put_back(). */
static char *set_variable(const char *name, int number)
{
	const char *now = getenv(name);
	char *before = now == NULL ? NULL : xstrdup(now);
	char text[16];

	snprintf(text, sizeof(text), "%d", number);
	setenv(name, text, 1);
	return before;
}

static void put_back(const char *name, char *before)
{
	if (before == NULL)
		unsetenv(name);
	else
		setenv(name, before, 1);
	free(before);
}

/*
 * curses would believe the environment more than the terminal, and take memory
 * for whatever size either claims.
 */
static SCREEN *new_term(void)
{
	const char *name = screen.terminal.drawn_as;
	char *rows_before, *cols_before;
	SCREEN *curses;
	int rows, cols;

	if (!terminal_size(STDOUT_FILENO, &rows, &cols, &screen.cut))
		return newterm(name, stdout, screen.input);
	rows_before = set_variable("LINES", rows);
	cols_before = set_variable("COLUMNS", cols);
	curses = newterm(name, stdout, screen.input);
	put_back("LINES", rows_before);
	put_back("COLUMNS", cols_before);
	/* ncurses 6.5 takes no more than 512 from the environment. */
	if (curses != NULL && is_term_resized(rows, cols))
		resizeterm(rows, cols);
	return curses;
}

/* What this terminal sends for its keys. */
static void define_keys(struct decoder *decoder)
{
	const struct {
		const char *bytes;
		hkey_t key;
	} keys[] = {
		{ key_up, HKEY_UP },         { key_down, HKEY_DOWN },
		{ key_left, HKEY_LEFT },     { key_right, HKEY_RIGHT },
		{ key_home, HKEY_HOME },     { key_end, HKEY_END },
		{ key_a1, HKEY_HOME },       { key_c1, HKEY_END },
		{ key_find, HKEY_HOME },     { key_select, HKEY_END },
		{ key_ppage, HKEY_PAGE_UP }, { key_npage, HKEY_PAGE_DOWN },
		{ key_dc, HKEY_DELETE },     { key_backspace, HKEY_BACKSPACE },
		{ key_btab, HKEY_BACKTAB },  { key_enter, HKEY_ENTER },
		{ key_f1, HKEY_F1 },         { key_f2, HKEY_F1 + 1 },
		{ key_f3, HKEY_F1 + 2 },     { key_f4, HKEY_F1 + 3 },
		{ key_f5, HKEY_F1 + 4 },     { key_f6, HKEY_F1 + 5 },
		{ key_f7, HKEY_F1 + 6 },     { key_f8, HKEY_F1 + 7 },
		{ key_f9, HKEY_F1 + 8 },     { key_f10, HKEY_F1 + 9 },
		{ key_f11, HKEY_F1 + 10 },   { key_f12, HKEY_F12 },
	};

	decoder_init(decoder);
	for (size_t i = 0; i < sizeof(keys) / sizeof(*keys); i++)
		decoder_define(decoder, keys[i].bytes, keys[i].key);
}

static void set_modes(enum theme theme)
{
	raw();
	noecho();
	nonl();
	/* What is being typed must not keep curses from drawing. */
	typeahead(-1);
	colours_start(theme);
	modes_prepare(&screen.terminal);
	modes_set();
}

bool screen_open(enum theme theme, struct problem *why)
{
	struct termios modes;

	if (!terminal_find(&screen.terminal, why) ||
	    !find_input(&modes, why))
		return false;
	signals_catch(modes_rescue);
	screen.curses = new_term();
	if (screen.curses == NULL) {
		signals_release();
		return problem_set(why, "the terminal cannot be opened");
	}
	screen.open = true;
	die_restore(screen_close);
	atexit(screen_close);
	define_keys(&screen.decoder);
	set_modes(theme);
	modes_remember(fileno(screen.input), &modes);
	return true;
}

const char *screen_drawn_as(void)
{
	return strcmp(screen.terminal.name, screen.terminal.drawn_as) == 0 ?
		       NULL :
		       screen.terminal.drawn_as;
}

bool screen_is_modern(void)
{
	return screen.terminal.ecma48;
}


/* The modes and the screen of before. */
static void give_back(void)
{
	modes_unset();
	/* Where the last screen stays, the shell's prompt needs its line. */
	if (exit_ca_mode == NULL) {
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
	decoder_clear(&screen.decoder);
	modes_remember(-1, NULL);
	signals_release();
}

void screen_die(void)
{
	if (!signals_ended())
		return;
	screen_close();
	signals_die();
}

/* ------------------------------------------------------------------------
 * Drawing
 */

void screen_size(int *rows, int *cols)
{
	getmaxyx(stdscr, *rows, *cols);
}

bool screen_is_cut(void)
{
	return screen.cut;
}

void screen_redraw(void)
{
	clearok(stdscr, TRUE);
}

void screen_show(const struct frame *frame)
{
	draw(frame);
}

/* ------------------------------------------------------------------------
 * Sizes, and being stopped
 */

/* Take account of the size that the terminal has now. */
static void notice_size(void)
{
	int rows, cols;

	if (terminal_size(STDOUT_FILENO, &rows, &cols, &screen.cut) &&
	    is_term_resized(rows, cols))
		resizeterm(rows, cols);
}

/* Take the terminal again after it was somebody else's. */
static void take_again(void)
{
	reset_prog_mode();
	modes_set();
	screen_redraw();
	notice_size();
}

/* Modes that were changed meanwhile are those to leave behind. */
static void keep_modes(void)
{
	int descriptor = fileno(screen.input);
	struct termios modes;

	/* In the background they are the shell's own. */
	if (tcgetpgrp(descriptor) != getpgrp())
		return;
	def_shell_mode();
	if (tcgetattr(descriptor, &modes) == 0)
		modes_remember(descriptor, &modes);
}

/* Stop the process `whom`, or with 0 the whole job. */
static void suspend(pid_t whom)
{
	if (!signals_can_stop())
		return;
	give_back();
	signals_stop(whom);
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

int64_t screen_clock(void)
{
	struct timespec time;

	clock_gettime(CLOCK_MONOTONIC, &time);
	return (int64_t)time.tv_sec * 1000 + time.tv_nsec / 1000000;
}

/* What a signal has brought; EVENT_NONE when none came. */
static enum event_kind look_at_signals(void)
{
	switch (signals_take()) {
	case NOTICE_END:
		return EVENT_SIGNAL;
	case NOTICE_STOP:
		suspend(getpid());
		return EVENT_RESIZE;
	case NOTICE_CONTINUED:
		take_again();
		return EVENT_RESIZE;
	case NOTICE_SIZE:
		notice_size();
		return EVENT_RESIZE;
	case NOTICE_NONE:
		break;
	}
	return EVENT_NONE;
}

/* Feed the decoder; false when there is nothing to read any more. */
static bool read_bytes(void)
{
	size_t room;
	char *bytes = decoder_room(&screen.decoder, &room);
	ssize_t count = read(fileno(screen.input), bytes, room);

	if (count > 0)
		decoder_feed(&screen.decoder, (size_t)count);
	screen.fed = screen_clock();
	return count > 0 || (count < 0 && (errno == EINTR || errno == EAGAIN));
}

static bool look_at_input(bool waited, struct event *event)
{
	static const enum event_kind kinds[] = {
		[INPUT_NONE] = EVENT_NONE,
		[INPUT_KEY] = EVENT_KEY,
		[INPUT_PASTE] = EVENT_PASTE,
		[INPUT_CLICK] = EVENT_CLICK,
	};

	event->input = decoder_next(&screen.decoder, waited);
	event->kind = kinds[event->input.kind];
	return event->kind != EVENT_NONE;
}

/* The earlier of two moments, of which a negative one is never. */
static int64_t earlier(int64_t a, int64_t b)
{
	return a < 0 || (b >= 0 && b < a) ? b : a;
}

/* Milliseconds from now on, negative for never. */
static int from_now(int64_t moment)
{
	enum { LONGEST = 3600000 };
	int64_t now = screen_clock();

	if (moment < 0)
		return -1;
	if (moment <= now)
		return 0;
	return moment - now < LONGEST ? (int)(moment - now) : LONGEST;
}

/*
 * Signals come before keys, at every lap: somebody who holds a key, or feeds
 * the program without end, must not keep it from ending.
 */
struct event screen_read(int64_t until)
{
	struct event event;
	bool waited = false;

	for (;;) {
		int patience;
		int64_t rest, moment;

		event.kind = look_at_signals();
		if (event.kind != EVENT_NONE || look_at_input(waited, &event))
			return event;
		patience = decoder_patience(&screen.decoder);
		rest = patience < 0 ? -1 : screen.fed + patience;
		moment = earlier(rest, until);
		waited = false;
		if (signals_wait(fileno(screen.input), from_now(moment))) {
			if (!read_bytes()) {
				event.kind = EVENT_HANGUP;
				return event;
			}
			continue;
		}
		if (until >= 0 && screen_clock() >= until)
			return event;
		waited = rest >= 0 && screen_clock() >= rest;
	}
}

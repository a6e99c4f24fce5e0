#include "term/screen.h"

#include <criterion/criterion.h>
#include <curses.h>
#include <fcntl.h>
#include <locale.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <wchar.h>

#include "unit/term/terminal.h"

enum { PATIENCE = 20 };

/* curses is asked for a terminal through these two; see tests/local.mk. */
SCREEN *__real_newterm(const char *name, FILE *output, FILE *input);
SCREEN *__wrap_newterm(const char *name, FILE *output, FILE *input);

static bool newterm_fails;

SCREEN *__wrap_newterm(const char *name, FILE *output, FILE *input)
{
	return newterm_fails ? NULL : __real_newterm(name, output, input);
}

static const char paste_on[] = "\033[?2004h";
static const char paste_off[] = "\033[?2004l";

static void open_on(struct terminal *terminal, const char *name)
{
	struct problem why = { "" };

	setlocale(LC_ALL, "");
	unsetenv("ESCDELAY");
	terminal_take(terminal, name, 24, 80);
	cr_assert(screen_open(THEME_AUTO, &why), "%s", why.text);
}

/* What comes next, however long that takes. */
static enum event_kind read_kind(void)
{
	return screen_read(-1).kind;
}

static void expect_key(hkey_t key)
{
	struct event event = screen_read(-1);

	cr_expect_eq(event.kind, EVENT_KEY);
	cr_expect_eq(event.input.key, key, "%#x, not %#x",
		     (unsigned int)event.input.key, (unsigned int)key);
}

static void close_on(struct terminal *terminal)
{
	screen_close();
	terminal_leave(terminal);
}

/* The row of the screen as curses holds it, without blanks at its end. */
static void row_text(int row, char *text, size_t size)
{
	wchar_t wide[200];
	int length = mvinnwstr(row, 0, wide, 199);

	while (length > 0 && wide[length - 1] == L' ')
		length--;
	wide[length < 0 ? 0 : length] = L'\0';
	cr_assert_neq(wcstombs(text, wide, size), (size_t)-1);
}

static void expect_refusal(const char *name, const char *reason)
{
	struct terminal terminal;
	struct problem why = { "" };

	terminal_take(&terminal, name, 24, 80);

	cr_expect_not(screen_open(THEME_AUTO, &why));

	cr_expect_neq(strstr(why.text, reason), NULL, "%s", why.text);
	cr_expect_str_empty(terminal_output(&terminal));
	cr_expect(terminal_is_as_before(&terminal));
	screen_close();
	cr_expect_str_empty(terminal_output(&terminal));
	terminal_leave(&terminal);
}

Test(screen, a_terminal_that_cannot_be_drawn_on_is_refused, .timeout = PATIENCE)
{
	expect_refusal("dumb", "the terminal 'dumb' cannot be drawn on");
}

Test(screen, a_terminal_that_nobody_knows_is_refused, .timeout = PATIENCE)
{
	expect_refusal("no-such-thing",
		       "the terminal 'no-such-thing' is not known");
}

Test(screen, a_terminal_without_a_name_is_refused, .timeout = PATIENCE)
{
	expect_refusal("", "TERM is not set");
}

Test(screen, where_curses_fails_nothing_was_changed, .timeout = PATIENCE)
{
	sigset_t before, after;

	cr_assert_eq(sigprocmask(SIG_BLOCK, NULL, &before), 0);
	newterm_fails = true;
	expect_refusal("xterm-256color", "the terminal cannot be opened");
	cr_assert_eq(sigprocmask(SIG_BLOCK, NULL, &after), 0);
	for (int number = 1; number < SIGRTMIN; number++)
		cr_expect_eq(sigismember(&after, number),
			     sigismember(&before, number), "signal %d",
			     number);
}

Test(screen, keys_that_can_come_from_nowhere_are_refused, .timeout = PATIENCE)
{
	struct terminal terminal;
	struct problem why = { "" };

	terminal_take(&terminal, "xterm-256color", 24, 80);
	cr_assert_eq(dup2(open("/dev/null", O_RDONLY), STDIN_FILENO), 0);

	cr_expect_not(screen_open(THEME_AUTO, &why));

	cr_expect_neq(strstr(why.text, "no terminal to read keys from"), NULL,
		      "%s", why.text);
	cr_expect(terminal_is_as_before(&terminal));
	terminal_leave(&terminal);
}

Test(screen, keys_come_from_the_terminal_when_standard_input_is_none,
     .timeout = PATIENCE)
{
	struct terminal terminal;
	struct problem why = { "" };

	terminal_take(&terminal, "xterm-256color", 24, 80);
	cr_assert_eq(ioctl(terminal.slave, TIOCSCTTY, 0), 0);
	cr_assert_eq(dup2(open("/dev/null", O_RDONLY), STDIN_FILENO), 0);
	cr_assert(screen_open(THEME_AUTO, &why), "%s", why.text);

	cr_assert_eq(write(terminal.master, "j", 1), 1);

	expect_key('j');
	close_on(&terminal);
}

Test(screen, opened_it_neither_echoes_nor_waits_for_lines, .timeout = PATIENCE)
{
	struct terminal terminal;
	struct termios modes;

	open_on(&terminal, "xterm-256color");
	tcgetattr(terminal.slave, &modes);
	cr_expect_eq(modes.c_lflag & (tcflag_t)(ECHO | ICANON | ISIG), 0);
	close_on(&terminal);
}

Test(screen, closed_it_is_as_before, .timeout = PATIENCE)
{
	struct terminal terminal;

	open_on(&terminal, "xterm-256color");
	cr_expect_not(terminal_is_as_before(&terminal));
	screen_close();
	cr_expect(terminal_is_as_before(&terminal));
	terminal_leave(&terminal);
}

Test(screen, it_can_be_closed_twice, .timeout = PATIENCE)
{
	struct terminal terminal;

	open_on(&terminal, "xterm-256color");
	screen_close();
	terminal_output(&terminal);

	screen_close();

	cr_expect_str_empty(terminal_output(&terminal));
	terminal_leave(&terminal);
}

Test(screen, pastes_are_bracketed_while_it_is_open, .timeout = PATIENCE)
{
	struct terminal terminal;

	open_on(&terminal, "xterm-256color");
	cr_expect_neq(strstr(terminal_output(&terminal), paste_on), NULL);
	screen_close();
	cr_expect_neq(strstr(terminal_output(&terminal), paste_off), NULL);
	terminal_leave(&terminal);
}

Test(screen, a_terminal_of_another_family_is_not_asked_for_brackets,
     .timeout = PATIENCE)
{
	struct terminal terminal;

	open_on(&terminal, "vt100");
	screen_close();
	cr_expect_eq(strstr(terminal_output(&terminal), "2004"), NULL);
	terminal_leave(&terminal);
}

Test(screen, a_terminal_without_a_description_is_drawn_as_a_relative,
     .timeout = PATIENCE)
{
	static const struct {
		const char *name;
		const char *relative;
	} rows[] = {
		{ "xterm-unheard-of", "xterm-256color" },
		{ "foot-unheard-of", "xterm-256color" },
		{ "tmux-unheard-of", "screen-256color" },
		{ "xterm-256color", NULL },
		{ "vt100", NULL },
	};

	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		struct terminal terminal;

		open_on(&terminal, rows[i].name);
		if (rows[i].relative == NULL)
			cr_expect_eq(screen_drawn_as(), NULL, "%s",
				     rows[i].name);
		else
			cr_expect_str_eq(screen_drawn_as(), rows[i].relative);
		cr_expect_str_eq(getenv("TERM"), rows[i].name);
		close_on(&terminal);
	}
}

Test(screen, a_terminal_that_claims_too_much_is_drawn_on_in_part,
     .timeout = PATIENCE)
{
	struct winsize size = { .ws_row = 2000, .ws_col = 30000 };
	struct terminal terminal;
	struct problem why = { "" };
	int rows, cols;

	terminal_take(&terminal, "xterm-256color", 2000, 30000);
	cr_assert(screen_open(THEME_AUTO, &why), "%s", why.text);
	screen_size(&rows, &cols);
	cr_expect_eq(rows, 500);
	cr_expect_eq(cols, 1000);
	cr_expect(screen_is_cut());

	size.ws_row = 24;
	size.ws_col = 80;
	cr_assert_eq(ioctl(terminal.slave, TIOCSWINSZ, &size), 0);
	raise(SIGWINCH);
	cr_expect_eq(read_kind(), EVENT_RESIZE);
	screen_size(&rows, &cols);
	cr_expect_eq(rows, 24);
	cr_expect_eq(cols, 80);
	cr_expect_not(screen_is_cut());

	size.ws_row = size.ws_col = 32767;
	cr_assert_eq(ioctl(terminal.slave, TIOCSWINSZ, &size), 0);
	raise(SIGWINCH);
	cr_expect_eq(read_kind(), EVENT_RESIZE);
	screen_size(&rows, &cols);
	cr_expect_eq(rows, 500);
	cr_expect_eq(cols, 1000);
	cr_expect(screen_is_cut());
	close_on(&terminal);
}

Test(screen, the_environment_tells_no_other_size_than_the_terminal,
     .timeout = PATIENCE)
{
	struct terminal terminal;
	struct problem why = { "" };
	int rows, cols;

	setenv("LINES", "20000", 1);
	setenv("COLUMNS", "30000", 1);
	open_on(&terminal, "xterm-256color");
	screen_size(&rows, &cols);
	cr_expect_eq(rows, 24);
	cr_expect_eq(cols, 80);
	cr_expect_str_eq(getenv("LINES"), "20000");
	screen_close();

	/* Where the terminal itself tells none, it is within bounds. */
	terminal_take(&terminal, "xterm-256color", 0, 0);
	cr_assert(screen_open(THEME_AUTO, &why), "%s", why.text);
	screen_size(&rows, &cols);
	cr_expect_eq(rows, 500);
	cr_expect_eq(cols, 1000);
	close_on(&terminal);
}

#ifdef HAVE_PPOLL /* what takes its place cannot */

Test(screen, a_terminal_with_a_high_descriptor_is_read_from,
     .timeout = PATIENCE)
{
	enum { MANY = 1100 };
	struct rlimit limit = { .rlim_cur = MANY + 100,
				.rlim_max = MANY + 100 };
	struct terminal terminal;
	struct problem why = { "" };

	cr_assert_eq(setrlimit(RLIMIT_NOFILE, &limit), 0);
	terminal_take(&terminal, "xterm-256color", 24, 80);
	cr_assert_eq(ioctl(terminal.slave, TIOCSCTTY, 0), 0);
	cr_assert_eq(dup2(open("/dev/null", O_RDONLY), STDIN_FILENO), 0);
	while (open("/dev/null", O_RDONLY) < MANY)
		;
	cr_assert(screen_open(THEME_AUTO, &why), "%s", why.text);
	cr_assert_eq(write(terminal.master, "j", 1), 1);
	expect_key('j');
	close_on(&terminal);
}

#endif

Test(screen, the_size_is_that_of_the_terminal, .timeout = PATIENCE)
{
	struct terminal terminal;
	int rows, cols;

	open_on(&terminal, "xterm-256color");
	screen_size(&rows, &cols);
	cr_expect_eq(rows, 24);
	cr_expect_eq(cols, 80);
	close_on(&terminal);
}

Test(screen, a_frame_is_shown_with_its_roles_and_its_cursor,
     .timeout = PATIENCE)
{
	struct terminal terminal;
	struct frame frame;
	char text[200];
	int row, col;

	open_on(&terminal, "xterm-256color");
	frame_init(&frame);
	frame_start(&frame, 24, 80);
	frame_text(&frame, 2, 3, 80, ROLE_SELECTED, "404 Not F\303\266und");
	frame_text(&frame, 3, 0, 80, ROLE_TEXT, "plain");
	frame.cursor_row = 2;
	frame.cursor_col = 3;

	screen_show(&frame);

	row_text(2, text, sizeof(text));
	cr_expect_str_eq(text, "   404 Not F\303\266und");
	cr_expect_neq(mvinch(2, 3) & A_REVERSE, 0);
	cr_expect_eq(mvinch(3, 0) & A_REVERSE, 0);
	getyx(curscr, row, col);
	cr_expect_eq(row, 2);
	cr_expect_eq(col, 3);
	frame_clear(&frame);
	close_on(&terminal);
}

Test(screen, a_letter_of_two_columns_takes_two, .timeout = PATIENCE)
{
	struct terminal terminal;
	struct frame frame;
	char text[200];

	open_on(&terminal, "xterm-256color");
	frame_init(&frame);
	frame_start(&frame, 24, 80);
	frame_text(&frame, 0, 0, 80, ROLE_TEXT, "a\344\270\255b");

	screen_show(&frame);

	row_text(0, text, sizeof(text));
	cr_expect_str_eq(text, "a\344\270\255b");
	cr_expect_eq(mvinch(0, 3) & A_CHARTEXT, 'b');
	frame_clear(&frame);
	close_on(&terminal);
}

Test(screen, what_a_new_frame_lacks_is_gone, .timeout = PATIENCE)
{
	struct terminal terminal;
	struct frame frame;
	char text[200];

	open_on(&terminal, "xterm-256color");
	frame_init(&frame);
	frame_start(&frame, 24, 80);
	frame_text(&frame, 0, 0, 80, ROLE_TEXT, "old");
	screen_show(&frame);
	frame_start(&frame, 24, 80);

	screen_show(&frame);

	row_text(0, text, sizeof(text));
	cr_expect_str_empty(text);
	frame_clear(&frame);
	close_on(&terminal);
}

Test(screen, a_frame_larger_than_the_terminal_does_no_harm, .timeout = PATIENCE)
{
	struct terminal terminal;
	struct frame frame;
	int rows, cols;

	open_on(&terminal, "xterm-256color");
	frame_init(&frame);
	frame_start(&frame, 60, 200);
	for (int row = 0; row < 60; row++)
		frame_text(&frame, row, 190, 200, ROLE_TEXT, "far");
	frame.cursor_row = 59;
	frame.cursor_col = 199;

	screen_show(&frame);

	screen_size(&rows, &cols);
	cr_expect_eq(rows, 24);
	cr_expect_eq(cols, 80);
	frame_clear(&frame);
	close_on(&terminal);
}

Test(screen, everything_is_written_again_only_after_a_redraw,
     .timeout = PATIENCE)
{
	struct terminal terminal;
	struct frame frame;

	open_on(&terminal, "xterm-256color");
	frame_init(&frame);
	frame_start(&frame, 24, 80);
	frame_text(&frame, 5, 0, 80, ROLE_TEXT, "landmark");
	screen_show(&frame);
	cr_expect_neq(strstr(terminal_output(&terminal), "landmark"), NULL);

	screen_show(&frame);
	cr_expect_eq(strstr(terminal_output(&terminal), "landmark"), NULL);

	screen_redraw();
	screen_show(&frame);
	cr_expect_neq(strstr(terminal_output(&terminal), "landmark"), NULL);
	frame_clear(&frame);
	close_on(&terminal);
}

Test(screen, keys_are_read_one_by_one, .timeout = PATIENCE)
{
	static const hkey_t keys[] = { 'j', 0xe9, HKEY_UP, HKEY_ENTER, 3,
				       HKEY_ESCAPE };
	struct terminal terminal;

	open_on(&terminal, "xterm-256color");
	terminal_type(&terminal, "j\303\251\033OA\r\003\033");
	for (size_t i = 0; i < sizeof(keys) / sizeof(*keys); i++)
		expect_key(keys[i]);
	close_on(&terminal);
}

Test(screen, a_paste_is_an_event_of_its_own, .timeout = PATIENCE)
{
	struct terminal terminal;
	struct event event;

	open_on(&terminal, "xterm-256color");
	terminal_type(&terminal, "\033[200~not found\033[201~");

	event = screen_read(-1);

	cr_expect_eq(event.kind, EVENT_PASTE);
	cr_expect_eq(event.input.length, 9);
	cr_expect_arr_eq(event.input.text, "not found", 9);
	close_on(&terminal);
}

Test(screen, a_new_size_is_an_event_and_the_size_from_then_on,
     .timeout = PATIENCE)
{
	struct winsize size = { .ws_row = 10, .ws_col = 33 };
	struct terminal terminal;
	int rows, cols;

	open_on(&terminal, "xterm-256color");
	cr_assert_eq(ioctl(terminal.slave, TIOCSWINSZ, &size), 0);
	raise(SIGWINCH);

	cr_expect_eq(read_kind(), EVENT_RESIZE);

	screen_size(&rows, &cols);
	cr_expect_eq(rows, 10);
	cr_expect_eq(cols, 33);
	close_on(&terminal);
}

Test(screen, a_terminal_that_has_gone_is_an_event, .timeout = PATIENCE)
{
	struct terminal terminal;

	open_on(&terminal, "xterm-256color");
	close(terminal.master);

	cr_expect_eq(read_kind(), EVENT_HANGUP);

	terminal.master = open("/dev/null", O_RDONLY);
	close_on(&terminal);
}

Test(screen, nothing_comes_until_something_was_typed, .timeout = PATIENCE)
{
	struct terminal terminal;
	struct event event;

	open_on(&terminal, "xterm-256color");
	cr_expect_eq(screen_read(0).kind, EVENT_NONE);
	cr_expect_eq(screen_read(screen_clock() + 1).kind, EVENT_NONE);
	terminal_type(&terminal, "j");
	event = screen_read(0);
	cr_expect_eq(event.kind, EVENT_KEY);
	cr_expect_eq(event.input.key, 'j');
	close_on(&terminal);
}

Test(screen, what_is_begun_is_not_lost_by_looking, .timeout = PATIENCE)
{
	struct terminal terminal;

	open_on(&terminal, "xterm-256color");
	terminal_type(&terminal, "\342\202");
	cr_expect_eq(screen_read(0).kind, EVENT_NONE);
	terminal_type(&terminal, "\254");
	expect_key(0x20ac);
	close_on(&terminal);
}

Test(screen, a_signal_comes_before_what_was_typed, .timeout = PATIENCE)
{
	struct terminal terminal;

	open_on(&terminal, "xterm-256color");
	terminal_type(&terminal, "jjjj\303");
	raise(SIGTERM);
	cr_expect_eq(read_kind(), EVENT_SIGNAL);
	close_on(&terminal);
}

Test(screen, a_signal_comes_while_a_character_has_no_end, .timeout = PATIENCE)
{
	struct terminal terminal;

	open_on(&terminal, "xterm-256color");
	terminal_type(&terminal, "\303");
	cr_expect_eq(screen_read(0).kind, EVENT_NONE);
	raise(SIGHUP);
	cr_expect_eq(read_kind(), EVENT_SIGNAL);
	close_on(&terminal);
}

Test(screen, a_signal_comes_during_a_paste, .timeout = PATIENCE)
{
	struct terminal terminal;

	open_on(&terminal, "xterm-256color");
	terminal_type(&terminal, "\033[200~never to end");
	cr_expect_eq(screen_read(0).kind, EVENT_NONE);
	raise(SIGTERM);
	cr_expect_eq(read_kind(), EVENT_SIGNAL);
	close_on(&terminal);
}

/* Whether a program that nothing has prepared ends of this signal. */
static bool would_end(int number)
{
	struct sigaction action;
	pid_t child;
	int status;

	if (sigaction(number, NULL, &action) != 0)
		return false;
	child = fork();
	cr_assert_geq(child, 0);
	if (child == 0) {
		signal(number, SIG_DFL);
		raise(number);
		_exit(0);
	}
	cr_assert_eq(waitpid(child, &status, WUNTRACED), child);
	if (WIFSTOPPED(status)) {
		kill(child, SIGKILL);
		waitpid(child, NULL, 0);
		return false;
	}
	return WIFSIGNALED(status) && number != SIGKILL;
}

/* Have a program end of a signal on a terminal; returns its wait status. */
static int end_of(int number)
{
	struct problem why;
	pid_t child = fork();
	int status;

	cr_assert_geq(child, 0);
	if (child == 0) {
		signal(number, SIG_DFL);
		if (screen_open(THEME_AUTO, &why) && raise(number) == 0)
			read_kind();
		screen_die();
		_exit(0);
	}
	cr_assert_eq(waitpid(child, &status, 0), child);
	return status;
}

Test(screen, every_signal_that_would_end_it_gives_the_terminal_back,
     .timeout = 4 * PATIENCE)
{
	struct terminal terminal;

	terminal_take(&terminal, "xterm-256color", 24, 80);
	for (int number = 1; number <= SIGRTMAX; number++) {
		int status;

		if (!would_end(number))
			continue;
		status = end_of(number);
		cr_expect(WIFSIGNALED(status), "signal %d", number);
		cr_expect_eq(WTERMSIG(status), number, "signal %d", number);
		cr_expect(terminal_is_as_before(&terminal), "signal %d",
			  number);
		cr_expect_neq(strstr(terminal_output(&terminal), paste_off),
			      NULL, "signal %d", number);
	}
	terminal_leave(&terminal);
}

Test(screen, a_signal_that_came_while_drawing_is_not_waited_over,
     .timeout = PATIENCE)
{
	struct terminal terminal;

	open_on(&terminal, "xterm-256color");
	raise(SIGTERM);

	/* No key is typed, and none is waited for. */
	cr_expect_eq(read_kind(), EVENT_SIGNAL);
	close_on(&terminal);
}

Test(screen, nothing_is_drawn_because_of_a_signal_until_it_reads,
     .timeout = PATIENCE)
{
	struct terminal terminal;
	const char *output, *off;

	open_on(&terminal, "xterm-256color");
	terminal_output(&terminal);
	raise(SIGTSTP);
	raise(SIGWINCH);
	raise(SIGCONT);
	cr_expect_str_empty(terminal_output(&terminal));
	/* The last of them has taken back the first. */
	raise(SIGTSTP);
	cr_expect_str_empty(terminal_output(&terminal));

	/* The kernel stops no session that nobody could continue. */
	cr_expect_eq(read_kind(), EVENT_RESIZE);

	output = terminal_output(&terminal);
	off = strstr(output, paste_off);
	cr_assert_neq(off, NULL);
	cr_expect_neq(strstr(off, paste_on), NULL);
	close_on(&terminal);
}

Test(screen, who_may_not_stop_keeps_the_terminal, .timeout = PATIENCE)
{
	struct terminal terminal;

	signal(SIGTSTP, SIG_IGN);
	open_on(&terminal, "xterm-256color");
	terminal_output(&terminal);

	screen_suspend();

	cr_expect_str_empty(terminal_output(&terminal));
	close_on(&terminal);
}

Test(screen, it_dies_of_the_signal_that_came, .timeout = PATIENCE,
     .signal = SIGTERM)
{
	struct terminal terminal;

	open_on(&terminal, "xterm-256color");
	raise(SIGTERM);
	read_kind();
	screen_die();
}

Test(screen, without_a_signal_there_is_nothing_to_die_of, .timeout = PATIENCE)
{
	struct terminal terminal;

	open_on(&terminal, "xterm-256color");
	screen_die();
	cr_expect_not(terminal_is_as_before(&terminal));
	close_on(&terminal);
}

Test(screen, a_fault_gives_the_terminal_back, .timeout = PATIENCE)
{
	struct terminal terminal;
	pid_t child;
	int status;

	terminal_take(&terminal, "xterm-256color", 24, 80);
	child = fork();
	cr_assert_geq(child, 0);
	if (child == 0) {
		struct problem why;

		if (screen_open(THEME_AUTO, &why))
			raise(SIGSYS);
		_exit(0);
	}
	cr_assert_eq(waitpid(child, &status, 0), child);

	cr_expect(WIFSIGNALED(status));
	cr_expect_eq(WTERMSIG(status), SIGSYS);
	cr_expect(terminal_is_as_before(&terminal));
	cr_expect_neq(strstr(terminal_output(&terminal), paste_off), NULL);
	terminal_leave(&terminal);
}

Test(screen, brackets_are_off_while_it_is_suspended, .timeout = PATIENCE)
{
	struct terminal terminal;
	const char *output, *off;

	open_on(&terminal, "xterm-256color");
	terminal_output(&terminal);

	/* The kernel stops no session that nobody could continue. */
	screen_suspend();

	output = terminal_output(&terminal);
	off = strstr(output, paste_off);
	cr_assert_neq(off, NULL);
	cr_expect_neq(strstr(off, paste_on), NULL);
	close_on(&terminal);
}

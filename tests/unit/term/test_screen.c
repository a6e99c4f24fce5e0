#include "term/screen.h"

#include <criterion/criterion.h>
#include <curses.h>
#include <fcntl.h>
#include <locale.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <wchar.h>

#include "unit/term/terminal.h"

enum { PATIENCE = 20 };

static const char paste_on[] = "\033[?2004h";
static const char paste_off[] = "\033[?2004l";

static void open_on(struct terminal *terminal, const char *name)
{
	struct problem why = { "" };

	setlocale(LC_ALL, "");
	unsetenv("ESCDELAY");
	terminal_take(terminal, name, 24, 80);
	cr_assert(screen_open(false, &why), "%s", why.text);
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

	cr_expect_not(screen_open(false, &why));

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

Test(screen, keys_that_can_come_from_nowhere_are_refused, .timeout = PATIENCE)
{
	struct terminal terminal;
	struct problem why = { "" };

	terminal_take(&terminal, "xterm-256color", 24, 80);
	cr_assert_eq(dup2(open("/dev/null", O_RDONLY), STDIN_FILENO), 0);

	cr_expect_not(screen_open(false, &why));

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
	hkey_t key;

	terminal_take(&terminal, "xterm-256color", 24, 80);
	cr_assert_eq(ioctl(terminal.slave, TIOCSCTTY, 0), 0);
	cr_assert_eq(dup2(open("/dev/null", O_RDONLY), STDIN_FILENO), 0);
	cr_assert(screen_open(false, &why), "%s", why.text);

	cr_assert_eq(write(terminal.master, "j", 1), 1);

	cr_expect_eq(screen_read(&key, NULL), EVENT_KEY);
	cr_expect_eq(key, 'j');
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

Test(screen, escape_is_not_waited_for, .timeout = PATIENCE)
{
	struct terminal terminal;

	open_on(&terminal, "xterm-256color");
	cr_expect_leq(get_escdelay(), 50);
	close_on(&terminal);
}

Test(screen, a_delay_for_escape_that_the_user_set_is_kept, .timeout = PATIENCE)
{
	struct terminal terminal;
	struct problem why = { "" };

	terminal_take(&terminal, "xterm-256color", 24, 80);
	setenv("ESCDELAY", "300", 1);
	cr_assert(screen_open(false, &why));
	cr_expect_eq(get_escdelay(), 300);
	close_on(&terminal);
}

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
	for (size_t i = 0; i < sizeof(keys) / sizeof(*keys); i++) {
		hkey_t key = HKEY_NONE;

		cr_expect_eq(screen_read(&key, NULL), EVENT_KEY);
		cr_expect_eq(key, keys[i], "key %zu", i);
	}
	close_on(&terminal);
}

Test(screen, a_paste_is_an_event_of_its_own, .timeout = PATIENCE)
{
	struct terminal terminal;
	struct strbuf paste;
	hkey_t key = HKEY_NONE;

	open_on(&terminal, "xterm-256color");
	strbuf_init(&paste);
	terminal_type(&terminal, "\033[200~not found\033[201~");

	cr_expect_eq(screen_read(&key, &paste), EVENT_PASTE);

	cr_expect_str_eq(strbuf_text(&paste), "not found");
	cr_expect_eq(key, HKEY_NONE);
	strbuf_clear(&paste);
	close_on(&terminal);
}

Test(screen, a_new_size_is_an_event_and_the_size_from_then_on,
     .timeout = PATIENCE)
{
	struct winsize size = { .ws_row = 10, .ws_col = 33 };
	struct terminal terminal;
	int rows, cols;
	hkey_t key;

	open_on(&terminal, "xterm-256color");
	cr_assert_eq(ioctl(terminal.slave, TIOCSWINSZ, &size), 0);
	raise(SIGWINCH);

	cr_expect_eq(screen_read(&key, NULL), EVENT_RESIZE);

	screen_size(&rows, &cols);
	cr_expect_eq(rows, 10);
	cr_expect_eq(cols, 33);
	close_on(&terminal);
}

Test(screen, a_terminal_that_has_gone_is_an_event, .timeout = PATIENCE)
{
	struct terminal terminal;
	hkey_t key;

	open_on(&terminal, "xterm-256color");
	close(terminal.master);

	cr_expect_eq(screen_read(&key, NULL), EVENT_HANGUP);

	terminal.master = open("/dev/null", O_RDONLY);
	close_on(&terminal);
}

Test(screen, nothing_is_pending_until_something_was_typed, .timeout = PATIENCE)
{
	struct terminal terminal;

	open_on(&terminal, "xterm-256color");
	cr_expect_not(screen_pending());
	terminal_type(&terminal, "j");
	cr_expect(screen_pending());
	close_on(&terminal);
}

Test(screen, what_is_pending_is_not_lost, .timeout = PATIENCE)
{
	static const hkey_t keys[] = { 'j', 0x20ac, HKEY_DOWN };
	struct terminal terminal;

	open_on(&terminal, "xterm-256color");
	terminal_type(&terminal, "j\342\202\254\033OB");
	for (size_t i = 0; i < sizeof(keys) / sizeof(*keys); i++) {
		hkey_t key = HKEY_NONE;

		cr_expect(screen_pending());
		cr_expect_eq(screen_read(&key, NULL), EVENT_KEY);
		cr_expect_eq(key, keys[i], "key %zu", i);
	}
	cr_expect_not(screen_pending());
	close_on(&terminal);
}

Test(screen, a_signal_that_came_while_drawing_is_not_waited_over,
     .timeout = PATIENCE)
{
	struct terminal terminal;
	hkey_t key;

	open_on(&terminal, "xterm-256color");
	raise(SIGTERM);

	/* No key is typed, and none is waited for. */
	cr_expect_eq(screen_read(&key, NULL), EVENT_SIGNAL);
	close_on(&terminal);
}

Test(screen, nothing_is_drawn_because_of_a_signal_until_it_reads,
     .timeout = PATIENCE)
{
	struct terminal terminal;
	const char *output, *off;
	hkey_t key;

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
	cr_expect_eq(screen_read(&key, NULL), EVENT_RESIZE);

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
	hkey_t key;

	open_on(&terminal, "xterm-256color");
	raise(SIGTERM);
	screen_read(&key, NULL);
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

		if (screen_open(false, &why))
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

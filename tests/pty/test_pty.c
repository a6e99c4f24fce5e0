/*
 * The program itself on a pseudo terminal: what no frame can prove.
 */
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "pty/session.h"

/* ------------------------------------------------------------------------
 * Beginning
 */

Test(pty, it_enters_the_alternate_screen_and_shows_the_classes,
     .timeout = PATIENCE)
{
	static const char *const classes[] = {
		"1xx Informational", "2xx Successful",	"3xx Redirection",
		"4xx Client Error",  "5xx Server Error", "Outside the Classes",
		"Warn-Codes",	     "Origins",
	};
	struct session session;

	session_init(&session);
	session_start(&session);
	wait_for_first_screen(&session);

	for (size_t i = 0; i < sizeof(classes) / sizeof(*classes); i++)
		cr_expect_neq(strstr(shown(&session), classes[i]), NULL, "%s",
			      classes[i]);
	cr_expect_gt(last_of(&session, alternate_on), 0);
	cr_expect_gt(last_of(&session, paste_on), 0);
	type(&session, "q");
	expect_exit(&session, 0);
	session_clear(&session);
}

Test(pty, every_usual_terminal_works, .timeout = PATIENCE)
{
	static const char *const terminals[] = { "xterm-256color", "xterm",
						 "screen", "linux", "vt100",
						 "vt220" };

	for (size_t i = 0; i < sizeof(terminals) / sizeof(*terminals); i++) {
		struct session session;

		session_init(&session);
		session.terminal = terminals[i];
		session_start(&session);
		wait_for_first_screen(&session);
		cr_expect_neq(strstr(shown(&session), "Server Error"), NULL,
			      "%s", terminals[i]);
		type(&session, "q");
		expect_exit(&session, 0);
		expect_restored(&session);
		session_clear(&session);
	}
}

Test(pty, ascii_is_drawn_with_ascii_alone, .timeout = PATIENCE)
{
	struct session session;

	session_init(&session);
	session.arguments = "--ascii";
	session_start(&session);
	wait_for_first_screen(&session);
	for (const char *at = shown(&session); *at != '\0'; at++)
		cr_expect_lt((unsigned char)*at, 0x80);
	type(&session, "q");
	expect_exit(&session, 0);
	session_clear(&session);
}

Test(pty, it_opens_at_the_first_match, .timeout = PATIENCE)
{
	struct session session;

	session_init(&session);
	session.arguments = "-i 499";
	session_start(&session);
	wait_for(&session, "499 Client Closed Request");
	type(&session, "Q");
	expect_exit(&session, 0);
	expect_restored(&session);
	session_clear(&session);
}

Test(pty, what_has_no_match_opens_nothing, .timeout = PATIENCE)
{
	struct session session;

	session_init(&session);
	session.arguments = "-i xyzzyplugh";
	session_start(&session);
	expect_exit(&session, 1);
	cr_expect_neq(strstr(shown(&session), "'xyzzyplugh'"), NULL);
	cr_expect_eq(strstr(shown(&session), "--help"), NULL);
	expect_never_drawn(&session);
	session_clear(&session);
}

Test(pty, keys_are_read_from_the_terminal_when_standard_input_is_none,
     .timeout = PATIENCE)
{
	struct session session;

	session_init(&session);
	session.input = "/dev/null";
	session_start(&session);
	wait_for_first_screen(&session);
	type(&session, "q");
	expect_exit(&session, 0);
	expect_restored(&session);
	session_clear(&session);
}

Test(pty, a_terminal_that_cannot_be_drawn_on_gets_a_sentence,
     .timeout = PATIENCE)
{
	static const char *const terminals[] = { "dumb", "no-such-terminal",
						 "no\033[31msuch", "", NULL };

	for (size_t i = 0; i < sizeof(terminals) / sizeof(*terminals); i++) {
		struct session session;
		const char *text;

		session_init(&session);
		session.terminal = terminals[i];
		session_start(&session);
		expect_exit(&session, 2);
		text = shown(&session);
		cr_expect_eq(strncmp(text, "httree: ", 8), 0, "%s", text);
		cr_expect_neq(strstr(text, "--help"), NULL, "%s", text);
		/* One line, which ends as lines of a terminal do. */
		cr_expect_str_eq(strchr(text, '\n'), "\n\n");
		expect_never_drawn(&session);
		session_clear(&session);
	}
}

Test(pty, a_terminal_without_a_description_is_drawn_as_a_relative,
     .timeout = PATIENCE)
{
	struct session session;

	session_init(&session);
	session.terminal = "xterm-unheard-of";
	session_start(&session);
	wait_for(&session, "drawn as xterm-256color");
	type(&session, "q");
	expect_exit(&session, 0);
	expect_restored(&session);
	session_clear(&session);
}

Test(pty, a_terminal_of_no_family_is_told_how_to_begin, .timeout = PATIENCE)
{
	struct session session;

	session_init(&session);
	session.terminal = "unheard-of";
	session_start(&session);
	expect_exit(&session, 2);
	cr_expect_neq(strstr(shown(&session), "TERM=xterm-256color httree"),
		      NULL);
	expect_never_drawn(&session);
	session_clear(&session);
}

Test(pty, a_terminal_that_claims_too_much_is_told_so, .timeout = PATIENCE)
{
	struct session session;

	session_init(&session);
	session.rows = 2000;
	session.cols = 30000;
	session_start(&session);
	wait_for(&session, "more than the 1000x500 cells");
	type(&session, "q");
	expect_exit(&session, 0);
	expect_restored(&session);
	session_clear(&session);
}

/* ------------------------------------------------------------------------
 * Ending
 */

/* It ends by `keys` with `status`, and leaves everything as it was. */
static void expect_end_by_keys(const char *keys, int status)
{
	struct session session;

	session_init(&session);
	session_start(&session);
	wait_for_first_screen(&session);
	type(&session, keys);
	expect_exit(&session, status);
	expect_restored(&session);
	session_clear(&session);
}

Test(pty, q_ends_it, .timeout = PATIENCE)
{
	expect_end_by_keys("q", 0);
}

Test(pty, capital_q_ends_it_from_wherever_it_is, .timeout = PATIENCE)
{
	expect_end_by_keys("Q", 0);
	expect_end_by_keys("?Q", 0);
}

Test(pty, an_interrupt_by_key_ends_it_with_status_130, .timeout = PATIENCE)
{
	expect_end_by_keys("\003", 130);
}

Test(pty, a_signal_ends_it_and_is_what_it_ended_of, .timeout = PATIENCE)
{
	static const int signals[] = { SIGTERM, SIGINT, SIGHUP, SIGQUIT };

	for (size_t i = 0; i < sizeof(signals) / sizeof(*signals); i++) {
		struct session session;
		int status;

		session_init(&session);
		session_start(&session);
		wait_for_first_screen(&session);
		cr_assert_eq(kill(session.child, signals[i]), 0);
		status = wait_for_end(&session);
		cr_expect(WIFSIGNALED(status), "%s", strsignal(signals[i]));
		cr_expect_eq(WTERMSIG(status), signals[i], "%s",
			     strsignal(signals[i]));
		cr_expect_gt(last_of(&session, alternate_off), 0);
		expect_restored(&session);
		session_clear(&session);
	}
}

Test(pty, a_signal_ends_it_while_it_draws, .timeout = PATIENCE)
{
	for (int i = 0; i < 10; i++) {
		struct session session;
		int status;

		session_init(&session);
		session_start(&session);
		wait_for_first_screen(&session);
		type(&session, "*jjjjjjjjjjjjjjjjjjjj");
		cr_assert_eq(kill(session.child, SIGTERM), 0);
		status = wait_for_end(&session);
		cr_expect(WIFSIGNALED(status));
		expect_restored(&session);
		session_clear(&session);
	}
}

/* It ends of a signal although what was typed has no end. */
static void expect_end_within(const char *unfinished)
{
	struct session session;
	int status;

	session_init(&session);
	session_start(&session);
	wait_for_first_screen(&session);
	type(&session, unfinished);
	cr_assert_eq(kill(session.child, SIGTERM), 0);
	status = wait_for_end(&session);
	cr_expect(WIFSIGNALED(status) && WTERMSIG(status) == SIGTERM);
	expect_restored(&session);
	session_clear(&session);
}

Test(pty, a_signal_ends_it_whatever_is_unfinished, .timeout = PATIENCE)
{
	expect_end_within("\303");
	expect_end_within("\033");
	expect_end_within("\033[1");
	expect_end_within("\033[200~pasted");
}

/* Type as much as the terminal takes, without an end. */
static void flood(const struct session *session, const char *keys)
{
	enum { TIMES = 100 };

	for (int i = 0; i < TIMES; i++) {
		struct pollfd output = { .fd = session->master,
					 .events = POLLOUT };

		if (poll(&output, 1, 0) != 1 ||
		    write(session->master, keys, strlen(keys)) < 0)
			return;
	}
}

Test(pty, input_that_never_pauses_is_drawn_and_can_be_ended,
     .timeout = PATIENCE)
{
	struct session session;
	int flags, status;

	session_init(&session);
	session_start(&session);
	wait_for_first_screen(&session);
	flags = fcntl(session.master, F_GETFL);
	cr_assert_eq(fcntl(session.master, F_SETFL, flags | O_NONBLOCK), 0);
	set_mark(&session);
	while (strstr(shown(&session), "Help") == NULL) {
		char bytes[4096];
		ssize_t count;

		flood(&session, "?Gg?");
		count = read(session.master, bytes, sizeof(bytes));
		if (count > 0)
			strbuf_add_bytes(&session.output, bytes,
					 (size_t)count);
	}
	cr_assert_eq(kill(session.child, SIGTERM), 0);
	while (waitpid(session.child, &status, WNOHANG) == 0) {
		char bytes[4096];

		flood(&session, "?Gg?");
		if (read(session.master, bytes, sizeof(bytes)) < 0)
			continue;
	}
	cr_expect(WIFSIGNALED(status) && WTERMSIG(status) == SIGTERM);
	session_clear(&session);
}

Test(pty, a_signal_that_it_inherits_as_ignored_stays_ignored,
     .timeout = PATIENCE)
{
	struct session session;

	session_init(&session);
	session.ignored = SIGHUP;
	session_start(&session);
	wait_for_first_screen(&session);
	cr_assert_eq(kill(session.child, SIGHUP), 0);
	set_mark(&session);
	type(&session, "?");
	wait_for(&session, "Help");
	type(&session, "Q");
	expect_exit(&session, 0);
	session_clear(&session);
}

Test(pty, it_ends_when_the_terminal_goes_away, .timeout = PATIENCE)
{
	struct session session;
	int status;

	session_init(&session);
	session_start(&session);
	wait_for_first_screen(&session);
	close(session.master);
	session.master = -1;
	status = wait_for_end(&session);
	cr_expect(WIFSIGNALED(status) && WTERMSIG(status) == SIGHUP);
	session_clear(&session);
}

Test(pty, it_ends_without_the_signal_when_the_terminal_goes_away,
     .timeout = PATIENCE)
{
	struct session session;

	session_init(&session);
	session.ignored = SIGHUP;
	session_start(&session);
	wait_for_first_screen(&session);
	close(session.master);
	session.master = -1;
	expect_exit(&session, 2);
	session_clear(&session);
}

/* ------------------------------------------------------------------------
 * Sizes
 */

Test(pty, it_follows_the_size_of_the_terminal, .timeout = PATIENCE)
{
	struct session session;

	session_init(&session);
	session_start(&session);
	wait_for_first_screen(&session);

	wait_for(&session, "q quit");
	set_mark(&session);
	resize(&session, 1, 1);
	wait_for(&session, "n");

	set_mark(&session);
	resize(&session, ROWS, COLS);
	wait_for_first_screen(&session);
	cr_expect_neq(strstr(shown(&session), "2xx Successful"), NULL);
	cr_expect_neq(strstr(shown(&session), "What are you here for?"), NULL);

	set_mark(&session);
	resize(&session, 3, 60);
	wait_for(&session, "needs 20x4");

	set_mark(&session);
	resize(&session, 50, 160);
	wait_for_first_screen(&session);
	/* The status line stands in the last row, whichever way it is sought. */
	cr_expect(last_of(&session, "\033[50;") > session.mark ||
		  last_of(&session, "\033[50d") > session.mark);
	type(&session, "q");
	expect_exit(&session, 0);
	expect_restored(&session);
	session_clear(&session);
}

Test(pty, it_starts_on_a_tiny_terminal_and_recovers, .timeout = PATIENCE)
{
	struct session session;

	session_init(&session);
	session.rows = 1;
	session.cols = 1;
	session_start(&session);
	cr_assert(read_more(&session));
	resize(&session, ROWS, COLS);
	wait_for_first_screen(&session);
	type(&session, "q");
	expect_exit(&session, 0);
	expect_restored(&session);
	session_clear(&session);
}

Test(pty, many_new_sizes_do_no_harm, .timeout = PATIENCE)
{
	struct session session;

	session_init(&session);
	session_start(&session);
	wait_for_first_screen(&session);
	for (unsigned short i = 0; i < 500; i++)
		resize(&session, (unsigned short)(1 + i * 7 % 60),
		       (unsigned short)(1 + i * 13 % 170));
	resize(&session, 3, 60);
	wait_for(&session, "needs 20x4");
	set_mark(&session);
	resize(&session, ROWS, COLS);
	wait_for_first_screen(&session);
	type(&session, "q");
	expect_exit(&session, 0);
	session_clear(&session);
}

/* ------------------------------------------------------------------------
 * Keys
 */

Test(pty, a_paste_opens_the_prompt_with_its_first_line, .timeout = PATIENCE)
{
	struct session session;

	session_init(&session);
	session_start(&session);
	wait_for_first_screen(&session);
	type(&session, "\033[200~not \033[31mf\001ound\rquit\033[201~");
	wait_for(&session, "Esc back");
	expect_drawn(&session, "/not found");
	type(&session, "\003Q");
	expect_exit(&session, 0);
	expect_restored(&session);
	session_clear(&session);
}

Test(pty, escape_acts_without_another_key, .timeout = PATIENCE)
{
	struct session session;

	session_init(&session);
	session_start(&session);
	wait_for_first_screen(&session);
	set_mark(&session);
	type(&session, "/");
	wait_for(&session, "Esc back");
	set_mark(&session);
	type(&session, "\033");
	wait_for(&session, "? help");
	type(&session, "q");
	expect_exit(&session, 0);
	session_clear(&session);
}

Test(pty, alt_with_a_key_is_neither_escape_nor_that_key, .timeout = PATIENCE)
{
	struct session session;

	session_init(&session);
	session_start(&session);
	wait_for_first_screen(&session);
	type(&session, "/teapot");
	wait_for(&session, "/teapot");
	set_mark(&session);
	type(&session, "\033q");
	wait_for(&session, "Alt-q does nothing here");
	type(&session, "\r\033Q");
	wait_for(&session, "Alt-Q does nothing here");
	type(&session, "Q");
	expect_exit(&session, 0);
	session_clear(&session);
}

Test(pty, a_number_rests_when_no_key_comes, .timeout = PATIENCE)
{
	struct session session;

	session_init(&session);
	session_start(&session);
	wait_for_first_screen(&session);
	set_mark(&session);
	type(&session, "4");
	wait_for(&session, "4_");
	/* Nothing but time goes by until the number is taken away. */
	set_mark(&session);
	wait_for(&session, "4xx");
	type(&session, "429");
	wait_for(&session, "Too Many Requests");
	type(&session, "q");
	expect_exit(&session, 0);
	session_clear(&session);
}

Test(pty, the_mouse_is_taken_when_it_is_asked_for, .timeout = PATIENCE)
{
	struct session session;

	session_init(&session);
	session.arguments = "--mouse";
	session_start(&session);
	wait_for_first_screen(&session);
	cr_expect_gt(last_of(&session, "\033[?1000h"), 0);
	/* The fold mark of the fourth row. */
	type(&session, "\033[<0;2;4M\033[<0;2;4m");
	wait_for(&session, "Multiple Choices");
	set_mark(&session);
	type(&session, "M");
	wait_for(&session, "the mouse is off");
	cr_expect_gt(last_of(&session, "\033[?1000l"),
		     last_of(&session, "\033[?1000h"));
	type(&session, "M");
	wait_for(&session, "with Shift");
	type(&session, "q");
	expect_exit(&session, 0);
	expect_restored(&session);
	session_clear(&session);
}

Test(pty, arrow_keys_are_not_taken_for_escape, .timeout = PATIENCE)
{
	struct session session;

	session_init(&session);
	session_start(&session);
	wait_for_first_screen(&session);
	type(&session, "\033OB\033OB");
	expect_drawn(&session, ">+ 2xx Successful");
	type(&session, "q");
	expect_exit(&session, 0);
	session_clear(&session);
}

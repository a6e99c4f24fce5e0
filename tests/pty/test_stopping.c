/*
 * The program stopped and continued, as a shell sees it.
 */
#include <poll.h>
#include <signal.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>
#include <utmp.h>

#include "pty/session.h"

/* What the shell and the test tell each other. */
struct shell {
	int said;  /* `z': the program was stopped */
	int asked; /* anything: let it go on */
};

/* Whose terminal it is, from the background, too. */
static void give_terminal(pid_t group)
{
	signal(SIGTTOU, SIG_IGN);
	tcsetpgrp(STDIN_FILENO, group);
	signal(SIGTTOU, SIG_DFL);
}

/* Run the program as a job; end as it does. */
static void be_a_shell(const struct session *session, int say, int listen)
{
	pid_t job = fork();
	char answer;
	int status;

	/* Else the terminal would not go away when the test lets go of it. */
	close(session->master);
	if (job == 0) {
		setpgid(0, 0);
		give_terminal(getpid());
		run(session);
	}
	setpgid(job, job);
	while (waitpid(job, &status, WUNTRACED) == job && WIFSTOPPED(status)) {
		give_terminal(getpid());
		if (write(say, "z", 1) != 1 || read(listen, &answer, 1) != 1)
			_exit(126);
		give_terminal(job);
		kill(-job, SIGCONT);
	}
	_exit(WIFEXITED(status) ? WEXITSTATUS(status) : 125);
}

static void shell_start(struct shell *shell, struct session *session)
{
	int slave = open_terminal(session);
	int said[2], asked[2];

	cr_assert_eq(pipe(said), 0);
	cr_assert_eq(pipe(asked), 0);
	session->child = fork();
	cr_assert_geq(session->child, 0);
	if (session->child == 0) {
		login_tty(slave);
		be_a_shell(session, said[1], asked[0]);
	}
	close(slave);
	close(said[1]);
	close(asked[0]);
	shell->said = said[0];
	shell->asked = asked[1];
}

/* Wait until the program is stopped, and read what it wrote. */
static void shell_wait_for_stop(struct shell *shell, struct session *session)
{
	struct pollfd inputs[2] = {
		{ .fd = shell->said, .events = POLLIN },
		{ .fd = session->master, .events = POLLIN },
	};
	char byte = '\0';

	while (byte != 'z') {
		cr_assert_gt(poll(inputs, 2, ANSWER_PATIENCE), 0,
			     "not stopped:\n%s", shown(session));
		if (inputs[1].revents != 0)
			cr_assert(read_more(session));
		else
			cr_assert_eq(read(shell->said, &byte, 1), 1);
	}
	/* Bytes take their time through a terminal. */
	wait_until_after(session, alternate_off, alternate_on);
}

static void shell_go_on(struct shell *shell)
{
	cr_assert_eq(write(shell->asked, "c", 1), 1);
}

static void shell_clear(struct shell *shell)
{
	close(shell->said);
	close(shell->asked);
}

Test(pty, stopped_it_gives_the_terminal_back_and_continued_it_draws_anew,
     .timeout = PATIENCE)
{
	struct session session;
	struct shell shell;

	session_init(&session);
	shell_start(&shell, &session);
	wait_for_first_screen(&session);
	for (int times = 0; times < 2; times++) {
		type(&session, "\032");
		shell_wait_for_stop(&shell, &session);
		expect_restored(&session);

		set_mark(&session);
		shell_go_on(&shell);
		wait_for_first_screen(&session);
		cr_expect_neq(strstr(shown(&session), "2xx Successful"), NULL);
		wait_until_after(&session, alternate_on, alternate_off);
		wait_until_after(&session, paste_on, paste_off);
	}
	type(&session, "q");
	expect_exit(&session, 0);
	expect_restored(&session);
	shell_clear(&shell);
	session_clear(&session);
}

/* Ask the program to stop, as another terminal can. */
static void ask_to_stop(const struct session *session)
{
	pid_t job = tcgetpgrp(session->master);

	cr_assert_gt(job, 1);
	cr_assert_eq(kill(job, SIGTSTP), 0);
}

Test(pty, a_signal_stops_it_as_the_key_does, .timeout = PATIENCE)
{
	struct session session;
	struct shell shell;

	session_init(&session);
	shell_start(&shell, &session);
	wait_for_first_screen(&session);
	for (int times = 0; times < 2; times++) {
		ask_to_stop(&session);
		shell_wait_for_stop(&shell, &session);
		expect_restored(&session);

		set_mark(&session);
		shell_go_on(&shell);
		wait_for_first_screen(&session);
		cr_expect_neq(strstr(shown(&session), "2xx Successful"), NULL);
		wait_until_after(&session, alternate_on, alternate_off);
		wait_until_after(&session, paste_on, paste_off);
	}
	type(&session, "q");
	expect_exit(&session, 0);
	expect_restored(&session);
	shell_clear(&shell);
	session_clear(&session);
}

Test(pty, a_signal_stops_it_while_it_draws, .timeout = PATIENCE)
{
	struct session session;
	struct shell shell;

	session_init(&session);
	shell_start(&shell, &session);
	wait_for_first_screen(&session);
	for (int times = 0; times < 10; times++) {
		type(&session, "*jjjjjjjjjjjjjjjjjjjj_");
		ask_to_stop(&session);
		shell_wait_for_stop(&shell, &session);
		expect_restored(&session);
		shell_go_on(&shell);
		wait_until_after(&session, alternate_on, alternate_off);
	}
	type(&session, "Q");
	expect_exit(&session, 0);
	expect_restored(&session);
	shell_clear(&shell);
	session_clear(&session);
}

Test(pty, a_stop_signal_that_it_inherits_as_ignored_stays_ignored,
     .timeout = PATIENCE)
{
	struct session session;

	session_init(&session);
	session.ignored = SIGTSTP;
	session_start(&session);
	wait_for_first_screen(&session);
	cr_assert_eq(kill(session.child, SIGTSTP), 0);
	set_mark(&session);
	type(&session, "\032?");
	wait_for(&session, "Help");
	cr_expect_eq(last_of(&session, alternate_off), 0);
	type(&session, "Q");
	expect_exit(&session, 0);
	expect_restored(&session);
	session_clear(&session);
}

Test(pty, a_new_size_while_it_was_stopped_is_seen, .timeout = PATIENCE)
{
	struct session session;
	struct shell shell;

	session_init(&session);
	shell_start(&shell, &session);
	wait_for_first_screen(&session);
	type(&session, "\032");
	shell_wait_for_stop(&shell, &session);
	resize(&session, ROWS, 19);

	set_mark(&session);
	shell_go_on(&shell);
	wait_for(&session, "needs 20x4");
	type(&session, "Q");
	expect_exit(&session, 0);
	shell_clear(&shell);
	session_clear(&session);
}

Test(pty, stopped_by_somebody_else_it_takes_the_terminal_again,
     .timeout = PATIENCE)
{
	struct session session;
	struct termios modes;
	int status;

	session_init(&session);
	session_start(&session);
	wait_for(&session, "q quit");
	cr_assert_eq(kill(session.child, SIGSTOP), 0);
	cr_assert_eq(waitpid(session.child, &status, WUNTRACED),
		     session.child);
	cr_assert(WIFSTOPPED(status));
	cr_assert_eq(tcsetattr(session.master, TCSANOW, &session.modes), 0);

	set_mark(&session);
	cr_assert_eq(kill(session.child, SIGCONT), 0);
	wait_for(&session, "q quit");

	cr_assert_eq(tcgetattr(session.master, &modes), 0);
	cr_expect_eq(modes.c_lflag & (tcflag_t)(ECHO | ICANON | ISIG), 0);
	type(&session, "q");
	expect_exit(&session, 0);
	expect_restored(&session);
	session_clear(&session);
}

Test(pty, where_nobody_could_continue_it_it_is_not_stopped, .timeout = PATIENCE)
{
	struct session session;

	session_init(&session);
	session_start(&session);
	wait_for_first_screen(&session);
	set_mark(&session);
	type(&session, "\032");
	/* All is drawn again. */
	wait_for_first_screen(&session);
	type(&session, "q");
	expect_exit(&session, 0);
	expect_restored(&session);
	session_clear(&session);
}

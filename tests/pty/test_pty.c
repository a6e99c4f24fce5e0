/*
 * The program itself on a pseudo terminal: what no frame can prove.  The test
 * plays the terminal and the person before it.
 *
 * Nothing here depends on how fast the machine is: each step waits for what
 * the program shows, and gives up only when it stays away for very long.
 */
#include <criterion/criterion.h>
#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <locale.h>
#include <poll.h>
#include <pty.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <termios.h>
#include <unistd.h>
#include <utmp.h>

#include "base/strbuf.h"
#include "base/text.h"

enum {
	ROWS = 24,
	COLS = 80,
	PATIENCE = 60,		 /* seconds that a test may take */
	ANSWER_PATIENCE = 30000, /* milliseconds until something is shown */
	PATH_SIZE = 400,
};

/* ------------------------------------------------------------------------
 * A program on a terminal
 */

struct session {
	/* What it is started with. */
	const char *terminal;	 /* TERM; NULL to leave it out */
	const char *arguments;	 /* parted by blanks */
	const char *environment; /* one NAME=VALUE, or NULL */
	bool detached_input;	 /* standard input is no terminal */
	int ignored;		 /* a signal that it inherits as ignored */
	unsigned short rows;
	unsigned short cols;

	int master;
	pid_t child;
	struct termios modes; /* before it began */
	struct strbuf output; /* all that was written */
	size_t mark;	      /* where what counts as new begins */
	struct strbuf shown;  /* the new output as text */
	char folder[PATH_SIZE]; /* its home and its state are in there */
};

static void make_folder(const struct session *session, const char *name)
{
	char path[PATH_SIZE + 20];

	snprintf(path, sizeof(path), "%s/%s", session->folder, name);
	cr_assert_eq(mkdir(path, 0700), 0, "%s: %s", path, strerror(errno));
}

/* The defaults; what differs is set before session_start. */
static void session_init(struct session *session)
{
	const char *folder = getenv("TMPDIR");

	*session = (struct session){
		.terminal = "xterm-256color",
		.arguments = "",
		.rows = ROWS,
		.cols = COLS,
		.master = -1,
	};
	strbuf_init(&session->output);
	strbuf_init(&session->shown);
	snprintf(session->folder, sizeof(session->folder), "%s/pty.XXXXXX",
		 folder == NULL ? "/tmp" : folder);
	cr_assert_neq(mkdtemp(session->folder), NULL, "%s: %s",
		      session->folder, strerror(errno));
	make_folder(session, "home");
	make_folder(session, "state");
}

static void set_path(const char *name, const struct session *session,
		     const char *folder)
{
	char path[PATH_SIZE + 20];

	snprintf(path, sizeof(path), "%s/%s", session->folder, folder);
	setenv(name, path, 1);
}

/* Become the program. */
static void run(const struct session *session)
{
	enum { WORDS = 10 };
	char *arguments[WORDS + 1] = { getenv("HTTREE") };
	char *text = strdup(session->arguments);
	size_t count = 1;

	for (char *word = strtok(text, " "); word != NULL && count < WORDS;
	     word = strtok(NULL, " "))
		arguments[count++] = word;
	set_path("HOME", session, "home");
	set_path("XDG_STATE_HOME", session, "state");
	if (session->terminal == NULL)
		unsetenv("TERM");
	else
		setenv("TERM", session->terminal, 1);
	if (session->environment != NULL)
		putenv(strdup(session->environment));
	if (session->detached_input)
		dup2(open("/dev/null", O_RDONLY), STDIN_FILENO);
	if (session->ignored != 0)
		signal(session->ignored, SIG_IGN);
	execv(arguments[0], arguments);
	_exit(127);
}

/* Open the terminal; returns the side of the program. */
static int open_terminal(struct session *session)
{
	struct winsize size = { .ws_row = session->rows,
				.ws_col = session->cols };
	int slave;

	cr_assert_neq(getenv("HTTREE"), NULL, "HTTREE names no program");
	cr_assert_eq(openpty(&session->master, &slave, NULL, NULL, &size), 0,
		     "no pseudo terminal: %s", strerror(errno));
	cr_assert_eq(fcntl(session->master, F_SETFD, FD_CLOEXEC), 0);
	cr_assert_eq(tcgetattr(slave, &session->modes), 0);
	return slave;
}

static void session_start(struct session *session)
{
	int slave = open_terminal(session);

	session->child = fork();
	cr_assert_geq(session->child, 0);
	if (session->child == 0) {
		login_tty(slave);
		run(session);
	}
	close(slave);
}

static void session_clear(struct session *session)
{
	if (session->master >= 0)
		close(session->master);
	strbuf_clear(&session->output);
	strbuf_clear(&session->shown);
}

/* ------------------------------------------------------------------------
 * Reading what it shows
 */

/* Length of the control sequence at `text`, of which `length` bytes are left. */
static size_t sequence_length(const char *text, size_t length)
{
	size_t at = 2;

	if (length < 2)
		return length;
	if (text[1] == '(' || text[1] == ')')
		return length < 3 ? length : 3;
	if (text[1] != '[')
		return 2;
	while (at < length && (text[at] < '@' || text[at] > '~'))
		at++;
	return at < length ? at + 1 : length;
}

/*
 * The new output as text: a movement of the cursor becomes a line break or a
 * blank, and what only changes the look is left out.
 */
static const char *shown(struct session *session)
{
	const char *text = session->output.text;

	strbuf_reset(&session->shown);
	for (size_t at = session->mark; at < session->output.length;) {
		size_t length = 1;

		if (text[at] == '\033') {
			length = sequence_length(
				text + at, session->output.length - at);
			if (strchr("Hd", text[at + length - 1]) != NULL)
				strbuf_add_char(&session->shown, '\n');
			else if (strchr("GC", text[at + length - 1]) != NULL)
				strbuf_add_char(&session->shown, ' ');
		} else if (text[at] == '\r' || text[at] == '\n') {
			strbuf_add_char(&session->shown, '\n');
		} else if ((unsigned char)text[at] >= ' ') {
			strbuf_add_char(&session->shown, text[at]);
		}
		at += length;
	}
	return strbuf_text(&session->shown);
}

/* Read what is there; false when the other side is closed. */
static bool read_more(struct session *session)
{
	struct pollfd input = { .fd = session->master, .events = POLLIN };
	char bytes[4096];
	ssize_t count;

	cr_assert_eq(poll(&input, 1, ANSWER_PATIENCE), 1,
		     "nothing more is shown after:\n%s", shown(session));
	count = read(session->master, bytes, sizeof(bytes));
	if (count > 0)
		strbuf_add_bytes(&session->output, bytes, (size_t)count);
	return count > 0;
}

/* Only what comes from now on counts as new. */
static void set_mark(struct session *session)
{
	session->mark = session->output.length;
}

static void wait_for(struct session *session, const char *text)
{
	while (strstr(shown(session), text) == NULL)
		cr_assert(read_more(session), "'%s' is not shown in:\n%s",
			  text, shown(session));
}

/* All classes stand on the first screen, and the hint comes last. */
static void wait_for_first_screen(struct session *session)
{
	wait_for(session, "? help");
}

static void type(struct session *session, const char *keys)
{
	size_t length = strlen(keys);

	cr_assert_eq(write(session->master, keys, length), (ssize_t)length);
}

static void resize(struct session *session, unsigned short rows,
		   unsigned short cols)
{
	struct winsize size = { .ws_row = rows, .ws_col = cols };

	cr_assert_eq(ioctl(session->master, TIOCSWINSZ, &size), 0);
}

/* Wait until it has ended, and read the rest; returns the wait status. */
static int wait_for_end(struct session *session)
{
	int status;

	while (session->master >= 0 && read_more(session))
		;
	cr_assert_eq(waitpid(session->child, &status, 0), session->child);
	return status;
}

static void expect_exit(struct session *session, int code)
{
	int status = wait_for_end(session);

	cr_expect(WIFEXITED(status), "signal %d", WTERMSIG(status));
	cr_expect_eq(WEXITSTATUS(status), code, "status %d\n%s",
		     WEXITSTATUS(status), shown(session));
}

/* ------------------------------------------------------------------------
 * How it leaves the terminal
 */

/* Position after the last `text` in all the output; 0 for none. */
static size_t last_of(const struct session *session, const char *text)
{
	size_t length = strlen(text);
	size_t last = 0;

	for (size_t at = 0; at + length <= session->output.length; at++) {
		if (memcmp(session->output.text + at, text, length) == 0)
			last = at + length;
	}
	return last;
}

/* Wait until what was written last of the two is `later`. */
static void wait_until_after(struct session *session, const char *later,
			     const char *earlier)
{
	while (last_of(session, later) < last_of(session, earlier))
		cr_assert(read_more(session));
}

static const char alternate_on[] = "\033[?1049h";
static const char alternate_off[] = "\033[?1049l";
static const char paste_on[] = "\033[?2004h";
static const char paste_off[] = "\033[?2004l";

static void expect_restored(struct session *session)
{
	static const struct {
		const char *on;
		const char *off;
		const char *name;
	} pairs[] = {
		{ alternate_on, alternate_off, "alternate screen" },
		{ paste_on, paste_off, "bracketed paste" },
		{ "\033[?25l", "\033[?25h", "hidden cursor" },
		{ "\033[?1h", "\033[?1l", "cursor keys" },
		{ "\033[?1000h", "\033[?1000l", "mouse" },
		{ "\033[?1034h", "\033[?1034l", "meta" },
	};
	struct termios modes;

	for (size_t i = 0; i < sizeof(pairs) / sizeof(*pairs); i++)
		cr_expect_leq(last_of(session, pairs[i].on),
			      last_of(session, pairs[i].off), "%s",
			      pairs[i].name);
	cr_assert_eq(tcgetattr(session->master, &modes), 0);
	cr_expect_eq(modes.c_iflag, session->modes.c_iflag);
	cr_expect_eq(modes.c_oflag, session->modes.c_oflag);
	cr_expect_eq(modes.c_cflag, session->modes.c_cflag);
	cr_expect_eq(modes.c_lflag, session->modes.c_lflag);
	cr_expect_arr_eq(modes.c_cc, session->modes.c_cc,
			 sizeof(modes.c_cc));
}

static void expect_never_drawn(struct session *session)
{
	cr_expect_eq(memchr(strbuf_text(&session->output), '\033',
			    session->output.length),
		     NULL, "%s", shown(session));
	expect_restored(session);
}

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

/* Use a terminal a little, and leave it as it was. */
static void expect_use(const char *terminal, const char *locale,
		       unsigned short rows, unsigned short cols)
{
	struct session session;
	int status;

	session_init(&session);
	session.terminal = terminal;
	session.environment = locale;
	session.rows = rows;
	session.cols = cols;
	session_start(&session);
	cr_assert(read_more(&session));
	type(&session, "jjl*G/na\303\257ve limit\r?/a\r");
	resize(&session, cols, rows);
	type(&session, "\033[A\303\033OB");
	resize(&session, rows, cols);
	type(&session, "Q");
	status = wait_for_end(&session);
	cr_expect(WIFEXITED(status) && WEXITSTATUS(status) == 0,
		  "%s, %s, %hux%hu: %#x", terminal, locale, cols, rows,
		  (unsigned int)status);
	expect_restored(&session);
	session_clear(&session);
}

/* Those without a description are drawn as their relatives are. */
Test(pty, every_terminal_in_every_locale_and_size_is_left_as_it_was,
     .timeout = 3 * PATIENCE)
{
	static const char *const terminals[] = {
		"xterm-256color", "xterm", "screen-256color", "tmux-256color",
		"linux", "vt100", "vt220", "vt52", "ansi",
		"rxvt-unicode-256color", "xterm-mono", "xterm-kitty", "foot",
		"alacritty",
	};
	static const char *const locales[] = { "LC_ALL=C", "LC_ALL=C.UTF-8" };
	static const unsigned short sizes[][2] = { { 1, 1 },	{ 4, 20 },
						   { 15, 60 },	{ 24, 80 },
						   { 100, 300 } };

	for (size_t i = 0; i < sizeof(terminals) / sizeof(*terminals); i++) {
		for (size_t j = 0; j < sizeof(sizes) / sizeof(*sizes); j++)
			expect_use(terminals[i], locales[(i + j) % 2],
				   sizes[j][0], sizes[j][1]);
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
	session.detached_input = true;
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
 * Being stopped, as a shell sees it
 */

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
	for (unsigned short i = 0; i < 200; i++)
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

/* Have everything drawn anew, and wait for `text` in it. */
static void expect_drawn(struct session *session, const char *text)
{
	set_mark(session);
	resize(session, 3, COLS);
	wait_for(session, "needs 20x4");
	set_mark(session);
	resize(session, ROWS, COLS);
	wait_for(session, text);
}

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

/* ------------------------------------------------------------------------
 * What it writes besides
 */

static struct strbuf tree;
static size_t tree_root;

static int note_file(const char *path, const struct stat *status, int type_flag,
		     struct FTW *place)
{
	(void)status;
	(void)type_flag;
	if (place->level > 0)
		strbuf_addf(&tree, "%s\n", path + tree_root);
	return 0;
}

/* The paths below the session's folder, each in a line. */
static void expect_tree(const struct session *session, const char *folder,
			const char *paths)
{
	char path[PATH_SIZE + 20];

	snprintf(path, sizeof(path), "%s/%s", session->folder, folder);
	tree_root = strlen(path) + 1;
	strbuf_init(&tree);
	cr_assert_eq(nftw(path, note_file, 10, FTW_PHYS), 0);
	cr_expect_str_eq(strbuf_text(&tree), paths);
	strbuf_clear(&tree);
}

/* Search for something, follow it, and leave. */
static void use(struct session *session)
{
	session_start(session);
	wait_for_first_screen(session);
	type(session, "/teapot\r");
	wait_for(session, "418");
	type(session, "Q");
	expect_exit(session, 0);
	expect_restored(session);
}

Test(pty, the_history_is_written_below_the_folder_for_state_and_nothing_else,
     .timeout = PATIENCE)
{
	struct session session;

	session_init(&session);
	use(&session);
	expect_tree(&session, "home", "");
	expect_tree(&session, "state", "httree\nhttree/history\n");
	session_clear(&session);
}

Test(pty, without_a_folder_for_state_it_is_below_home, .timeout = PATIENCE)
{
	struct session session;

	session_init(&session);
	session.environment = "XDG_STATE_HOME=";
	use(&session);
	expect_tree(&session, "home",
		    ".local\n.local/state\n.local/state/httree\n"
		    ".local/state/httree/history\n");
	expect_tree(&session, "state", "");
	session_clear(&session);
}

Test(pty, no_state_writes_nothing, .timeout = PATIENCE)
{
	struct session session;

	session_init(&session);
	session.arguments = "--no-state";
	use(&session);
	expect_tree(&session, "home", "");
	expect_tree(&session, "state", "");
	session_clear(&session);
}

Test(pty, a_printed_answer_writes_nothing, .timeout = PATIENCE)
{
	struct session session;

	session_init(&session);
	session.arguments = "404";
	session_start(&session);
	expect_exit(&session, 0);
	expect_tree(&session, "home", "");
	expect_tree(&session, "state", "");
	session_clear(&session);
}

Test(pty, it_works_where_nothing_can_be_written, .timeout = PATIENCE)
{
	struct session session;

	session_init(&session);
	/* Root may write wherever there is a folder, so there is none. */
	session.environment = "XDG_STATE_HOME=/dev/null/state";
	use(&session);
	expect_tree(&session, "home", "");
	expect_tree(&session, "state", "");
	session_clear(&session);
}

Test(pty, the_last_search_is_remembered_the_next_time, .timeout = PATIENCE)
{
	struct session session;

	session_init(&session);
	use(&session);
	close(session.master);
	set_mark(&session);
	session_start(&session);
	wait_for_first_screen(&session);
	type(&session, "/");
	wait_for(&session, "Esc back");
	type(&session, "\033OA");
	expect_drawn(&session, "/teapot");
	type(&session, "\003Q");
	expect_exit(&session, 0);
	session_clear(&session);
}

/* ------------------------------------------------------------------------
 * Printing to a terminal
 */

/* Start a session that prints, and wait until it has. */
static void print_on(struct session *session, const char *terminal,
		     const char *arguments, const char *environment)
{
	session_init(session);
	session->terminal = terminal;
	session->arguments = arguments;
	session->environment = environment;
	session_start(session);
	expect_exit(session, 0);
	cr_expect_eq(last_of(session, alternate_on), 0);
}

static bool is_coloured(const char *terminal, const char *arguments,
			const char *environment)
{
	struct session session;
	bool coloured;

	print_on(&session, terminal, arguments, environment);
	coloured = last_of(&session, "\033[") > 0;
	session_clear(&session);
	return coloured;
}

Test(pty, a_terminal_gets_colour_unless_it_is_refused, .timeout = PATIENCE)
{
	static const char xterm[] = "xterm-256color";

	cr_expect(is_coloured(xterm, "404", NULL));
	cr_expect(is_coloured(xterm, "404", "NO_COLOR="));
	cr_expect_not(is_coloured(xterm, "404", "NO_COLOR=1"));
	cr_expect(is_coloured(xterm, "404", "CLICOLOR=0"));
	cr_expect_not(is_coloured("dumb", "404", "CLICOLOR_FORCE=1"));
	cr_expect(is_coloured(xterm, "--color=always 404", "NO_COLOR=1"));
	cr_expect_not(is_coloured(xterm, "--color=never 404", NULL));
	cr_expect_not(is_coloured("dumb", "404", NULL));
	cr_expect_not(is_coloured(NULL, "404", NULL));
	cr_expect_not(is_coloured(xterm, "--json 404", NULL));
	cr_expect_not(is_coloured(xterm, "--tsv 404", NULL));
}

/* Whether anything was written in a basic colour, or in one of 256. */
static bool shows_colour(const struct session *session)
{
	char sequence[] = "\033[30m";

	if (last_of(session, "\033[38;5;") > 0)
		return true;
	for (; sequence[3] <= '7'; sequence[3]++) {
		if (last_of(session, sequence) > 0)
			return true;
	}
	return false;
}

Test(pty, the_browser_has_no_colour_where_it_is_refused, .timeout = PATIENCE)
{
	static const struct {
		const char *arguments;
		const char *environment;
		bool coloured;
	} rows[] = {
		{ "-i 404", NULL, true },
		{ "-i 404 --color=never", NULL, false },
		{ "-i 404", "NO_COLOR=1", false },
		{ "-i 404 --color=always", "NO_COLOR=1", true },
		{ "-i 404 --color=always", NULL, true },
		{ "-i 404 --theme=dark", NULL, true },
		{ "-i 404 --theme=mono", NULL, false },
	};

	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		struct session session;

		session_init(&session);
		session.arguments = rows[i].arguments;
		session.environment = rows[i].environment;
		session_start(&session);
		wait_for(&session, "Defined ");
		cr_expect_eq(shows_colour(&session), rows[i].coloured,
			     "row %zu", i);
		type(&session, "Q");
		expect_exit(&session, 0);
		session_clear(&session);
	}
}

/* Bytes of the longest line, which has ASCII alone. */
/* Of the lines without an address, which is never broken. */
static size_t widest_line(const char *text)
{
	size_t most = 0;

	while (*text != '\0') {
		size_t length = strcspn(text, "\r\n");
		size_t columns = (size_t)text_columns(text, length);
		const char *sign = strstr(text, "://");

		if (columns > most && (sign == NULL || sign > text + length))
			most = columns;
		text += length + (text[length] != '\0');
	}
	return most;
}

Test(pty, what_is_printed_fits_the_terminal, .timeout = PATIENCE)
{
	static const char *const questions[] = { "499", "4xx", "-l", "471" };

	setlocale(LC_ALL, "C.UTF-8");
	for (size_t i = 0; i < sizeof(questions) / sizeof(*questions); i++) {
		struct session session;
		int status;

		session_init(&session);
		session.arguments = questions[i];
		session.cols = 44;
		session_start(&session);
		status = wait_for_end(&session);
		cr_expect(WIFEXITED(status));
		cr_expect_leq(widest_line(shown(&session)), 44, "%s",
			      questions[i]);
		session_clear(&session);
	}
}

Test(pty, a_limit_alone_prints_and_does_not_browse, .timeout = PATIENCE)
{
	struct session session;

	print_on(&session, "xterm-256color", "-n 3", NULL);
	cr_expect_neq(strstr(shown(&session), "Switching Protocols"), NULL);
	session_clear(&session);
}

#include "pty/session.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <pty.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>
#include <utmp.h>

static void make_folder(const struct session *session, const char *name)
{
	char path[PATH_SIZE + 20];

	snprintf(path, sizeof(path), "%s/%s", session->folder, name);
	cr_assert_eq(mkdir(path, 0700), 0, "%s: %s", path, strerror(errno));
}

/* The defaults; what differs is set before session_start. */
void session_init(struct session *session)
{
	const char *folder = getenv("TMPDIR");

	*session = (struct session){
		.terminal = "xterm-256color",
		.arguments = "",
		.locale = "C.UTF-8",
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

/* What a session may do to others: all of that is traced, and little else. */
static const char traced[] =
	"trace=%network,execve,execveat,open,openat,creat,rename,renameat,"
	"renameat2,unlink,unlinkat,rmdir,mkdir,mkdirat,link,linkat,symlink,"
	"symlinkat,truncate,mknod,mknodat,prctl";

/* Leaks cannot be looked for while the program is traced. */
static size_t trace(const struct session *session, char **arguments)
{
	enum { OPTIONS = 9 };
	const char *words[] = { "strace", "-f", "-qq",	"-s",	       "300",
				"-e",	  traced, "-o", session->trace };
	const char *options = getenv("ASAN_OPTIONS");
	struct strbuf all;

	strbuf_init(&all);
	strbuf_addf(&all, "%s:detect_leaks=0", options == NULL ? "" : options);
	setenv("ASAN_OPTIONS", strbuf_text(&all), 1);
	strbuf_clear(&all);
	for (size_t i = 0; i < OPTIONS; i++)
		arguments[i] = strdup(words[i]);
	return OPTIONS;
}

/* Become the program. */
void run(const struct session *session)
{
	enum { WORDS = 30 };
	char *arguments[WORDS + 1] = { NULL };
	char *text = strdup(session->arguments);
	size_t count = session->trace != NULL ? trace(session, arguments) : 0;

	arguments[count++] = getenv("HTTREE");
	for (char *word = strtok(text, " "); word != NULL && count < WORDS;
	     word = strtok(NULL, " "))
		arguments[count++] = word;
	set_path("HOME", session, "home");
	if (session->state == NULL)
		set_path("XDG_STATE_HOME", session, "state");
	else
		setenv("XDG_STATE_HOME", session->state, 1);
	/* As tap-run.sh has it, where a test is run by hand. */
	setenv("HTTREE_PAGER", "cat", 1);
	setenv("LC_ALL", session->locale, 1);
	unsetenv("HTTREE_OPTIONS");
	unsetenv("NO_COLOR");
	if (session->terminal == NULL)
		unsetenv("TERM");
	else
		setenv("TERM", session->terminal, 1);
	if (session->environment != NULL)
		putenv(strdup(session->environment));
	if (session->input != NULL)
		dup2(open(session->input, O_RDONLY), STDIN_FILENO);
	if (session->ignored != 0)
		signal(session->ignored, SIG_IGN);
	execvp(arguments[0], arguments);
	_exit(127);
}

/* Open the terminal; returns the side of the program. */
int open_terminal(struct session *session)
{
	struct winsize size = { .ws_row = session->rows,
				.ws_col = session->cols };
	int slave;

	cr_assert_neq(getenv("HTTREE"), NULL, "HTTREE names no program");
	cr_assert_eq(openpty(&session->master, &slave, NULL, NULL, &size), 0,
		     "no pseudo terminal: %s", strerror(errno));
	cr_assert_eq(fcntl(session->master, F_SETFD, FD_CLOEXEC), 0);
	cr_assert_eq(tcgetattr(slave, &session->modes), 0);
	if (session->mute) {
		session->modes.c_lflag &= ~(tcflag_t)(ECHO | ISIG);
		cr_assert_eq(tcsetattr(slave, TCSANOW, &session->modes), 0);
	}
	return slave;
}

/* The terminal is written to, and none is at hand as /dev/tty. */
static void be_foreign(int slave)
{
	setsid();
	for (int descriptor = 0; descriptor <= STDERR_FILENO; descriptor++)
		dup2(slave, descriptor);
}

void session_start(struct session *session)
{
	int slave = open_terminal(session);

	session->child = fork();
	cr_assert_geq(session->child, 0);
	if (session->child == 0) {
		if (session->foreign)
			be_foreign(slave);
		else
			login_tty(slave);
		run(session);
	}
	close(slave);
}

void session_clear(struct session *session)
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
const char *shown(struct session *session)
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
bool read_more(struct session *session)
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
void set_mark(struct session *session)
{
	session->mark = session->output.length;
}

void wait_for(struct session *session, const char *text)
{
	while (strstr(shown(session), text) == NULL)
		cr_assert(read_more(session), "'%s' is not shown in:\n%s",
			  text, shown(session));
}

/* All classes stand on the first screen, and the hint comes last. */
void wait_for_first_screen(struct session *session)
{
	wait_for(session, "? help");
}

void type(struct session *session, const char *keys)
{
	size_t length = strlen(keys);

	cr_assert_eq(write(session->master, keys, length), (ssize_t)length);
}

void resize(struct session *session, unsigned short rows,
		   unsigned short cols)
{
	struct winsize size = { .ws_row = rows, .ws_col = cols };

	cr_assert_eq(ioctl(session->master, TIOCSWINSZ, &size), 0);
}

/* Wait until it has ended, and read the rest; returns the wait status. */
int wait_for_end(struct session *session)
{
	int status;

	while (session->master >= 0 && read_more(session))
		;
	cr_assert_eq(waitpid(session->child, &status, 0), session->child);
	return status;
}

void expect_exit(struct session *session, int code)
{
	int status = wait_for_end(session);

	cr_expect(WIFEXITED(status), "signal %d", WTERMSIG(status));
	cr_expect_eq(WEXITSTATUS(status), code, "status %d\n%s",
		     WEXITSTATUS(status), shown(session));
}

void expect_last_search(struct session *session, const char *text)
{
	set_mark(session);
	session_start(session);
	wait_for_first_screen(session);
	type(session, "/");
	wait_for(session, "Esc back");
	type(session, "\033OA");
	expect_drawn(session, text);
	type(session, "\003Q");
	expect_exit(session, 0);
}

/* ------------------------------------------------------------------------
 * How it leaves the terminal
 */

/* Position after the last `text` in all the output; 0 for none. */
size_t last_of(const struct session *session, const char *text)
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
void wait_until_after(struct session *session, const char *later,
			     const char *earlier)
{
	while (last_of(session, later) < last_of(session, earlier))
		cr_assert(read_more(session));
}

const char alternate_on[] = "\033[?1049h";
const char alternate_off[] = "\033[?1049l";
const char paste_on[] = "\033[?2004h";
const char paste_off[] = "\033[?2004l";

void expect_restored(struct session *session)
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

void expect_never_drawn(struct session *session)
{
	cr_expect_eq(memchr(strbuf_text(&session->output), '\033',
			    session->output.length),
		     NULL, "%s", shown(session));
	expect_restored(session);
}

void expect_drawn(struct session *session, const char *text)
{
	set_mark(session);
	resize(session, 3, COLS);
	wait_for(session, "needs 20x4");
	set_mark(session);
	resize(session, ROWS, COLS);
	wait_for(session, text);
}

void wait_until_taken(struct session *session)
{
	struct termios modes;

	do {
		cr_assert(read_more(session));
		cr_assert_eq(tcgetattr(session->master, &modes), 0);
	} while ((modes.c_lflag & ICANON) != 0);
}

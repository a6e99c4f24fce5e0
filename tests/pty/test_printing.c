/*
 * What the program prints to a terminal without browsing.
 */
#include <fcntl.h>
#include <locale.h>
#include <poll.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "base/text.h"
#include "pty/session.h"

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

/* A log that takes longer than a moment, from a pipe that stays open. */
Test(pty, how_far_a_log_is_read_is_shown_meanwhile, .timeout = PATIENCE)
{
	static const struct timespec moment = { .tv_nsec = 20000000 };
	static const char line[] = "192.0.2.1 - - [21/Nov/2026:06:43:36 +0000] "
				   "\"GET / HTTP/1.1\" 404 9 \"-\" \"-\"\n";
	struct session session;
	struct strbuf path;
	int end;

	session_init(&session);
	strbuf_init(&path);
	strbuf_addf(&path, "%s/pipe", session.folder);
	cr_assert_eq(mkfifo(strbuf_text(&path), 0600), 0);
	end = open(strbuf_text(&path), O_RDWR | O_CLOEXEC);
	cr_assert_geq(end, 0);
	session.input = strbuf_text(&path);
	session.arguments = "--log -";
	session_start(&session);
	while (strstr(shown(&session), " MB") == NULL) {
		struct pollfd output = { .fd = session.master,
					 .events = POLLIN };

		cr_assert_eq(write(end, line, strlen(line)),
			     (ssize_t)strlen(line));
		nanosleep(&moment, NULL);
		if (poll(&output, 1, 0) == 1)
			cr_assert(read_more(&session));
	}
	close(end);
	expect_exit(&session, 0);
	cr_expect_not_null(strstr(shown(&session), "Not Found"));
	strbuf_clear(&path);
	session_clear(&session);
}

/*
 * What a whole session asks of the system, as strace notes it: no socket,
 * nothing executed but what was asked for, nothing written but the state.
 */
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/file.h"
#include "pty/session.h"

/* Skip where nothing can be traced: a check must not pass that did not run. */
static void need_strace(void)
{
	int status = system("strace -o /dev/null true >/dev/null 2>&1");

	if (status != 0)
		cr_skip_test("strace is missing, or may not trace here");
}

TestSuite(traced, .init = need_strace, .timeout = 3 * PATIENCE);

/* The lines of the trace, and how many of them are wrong. */
struct trace {
	struct strbuf path;
	struct strbuf text;
	size_t executed; /* programs, httree itself among them */
	size_t written;	 /* files */
	bool confined;	 /* it has given up calls for good */
};

static void trace_init(struct trace *trace, struct session *session)
{
	session_init(session);
	*trace = (struct trace){ .executed = 0 };
	strbuf_init(&trace->text);
	strbuf_init(&trace->path);
	strbuf_addf(&trace->path, "%s/trace", session->folder);
	session->trace = strbuf_text(&trace->path);
}

static void trace_clear(struct trace *trace)
{
	strbuf_clear(&trace->path);
	strbuf_clear(&trace->text);
}

/* Whether the call of a line is one of those that `calls` begin with. */
static bool is_call(const char *line, const char *const *calls)
{
	const char *call = line + strspn(line, "0123456789 ");

	for (; *calls != NULL; calls++)
		if (strncmp(call, *calls, strlen(*calls)) == 0)
			return true;
	return false;
}

static bool is_socket(const char *line)
{
	static const char *const calls[] = {
		"socket", "connect(", "bind(", "listen(", "accept",
		"send", "recv", NULL,
	};

	return is_call(line, calls);
}

/* A file is written when it is opened for that, or its folder is changed. */
static bool is_write(const char *line)
{
	static const char *const changes[] = {
		"rename", "unlink", "rmdir(", "mkdir", "link", "symlink",
		"truncate(", "mknod", "creat(", NULL,
	};
	static const char *const opens[] = { "open", NULL };

	return is_call(line, changes) ||
	       (is_call(line, opens) && (strstr(line, "O_WRONLY") != NULL ||
					 strstr(line, "O_RDWR") != NULL ||
					 strstr(line, "O_CREAT") != NULL));
}

/* Whether the first path of a line is below the folder for state. */
static bool is_state(const struct session *session, const char *line)
{
	const char *path = strchr(line, '"');
	struct strbuf folder;
	bool below;

	strbuf_init(&folder);
	strbuf_addf(&folder, "%s/state/httree", session->folder);
	below = path != NULL && strncmp(path + 1, strbuf_text(&folder),
					folder.length) == 0;
	strbuf_clear(&folder);
	return below;
}

static void look_at(struct trace *trace, const struct session *session,
		    const char *line)
{
	static const char *const execs[] = { "execve", NULL };

	/* What was refused, or was there already, has changed nothing. */
	if (strstr(line, " = -1 E") != NULL)
		return;
	cr_expect_not(is_socket(line), "%s", line);
	trace->executed += is_call(line, execs);
	trace->confined |= strstr(line, "PR_SET_SECCOMP") != NULL;
	if (!is_write(line) || strstr(line, "\"/dev/null\"") != NULL ||
	    strstr(line, "\"/dev/tty\"") != NULL ||
	    strstr(line, ".gcda\"") != NULL) /* of `make coverage' */
		return;
	trace->written++;
	cr_expect(is_state(session, line), "%s", line);
}

/* Look at every call, after the program has ended. */
static void trace_read(struct trace *trace, const struct session *session)
{
	struct problem why;
	char *rest, *line;

	cr_assert(file_read(session->trace, 1 << 24, &trace->text, &why), "%s",
		  why.text);
	cr_assert_gt(trace->text.length, 0);
	for (line = strtok_r(trace->text.text, "\n", &rest); line != NULL;
	     line = strtok_r(NULL, "\n", &rest))
		look_at(trace, session, line);
}

/* A program that says that it was called, by which it is told. */
static void make_program(const struct session *session, const char *name)
{
	struct strbuf path;
	FILE *out;

	strbuf_init(&path);
	strbuf_addf(&path, "%s/%s", session->folder, name);
	out = fopen(strbuf_text(&path), "w");
	cr_assert_not_null(out);
	fputs("#!/bin/sh\nexit 0\n", out);
	fclose(out);
	cr_assert_eq(chmod(path.text, 0700), 0);
	strbuf_clear(&path);
}

Test(traced, a_session_opens_no_socket_and_writes_its_state_alone)
{
	struct session session;
	struct trace trace;

	trace_init(&trace, &session);
	session.environment = "BROWSER=/no/browser";
	session_start(&session);
	wait_for_first_screen(&session);
	type(&session, "/teapot\r");
	wait_for(&session, "(Unused)");
	type(&session, "nN]\rc\033y\033?/fold\r\033fob\rv&limit\r*GgMM");
	resize(&session, 50, 160);
	type(&session, "Q");
	expect_exit(&session, 0);
	expect_restored(&session);
	trace_read(&trace, &session);
	cr_expect_eq(trace.executed, 1);
	cr_expect_gt(trace.written, 0);
	trace_clear(&trace);
	session_clear(&session);
}

Test(traced, without_state_a_session_writes_nothing)
{
	struct session session;
	struct trace trace;

	trace_init(&trace, &session);
	session.arguments = "--no-state -i 404";
	session_start(&session);
	wait_for(&session, "Defined ");
	type(&session, "/teapot\rQ");
	expect_exit(&session, 0);
	trace_read(&trace, &session);
	cr_expect_eq(trace.executed, 1);
	cr_expect_eq(trace.written, 0);
	trace_clear(&trace);
	session_clear(&session);
}

Test(traced, the_browser_is_executed_when_it_is_asked_for)
{
	struct session session;
	struct trace trace;
	struct strbuf browser;

	trace_init(&trace, &session);
	make_program(&session, "browser");
	strbuf_init(&browser);
	strbuf_addf(&browser, "BROWSER=%s/browser", session.folder);
	session.environment = strbuf_text(&browser);
	session.arguments = "--no-state -i 404";
	session_start(&session);
	wait_for(&session, "Defined ");
	type(&session, "ooQ");
	expect_exit(&session, 0);
	trace_read(&trace, &session);
	/* httree and the browser's script, which its shell is the program of. */
	cr_expect_eq(trace.executed, 2);
	cr_expect_eq(trace.written, 0);
	strbuf_clear(&browser);
	trace_clear(&trace);
	session_clear(&session);
}

/*
 * What is printed; returns how many programs were executed.  Without a pager it
 * could not have executed any.
 */
static size_t print_traced(const char *arguments, const char *environment,
			   bool confined)
{
	struct session session;
	struct trace trace;
	size_t executed;

	trace_init(&trace, &session);
	session.arguments = arguments;
	session.environment = environment;
	session_start(&session);
	expect_exit(&session, 0);
	trace_read(&trace, &session);
	cr_expect_eq(trace.written, 0, "%s", arguments);
	cr_expect_eq(trace.confined, confined, "%s", arguments);
	executed = trace.executed;
	trace_clear(&trace);
	session_clear(&session);
	return executed;
}

Test(traced, an_answer_executes_the_pager_and_nothing_else)
{
	cr_expect_eq(print_traced("404", NULL, true), 1);
	cr_expect_eq(print_traced("--json 4xx", NULL, true), 1);
	cr_expect_eq(print_traced("--no-pager -l", "HTTREE_PAGER=head -n 1",
				  true),
		     1);
	cr_expect_eq(print_traced("--version", NULL, false), 1);
	/* The shell, and the command that it becomes. */
	cr_expect_eq(print_traced("-l", "HTTREE_PAGER=exec head -n 1", false),
		     3);
}

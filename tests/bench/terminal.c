/*
 * terminal -- what programs cost on a terminal, side by side.
 *
 *     terminal ROUNDS [-p KEYS] [-k KEYS | -t KEYS] [-n TIMES] [-q KEYS]
 *              COMMAND ...
 *
 * A command is one argument, cut at its blanks; the options before it are its
 * own.  Each round runs every command once, on a fresh terminal of 120x40, so
 * that a busy moment of the machine meets all of them:
 *
 *   start  from exec to the last byte before the terminal is quiet
 *   key    after -p, from a key to the last byte of its answer: -k is one key,
 *          pressed -n times; each byte of -t is a key
 *   quit   from -q, else `q`, to the end of the program
 *
 * Prints a line for each command, its figures parted by tabs: of the start and
 * of a key the median and the 99th percentile in milliseconds, the median of
 * the ratio to the first command in the same round, and the median of the
 * bytes; of the quit the median and the ratio; the peak of memory in kilobytes
 * and the page faults; how many keys had no answer; and the exit status.
 */
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "bench/figures.h"

enum {
	ROWS = 40,
	COLS = 120,
	MOST_ROUNDS = 1000,
	MOST_COMMANDS = 16,
	MOST_WORDS = 32,
	MOST_KEYS = 40,
};

/* Milliseconds. */
static const double patience = 5000; /* for the first byte of a program */
static const double settled = 150; /* without a byte, after a start */
static const double silence = 300; /* for the first byte that answers a key */
static const double answered = 15; /* without a byte, after a key */

/* One figure of a command. */
struct figure {
	double *times;
	double *bytes;
	size_t count;
	double ratios[MOST_ROUNDS];
	size_t ratio_count;
};

struct command {
	char *words[MOST_WORDS + 1];
	const char *before;
	const char *key;
	const char *typed;
	const char *end;
	size_t times;
	struct figure start, keys, quit;
	size_t silent;
	long peak;
	long faults;
	int status;
};

/* A program on a terminal. */
struct session {
	int terminal;
	pid_t child;
	double last; /* when the last byte came */
	size_t bytes; /* since they were counted */
};

static struct command commands[MOST_COMMANDS];

static void fail(const char *what)
{
	fprintf(stderr, "terminal: %s: %s\n", what, strerror(errno));
	exit(2);
}

/* ------------------------------------------------------------------------
 * A program on a terminal
 */

static int open_terminal(void)
{
	struct winsize size = { .ws_row = ROWS, .ws_col = COLS };
	int terminal = posix_openpt(O_RDWR | O_NOCTTY);

	if (terminal < 0 || grantpt(terminal) != 0 || unlockpt(terminal) != 0 ||
	    fcntl(terminal, F_SETFD, FD_CLOEXEC) != 0 ||
	    ioctl(terminal, TIOCSWINSZ, &size) != 0)
		fail("cannot open a terminal");
	return terminal;
}

/* The first terminal that the leader of a session opens is its own. */
static pid_t spawn(const struct command *command, const char *terminal)
{
	posix_spawn_file_actions_t actions;
	posix_spawnattr_t attributes;
	pid_t child;

	posix_spawn_file_actions_init(&actions);
	posix_spawn_file_actions_addopen(&actions, 0, terminal, O_RDWR, 0);
	posix_spawn_file_actions_adddup2(&actions, 0, 1);
	posix_spawn_file_actions_adddup2(&actions, 0, 2);
	posix_spawnattr_init(&attributes);
	posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSID);
	errno = posix_spawnp(&child, command->words[0], &actions, &attributes,
			     command->words, environ);
	if (errno != 0)
		fail(command->words[0]);
	posix_spawn_file_actions_destroy(&actions);
	posix_spawnattr_destroy(&attributes);
	return child;
}

static void send_keys(struct session *session, const char *keys, size_t length)
{
	session->bytes = 0;
	session->last = 0;
	if (write(session->terminal, keys, length) != (ssize_t)length)
		fail("cannot write to a terminal");
}

/* What some wait for before they draw. */
static void answer(struct session *session, const char *bytes, size_t length)
{
	static const struct {
		const char *question, *answer;
	} rows[] = {
		{ "\033[6n", "\033[1;1R" },
		{ "\033[c", "\033[?62;22c" },
	};

	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		size_t size = strlen(rows[i].answer);

		if (memmem(bytes, length, rows[i].question,
			   strlen(rows[i].question)) != NULL &&
		    write(session->terminal, rows[i].answer, size) < 0)
			fail("cannot write to a terminal");
	}
}

/* False when the terminal is nobody's any more. */
static bool take_bytes(struct session *session)
{
	static char bytes[65536];
	ssize_t count = read(session->terminal, bytes, sizeof(bytes));

	if (count <= 0)
		return count < 0 && errno == EINTR;
	session->last = figures_now();
	session->bytes += (size_t)count;
	answer(session, bytes, (size_t)count);
	return true;
}

/* Read until nothing comes for `quiet`; `first` is for the first byte. */
static bool settle(struct session *session, double first, double quiet)
{
	struct pollfd input = { .fd = session->terminal, .events = POLLIN };

	for (;;) {
		double wait = session->last > 0 ? quiet : first;

		if (poll(&input, 1, (int)wait) == 0)
			return true;
		if (!take_bytes(session))
			return false;
	}
}

/* ------------------------------------------------------------------------
 * Figures
 */

static void add_figure(struct figure *figure, double time, size_t bytes)
{
	if (figure->count % MOST_KEYS == 0) {
		size_t room = figure->count + MOST_KEYS;

		figure->times =
			realloc(figure->times, room * sizeof(*figure->times));
		figure->bytes =
			realloc(figure->bytes, room * sizeof(*figure->bytes));
		if (figure->times == NULL || figure->bytes == NULL)
			fail("no memory");
	}
	figure->times[figure->count] = time;
	figure->bytes[figure->count++] = (double)bytes;
}

static void press(struct command *command, struct session *session,
		  const char *key, size_t length)
{
	double start = figures_now();

	send_keys(session, key, length);
	settle(session, silence, answered);
	if (session->last > 0)
		add_figure(&command->keys, session->last - start,
			   session->bytes);
	else
		command->silent++;
}

static void press_all(struct command *command, struct session *session)
{
	if (command->before != NULL) {
		send_keys(session, command->before, strlen(command->before));
		settle(session, silence, settled);
	}
	for (size_t i = 0; command->key != NULL && i < command->times; i++)
		press(command, session, command->key, strlen(command->key));
	for (const char *at = command->typed; at != NULL && *at != '\0'; at++)
		press(command, session, at, 1);
}

static void quit(struct command *command, struct session *session)
{
	double start = figures_now();
	struct rusage usage;

	send_keys(session, command->end, strlen(command->end));
	/* One that does not go is made to. */
	if (settle(session, patience, patience))
		kill(session->child, SIGKILL);
	if (wait4(session->child, &command->status, 0, &usage) < 0)
		fail("cannot wait");
	add_figure(&command->quit, figures_now() - start, session->bytes);
	if (usage.ru_maxrss > command->peak)
		command->peak = usage.ru_maxrss;
	command->faults = usage.ru_minflt;
}

static void run(struct command *command)
{
	struct session session = { .terminal = open_terminal() };
	double start = figures_now();

	session.child = spawn(command, ptsname(session.terminal));
	if (!settle(&session, patience, settled) || session.last == 0) {
		fprintf(stderr, "terminal: '%s' drew nothing\n",
			command->words[0]);
		exit(2);
	}
	add_figure(&command->start, session.last - start, session.bytes);
	press_all(command, &session);
	quit(command, &session);
	close(session.terminal);
}

/* The median of what came since `from`; negative for nothing. */
static double since(const struct figure *figure, size_t from)
{
	double numbers[MOST_KEYS * 2];
	size_t count = figure->count - from;

	if (count == 0)
		return -1;
	memcpy(numbers, figure->times + from, count * sizeof(*numbers));
	return figures_median(numbers, count);
}

static void add_ratio(struct figure *figure, double time, double first)
{
	if (time > 0 && first > 0)
		figure->ratios[figure->ratio_count++] = time / first;
}

/* Run each command once; the ratios are to the first one. */
static void run_round(size_t count)
{
	double start = 0, keys = 0, end = 0;

	for (size_t i = 0; i < count; i++) {
		struct command *command = &commands[i];
		size_t starts = command->start.count;
		size_t presses = command->keys.count;
		size_t quits = command->quit.count;

		run(command);
		if (i == 0) {
			start = since(&command->start, starts);
			keys = since(&command->keys, presses);
			end = since(&command->quit, quits);
		}
		add_ratio(&command->start, since(&command->start, starts),
			  start);
		add_ratio(&command->keys, since(&command->keys, presses), keys);
		add_ratio(&command->quit, since(&command->quit, quits), end);
	}
}

/* ------------------------------------------------------------------------
 * Report
 */

static void print_figure(struct figure *figure, bool all)
{
	if (figure->count == 0) {
		printf(all ? "-\t-\t-\t-\t" : "-\t-\t");
		return;
	}
	printf("%.2f\t", figures_median(figure->times, figure->count));
	if (all)
		printf("%.2f\t", figures_p99(figure->times, figure->count));
	if (figure->ratio_count > 0)
		printf("%.2f\t",
		       figures_median(figure->ratios, figure->ratio_count));
	else
		printf("-\t");
	if (all)
		printf("%.0f\t", figures_median(figure->bytes, figure->count));
}

static void print_command(struct command *command)
{
	print_figure(&command->start, true);
	print_figure(&command->keys, true);
	print_figure(&command->quit, false);
	printf("%ld\t%ld\t%zu\t%d\n", command->peak, command->faults,
	       command->silent,
	       WIFEXITED(command->status) ? WEXITSTATUS(command->status) :
					    128 + WTERMSIG(command->status));
}

/* ------------------------------------------------------------------------
 * Arguments
 */

static void usage(void)
{
	fputs("terminal: expected ROUNDS [-p KEYS] [-k KEYS | -t KEYS] "
	      "[-n TIMES] [-q KEYS] COMMAND ...\n",
	      stderr);
	exit(2);
}

static void take_option(struct command *command, char option, const char *value)
{
	if (option == 'p')
		command->before = value;
	else if (option == 'k')
		command->key = value;
	else if (option == 't')
		command->typed = value;
	else if (option == 'q')
		command->end = value;
	else if (option == 'n')
		command->times = strtoul(value, NULL, 10);
	else
		usage();
	if (command->times > MOST_KEYS ||
	    (command->typed != NULL && strlen(command->typed) > MOST_KEYS))
		usage();
}

static size_t take_commands(char **arguments)
{
	const struct command fresh = { .end = "q", .times = 1 };
	size_t count = 0;

	commands[0] = fresh;
	for (; *arguments != NULL; arguments++) {
		if (**arguments == '-' && arguments[1] != NULL) {
			take_option(&commands[count], arguments[0][1],
				    arguments[1]);
			arguments++;
			continue;
		}
		if (!figures_cut(*arguments, commands[count].words, MOST_WORDS))
			usage();
		if (++count == MOST_COMMANDS)
			usage();
		commands[count] = fresh;
	}
	return count;
}

int main(int argc, char **argv)
{
	size_t rounds = argc > 2 ? strtoul(argv[1], NULL, 10) : 0;
	size_t count = argc > 2 ? take_commands(argv + 2) : 0;

	if (rounds < 1 || rounds > MOST_ROUNDS || count < 1)
		usage();
	setenv("TERM", "xterm-256color", 1);
	unsetenv("LINES");
	unsetenv("COLUMNS");
	for (size_t round = 0; round < rounds; round++)
		run_round(count);
	for (size_t i = 0; i < count; i++)
		print_command(&commands[i]);
	return 0;
}

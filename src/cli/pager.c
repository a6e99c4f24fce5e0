#include "cli/pager.h"

#include <errno.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/die.h"
#include "base/text.h"

/* less, but without a word of the shell's where there is none. */
static const char less[] = "command -v less >/dev/null || exit 127; "
			   "exec less -FRX";

/* What the shell answers for a command that it cannot start. */
enum { EXIT_CANNOT = 126, EXIT_MISSING = 127 };

/*
 * NULL for none.  The shell tells the terminal of a command that it does not
 * find, so one that could command the terminal is none.
 */
static const char *find_command(void)
{
	const char *command = getenv("HTTREE_PAGER");

	if (command == NULL)
		command = getenv("PAGER");
	if (command == NULL)
		return less;
	return *command == '\0' || strcmp(command, "cat") == 0 ||
			       !text_is_clean(command, strlen(command)) ?
		       NULL :
		       command;
}

static bool is_terminal(struct pager *pager)
{
	const char *name = getenv("TERM");
	struct winsize size;

	if (name == NULL || strcmp(name, "dumb") == 0 ||
	    !isatty(STDOUT_FILENO) ||
	    ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0)
		return false;
	pager->rows = size.ws_row;
	pager->columns = size.ws_col;
	return pager->rows > 0 && pager->columns > 0;
}

FILE *pager_open(struct pager *pager, bool allowed)
{
	*pager = (struct pager){ .out = NULL };
	if (allowed && is_terminal(pager))
		pager->command = find_command();
	if (pager->command != NULL)
		pager->out = open_memstream(&pager->text, &pager->length);
	if (pager->out == NULL)
		pager->out = stdout;
	return pager->out;
}

/* ------------------------------------------------------------------------
 * What does not fit
 */

/* Bytes of the control sequence at `text`; 0 when there is none. */
static size_t sequence_length(const char *text, size_t length)
{
	size_t at = 2;

	if (text[0] != '\033')
		return 0;
	if (length < at)
		return length;
	if (text[1] == '[') {
		while (at < length && (text[at] < '@' || text[at] > '~'))
			at++;
	} else if (text[1] == ']') {
		while (at + 1 < length && text[at] != '\033')
			at++;
		at++;
	}
	return at < length ? at + 1 : length;
}

/* The columns of a line, without the control sequences in it. */
static int line_columns(const char *line, size_t length)
{
	int columns = 0;

	while (length > 0) {
		size_t step = sequence_length(line, length);

		if (step == 0) {
			const char *escape = memchr(line, '\033', length);

			step = escape == NULL ? length :
						(size_t)(escape - line);
			columns += text_columns(line, step);
		}
		line += step;
		length -= step;
	}
	return columns;
}

size_t pager_rows(const char *text, size_t length, int columns)
{
	const char *end = text + length;
	size_t rows = 0;

	while (text < end) {
		const char *stop = memchr(text, '\n', (size_t)(end - text));
		size_t line = (size_t)((stop == NULL ? end : stop) - text);
		int wide = line_columns(text, line);

		rows += wide > columns ?
				(size_t)((wide + columns - 1) / columns) :
				1;
		text += line + (stop != NULL);
	}
	return rows;
}

/* ------------------------------------------------------------------------
 * The other program
 */

/* What a key of the terminal sends is for the pager; so is that it quits. */
static const int deaf[] = { SIGINT, SIGQUIT, SIGPIPE };

enum { DEAF = sizeof(deaf) / sizeof(*deaf) };

static void run_command(const char *command, const int ends[2])
{
	for (size_t i = 0; i < DEAF; i++)
		signal(deaf[i], SIG_DFL);
	if (dup2(ends[0], STDIN_FILENO) < 0)
		_exit(EXIT_MISSING);
	close(ends[0]);
	close(ends[1]);
	/* A $PAGER that is less, as it mostly is, is to read colours. */
	setenv("LESS", "FRX", 0);
	execl("/bin/sh", "sh", "-c", command, (char *)NULL);
	_exit(EXIT_MISSING);
}

/* Write until all is written or nobody reads on. */
static void feed(int end, const char *text, size_t length)
{
	while (length > 0) {
		ssize_t written = write(end, text, length);

		if (written < 0 && errno != EINTR)
			return;
		if (written > 0) {
			text += written;
			length -= (size_t)written;
		}
	}
}

/* How the command ended that read the text; false when it did not begin. */
static bool page(const struct pager *pager, int *status)
{
	int ends[2];
	pid_t child;

	if (pipe(ends) != 0)
		return false;
	child = fork();
	if (child == 0)
		run_command(pager->command, ends);
	close(ends[0]);
	if (child > 0)
		feed(ends[1], pager->text, pager->length);
	close(ends[1]);
	if (child < 0)
		return false;
	while (waitpid(child, status, 0) < 0) {
		if (errno != EINTR)
			return false;
	}
	return !WIFEXITED(*status) || (WEXITSTATUS(*status) != EXIT_CANNOT &&
				       WEXITSTATUS(*status) != EXIT_MISSING);
}

/* Returns whether the text was shown; `*status` is how the command ended. */
static bool page_quietly(const struct pager *pager, int *status)
{
	void (*before[DEAF])(int);
	bool shown;

	for (size_t i = 0; i < DEAF; i++)
		before[i] = signal(deaf[i], SIG_IGN);
	shown = page(pager, status);
	for (size_t i = 0; i < DEAF; i++)
		signal(deaf[i], before[i]);
	return shown;
}

bool pager_close(struct pager *pager)
{
	int status = 0;

	if (pager->out == stdout)
		return true;
	if (fclose(pager->out) != 0)
		die("out of memory");
	/* The shell's prompt takes a row, too. */
	if (pager_rows(pager->text, pager->length, pager->columns) <
		    (size_t)pager->rows ||
	    !page_quietly(pager, &status))
		fwrite(pager->text, 1, pager->length, stdout);
	free(pager->text);
	return !(WIFSIGNALED(status) && WTERMSIG(status) == SIGINT);
}

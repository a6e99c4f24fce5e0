#include "term/opener.h"

#include <errno.h>
#include <fcntl.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/strbuf.h"
#include "term/signals.h"

enum { WORDS = 16 };

/* A command's words, with the address among them. */
struct command {
	char *words[WORDS + 2];
	struct strbuf text; /* in which they lie */
};

/* Cut `length` bytes of a command at its blanks; of too many the rest goes. */
static void command_init(struct command *command, const char *text,
			 size_t length, const char *address)
{
	char *argument = (char *)(uintptr_t)address;
	size_t count = 0;
	bool placed = false;
	char *rest;

	strbuf_init(&command->text);
	strbuf_add_bytes(&command->text, text, length);
	for (char *word = strtok_r(command->text.text, " \t", &rest);
	     word != NULL && count < WORDS;
	     word = strtok_r(NULL, " \t", &rest)) {
		bool place = strcmp(word, "%s") == 0;

		command->words[count++] = place ? argument : word;
		placed |= place;
	}
	if (!placed)
		command->words[count++] = argument;
	command->words[count] = NULL;
}

/* Away from the terminal: become the command, or tell why not. */
static _Noreturn void become(const struct command *command, int told)
{
	int null = open("/dev/null", O_RDWR);
	ssize_t written;

	setsid();
	for (int descriptor = 0; descriptor <= STDERR_FILENO; descriptor++)
		dup2(null, descriptor);
	signals_release();
	execvp(command->words[0], command->words);
	written = write(told, &errno, sizeof(errno));
	_exit(written < 0 ? 126 : 127);
}

/* A child of a child, which whoever reaps orphans reaps. */
static void start_apart(const struct command *command, int told)
{
	pid_t child = fork();

	if (child == 0) {
		child = fork();
		if (child == 0)
			become(command, told);
		_exit(0);
	}
	if (child > 0)
		waitpid(child, NULL, 0);
}

/* Returns 0, or the error because of which it does not run. */
static int start(const struct command *command)
{
	int told[2];
	int error = 0;

	if (pipe(told) != 0)
		return errno;
	/* It closes when the command runs. */
	fcntl(told[1], F_SETFD, FD_CLOEXEC);
	fcntl(told[0], F_SETFD, FD_CLOEXEC);
	start_apart(command, told[1]);
	close(told[1]);
	if (read(told[0], &error, sizeof(error)) != sizeof(error))
		error = 0;
	close(told[0]);
	return error;
}

static bool try_command(const char *text, size_t length, const char *address)
{
	struct command command;
	bool started;

	if (strspn(text, " \t") >= length)
		return false;
	command_init(&command, text, length, address);
	started = start(&command) == 0;
	strbuf_clear(&command.text);
	return started;
}

bool opener_open(const char *address, struct problem *why)
{
	const char *browsers = getenv("BROWSER");

	while (browsers != NULL && *browsers != '\0') {
		size_t length = strcspn(browsers, ":");

		if (try_command(browsers, length, address))
			return true;
		browsers += length;
		browsers += *browsers == ':';
	}
	if (try_command("xdg-open", 8, address))
		return true;
	return problem_set(why, "no browser can be started: neither one of "
				"$BROWSER nor xdg-open");
}

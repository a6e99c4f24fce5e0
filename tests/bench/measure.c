/*
 * measure -- what whole programs cost, side by side.
 *
 *     measure ROUNDS COMMAND...
 *
 * A command is one argument, cut at its blanks.  Each round runs every command
 * once, so that a busy moment of the machine meets all of them.  What they
 * print goes to a file: grep, for one, stops at its first match when nobody
 * would read the others.  Prints a line for each: the median of its time in
 * milliseconds, the median of its ratio to the first command in the same round,
 * its peak memory in kilobytes, and its exit status, parted by tabs.
 */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "bench/figures.h"

enum { MOST_ROUNDS = 1000, MOST_COMMANDS = 32, MOST_WORDS = 32 };

struct command {
	char *words[MOST_WORDS + 1];
	double times[MOST_ROUNDS];
	double ratios[MOST_ROUNDS];
	long peak;
	int status;
};

static struct command commands[MOST_COMMANDS];

static void become(const struct command *command, FILE *output)
{
	int null = open("/dev/null", O_RDWR);

	if (null >= 0) {
		dup2(null, STDIN_FILENO);
		dup2(null, STDERR_FILENO);
	}
	dup2(fileno(output), STDOUT_FILENO);
	execvp(command->words[0], command->words);
	_exit(127);
}

static void run(struct command *command, size_t round)
{
	struct rusage usage;
	FILE *output = tmpfile();
	double start = figures_now();
	pid_t child = output == NULL ? -1 : fork();

	if (child == 0)
		become(command, output);
	if (child < 0 || wait4(child, &command->status, 0, &usage) < 0) {
		fprintf(stderr, "measure: cannot run '%s': %s\n",
			command->words[0], strerror(errno));
		exit(2);
	}
	command->times[round] = figures_now() - start;
	fclose(output);
	if (usage.ru_maxrss > command->peak)
		command->peak = usage.ru_maxrss;
}

int main(int argc, char **argv)
{
	size_t rounds = argc > 1 ? strtoul(argv[1], NULL, 10) : 0;
	size_t count = argc > 2 ? (size_t)argc - 2 : 0;

	if (rounds < 1 || rounds > MOST_ROUNDS || count < 1 ||
	    count > MOST_COMMANDS) {
		fputs("measure: expected ROUNDS COMMAND...\n", stderr);
		return 2;
	}
	for (size_t i = 0; i < count; i++) {
		if (!figures_cut(argv[i + 2], commands[i].words, MOST_WORDS))
			return 2;
	}
	for (size_t round = 0; round < rounds; round++) {
		for (size_t i = 0; i < count; i++) {
			run(&commands[i], round);
			commands[i].ratios[round] = commands[i].times[round] /
						    commands[0].times[round];
		}
	}
	for (size_t i = 0; i < count; i++)
		printf("%.2f\t%.2f\t%ld\t%d\n",
		       figures_median(commands[i].times, rounds),
		       figures_median(commands[i].ratios, rounds),
		       commands[i].peak,
		       WIFEXITED(commands[i].status) ?
			       WEXITSTATUS(commands[i].status) :
			       128 + WTERMSIG(commands[i].status));
	return 0;
}

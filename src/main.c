/*
 * httree -- the HTTP status codes, offline, in a terminal.
 *
 * Reads the command line, and hands the built-in catalogue to the browser or
 * to the shell's answers.  Nothing else prints an error or picks the exit
 * status.
 */
#include <errno.h>
#include <langinfo.h>
#include <locale.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "base/text.h"
#include "catalogue/builtin.h"
#include "cli/answer.h"
#include "cli/options.h"
#include "page/page.h"
#include "term/browse.h"

enum { STATUS_ERROR = 2 };

static bool is_utf8(void)
{
	return strcmp(nl_langinfo(CODESET), "UTF-8") == 0;
}

/* The columns of the terminal that output goes to; 0 when it goes elsewhere. */
static int terminal_columns(void)
{
	struct winsize size;

	if (isatty(STDOUT_FILENO) &&
	    ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0)
		return size.ws_col;
	return 0;
}

/* Prose is wrapped at 80 at most, unless a width was asked for. */
static int page_width(int asked, int columns)
{
	if (asked > 0)
		return asked;
	return columns > 0 && columns < PAGE_WIDEST ? columns : PAGE_WIDEST;
}

static bool wants_color(enum when when)
{
	const char *refused = getenv("NO_COLOR");
	const char *terminal = getenv("TERM");

	if (when != WHEN_AUTO)
		return when == WHEN_ALWAYS;
	return isatty(STDOUT_FILENO) && (refused == NULL || *refused == '\0') &&
	       terminal != NULL && strcmp(terminal, "dumb") != 0;
}

/* One line, whatever it quotes. */
static void say(const struct problem *why, const char *advice)
{
	struct strbuf clean;

	strbuf_init(&clean);
	text_clean(&clean, why->text, strlen(why->text));
	fprintf(stderr, "httree: %s%s\n", strbuf_text(&clean), advice);
	strbuf_clear(&clean);
}

static int complain(const struct problem *why)
{
	say(why, "; see httree --help");
	return STATUS_ERROR;
}

/* A print that did not arrive: one line, unless nobody is left to read. */
static int check_output(int status)
{
	struct problem why;

	if (fflush(stdout) == 0 && ferror(stdout) == 0 && fclose(stdout) == 0)
		return status;
	if (errno == EPIPE)
		return STATUS_ERROR;
	problem_set(&why, "cannot write: %s", strerror(errno));
	return complain(&why);
}

static bool wants_browser(const struct options *options)
{
	static const enum option_name prints[] = { OPTION_LIST, OPTION_FULL,
					      OPTION_JSON, OPTION_TSV,
					      OPTION_STATS, OPTION_SEARCH,
					      OPTION_LIMIT };

	if (options->given[OPTION_INTERACTIVE])
		return true;
	for (size_t i = 0; i < sizeof(prints) / sizeof(*prints); i++) {
		if (options->given[prints[i]])
			return false;
	}
	return options->operand_count == 0 && isatty(STDOUT_FILENO);
}

static int run_browser(const struct options *options,
		       const struct catalogue *catalogue)
{
	struct problem why = { "" };
	struct strbuf question;
	struct browse_options browsing = {
		.filter = &options->filter,
		.ascii = options->given[OPTION_ASCII] || !is_utf8(),
		.plain = options->color == WHEN_NEVER,
		.forget = options->given[OPTION_NO_STATE],
	};
	int status;

	if (!isatty(STDOUT_FILENO)) {
		problem_set(&why, "standard output is not a terminal, so "
				  "there is nothing to browse on");
		return complain(&why);
	}
	strbuf_init(&question);
	answer_question(options, &question);
	if (question.length > 0)
		browsing.open_at = question.text;
	status = browse(catalogue, &browsing, &why);
	strbuf_clear(&question);
	if (why.text[0] != '\0')
		complain(&why);
	return status;
}

static int run_answer(const struct options *options,
		      const struct catalogue *catalogue)
{
	struct problem why;
	int columns = options->width > 0 ? options->width : terminal_columns();
	struct manner manner = {
		.out = stdout,
		.width = page_width(options->width, columns),
		.columns = columns,
		.color = wants_color(options->color),
		.ascii = options->given[OPTION_ASCII] || !is_utf8(),
	};
	int status = check_output(answer(options, catalogue, &manner, &why));

	if (why.text[0] != '\0' && status != STATUS_ERROR)
		say(&why, "");
	return status;
}

static void print_version(void)
{
	printf("%s\n%u entries in the built-in catalogue\n", PACKAGE_STRING,
	       (unsigned int)builtin_image.count);
}

int main(int argc, char **argv)
{
	const struct catalogue catalogue = { &builtin_image };
	struct options options;
	struct problem why;

	setlocale(LC_ALL, "");
	if (!options_parse(&options, argc, argv, &catalogue, &why))
		return complain(&why);
	if (options.given[OPTION_HELP]) {
		options_print_help(stdout);
		return check_output(0);
	}
	if (options.given[OPTION_VERSION]) {
		print_version();
		return check_output(0);
	}
	if (wants_browser(&options))
		return run_browser(&options, &catalogue);
	return run_answer(&options, &catalogue);
}

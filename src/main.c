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

/* The columns of the terminal, when output goes to one, else 80. */
static int terminal_width(void)
{
	struct winsize size;
	int width = PAGE_WIDEST;

	if (isatty(STDOUT_FILENO) &&
	    ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0)
		width = size.ws_col;
	return width < PAGE_WIDEST ? width : PAGE_WIDEST;
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

/* A print that did not arrive: one line, unless nobody is left to read. */
static int check_output(int status)
{
	if (fflush(stdout) == 0 && ferror(stdout) == 0 &&
	    (fclose(stdout) == 0))
		return status;
	fprintf(stderr, "httree: cannot write: %s\n", strerror(errno));
	return STATUS_ERROR;
}

static int complain(const struct problem *why)
{
	fprintf(stderr, "httree: %s; see httree --help\n", why->text);
	return STATUS_ERROR;
}

static bool wants_browser(const struct options *options)
{
	static const enum option_name prints[] = { OPTION_LIST, OPTION_FULL,
					      OPTION_JSON, OPTION_TSV,
					      OPTION_STATS, OPTION_SEARCH };

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
		fprintf(stderr, "httree: %s; see httree --help\n", why.text);
	return status;
}

static int run_answer(const struct options *options,
		      const struct catalogue *catalogue)
{
	struct problem why;
	struct manner manner = {
		.out = stdout,
		.width = options->width > 0 ? options->width :
					      terminal_width(),
		.color = wants_color(options->color),
		.ascii = options->given[OPTION_ASCII] || !is_utf8(),
	};
	int status = check_output(answer(options, catalogue, &manner, &why));

	if (why.text[0] != '\0' && status != STATUS_ERROR)
		fprintf(stderr, "httree: %s\n", why.text);
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

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
#include <time.h>
#include <unistd.h>

#include "base/guard.h"
#include "base/text.h"
#include "catalogue/builtin.h"
#include "catalogue/collection.h"
#include "cli/annotate.h"
#include "cli/answer.h"
#include "cli/check.h"
#include "cli/log.h"
#include "cli/options.h"
#include "cli/pager.h"
#include "cli/starter.h"
#include "cli/usage.h"
#include "page/page.h"
#include "term/browse.h"

enum { STATUS_NOT_FOUND = 1, STATUS_ERROR = 2, STATUS_INTERRUPTED = 130 };

static const char advice[] = "; see httree --help";

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

static bool wants_color(enum when when, enum theme theme)
{
	const char *refused = getenv("NO_COLOR");
	const char *terminal = getenv("TERM");

	if (when != WHEN_AUTO)
		return when == WHEN_ALWAYS;
	return theme != THEME_MONO && isatty(STDOUT_FILENO) &&
	       (refused == NULL || *refused == '\0') && terminal != NULL &&
	       strcmp(terminal, "dumb") != 0;
}

/*
 * A terminal passes over a link that it does not know, but the old ones of the
 * kernel and of DEC show it.
 */
static bool wants_hyperlinks(enum when when)
{
	const char *terminal = getenv("TERM");

	if (when != WHEN_AUTO)
		return when == WHEN_ALWAYS;
	return isatty(STDOUT_FILENO) && terminal != NULL &&
	       strcmp(terminal, "dumb") != 0 &&
	       strcmp(terminal, "linux") != 0 &&
	       strncmp(terminal, "vt", 2) != 0;
}

static bool wants_ascii(const struct options *options)
{
	return options->given[OPTION_ASCII] || !is_utf8();
}

/* One line, whatever it quotes. */
static void say(const struct options *options, const char *text, size_t length,
		const char *end)
{
	struct strbuf clean, ascii;

	strbuf_init(&clean);
	strbuf_init(&ascii);
	text_clean(&clean, text, length);
	if (wants_ascii(options))
		text_to_ascii(&ascii, strbuf_text(&clean), clean.length);
	fprintf(stderr, "httree: %s%s\n",
		strbuf_text(wants_ascii(options) ? &ascii : &clean), end);
	strbuf_clear(&ascii);
	strbuf_clear(&clean);
}

static int complain(const struct options *options, const struct problem *why)
{
	say(options, why->text, strlen(why->text), advice);
	return STATUS_ERROR;
}

/* A print that did not arrive: one line, unless nobody is left to read. */
static int check_output(const struct options *options, int status)
{
	struct problem why;

	if (fflush(stdout) == 0 && ferror(stdout) == 0 && fclose(stdout) == 0)
		return status;
	if (errno == EPIPE)
		return STATUS_ERROR;
	problem_set(&why, "cannot write: %s", strerror(errno));
	return complain(options, &why);
}

static bool wants_browser(const struct options *options)
{
	static const enum option_name prints[] = {
		OPTION_LIST, OPTION_BRIEF, OPTION_FULL,	  OPTION_JSON,
		OPTION_TSV,  OPTION_STATS, OPTION_SEARCH, OPTION_LIMIT,
		OPTION_LOG,
	};

	if (options->given[OPTION_INTERACTIVE])
		return true;
	for (size_t i = 0; i < sizeof(prints) / sizeof(*prints); i++) {
		if (options->given[prints[i]])
			return false;
	}
	return options->operand_count == 0 && isatty(STDOUT_FILENO);
}

static void print_remarks(const struct options *options,
			  const struct strbuf *remarks)
{
	for (const char *line = strbuf_text(remarks); *line != '\0';
	     line += strcspn(line, "\n") + 1)
		say(options, line, strcspn(line, "\n"), "");
}

/* Say that there is no place to open the browser at. */
static int say_nowhere(const struct options *options, const struct ask *ask)
{
	struct strbuf remarks;

	strbuf_init(&remarks);
	ask_remark(ask, false, &remarks);
	print_remarks(options, &remarks);
	strbuf_clear(&remarks);
	return STATUS_NOT_FOUND;
}

/* Open at the first of what was asked for, where anything was. */
static int browse_at(const struct options *options,
		     const struct catalogue *catalogue,
		     const struct browse_options *browsing, struct problem *why)
{
	struct question question = answer_question(options);
	struct browse_options there = *browsing;
	struct ask ask;
	int status;

	if (question.search == NULL && question.operand_count == 0)
		return browse(catalogue, browsing, why);
	ask_init(&ask, catalogue, &question);
	there.asked = &ask;
	status = ask.entries > 0 ? browse(catalogue, &there, why) :
				   say_nowhere(options, &ask);
	ask_clear(&ask);
	return status;
}

/* What a log holds; what could not be read is said after the browser has left. */
static int browse_log(const struct options *options,
		      const struct catalogue *catalogue,
		      const struct browse_options *browsing,
		      struct problem *why)
{
	struct browse_options there = *browsing;
	struct strbuf remarks;
	struct count count;
	struct report report;
	int status;

	strbuf_init(&remarks);
	count_init(&count);
	status = log_read(options, &count, &remarks);
	report_init(&report, &count, catalogue, options->log_origin);
	there.log = &report;
	if (report.status_count > 0) {
		int left = browse(catalogue, &there, why);

		status = left != 0 ? left : status;
	}
	print_remarks(options, &remarks);
	report_clear(&report);
	count_clear(&count);
	strbuf_clear(&remarks);
	return status;
}

static int run_browser(const struct options *options,
		       const struct collection *collection)
{
	const struct catalogue *catalogue = &collection->catalogue;
	struct problem why = { "" };
	struct browse_options browsing = {
		.filter = &options->filter,
		.collection = collection,
		.ascii = wants_ascii(options),
		.theme = options->color == WHEN_NEVER ? THEME_MONO :
							options->theme,
		.mouse = options->given[OPTION_MOUSE],
		.forget = options->given[OPTION_NO_STATE],
	};
	int status;

	if (!isatty(STDOUT_FILENO)) {
		problem_set(&why, "standard output is not a terminal, so "
				  "there is nothing to browse on");
		return complain(options, &why);
	}
	/* Colour that is asked for by name is stronger than NO_COLOR. */
	if (options->color == WHEN_ALWAYS)
		unsetenv("NO_COLOR");
	if (options->given[OPTION_LOG])
		status = browse_log(options, catalogue, &browsing, &why);
	else
		status = browse_at(options, catalogue, &browsing, &why);
	if (why.text[0] != '\0')
		say(options, why.text, strlen(why.text),
		    status == STATUS_ERROR ? advice : "");
	return status;
}

static struct manner manner_of(const struct options *options)
{
	int columns = options->width > 0 ? options->width : terminal_columns();

	return (struct manner){
		.out = stdout,
		.width = page_width(options->width, columns),
		.columns = columns,
		.color = wants_color(options->color, options->theme),
		.ascii = wants_ascii(options),
		.brief = options->given[OPTION_BRIEF],
		.hyperlinks = wants_hyperlinks(options->hyperlink),
	};
}

static int run_annotate(const struct options *options,
			const struct catalogue *catalogue)
{
	struct manner manner = manner_of(options);
	struct problem why;
	int status = 0;

	guard_confine();
	if (!annotate(options, catalogue, &manner, STDIN_FILENO,
		      isatty(STDOUT_FILENO), &why)) {
		say(options, why.text, strlen(why.text), "");
		status = STATUS_ERROR;
	}
	return check_output(options, status);
}

static int run_answer(const struct options *options,
		      const struct catalogue *catalogue)
{
	struct manner manner = manner_of(options);
	struct pager pager;
	struct strbuf remarks;
	int status;

	strbuf_init(&remarks);
	manner.out = pager_open(&pager, !options->given[OPTION_NO_PAGER]);
	/* No pager will have to be started. */
	if (manner.out == stdout)
		guard_confine();
	if (options->given[OPTION_LOG])
		status = log_answer(options, catalogue, &manner, &remarks);
	else
		status = answer(options, catalogue, &manner, &remarks);
	if (!pager_close(&pager))
		status = STATUS_INTERRUPTED;
	if (check_output(options, 0) != 0)
		status = STATUS_ERROR;
	else
		print_remarks(options, &remarks);
	strbuf_clear(&remarks);
	return status;
}

static int print_help(const struct options *options)
{
	struct pager pager;
	int status = 0;

	usage_print(pager_open(&pager, !options->given[OPTION_NO_PAGER]));
	if (!pager_close(&pager))
		status = STATUS_INTERRUPTED;
	return check_output(options, status);
}

static void print_version(void)
{
	printf("%s\n%u entries in the built-in catalogue\n", PACKAGE_STRING,
	       (unsigned int)builtin_image.count);
}

static int run_check(const struct options *options,
		     const struct catalogue *catalogue)
{
	struct manner manner = manner_of(options);
	struct strbuf remarks;
	int status;

	strbuf_init(&remarks);
	guard_confine();
	status = check_files(options, catalogue, &manner, &remarks);
	status = check_output(options, status);
	print_remarks(options, &remarks);
	strbuf_clear(&remarks);
	return status;
}

static int print_starter(const struct options *options,
			 const struct catalogue *catalogue)
{
	time_t now = time(NULL);
	struct tm day;
	struct problem why;
	char today[16];

	if (localtime_r(&now, &day) == NULL ||
	    strftime(today, sizeof(today), "%Y-%m-%d", &day) == 0)
		strcpy(today, "2000-01-01");
	if (!starter_print(stdout, options->new_catalogue, today, SCHEMA,
			   catalogue, &why))
		return complain(options, &why);
	return check_output(options, 0);
}

/* What needs no catalogue but the built-in one; false for anything else. */
static bool run_alone(const struct options *options,
		      const struct catalogue *catalogue, int *status)
{
	if (options->given[OPTION_HELP]) {
		*status = print_help(options);
	} else if (options->given[OPTION_VERSION]) {
		print_version();
		*status = check_output(options, 0);
	} else if (options->given[OPTION_CHECK]) {
		*status = run_check(options, catalogue);
	} else if (options->given[OPTION_NEW_CATALOGUE]) {
		*status = print_starter(options, catalogue);
	} else {
		return false;
	}
	return true;
}

static int run_on(struct options *options, const struct collection *collection)
{
	const struct catalogue *catalogue = &collection->catalogue;
	struct problem why;

	if (!options_resolve(options, catalogue, &why))
		return complain(options, &why);
	if (options->given[OPTION_ANNOTATE])
		return run_annotate(options, catalogue);
	if (wants_browser(options))
		return run_browser(options, collection);
	return run_answer(options, catalogue);
}

/* A broken catalogue stops nothing; one that was named is an error. */
static int run(struct options *options, const struct catalogue *catalogue)
{
	struct collection collection;
	struct strbuf wrong;
	int status;

	if (run_alone(options, catalogue, &status))
		return status;
	collection_init(&collection, catalogue);
	for (size_t i = 0; i < options->catalogue_count; i++)
		collection_add(&collection, options->catalogues[i]);
	if (!options->given[OPTION_NO_USER_CATALOGUES])
		collection_find(&collection);
	collection_build(&collection);
	status = run_on(options, &collection);
	strbuf_init(&wrong);
	collection_remark(&collection, true, &wrong);
	if (wrong.length > 0)
		say(options, wrong.text, wrong.length, "");
	strbuf_clear(&wrong);
	if (status == 0 && collection_failed(&collection))
		status = STATUS_ERROR;
	collection_clear(&collection);
	return status;
}

int main(int argc, char **argv)
{
	const struct catalogue catalogue = { &builtin_image };
	struct options options;
	struct problem why;
	int status;

	setlocale(LC_CTYPE, "");
	if (options_parse(&options, getenv("HTTREE_OPTIONS"), argc, argv, &why))
		status = run(&options, &catalogue);
	else
		status = complain(&options, &why);
	options_clear(&options);
	return status;
}

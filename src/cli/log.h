/*
 * log -- access logs that the command line names: read, counted, printed.
 */
#ifndef HTTREE_CLI_LOG_H
#define HTTREE_CLI_LOG_H

#include "base/strbuf.h"
#include "cli/options.h"
#include "cli/show.h"
#include "logs/report.h"

/*
 * Count the lines of all logs.  What could not be read, and what to do with it,
 * is appended to `remarks`, a line each.  Returns the exit status: 0; 1 when no
 * line was understood; 2 when a file could not be read.
 */
int log_read(const struct options *options, struct count *count,
	     struct strbuf *remarks);

/* A name of a file as it is shown; "-" is standard input. */
const char *log_name(const char *file);

/*
 * The statuses of a report that the command line's filter shows, at most as
 * many as its limit: their numbers, the caller's to free.
 */
size_t *log_shown(const struct options *options, const struct report *report,
		  const struct catalogue *catalogue, size_t *count);

/* For people: a table under a line that says what was read. */
void log_print(const struct options *options, const struct report *report,
	       const struct catalogue *catalogue, const struct manner *manner);

/*
 * For programs.  A number that nobody defines has no id; a share is a part of
 * all lines that were understood; who made a status is null, or empty, where no
 * line tells.
 */
void log_json(const struct options *options, const struct report *report,
	      const struct catalogue *catalogue, const struct manner *manner);
void log_tsv(const struct options *options, const struct report *report,
	     const struct catalogue *catalogue, const struct manner *manner);

/* Count, and print in the form that was asked for; the exit status. */
int log_answer(const struct options *options, const struct catalogue *catalogue,
	       const struct manner *manner, struct strbuf *remarks);

#endif

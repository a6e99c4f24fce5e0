/*
 * logbook -- a small log of the small catalogue, counted.
 *
 * Six lines of nginx: four 404, a 499, a 471; one of them was passed on.
 */
#ifndef HTTREE_TESTS_SUPPORT_LOGBOOK_H
#define HTTREE_TESTS_SUPPORT_LOGBOOK_H

#include <string.h>

#include "logs/report.h"
#include "support/small.h"

struct logbook {
	struct count count;
	struct report report;
};

static inline void logbook_line(struct logbook *book, const char *status,
				const char *upstream)
{
	struct strbuf line;

	strbuf_init(&line);
	strbuf_addf(&line,
		    "192.0.2.1 - - [21/Nov/2026:06:43:36 +0000] "
		    "\"GET / HTTP/1.1\" %s 9 \"-\" \"curl\" 1 0.1 [a] [] "
		    "192.0.2.2:80 9 0.1 %s f00",
		    status, upstream);
	count_line(&book->count, (struct slice){ line.text, line.length });
	strbuf_clear(&line);
}

static inline void logbook_init(struct logbook *book)
{
	count_init(&book->count);
	count_open(&book->count, "/var/log/a.log");
	logbook_line(book, "404", "404");
	logbook_line(book, "499", "-");
	logbook_line(book, "404", "-");
	logbook_line(book, "404", "-");
	logbook_line(book, "471", "-");
	logbook_line(book, "404", "-");
	report_init(&book->report, &book->count, small_catalogue(), NULL);
}

static inline void logbook_clear(struct logbook *book)
{
	report_clear(&book->report);
	count_clear(&book->count);
}

#endif

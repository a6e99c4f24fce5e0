/*
 * logged -- the log whose statuses the tree shows, with their counts.
 */
#ifndef HTTREE_MODEL_LOGGED_H
#define HTTREE_MODEL_LOGGED_H

#include <stdint.h>

#include "base/bitset.h"
#include "base/strbuf.h"
#include "catalogue/catalogue.h"

struct report;

struct logged {
	const struct report *report; /* borrowed; NULL: there is no log */
	struct bitset entries; /* that occur */
	uint64_t *counts; /* by row of the tree */
};

/* Take account of a report, which must outlive `logged`. */
void logged_init(struct logged *logged, const struct catalogue *catalogue,
		 const struct report *report);
void logged_clear(struct logged *logged);

/* `access.log 1,000,000 lines, 3 not understood`; briefly, without the last. */
void logged_describe(const struct logged *logged, struct strbuf *text,
		     bool briefly);

/* Append which numbers the log has that nobody defines, if there are any. */
void logged_describe_undefined(const struct logged *logged,
			       struct strbuf *text);

#endif

/*
 * browse -- the browser: one key, one lap.
 */
#ifndef HTTREE_TERM_BROWSE_H
#define HTTREE_TERM_BROWSE_H

#include <stdbool.h>

#include "base/problem.h"
#include "catalogue/collection.h"
#include "page/theme.h"
#include "query/ask.h"
#include "logs/report.h"
#include "query/filter.h"

struct browse_options {
	const struct ask *asked; /* what is opened first, or NULL */
	const struct filter *filter; /* what is shown at first, or NULL */
	const struct report *log; /* whose statuses alone are shown, or NULL */
	const struct collection *collection; /* the user's catalogues, or NULL */
	bool ascii;
	enum theme theme;
	bool mouse;  /* take the mouse */
	bool forget; /* read and write no state */
};

/*
 * Browse until the reader leaves.  Returns the exit status; 2, with a reason,
 * when there is no terminal.
 */
int browse(const struct catalogue *catalogue,
	   const struct browse_options *options, struct problem *why);

#endif

/*
 * annotate -- standard input copied, each line of a log followed by what its
 * status means.
 */
#ifndef HTTREE_CLI_ANNOTATE_H
#define HTTREE_CLI_ANNOTATE_H

#include <stdbool.h>

#include "base/problem.h"
#include "cli/options.h"
#include "cli/show.h"

/*
 * Copy from the descriptor `from` until it ends, each line as it comes.  A line
 * that is none of a log passes unchanged; where `harmless`, since the output is
 * a terminal, control characters of a line are replaced.  False when reading
 * failed; whether writing did, the stream knows.
 */
bool annotate(const struct options *options, const struct catalogue *catalogue,
	      const struct manner *manner, int from, bool harmless,
	      struct problem *why);

#endif

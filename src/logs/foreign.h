/*
 * foreign -- files that are no access log, and what to do with them.
 */
#ifndef HTTREE_LOGS_FOREIGN_H
#define HTTREE_LOGS_FOREIGN_H

#include <stdbool.h>

#include "logs/scan.h"

struct foreign {
	const char *what; /* completes "it is ..." */
	/* What to type, with the file's name between; or a sentence. */
	const char *before;
	const char *after; /* NULL: `before` is all */
};

/* What a file that begins so is, when its first bytes tell; else NULL. */
const struct foreign *foreign_by_magic(struct slice beginning);

/* What a file may be of which no line was understood; or NULL. */
const struct foreign *foreign_by_lines(struct slice beginning);

#endif

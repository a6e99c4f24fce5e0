/*
 * check -- catalogues that the command line names, looked through for faults.
 */
#ifndef HTTREE_CLI_CHECK_H
#define HTTREE_CLI_CHECK_H

#include "base/strbuf.h"
#include "catalogue/catalogue.h"
#include "cli/options.h"
#include "cli/show.h"

/*
 * Print the faults of each file, as what is added to `base`, and what a file
 * without any holds.  Files that lead to each other are named together.  What
 * cannot be read is appended to `remarks`, a line each.  Returns the exit
 * status: 0 when all is well, else 2.
 */
int check_files(const struct options *options, const struct catalogue *base,
		const struct manner *manner, struct strbuf *remarks);

#endif

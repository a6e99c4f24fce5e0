/*
 * answer -- what the shell asked, printed.
 */
#ifndef HTTREE_CLI_ANSWER_H
#define HTTREE_CLI_ANSWER_H

#include "base/strbuf.h"
#include "catalogue/catalogue.h"
#include "cli/options.h"
#include "cli/show.h"
#include "query/ask.h"

/* What the command line asks for; borrowed from it. */
struct question answer_question(const struct options *options);

/*
 * Print the answer.  What was asked in vain, and the answer itself does not
 * tell, is appended to `remarks`, a line each.  Returns the exit status: 0
 * when something was found, else 1.
 */
int answer(const struct options *options, const struct catalogue *catalogue,
	   const struct manner *manner, struct strbuf *remarks);

#endif

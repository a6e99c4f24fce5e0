/*
 * answer -- what the shell asked, printed.
 */
#ifndef HTTREE_CLI_ANSWER_H
#define HTTREE_CLI_ANSWER_H

#include "base/problem.h"
#include "catalogue/catalogue.h"
#include "cli/options.h"
#include "cli/show.h"

/* Append what was asked for in words: operands and --search. */
void answer_question(const struct options *options, struct strbuf *question);

/*
 * Print the answer.  Returns the exit status: 0 when something was found; 1
 * when nothing was, with a reason in `why`, which is empty when the answer
 * itself tells.
 */
int answer(const struct options *options, const struct catalogue *catalogue,
	   const struct manner *manner, struct problem *why);

#endif

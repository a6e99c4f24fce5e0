/*
 * paper -- what is printed, kept as a text.
 */
#ifndef HTTREE_TESTS_UNIT_CLI_PAPER_H
#define HTTREE_TESTS_UNIT_CLI_PAPER_H

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>

#include "cli/show.h"

struct paper {
	char *text;
	size_t length;
	struct manner manner; /* lines of 80 columns, without colours */
};

static inline void paper_begin(struct paper *paper)
{
	paper->text = NULL;
	paper->manner.out = open_memstream(&paper->text, &paper->length);
	cr_assert_neq(paper->manner.out, NULL);
}

static inline void paper_open(struct paper *paper)
{
	*paper = (struct paper){ .manner.width = 80 };
	paper_begin(paper);
}

static inline void paper_close(struct paper *paper)
{
	fclose(paper->manner.out);
	free(paper->text);
}

/* All that was printed so far. */
static inline const char *paper_text(struct paper *paper)
{
	cr_assert_eq(fflush(paper->manner.out), 0);
	return paper->text;
}

/* Throw away what was printed so far. */
static inline void paper_erase(struct paper *paper)
{
	paper_close(paper);
	paper_begin(paper);
}

#endif

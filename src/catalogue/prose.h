/*
 * prose -- the three marks of the catalogue's prose: a blank line parts
 * paragraphs, `- ` begins an item, four spaces are verbatim.
 */
#ifndef HTTREE_CATALOGUE_PROSE_H
#define HTTREE_CATALOGUE_PROSE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/strbuf.h"

enum prose_kind { PROSE_PARAGRAPH, PROSE_ITEM, PROSE_VERBATIM };

struct prose {
	const char *at;
	bool verbatim;	    /* all lines are */
	struct strbuf line; /* the block, its lines joined by blanks */
};

struct prose_block {
	enum prose_kind kind;
	const char *text; /* borrowed until the next call; without its mark */
	size_t length;
	bool apart; /* a blank line stands before it */
};

/* Begin; `verbatim` when the whole text is. */
void prose_start(struct prose *prose, const char *text, bool verbatim);

/* The next paragraph, item, or verbatim line; false at the end. */
bool prose_next(struct prose *prose, struct prose_block *block);

void prose_end(struct prose *prose);

#endif

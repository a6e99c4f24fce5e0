/*
 * paragraph -- text in pieces, each with what it is.
 */
#ifndef HTTREE_PAGE_PARAGRAPH_H
#define HTTREE_PAGE_PARAGRAPH_H

#include <stddef.h>
#include <stdint.h>

#include "base/strbuf.h"
#include "page/theme.h"

struct piece {
	size_t end; /* bytes of the paragraph; it begins where the last ends */
	enum role role;
	uint32_t match; /* 0, or a number of its own */
	uint32_t link; /* 0, or a number of its own */
	const char *url; /* or NULL */
};

struct paragraph {
	struct strbuf text;
	struct piece *pieces;
	size_t count;
	size_t capacity;
};

void paragraph_init(struct paragraph *paragraph);
void paragraph_clear(struct paragraph *paragraph);

/* Forget the text and keep the room. */
void paragraph_reset(struct paragraph *paragraph);

/*
 * Make a piece like `piece` of what was added to the text since the last one;
 * nothing when nothing was.  What is like the last one goes on it.
 */
void paragraph_end_piece(struct paragraph *paragraph, struct piece piece);

#endif

/*
 * reader -- what is shown in the detail, and how far it is read.
 */
#ifndef HTTREE_MODEL_READER_H
#define HTTREE_MODEL_READER_H

#include <stdbool.h>
#include <stddef.h>

#include "catalogue/catalogue.h"
#include "model/viewport.h"
#include "page/page.h"

/* An entry, or a number that nobody defines. */
struct shown {
	entry_t entry;	     /* of a number: the one below it, or above */
	unsigned int number; /* 0 where the entry is shown */
};

/* A page and a place in it, as a value: to keep, and to come back to. */
struct reading {
	struct shown shown;
	size_t top;   /* first line on the screen */
	size_t match; /* current match, from 0 */
	size_t link;  /* selected link, from 1; 0 for none */
};

struct reader {
	struct shown shown;
	struct page page;
	struct viewport view; /* of its lines */
	size_t match;
	size_t link;
	bool stale; /* the page is to be built anew */
	/* What stood at the top when the page was wrapped last. */
	struct anchor {
		bool held;
		size_t top;   /* where it stands now */
		size_t signs; /* signs before it, the same at every width */
		size_t lead;  /* empty lines above it, on the screen */
	} anchor;
};

bool shown_same(struct shown a, struct shown b);
struct shown shown_entry(entry_t entry);

void reader_init(struct reader *reader);
void reader_clear(struct reader *reader);

/* Show something: from its first line, unless it is shown already. */
void reader_show(struct reader *reader, struct shown shown);

struct reading reader_keep(const struct reader *reader);
void reader_restore(struct reader *reader, struct reading reading);

/* Build the page anew, for `height` lines of screen. */
void reader_build(struct reader *reader, const struct catalogue *catalogue,
		  const struct page_options *options, size_t height);

/*
 * The same after the pane has another size: what stood at the top of the screen
 * stays there.  There and back again is where it was.
 */
void reader_rewrap(struct reader *reader, const struct catalogue *catalogue,
		   const struct page_options *options, size_t height);

/* Scroll so that the current match is no lower than the middle. */
void reader_show_match(struct reader *reader);

#endif

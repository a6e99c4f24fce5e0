/*
 * viewport -- lines of which a part is on the screen.
 *
 * Tree, page, help and menu scroll by it.  A viewport of lines that are only
 * read moves its top; one of lines that are chosen from moves its cursor, and
 * the top follows.
 */
#ifndef HTTREE_MODEL_VIEWPORT_H
#define HTTREE_MODEL_VIEWPORT_H

#include <stdbool.h>
#include <stddef.h>

struct viewport {
	size_t count;  /* lines there are */
	size_t height; /* lines that the screen has room for */
	size_t top;    /* the first line on the screen */
	size_t cursor; /* the line that is selected, where one is */
};

enum stride {
	STRIDE_LINE,
	STRIDE_HALF, /* half of the screen's lines */
	STRIDE_PAGE, /* all of them but one, which is seen twice */
	STRIDE_ALL,
};

struct travel {
	enum stride stride;
	bool down;
};

/* The lines and the room have changed: bring top and cursor into range. */
void viewport_fit(struct viewport *view, size_t count, size_t height);

/* The greatest top: the last line is the last of the screen. */
size_t viewport_last_top(const struct viewport *view);

/* Move the top; false when it is at that end already. */
bool viewport_scroll(struct viewport *view, struct travel travel);

/* Move the cursor, and show it; false when it is at that end already. */
bool viewport_move(struct viewport *view, struct travel travel);

/* Scroll no more than it takes to have a line on the screen. */
void viewport_reveal(struct viewport *view, size_t line);

/* Scroll so that a line is in the middle of the screen, or above it. */
void viewport_centre(struct viewport *view, size_t line);

#endif

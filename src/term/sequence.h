/*
 * sequence -- what the bytes of a terminal begin with: a character, a key, a
 * click.
 *
 * Each function returns how many of the bytes it takes; 0 when their rest is
 * still to come, which is never the answer once `waited` says that it is not.
 * Shared among input.c and sequence.c alone.
 */
#ifndef HTTREE_TERM_SEQUENCE_H
#define HTTREE_TERM_SEQUENCE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "term/input.h"

struct bytes {
	const struct decoder *decoder;
	const char *at;
	size_t length; /* at least 1 */
	bool waited;
};

/* A character of the locale; what is none is U+FFFD. */
size_t sequence_character(const struct bytes *bytes, uint32_t *character);

/* What begins with Esc: a sequence, Alt and a key, or Esc alone. */
size_t sequence_escape(const struct bytes *bytes, struct input *input);

/* Whatever comes; a terminal's report that is of no use leaves INPUT_NONE. */
size_t sequence_take(const struct bytes *bytes, struct input *input);

#endif

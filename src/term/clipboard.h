/*
 * clipboard -- a text as what has the terminal put it on the clipboard.
 *
 * xterm's OSC 52 does it wherever the terminal is, at the other end of ssh
 * too.  Inside of tmux and screen it is wrapped as well, to be passed through;
 * tmux also gets it as it is, since it depends on how that is set which of the
 * two it takes.
 */
#ifndef HTTREE_TERM_CLIPBOARD_H
#define HTTREE_TERM_CLIPBOARD_H

#include <stddef.h>

#include "base/strbuf.h"

/* Bytes of text that the terminals take which take least. */
enum { CLIPBOARD_LIMIT = 74994 };

enum multiplexer { WITHIN_NONE, WITHIN_TMUX, WITHIN_SCREEN };

/* Append what is to be sent. */
void clipboard_sequence(struct strbuf *sequence, const char *text,
			size_t length, enum multiplexer within);

#endif

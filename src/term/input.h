/*
 * input -- what curses reads, as keys of the model.
 */
#ifndef HTTREE_TERM_INPUT_H
#define HTTREE_TERM_INPUT_H

#include <stdbool.h>
#include <wchar.h>

#include "base/strbuf.h"
#include "model/key.h"

/*
 * Read as get_wch() does, but give a byte that is no character as U+FFFD at
 * once.  get_wch() keeps it, and swallows the keys that follow.
 */
int input_read(wint_t *character);

/* The key that was read; `special` when KEY_CODE_YES was returned. */
hkey_t input_key(bool special, wint_t character);

/* Tell curses how a bracketed paste begins and ends. */
void input_define_paste(void);

bool input_is_paste(wint_t character);

/*
 * Read up to the end of the paste and append it; of a very long one only the
 * beginning is kept.
 */
void input_read_paste(struct strbuf *paste);

#endif

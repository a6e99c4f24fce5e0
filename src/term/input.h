/*
 * input -- what curses reads, as keys of the model.
 */
#ifndef HTTREE_TERM_INPUT_H
#define HTTREE_TERM_INPUT_H

#include <stdbool.h>
#include <wchar.h>

#include "base/strbuf.h"
#include "model/key.h"

/* The key that get_wch() read; `special` when it said KEY_CODE_YES. */
hkey_t input_key(bool special, wint_t character);

/* Tell curses how a bracketed paste begins and ends. */
void input_define_paste(void);

bool input_is_paste(wint_t character);

/* Append what is pasted, up to its end; a limit keeps it from going on. */
void input_read_paste(struct strbuf *paste);

#endif

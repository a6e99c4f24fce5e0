/*
 * press -- keys by their names, and what must hold whatever was pressed.
 */
#ifndef HTTREE_TESTS_SUPPORT_PRESS_H
#define HTTREE_TESTS_SUPPORT_PRESS_H

#include "base/strbuf.h"
#include "model/update.h"

/*
 * Press the keys of a text, names of model/key.h parted by blanks.  Returns
 * what the last of them left to the terminal.  A name that is none ends the
 * program.
 */
enum effect_kind press(struct state *state, const char *keys);

/* Type a text, a key a character. */
void press_text(struct state *state, const char *text);

/* Numbers that look random and are the same each time. */
unsigned int press_number(unsigned int *seed);

/* A key chosen by them; those that do something come more often. */
hkey_t press_some_key(unsigned int *seed);

/* Open at what an operand asks for, as update_open_at() does. */
bool press_open_at(struct state *state, const char *operand);

/*
 * Append what is wrong with the state, a line each: nothing unless there is a
 * mistake in the program.
 */
void press_check(const struct state *state, struct strbuf *faults);

#endif

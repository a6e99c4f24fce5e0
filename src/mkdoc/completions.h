/*
 * completions -- the options as the completions of the shells want them.
 *
 * What an option's argument may be, and the operands, are known to the
 * functions in doc/completions, to which the word of the option is handed.
 */
#ifndef HTTREE_MKDOC_COMPLETIONS_H
#define HTTREE_MKDOC_COMPLETIONS_H

#include <stdio.h>

void completions_bash(FILE *out);
void completions_zsh(FILE *out);
void completions_fish(FILE *out);

#endif

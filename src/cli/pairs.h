/*
 * pairs -- which options go together.
 */
#ifndef HTTREE_CLI_PAIRS_H
#define HTTREE_CLI_PAIRS_H

#include "cli/options.h"

/* Whether the option is a form of the answer, of which one can be had. */
bool pairs_is_form(enum option_name option);

/* The form that was asked for, the first one; OPTION_COUNT for none. */
enum option_name pairs_form(const bool *given);

/* Whether what is given has no use for the option. */
bool pairs_is_stranger(const bool *given, enum option_name option);

/* Whether what is given contradicts itself: `*option` and `*other` do. */
bool pairs_clash(const bool *given, enum option_name *option,
		 enum option_name *other);

#endif

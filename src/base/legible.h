/*
 * legible -- whether a text may stand in a file of data.
 */
#ifndef HTTREE_BASE_LEGIBLE_H
#define HTTREE_BASE_LEGIBLE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/fault.h"

/*
 * Add a fault for the first byte that is not UTF-8 and each character before it
 * that text_refused() refuses, as far as `faults` keeps them; whether there was
 * none.  Lines that end with CR LF are told once.  `file` is named in them, and borrowed for the life of the list.
 */
bool legible(const char *file, const char *text, size_t length,
	     struct fault_list *faults);

#endif

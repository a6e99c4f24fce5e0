/*
 * logged -- what a log tells of an entry: how often it occurs, who made it, the
 * words beside it, and where to look.
 */
#ifndef HTTREE_PAGE_LOGGED_H
#define HTTREE_PAGE_LOGGED_H

#include "page/writer.h"

/* The section of the entry; nothing without a log, or when it has none. */
void logged_write(struct writer *writer);

/* The same of a number that nobody defines. */
void logged_write_number(struct writer *writer, unsigned int number);

#endif

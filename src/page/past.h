/*
 * past -- names and documents: what an entry was called, and where it was
 * defined before.
 */
#ifndef HTTREE_PAGE_PAST_H
#define HTTREE_PAGE_PAST_H

#include "page/writer.h"

/* The section; nothing when there is no more than the facts say. */
void past_write(struct writer *writer);

#endif

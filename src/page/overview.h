/*
 * overview -- tables that are computed of the fields of all entries, so that
 * they cannot disagree with the pages.  A guide names its table.
 */
#ifndef HTTREE_PAGE_OVERVIEW_H
#define HTTREE_PAGE_OVERVIEW_H

#include "page/writer.h"

/* The table of a guide; nothing on any other page. */
void overview_write(struct writer *writer);

#endif

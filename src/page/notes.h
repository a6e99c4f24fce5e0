/*
 * notes -- what the user's catalogues say of an entry, below a heading that
 * names each.
 */
#ifndef HTTREE_PAGE_NOTES_H
#define HTTREE_PAGE_NOTES_H

#include "page/writer.h"

void notes_write(struct writer *writer);

#endif

/*
 * facts -- what a page tells in a line or a few: labels, and text beside them.
 */
#ifndef HTTREE_PAGE_FACTS_H
#define HTTREE_PAGE_FACTS_H

#include "page/writer.h"

void facts_write(struct writer *writer);

#endif

/*
 * sources -- the end of a page: where its facts come from, and the words that
 * search finds it by.
 */
#ifndef HTTREE_PAGE_SOURCES_H
#define HTTREE_PAGE_SOURCES_H

#include "page/writer.h"

void sources_write(struct writer *writer);

/*
 * The search words.  Some entries have more of them than of everything else, so
 * only those that a search met are shown, and how many others there are.
 */
void sources_write_words(struct writer *writer);

#endif

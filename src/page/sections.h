/*
 * sections -- the prose of an entry, under its headings.
 */
#ifndef HTTREE_PAGE_SECTIONS_H
#define HTTREE_PAGE_SECTIONS_H

#include "page/writer.h"

void sections_write(struct writer *writer);

/* Prose alone, without a heading. */
void sections_prose(struct writer *writer, const char *text);

#endif

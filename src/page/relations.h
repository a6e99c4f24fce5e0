/*
 * relations -- where a page leads: look-alikes, other meanings of the number,
 * the codes of an origin.
 */
#ifndef HTTREE_PAGE_RELATIONS_H
#define HTTREE_PAGE_RELATIONS_H

#include "page/writer.h"

void relations_write(struct writer *writer);

#endif

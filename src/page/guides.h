/*
 * guides -- questions and their answers, and what leads from a code to them.
 */
#ifndef HTTREE_PAGE_GUIDES_H
#define HTTREE_PAGE_GUIDES_H

#include "page/writer.h"

/* On a guide: its question, and the answers with their numbers. */
void guides_write(struct writer *writer);

/* On a code: the situations in which guides lead to it. */
void guides_write_askers(struct writer *writer);

/* The same on a page. */
void guides_write_page_askers(struct writer *writer);

#endif

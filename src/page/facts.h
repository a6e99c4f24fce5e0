/*
 * facts -- what a page tells in a line or a few: labels, and text beside them.
 *
 * What people act on comes first.  A fact is given in at most some three lines
 * of a narrow pane: of a longer text the sentences that fit, the first one in
 * any case; of many header fields the names.  What is left out follows in a
 * section of its own.  How much that is does not depend on the width, so that
 * a page reads the same in every pane.
 */
#ifndef HTTREE_PAGE_FACTS_H
#define HTTREE_PAGE_FACTS_H

#include "page/writer.h"

void facts_write(struct writer *writer);

/* The section with what the facts leave out; nothing when they have it all. */
void facts_write_rest(struct writer *writer);

/*
 * The length of the sentences of `text` that fit into `room` bytes, the blank
 * after them not counted; of the first one when none does.
 */
size_t facts_sentences(const char *text, size_t room);

/* What a page says of `yes' and `no', and of the level of a header field. */
const char *facts_cacheable(const char *flag);
const char *facts_level(const char *level);

#endif

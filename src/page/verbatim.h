/*
 * verbatim -- a line kept as it is, where that is possible.
 */
#ifndef HTTREE_PAGE_VERBATIM_H
#define HTTREE_PAGE_VERBATIM_H

#include "page/compose.h"

/*
 * Put what was added to the composer on a line, `indent` columns from the left.
 * Where it is wider than the page, the options say what becomes of it.
 */
void verbatim_flush(struct composer *composer, int indent);

#endif

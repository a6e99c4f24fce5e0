/*
 * check_guides -- what must hold for the pages that ask, and for how pages are
 * reached.
 */
#ifndef HTTREE_CATALOGUE_CHECK_GUIDES_H
#define HTTREE_CATALOGUE_CHECK_GUIDES_H

#include "catalogue/draft_ids.h"

enum { CHOICE_LIMIT = 9, GUIDE_DEPTH_LIMIT = 4 };

/*
 * Add a fault for each rule that is broken:
 *   - `question` and `choices` stand on guides, and together;
 *   - at most CHOICE_LIMIT choices, so that a digit picks one; a choice that
 *     leads to a code says why;
 *   - the other guides hang under guide:start, each with a dot in its name
 *     under the one that the name continues;
 *   - a guide leads on, by a choice or a link;
 *   - from guide:start on, no guide is deeper than GUIDE_DEPTH_LIMIT choices;
 *   - a choice or a link leads to every guide, from guide:start or from an
 *     entry that is none; to every other page one leads, or an entry hangs
 *     under it or is of its origin.  Classes need none; nor do pages that are
 *     added to a base, whose guides may be as deep as they like.
 */
void check_guides(const struct drafts *drafts, const struct draft_ids *ids,
		  struct fault_list *faults);

#endif

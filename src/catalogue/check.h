/*
 * check -- what must hold between the entries of a catalogue, and between the
 * fields of one, beyond the form of each value.
 *
 * Serves mkcat, and whoever checks a catalogue of his own.
 */
#ifndef HTTREE_CATALOGUE_CHECK_H
#define HTTREE_CATALOGUE_CHECK_H

#include <stdbool.h>

#include "base/fault.h"
#include "catalogue/reader.h"

/*
 * Add a fault for each rule that is broken:
 *   - an id is used once; a link, a parent leads to an entry;
 *   - id and code agree; a vendor's entry names the vendor of its id, and the
 *     vendor has a page; a parent is not the entry itself nor below it;
 *   - `goes_with` stands on reasons and names codes; a reason hangs under its
 *     origin;
 *   - what check_guides.h says of guides and pages;
 *   - `cacheable: yes` stands on exactly the twelve codes of RFC 9110
 *     section 15.1, and on 451, of which RFC 7725 section 3 says so.
 *   - a note is on an entry; what is added to a base has an id of its own, and
 *     an origin.
 * A draft that breaks a rule is marked as unsound, but for links to nothing,
 * which the builder leaves out.  Returns whether there was no fault.
 */
bool drafts_check(struct drafts *drafts, struct fault_list *faults);

#endif

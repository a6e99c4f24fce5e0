/*
 * draft_ids -- the drafts by their ids.
 */
#ifndef HTTREE_CATALOGUE_DRAFT_IDS_H
#define HTTREE_CATALOGUE_DRAFT_IDS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/intern.h"
#include "catalogue/reader.h"

struct draft_ids {
	const struct drafts *drafts;
	struct intern ids;
	size_t *owners; /* number of an id -> draft */
};

/*
 * Of the drafts with one id the first is found; each other is a fault, and one
 * that has the id of an entry of the base.
 */
void draft_ids_init(struct draft_ids *ids, const struct drafts *drafts,
		    struct fault_list *faults);
void draft_ids_clear(struct draft_ids *ids);

/* Whether the drafts or their base have an entry with this id; its sort. */
bool draft_ids_known(const struct draft_ids *ids, const char *id,
		     enum sort *sort);

/* The number of the draft with this id; the count of drafts for none. */
size_t draft_ids_find(const struct draft_ids *ids, const char *id);

#endif

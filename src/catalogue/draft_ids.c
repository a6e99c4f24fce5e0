#include "catalogue/draft_ids.h"

#include <stdlib.h>
#include <string.h>

#include "base/xalloc.h"

static void report_twice(const struct draft *draft, const struct draft *other,
			 struct fault_list *faults)
{
	struct location place = yaml_place(&other->source->yaml, other->node);

	draft_fault(draft, draft->value[FIELD_ID], faults,
		    "the id '%s' is used at %s:%u; "
		    "expected one that is not used",
		    draft_text(draft, FIELD_ID), place.file, place.line);
}

void draft_ids_init(struct draft_ids *ids, const struct drafts *drafts,
		    struct fault_list *faults)
{
	*ids = (struct draft_ids){ .drafts = drafts };
	intern_init(&ids->ids);
	ids->owners = xcalloc(drafts->count, sizeof(*ids->owners));
	for (size_t i = 0; i < drafts->count; i++) {
		const struct draft *draft = &drafts->drafts[i];
		const char *id = draft_text(draft, FIELD_ID);
		size_t known = ids->ids.count;
		uint32_t number = intern_add(&ids->ids, id, strlen(id));

		if (number == known)
			ids->owners[number] = i;
		else
			report_twice(draft,
				     &drafts->drafts[ids->owners[number]],
				     faults);
		if (drafts_in_base(drafts, id))
			draft_fault(draft, draft->value[FIELD_ID], faults,
				    "the id '%s' is in the built-in catalogue; "
				    "expected another id, or a note on it",
				    id);
	}
}

void draft_ids_clear(struct draft_ids *ids)
{
	free(ids->owners);
	intern_clear(&ids->ids);
}

size_t draft_ids_find(const struct draft_ids *ids, const char *id)
{
	uint32_t number;

	return intern_find(&ids->ids, id, strlen(id), &number) ?
		       ids->owners[number] :
		       ids->drafts->count;
}

bool draft_ids_known(const struct draft_ids *ids, const char *id,
		     enum sort *sort)
{
	const struct drafts *drafts = ids->drafts;
	size_t number = draft_ids_find(ids, id);

	if (number < drafts->count)
		*sort = draft_sort(&drafts->drafts[number]);
	else if (drafts_in_base(drafts, id))
		*sort = catalogue_sort(drafts->base,
				       catalogue_find(drafts->base, id));
	else
		return false;
	return true;
}

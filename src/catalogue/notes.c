#include "catalogue/notes.h"

#include <stdlib.h>
#include <string.h>

#include "base/sort.h"
#include "base/xalloc.h"

static int by_target(const void *a, const void *b, const void *context)
{
	const uint32_t *targets = context;
	uint32_t left = targets[*(const size_t *)a];
	uint32_t right = targets[*(const size_t *)b];

	return (left > right) - (left < right);
}

static void gather_list(struct pool *pool, struct numbers *numbers,
			const struct note *note, enum field field, yaml_t list)
{
	struct draft draft = { .source = note->source };

	if (list != YAML_NONE)
		pool_gather(pool, numbers, &draft, field,
			    yaml_node(&note->source->yaml, list)->first);
}

static void gather(struct pool *pool, struct numbers *numbers,
		   const struct note *note, enum field field)
{
	const struct yaml *yaml = &note->source->yaml;

	if (field == FIELD_KEYWORDS) {
		gather_list(pool, numbers, note, field, note->keywords);
	} else if (field == FIELD_SEE_ALSO) {
		gather_list(pool, numbers, note, field, note->see_also);
	} else if (note->text != YAML_NONE) {
		numbers_add(numbers, pool_text(pool, note->source->catalogue));
		numbers_add(numbers,
			    pool_text(pool, yaml_text(yaml, note->text)));
		numbers->items++;
	}
}

/* Make the list of a field anew: what it has, then that of the notes. */
static void extend(struct pool *pool, struct record *record, enum field field,
		   const struct note *notes, const size_t *order, size_t count)
{
	struct numbers numbers = { 0 };
	uint32_t offset = record->value[field];
	size_t parts;

	schema_parts(field, &parts);
	numbers.items = pool->lists[offset];
	for (size_t i = 0; i < numbers.items * (parts > 0 ? parts : 1); i++)
		numbers_add(&numbers, pool->lists[offset + 1 + i]);
	for (size_t i = 0; i < count; i++)
		gather(pool, &numbers, &notes[order[i]], field);
	record->value[field] = pool_list(pool, &numbers);
}

void notes_add(struct pool *pool, struct record *records,
	       const struct drafts *drafts, const uint32_t *targets)
{
	static const enum field fields[] = { FIELD_KEYWORDS, FIELD_SEE_ALSO,
					     FIELD_NOTES };
	size_t count = drafts->note_count;
	size_t *order = xmalloc(count * sizeof(*order));
	size_t run;

	for (size_t i = 0; i < count; i++)
		order[i] = i;
	sort_items(order, count, sizeof(*order), by_target, targets);
	for (size_t i = 0; i < count && targets[order[i]] != IMAGE_NONE;
	     i += run) {
		uint32_t entry = targets[order[i]];

		for (run = 1;
		     i + run < count && targets[order[i + run]] == entry;)
			run++;
		for (size_t k = 0; k < sizeof(fields) / sizeof(*fields); k++)
			extend(pool, &records[entry], fields[k], drafts->notes,
			       order + i, run);
	}
	free(order);
}

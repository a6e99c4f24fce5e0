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

/* The search words of a note join those of the entry. */
static void gather_words(struct pool *pool, struct numbers *numbers,
			 const struct note *note)
{
	struct draft draft = { .source = note->source };

	if (note->value[NOTE_KEYWORDS] != YAML_NONE)
		pool_gather(pool, numbers, &draft, FIELD_KEYWORDS,
			    yaml_node(&note->source->yaml, note->value[NOTE_KEYWORDS])
				    ->first);
}

/* A record of FIELD_NOTES: a text, or a link. */
static void gather_record(struct pool *pool, struct numbers *numbers,
			  const struct note *note, yaml_t text, yaml_t id,
			  yaml_t difference)
{
	const struct yaml *yaml = &note->source->yaml;
	const yaml_t parts[] = { text, id, difference };

	numbers_add(numbers, pool_text(pool, note->source->catalogue));
	for (size_t i = 0; i < sizeof(parts) / sizeof(*parts); i++)
		numbers_add(numbers, parts[i] == YAML_NONE ?
					     0 :
					     pool_text(pool,
						       yaml_text(yaml,
								 parts[i])));
	numbers->items++;
}

static void gather_links(struct pool *pool, struct numbers *numbers,
			 const struct note *note)
{
	const struct yaml *yaml = &note->source->yaml;
	struct draft draft = { .source = note->source };
	yaml_t item = note->value[NOTE_SEE_ALSO] == YAML_NONE ?
			      YAML_NONE :
			      yaml_node(yaml, note->value[NOTE_SEE_ALSO])->first;

	for (; item != YAML_NONE; item = yaml_node(yaml, item)->next) {
		yaml_t id = draft_part(&draft, FIELD_SEE_ALSO, item,
				       PART_SEE_ID);

		if (pool_knows(pool, yaml_text(yaml, id)))
			gather_record(pool, numbers, note, YAML_NONE, id,
				      draft_part(&draft, FIELD_SEE_ALSO, item,
						 PART_SEE_DIFFERENCE));
	}
}

static void gather(struct pool *pool, struct numbers *numbers,
		   const struct note *note, enum field field)
{
	if (field == FIELD_KEYWORDS) {
		gather_words(pool, numbers, note);
		return;
	}
	if (note->value[NOTE_TEXT] != YAML_NONE)
		gather_record(pool, numbers, note, note->value[NOTE_TEXT], YAML_NONE,
			      YAML_NONE);
	gather_links(pool, numbers, note);
}

/* Make the list of a field anew: what it has, then that of the notes. */
static void extend(struct pool *pool, uint32_t *value, enum field field,
		   const struct note *notes, const size_t *order, size_t count)
{
	struct numbers numbers = { 0 };
	uint32_t offset = *value;
	size_t parts;

	schema_parts(field, &parts);
	numbers.items = pool->lists[offset];
	for (size_t i = 0; i < numbers.items * (parts > 0 ? parts : 1); i++)
		numbers_add(&numbers, pool->lists[offset + 1 + i]);
	for (size_t i = 0; i < count; i++)
		gather(pool, &numbers, &notes[order[i]], field);
	*value = pool_list(pool, &numbers);
}

void notes_add(struct pool *pool, uint32_t *values, size_t count,
	       const struct drafts *drafts, const uint32_t *targets)
{
	static const enum field fields[] = { FIELD_KEYWORDS, FIELD_NOTES };
	size_t note_count = drafts->note_count;
	size_t *order = xmalloc(note_count * sizeof(*order));
	size_t run;

	for (size_t i = 0; i < note_count; i++)
		order[i] = i;
	sort_items(order, note_count, sizeof(*order), by_target, targets);
	for (size_t i = 0; i < note_count && targets[order[i]] != IMAGE_NONE;
	     i += run) {
		uint32_t entry = targets[order[i]];

		for (run = 1;
		     i + run < note_count && targets[order[i + run]] == entry;)
			run++;
		for (size_t k = 0; k < sizeof(fields) / sizeof(*fields); k++)
			extend(pool,
			       &values[image_place(count, entry, fields[k])],
			       fields[k], drafts->notes, order + i, run);
	}
	free(order);
}

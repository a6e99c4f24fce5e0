#include "catalogue/catalogue.h"

#include <string.h>

#include "catalogue/id.h"

static const struct record *record_of(const struct catalogue *catalogue,
				      entry_t entry)
{
	return &catalogue->image->records[entry];
}

static uint32_t value_of(const struct catalogue *catalogue, entry_t entry,
			 enum field field)
{
	return image_value(catalogue->image, entry, field);
}

size_t catalogue_count(const struct catalogue *catalogue)
{
	return catalogue->image->count;
}

const char *catalogue_id(const struct catalogue *catalogue, entry_t entry)
{
	return catalogue->image->text +
	       value_of(catalogue, entry, FIELD_ID);
}

entry_t catalogue_find(const struct catalogue *catalogue, const char *id)
{
	size_t low = 0, high = catalogue->image->count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;
		entry_t entry = catalogue->image->by_id[middle];
		int order = strcmp(id, catalogue_id(catalogue, entry));

		if (order == 0)
			return entry;
		if (order < 0)
			high = middle;
		else
			low = middle + 1;
	}
	return ENTRY_NONE;
}

const char *catalogue_text(const struct catalogue *catalogue, entry_t entry,
			   enum field field)
{
	uint32_t offset = value_of(catalogue, entry, field);

	return offset == 0 ? NULL : catalogue->image->text + offset;
}

size_t catalogue_items(const struct catalogue *catalogue, entry_t entry,
		       enum field field)
{
	return catalogue->image
		->lists[value_of(catalogue, entry, field)];
}

const char *catalogue_item(const struct catalogue *catalogue, entry_t entry,
			   enum field field, size_t item, size_t part)
{
	const uint32_t *list = catalogue->image->lists +
			       value_of(catalogue, entry, field);
	size_t parts;
	uint32_t offset;

	schema_parts(field, &parts);
	offset = list[1 + item * (parts > 0 ? parts : 1) + part];
	return offset == 0 ? NULL : catalogue->image->text + offset;
}

static const uint32_t *houses_of(const struct catalogue *catalogue,
				 entry_t entry, size_t item)
{
	const uint32_t *lists = catalogue->image->lists;
	const uint32_t *list =
		lists + value_of(catalogue, entry, FIELD_CHOICES);
	size_t parts;

	schema_parts(FIELD_CHOICES, &parts);
	return lists + list[1 + item * parts + PART_CHOICE_HOUSES];
}

size_t catalogue_houses(const struct catalogue *catalogue, entry_t entry,
			size_t item)
{
	return *houses_of(catalogue, entry, item);
}

const char *catalogue_house(const struct catalogue *catalogue, entry_t entry,
			    size_t item, size_t house, size_t part)
{
	const uint32_t *list = houses_of(catalogue, entry, item);
	size_t parts;
	uint32_t offset;

	schema_parts(FIELD_HOUSES, &parts);
	offset = list[1 + house * parts + part];
	return offset == 0 ? NULL : catalogue->image->text + offset;
}

size_t catalogue_reasons(const struct catalogue *catalogue, entry_t entry)
{
	return catalogue->image->lists[record_of(catalogue, entry)->reasons];
}

entry_t catalogue_reason(const struct catalogue *catalogue, entry_t entry,
			 size_t number)
{
	return catalogue->image
		->lists[record_of(catalogue, entry)->reasons + 1 + 2 * number];
}

size_t catalogue_askers(const struct catalogue *catalogue, entry_t entry)
{
	return catalogue->image->lists[record_of(catalogue, entry)->askers];
}

struct asker catalogue_asker(const struct catalogue *catalogue, entry_t entry,
			     size_t number)
{
	const uint32_t *item = catalogue->image->lists +
			       record_of(catalogue, entry)->askers + 1 +
			       2 * number;

	return (struct asker){ .guide = item[0], .choice = item[1] };
}

bool catalogue_flag(const struct catalogue *catalogue, entry_t entry,
		    enum field field)
{
	const char *text = catalogue_text(catalogue, entry, field);

	return text != NULL && strcmp(text, "yes") == 0;
}

enum sort catalogue_sort(const struct catalogue *catalogue, entry_t entry)
{
	return record_of(catalogue, entry)->sort;
}

enum kind catalogue_kind(const struct catalogue *catalogue, entry_t entry)
{
	return record_of(catalogue, entry)->kind;
}

enum entry_state catalogue_state(const struct catalogue *catalogue,
				 entry_t entry)
{
	return record_of(catalogue, entry)->state;
}

enum code_class catalogue_class(const struct catalogue *catalogue,
				entry_t entry)
{
	return record_of(catalogue, entry)->code_class;
}

struct code catalogue_code(const struct catalogue *catalogue, entry_t entry)
{
	return record_of(catalogue, entry)->code;
}

bool catalogue_everyday(const struct catalogue *catalogue, entry_t entry)
{
	return record_of(catalogue, entry)->everyday;
}

entry_t catalogue_parent(const struct catalogue *catalogue, entry_t entry)
{
	return record_of(catalogue, entry)->parent;
}

entry_t catalogue_origin(const struct catalogue *catalogue, entry_t entry)
{
	return record_of(catalogue, entry)->origin;
}

const char *catalogue_origin_name(const struct catalogue *catalogue,
				  entry_t entry, size_t *length)
{
	const char *id = catalogue_id(catalogue, entry);
	enum kind kind = catalogue_kind(catalogue, entry);

	*length = id_origin_length(id);
	return *length == 0 || kind == KIND_PAGE || kind == KIND_WARNING ?
		       NULL :
		       id;
}

const char *catalogue_name(const struct catalogue *catalogue, entry_t entry)
{
	uint32_t name = record_of(catalogue, entry)->catalogue;

	return name == 0 ? catalogue->image->name :
			   catalogue->image->text + name;
}

bool catalogue_is_user(const struct catalogue *catalogue, entry_t entry)
{
	return record_of(catalogue, entry)->catalogue != 0;
}

size_t catalogue_rows(const struct catalogue *catalogue)
{
	return catalogue->image->node_count;
}

const struct node *catalogue_row(const struct catalogue *catalogue, size_t row)
{
	return &catalogue->image->nodes[row];
}

size_t catalogue_row_of(const struct catalogue *catalogue, entry_t entry)
{
	return record_of(catalogue, entry)->node;
}

bool catalogue_same_code(const struct catalogue *catalogue, entry_t entry,
			 const struct code *code)
{
	struct code other = catalogue_code(catalogue, entry);

	return catalogue_sort(catalogue, entry) == SORT_CODE &&
	       catalogue_kind(catalogue, entry) != KIND_WARNING &&
	       code_compare(code, &other) == 0;
}

/* Whether the entry is a code that stands for itself, as a sub-code does not. */
static bool is_code(const struct catalogue *catalogue, entry_t entry)
{
	return catalogue_sort(catalogue, entry) == SORT_CODE &&
	       catalogue_kind(catalogue, entry) != KIND_WARNING &&
	       catalogue_code(catalogue, entry).sub == 0;
}

void catalogue_neighbours(const struct catalogue *catalogue, uint32_t number,
			  entry_t *below, entry_t *above)
{
	uint32_t low = 0, high = UINT32_MAX;

	*below = *above = ENTRY_NONE;
	for (entry_t i = 0; i < catalogue->image->count; i++) {
		uint32_t code = catalogue_code(catalogue, i).low;

		if (!is_code(catalogue, i))
			continue;
		/* Of one number the first meaning is the best known. */
		if (code < number && (*below == ENTRY_NONE || code > low)) {
			*below = i;
			low = code;
		}
		if (code > number && code < high) {
			*above = i;
			high = code;
		}
	}
}

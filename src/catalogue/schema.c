#include "catalogue/schema.h"

#include <stdint.h>
#include <string.h>

static const struct part_rule parts[] = {
#define PART(field, name, key, type, need, search, help)                      \
	{ FIELD_##field, key,		  TYPE_##type,                        \
	  NEED_##need,	 SEARCHED_##search, help },
#include "catalogue/schema.def"
};

enum { ALL_PARTS = sizeof(parts) / sizeof(*parts) };

/* Parts are numbered, and a field has the number of the next one. */
enum {
#define FIELD(name, key, type, need, search, help)                            \
	PARTS_##name, BEFORE_##name = PARTS_##name - 1,
#define PART(field, name, key, type, need, search, help) NUMBER_##name,
#include "catalogue/schema.def"
};

static const uint8_t first_parts[] = {
#define FIELD(name, key, type, need, search, help) PARTS_##name,
#include "catalogue/schema.def"
	NUMBER_HOUSE_WHO,
};

static const struct field_rule fields[] = {
#define FIELD(name, key, type, need, search, help)                            \
	{ key, TYPE_##type, NEED_##need, SEARCHED_##search, help },
#include "catalogue/schema.def"
};

static const struct note_rule notes[] = {
#define NOTE(name, key, like, help) { key, FIELD_##like, help },
#include "catalogue/schema.def"
};

const struct field_rule *schema_field(enum field field)
{
	return &fields[field];
}

enum field schema_find(const char *key)
{
	enum field field = 0;

	/* Most keys differ in their first letter. */
	while (field < FIELD_COUNT && (fields[field].key[0] != key[0] ||
				       strcmp(fields[field].key, key) != 0))
		field++;
	return field;
}

const struct note_rule *schema_note(enum note_key key)
{
	return &notes[key];
}

enum note_key schema_find_note(const char *key)
{
	enum note_key note = 0;

	while (note < NOTE_COUNT && strcmp(notes[note].key, key) != 0)
		note++;
	return note;
}

/* The parts of a record stand together in the table. */
const struct part_rule *schema_parts(enum field field, size_t *count)
{
	size_t first = first_parts[field];

	*count = 0;
	while (first + *count < ALL_PARTS &&
	       parts[first + *count].field == field)
		++*count;
	return &parts[first];
}

const struct names *schema_choices(enum type type)
{
	switch (type) {
	case TYPE_KIND:
		return &kind_names;
	case TYPE_STATE:
		return &state_names;
	case TYPE_FINALITY:
		return &finality_names;
	case TYPE_LEVEL:
		return &level_names;
	case TYPE_OVERVIEW:
		return &overview_names;
	case TYPE_EMITTERS:
		return &emitter_names;
	default:
		return NULL;
	}
}

bool schema_names(enum field field)
{
	return fields[field].searched == SEARCHED_NAME ||
	       fields[field].searched == SEARCHED_WORD;
}

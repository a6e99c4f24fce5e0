/*
 * schema -- the fields of an entry, as a table.  schema.def lists them.
 */
#ifndef HTTREE_CATALOGUE_SCHEMA_H
#define HTTREE_CATALOGUE_SCHEMA_H

#include <stdbool.h>
#include <stddef.h>

#include "catalogue/names.h"

enum field {
#define FIELD(name, key, type, need, search, help) FIELD_##name,
#include "catalogue/schema.def"
	FIELD_COUNT,
	FIELD_HOUSES = FIELD_COUNT /* the records inside a choice */
};

/* The keys of a note. */
enum note_key {
#define NOTE(name, key, like, help) NOTE_##name,
#include "catalogue/schema.def"
	NOTE_COUNT
};

/* A part's number within its record. */
enum part {
	PART_ALIAS_PHRASE = 0,
	PART_ALIAS_FROM = 1,
	PART_DEFINED_DOCUMENT = 0,
	PART_DEFINED_SECTION = 1,
	PART_DEFINED_YEAR = 2,
	PART_DEFINED_NOTE = 3,
	PART_HEADER_NAME = 0,
	PART_HEADER_LEVEL = 1,
	PART_HEADER_WHY = 2,
	PART_SEE_ID = 0,
	PART_SEE_DIFFERENCE = 1,
	PART_CHOICE_SAY = 0,
	PART_CHOICE_TO = 1,
	PART_CHOICE_BECAUSE = 2,
	PART_CHOICE_HOUSES = 3,
	PART_HOUSE_WHO = 0,
	PART_HOUSE_CODE = 1,
	PART_HOUSE_WHY = 2,
	PART_NOTE_CATALOGUE = 0,
	PART_NOTE_TEXT = 1,
	PART_NOTE_ID = 2,
	PART_NOTE_DIFFERENCE = 3,
	PART_SOURCE_TITLE = 0,
	PART_SOURCE_SECTION = 1,
	PART_SOURCE_URL = 2,
	PART_LIMIT = 4
};

enum type {
	TYPE_ID,
	TYPE_CODE, /* a number, or the word of a reason */
	TYPE_NUMBER,
	TYPE_TEXT, /* one paragraph */
	TYPE_PROSE, /* paragraphs, items, verbatim lines */
	TYPE_VERBATIM, /* lines kept as they are */
	TYPE_FLAG, /* yes or no */
	TYPE_DATE,
	TYPE_URL,
	TYPE_LINK, /* an id */
	TYPE_KIND,
	TYPE_STATE,
	TYPE_FINALITY,
	TYPE_LEVEL,
	TYPE_OVERVIEW,
	TYPE_LIST, /* of text */
	TYPE_LINKS, /* a list of ids */
	TYPE_EMITTERS, /* a list of words of names.def */
	TYPE_RECORDS,
	TYPE_HOUSES, /* a part that is records */
};

enum need { NEED_ALWAYS, NEED_CODES, NEED_UNASKED, NEED_MAYBE, NEED_NEVER };

/* Whether search looks into it; a word does when it is that of a reason. */
enum searched { SEARCHED_NOT, SEARCHED_WORD, SEARCHED_TEXT, SEARCHED_NAME };

struct part_rule {
	enum field field;
	const char *key;
	enum type type;
	enum need need;
	enum searched searched;
	const char *help;
};

struct field_rule {
	const char *key;
	enum type type;
	enum need need;
	enum searched searched;
	const char *help;
};

struct note_rule {
	const char *key;
	enum field like; /* the field that has the same form */
	const char *help;
};

const struct field_rule *schema_field(enum field field);
const struct note_rule *schema_note(enum note_key key);

/* The field with this key; FIELD_COUNT for none. */
enum field schema_find(const char *key);

/* The same for a note; NOTE_COUNT for none. */
enum note_key schema_find_note(const char *key);

/*
 * The parts of a record in the order of schema.def; none of another field.
 * FIELD_HOUSES has some, too.
 */
const struct part_rule *schema_parts(enum field field, size_t *count);

/* Whether a text of the field is a name of the entry. */
bool schema_names(enum field field);

/* The words a value of `type` may be, or NULL when it is not a choice. */
const struct names *schema_choices(enum type type);

#endif

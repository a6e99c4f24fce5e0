/*
 * A JSON writer is small; what reads it is not.  So this is ours, and the
 * tests read what it writes with a real parser.
 */
#include "cli/export.h"

#include <stdint.h>
#include <string.h>

#include "base/text.h"

/* A character as one escape, or as two of its surrogates. */
static void add_escape(struct strbuf *json, uint32_t character)
{
	if (character < 0x10000) {
		strbuf_addf(json, "\\u%04x", (unsigned int)character);
		return;
	}
	character -= 0x10000;
	strbuf_addf(json, "\\u%04x\\u%04x",
		    (unsigned int)(0xd800 + (character >> 10)),
		    (unsigned int)(0xdc00 + (character & 0x3ff)));
}

static bool is_plain(unsigned char byte, bool ascii)
{
	return byte >= 0x20 && byte != '"' && byte != '\\' && byte != 0x7f &&
	       (byte < 0x80 || !ascii);
}

#define EACH(byte) (UINT64_C(0x0101010101010101) * (byte))

/* Bit 7 of the lowest byte that is 0, and of no byte before it. */
static uint64_t zeros(uint64_t word)
{
	return (word - EACH(1)) & ~word;
}

/* Whether each of eight bytes stands for itself. */
static bool are_plain(const char *text, bool ascii)
{
	uint64_t word, found;

	memcpy(&word, text, sizeof(word));
	found = ((word - EACH(0x20)) & ~word) | zeros(word ^ EACH('"')) |
		zeros(word ^ EACH('\\')) | zeros(word ^ EACH(0x7f)) |
		(ascii ? word : 0);
	return (found & EACH(0x80)) == 0;
}

/* Bytes at the beginning of `text` that stand for themselves. */
static size_t plain_length(const char *text, size_t length, bool ascii)
{
	size_t at = 0;

	while (length - at >= sizeof(uint64_t) && are_plain(text + at, ascii))
		at += sizeof(uint64_t);
	while (at < length && is_plain((unsigned char)text[at], ascii))
		at++;
	return at;
}

/* Add the escape of the character at `text`; returns its length. */
static size_t add_escaped(struct strbuf *json, const char *text, size_t length)
{
	uint32_t character;
	size_t size = text_decode(text, length, &character);

	if (character == '"')
		strbuf_add(json, "\\\"");
	else if (character == '\\')
		strbuf_add(json, "\\\\");
	else if (character == '\n')
		strbuf_add(json, "\\n");
	else
		add_escape(json, character);
	return size;
}

static void add_string(struct strbuf *json, const char *text, bool ascii)
{
	size_t left;

	if (text == NULL) {
		strbuf_add(json, "null");
		return;
	}
	left = strlen(text);
	strbuf_add_char(json, '"');
	while (left > 0) {
		size_t size = plain_length(text, left, ascii);

		strbuf_add_bytes(json, text, size);
		if (size < left)
			size += add_escaped(json, text + size, left - size);
		text += size;
		left -= size;
	}
	strbuf_add_char(json, '"');
}

void export_string(const struct manner *manner, const char *text)
{
	struct strbuf json;

	strbuf_init(&json);
	add_string(&json, text, manner->ascii);
	fwrite(json.text, 1, json.length, manner->out);
	strbuf_clear(&json);
}

/* An entry being written: all of it goes out at once. */
struct object {
	struct strbuf json;
	bool ascii;
	const struct catalogue *catalogue;
	entry_t entry;
};

static inline void add(struct object *object, const char *json)
{
	strbuf_add(&object->json, json);
}

static void add_text(struct object *object, const char *text)
{
	add_string(&object->json, text, object->ascii);
}

/* A flag that is absent has its default; nobody knows that of cacheable. */
static void add_flag(struct object *object, enum field field)
{
	if (catalogue_text(object->catalogue, object->entry, field) != NULL)
		add(object, catalogue_flag(object->catalogue, object->entry,
					   field) ?
				    "true" :
				    "false");
	else
		add(object, field == FIELD_CACHEABLE ? "null" :
			    field == FIELD_OFFICIAL  ? "true" :
						       "false");
}

static void add_key(struct object *object, const char *before, const char *key)
{
	add(object, before);
	add(object, key);
	add(object, "\": ");
}

/* The records inside a choice. */
static void add_houses(struct object *object, size_t item)
{
	size_t houses =
		catalogue_houses(object->catalogue, object->entry, item);
	size_t count;
	const struct part_rule *parts = schema_parts(FIELD_HOUSES, &count);

	add(object, "[");
	for (size_t house = 0; house < houses; house++) {
		add(object, house == 0 ? "{" : ", {");
		for (size_t part = 0; part < count; part++) {
			add_key(object, part == 0 ? "\"" : ", \"",
				parts[part].key);
			add_text(object,
				 catalogue_house(object->catalogue,
						 object->entry, item, house,
						 part));
		}
		add(object, "}");
	}
	add(object, "]");
}

static void add_record(struct object *object, enum field field, size_t item)
{
	size_t count;
	const struct part_rule *parts = schema_parts(field, &count);

	add(object, "{");
	for (size_t part = 0; part < count; part++) {
		add_key(object, part == 0 ? "\"" : ", \"", parts[part].key);
		if (parts[part].type == TYPE_HOUSES)
			add_houses(object, item);
		else
			add_text(object, catalogue_item(object->catalogue,
							object->entry, field,
							item, part));
	}
	add(object, "}");
}

static void add_list(struct object *object, enum field field)
{
	size_t count =
		catalogue_items(object->catalogue, object->entry, field);
	enum type type = schema_field(field)->type;

	add(object, "[");
	for (size_t i = 0; i < count; i++) {
		if (i > 0)
			add(object, ", ");
		if (type == TYPE_RECORDS) {
			add_record(object, field, i);
			continue;
		}
		add(object, type == TYPE_LINKS ? "{\"id\": " : "");
		add_text(object, catalogue_item(object->catalogue,
						object->entry, field, i, 0));
		add(object, type == TYPE_LINKS ? "}" : "");
	}
	add(object, "]");
}

static void add_field(struct object *object, enum field field)
{
	const struct field_rule *rule = schema_field(field);

	add_key(object, field == 0 ? "\n  {\n    \"" : ",\n    \"",
		rule->key);
	switch (rule->type) {
	case TYPE_FLAG:
		add_flag(object, field);
		break;
	case TYPE_LIST:
	case TYPE_LINKS:
	case TYPE_EMITTERS:
	case TYPE_RECORDS:
		add_list(object, field);
		break;
	default:
		add_text(object, catalogue_text(object->catalogue,
						object->entry, field));
	}
}

/* The page of an origin belongs to no class, nor does a reason. */
static const char *class_text(const struct catalogue *catalogue, entry_t entry)
{
	enum sort sort = catalogue_sort(catalogue, entry);

	if (sort == SORT_ORIGIN || sort == SORT_REASON)
		return NULL;
	return class_names.texts[catalogue_class(catalogue, entry)];
}

static void add_object(struct object *object)
{
	for (enum field field = 0; field < FIELD_COUNT; field++)
		add_field(object, field);
	add_key(object, ",\n    \"", "class");
	add_text(object, class_text(object->catalogue, object->entry));
	add_key(object, ",\n    \"", "catalogue");
	add_text(object, catalogue_name(object->catalogue, object->entry));
	add(object, "\n  }");
}

void export_json(const struct manner *manner, const struct catalogue *catalogue,
		 const entry_t *entries, size_t count)
{
	struct object object = {
		.ascii = manner->ascii,
		.catalogue = catalogue,
	};

	strbuf_init(&object.json);
	add(&object, "[");
	for (size_t i = 0; i < count; i++) {
		object.entry = entries[i];
		add_object(&object);
		add(&object, i + 1 < count ? "," : "\n");
		fwrite(object.json.text, 1, object.json.length, manner->out);
		strbuf_reset(&object.json);
	}
	add(&object, "]\n");
	fwrite(object.json.text, 1, object.json.length, manner->out);
	strbuf_clear(&object.json);
}

static void put_cell(const struct manner *manner, const char *text)
{
	struct strbuf ascii;

	strbuf_init(&ascii);
	for (text = show_text(manner, text == NULL ? "" : text, &ascii);
	     *text != '\0'; text++) {
		if (*text == '\t')
			fputs("\\t", manner->out);
		else if (*text == '\n')
			fputs("\\n", manner->out);
		else if (*text == '\\')
			fputs("\\\\", manner->out);
		else
			fputc(*text, manner->out);
	}
	strbuf_clear(&ascii);
}

static const enum field columns[] = { FIELD_ID,     FIELD_CODE,   FIELD_PHRASE,
				      FIELD_KIND,   FIELD_VENDOR, FIELD_STATE,
				      FIELD_SUMMARY };

enum { COLUMNS = sizeof(columns) / sizeof(*columns) };

/* Whether anything came from a catalogue of the user. */
static bool has_own(const struct catalogue *catalogue)
{
	for (entry_t i = 0; i < catalogue_count(catalogue); i++) {
		if (catalogue_is_user(catalogue, i))
			return true;
	}
	return false;
}

/* The last cell of a line: the catalogue, where there are several. */
static void end_line(const struct manner *manner, bool several,
		     const char *catalogue)
{
	if (several) {
		fputc('\t', manner->out);
		put_cell(manner, catalogue);
	}
	fputc('\n', manner->out);
}

void export_tsv(const struct manner *manner, const struct catalogue *catalogue,
		const entry_t *entries, size_t count)
{
	bool several = has_own(catalogue);

	for (size_t k = 0; k < COLUMNS; k++) {
		fputs(k == 0 ? "" : "\t", manner->out);
		put_cell(manner, schema_field(columns[k])->key);
	}
	end_line(manner, several, "catalogue");
	for (size_t i = 0; i < count; i++) {
		for (size_t k = 0; k < COLUMNS; k++) {
			fputs(k == 0 ? "" : "\t", manner->out);
			put_cell(manner, catalogue_text(catalogue, entries[i],
							columns[k]));
		}
		end_line(manner, several,
			 catalogue_name(catalogue, entries[i]));
	}
}

/*
 * A JSON writer is small; what reads it is not.  So this is ours, and the
 * tests read what it writes with a real parser.
 */
#include "cli/export.h"

#include <stdint.h>
#include <string.h>

#include "base/text.h"

/* A character as one escape, or as two of its surrogates. */
static void put_escape(FILE *out, uint32_t character)
{
	if (character < 0x10000) {
		fprintf(out, "\\u%04x", (unsigned int)character);
		return;
	}
	character -= 0x10000;
	fprintf(out, "\\u%04x\\u%04x",
		(unsigned int)(0xd800 + (character >> 10)),
		(unsigned int)(0xdc00 + (character & 0x3ff)));
}

/* Bytes at `text` that stand for themselves. */
static size_t plain_length(const struct manner *manner, const char *text)
{
	size_t length = 0;

	for (;; length++) {
		unsigned char byte = (unsigned char)text[length];

		if (byte < 0x20 || byte == '"' || byte == '\\' ||
		    byte == 0x7f || (byte >= 0x80 && manner->ascii))
			return length;
	}
}

void export_string(const struct manner *manner, const char *text)
{
	FILE *out = manner->out;

	if (text == NULL) {
		fputs("null", out);
		return;
	}
	fputc('"', out);
	for (;;) {
		size_t length = plain_length(manner, text);
		uint32_t character;

		fwrite(text, 1, length, out);
		text += length;
		if (*text == '\0')
			break;
		text += text_decode(text, strlen(text), &character);
		if (character == '"' || character == '\\')
			fprintf(out, "\\%c", (char)character);
		else if (character == '\n')
			fputs("\\n", out);
		else
			put_escape(out, character);
	}
	fputc('"', out);
}

/* A flag that is absent has its default; nobody knows that of cacheable. */
static void put_flag(FILE *out, const struct catalogue *catalogue,
		     entry_t entry, enum field field)
{
	if (catalogue_text(catalogue, entry, field) != NULL)
		fputs(catalogue_flag(catalogue, entry, field) ? "true" :
								"false",
		      out);
	else
		fputs(field == FIELD_CACHEABLE ? "null" :
		      field == FIELD_OFFICIAL  ? "true" :
						 "false",
		      out);
}

/* A key of a record on one line. */
static void put_key(const struct manner *manner, bool first, const char *key)
{
	fprintf(manner->out, "%s\"%s\": ", first ? "" : ", ", key);
}

/* The records inside a choice. */
static void put_houses(const struct manner *manner,
		       const struct catalogue *catalogue, entry_t entry,
		       size_t item)
{
	size_t houses = catalogue_houses(catalogue, entry, item);
	size_t count;
	const struct part_rule *parts = schema_parts(FIELD_HOUSES, &count);

	fputc('[', manner->out);
	for (size_t house = 0; house < houses; house++) {
		fputs(house == 0 ? "{" : ", {", manner->out);
		for (size_t part = 0; part < count; part++) {
			put_key(manner, part == 0, parts[part].key);
			export_string(manner, catalogue_house(catalogue, entry,
							   item, house, part));
		}
		fputc('}', manner->out);
	}
	fputc(']', manner->out);
}

static void put_record(const struct manner *manner,
		       const struct catalogue *catalogue, entry_t entry,
		       enum field field, size_t item)
{
	size_t count;
	const struct part_rule *parts = schema_parts(field, &count);

	fputc('{', manner->out);
	for (size_t part = 0; part < count; part++) {
		put_key(manner, part == 0, parts[part].key);
		if (parts[part].type == TYPE_HOUSES)
			put_houses(manner, catalogue, entry, item);
		else
			export_string(manner, catalogue_item(catalogue, entry,
							  field, item, part));
	}
	fputc('}', manner->out);
}

static void put_list(const struct manner *manner,
		     const struct catalogue *catalogue, entry_t entry,
		     enum field field)
{
	size_t count = catalogue_items(catalogue, entry, field);
	enum type type = schema_field(field)->type;

	fputc('[', manner->out);
	for (size_t i = 0; i < count; i++) {
		fputs(i == 0 ? "" : ", ", manner->out);
		if (type == TYPE_RECORDS) {
			put_record(manner, catalogue, entry, field, i);
			continue;
		}
		fputs(type == TYPE_LINKS ? "{\"id\": " : "", manner->out);
		export_string(manner,
			   catalogue_item(catalogue, entry, field, i, 0));
		fputs(type == TYPE_LINKS ? "}" : "", manner->out);
	}
	fputc(']', manner->out);
}

static void put_field(const struct manner *manner,
		      const struct catalogue *catalogue, entry_t entry,
		      enum field field)
{
	const struct field_rule *rule = schema_field(field);

	fprintf(manner->out, "    \"%s\": ", rule->key);
	switch (rule->type) {
	case TYPE_FLAG:
		put_flag(manner->out, catalogue, entry, field);
		break;
	case TYPE_LIST:
	case TYPE_LINKS:
	case TYPE_EMITTERS:
	case TYPE_RECORDS:
		put_list(manner, catalogue, entry, field);
		break;
	default:
		export_string(manner, catalogue_text(catalogue, entry, field));
	}
	fputs(",\n", manner->out);
}

/* The page of an origin belongs to no class, nor does a reason. */
static const char *class_text(const struct catalogue *catalogue, entry_t entry)
{
	enum sort sort = catalogue_sort(catalogue, entry);

	if (sort == SORT_ORIGIN || sort == SORT_REASON)
		return NULL;
	return class_names.texts[catalogue_class(catalogue, entry)];
}

void export_json(const struct manner *manner, const struct catalogue *catalogue,
		 const entry_t *entries, size_t count)
{
	fputc('[', manner->out);
	for (size_t i = 0; i < count; i++) {
		fprintf(manner->out, "%s\n  {\n", i == 0 ? "" : ",");
		for (enum field field = 0; field < FIELD_COUNT; field++)
			put_field(manner, catalogue, entries[i], field);
		fputs("    \"class\": ", manner->out);
		export_string(manner, class_text(catalogue, entries[i]));
		fputs(",\n    \"catalogue\": ", manner->out);
		export_string(manner, catalogue_name(catalogue, entries[i]));
		fputs("\n  }", manner->out);
	}
	fputs(count == 0 ? "]\n" : "\n]\n", manner->out);
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

void export_tsv(const struct manner *manner, const struct catalogue *catalogue,
		const entry_t *entries, size_t count)
{
	for (size_t k = 0; k < COLUMNS; k++) {
		put_cell(manner, schema_field(columns[k])->key);
		fputc(k + 1 < COLUMNS ? '\t' : '\n', manner->out);
	}
	for (size_t i = 0; i < count; i++) {
		for (size_t k = 0; k < COLUMNS; k++) {
			put_cell(manner, catalogue_text(catalogue, entries[i],
							columns[k]));
			fputc(k + 1 < COLUMNS ? '\t' : '\n', manner->out);
		}
	}
}

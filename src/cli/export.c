/*
 * A JSON writer is small; what reads it is not.  So this is ours, and the
 * tests read what it writes with a real parser.
 */
#include "cli/export.h"

#include <string.h>

/* Text is UTF-8 and has no control character but the newline. */
static void put_string(FILE *out, const char *text)
{
	if (text == NULL) {
		fputs("null", out);
		return;
	}
	fputc('"', out);
	for (; *text != '\0'; text++) {
		unsigned char byte = (unsigned char)*text;

		if (byte == '"' || byte == '\\')
			fprintf(out, "\\%c", byte);
		else if (byte == '\n')
			fputs("\\n", out);
		else if (byte < 0x20 || byte == 0x7f)
			fprintf(out, "\\u%04x", byte);
		else
			fputc(byte, out);
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

static void put_record(FILE *out, const struct catalogue *catalogue,
		       entry_t entry, enum field field, size_t item)
{
	size_t count;
	const struct part_rule *parts = schema_parts(field, &count);

	fputc('{', out);
	for (size_t part = 0; part < count; part++) {
		fprintf(out, "%s\"%s\": ", part == 0 ? "" : ", ",
			parts[part].key);
		put_string(out, catalogue_item(catalogue, entry, field, item,
					       part));
	}
	fputc('}', out);
}

static void put_list(FILE *out, const struct catalogue *catalogue,
		     entry_t entry, enum field field)
{
	size_t count = catalogue_items(catalogue, entry, field);
	bool records = schema_field(field)->type == TYPE_RECORDS;

	fputc('[', out);
	for (size_t i = 0; i < count; i++) {
		fputs(i == 0 ? "" : ", ", out);
		if (records)
			put_record(out, catalogue, entry, field, i);
		else
			put_string(out, catalogue_item(catalogue, entry,
						       field, i, 0));
	}
	fputc(']', out);
}

static void put_field(FILE *out, const struct catalogue *catalogue,
		      entry_t entry, enum field field)
{
	const struct field_rule *rule = schema_field(field);

	fprintf(out, "    \"%s\": ", rule->key);
	switch (rule->type) {
	case TYPE_FLAG:
		put_flag(out, catalogue, entry, field);
		break;
	case TYPE_LIST:
	case TYPE_EMITTERS:
	case TYPE_RECORDS:
		put_list(out, catalogue, entry, field);
		break;
	default:
		put_string(out, catalogue_text(catalogue, entry, field));
	}
	fputs(",\n", out);
}

/* The page of an origin belongs to no class. */
static const char *class_text(const struct catalogue *catalogue, entry_t entry)
{
	const char *id = catalogue_id(catalogue, entry);

	if (strncmp(id, "vendor:", 7) == 0)
		return NULL;
	return class_names.texts[catalogue_class(catalogue, entry)];
}

void export_json(FILE *out, const struct catalogue *catalogue,
		 const entry_t *entries, size_t count)
{
	fputc('[', out);
	for (size_t i = 0; i < count; i++) {
		fprintf(out, "%s\n  {\n", i == 0 ? "" : ",");
		for (enum field field = 0; field < FIELD_COUNT; field++)
			put_field(out, catalogue, entries[i], field);
		fputs("    \"class\": ", out);
		put_string(out, class_text(catalogue, entries[i]));
		fputs(",\n    \"catalogue\": ", out);
		put_string(out, catalogue_name(catalogue, entries[i]));
		fputs("\n  }", out);
	}
	fputs(count == 0 ? "]\n" : "\n]\n", out);
}

static void put_cell(FILE *out, const char *text, char end)
{
	for (; text != NULL && *text != '\0'; text++) {
		if (*text == '\t')
			fputs("\\t", out);
		else if (*text == '\n')
			fputs("\\n", out);
		else if (*text == '\\')
			fputs("\\\\", out);
		else
			fputc(*text, out);
	}
	fputc(end, out);
}

void export_tsv(FILE *out, const struct catalogue *catalogue,
		const entry_t *entries, size_t count)
{
	static const enum field columns[] = { FIELD_ID,	   FIELD_CODE,
					      FIELD_PHRASE, FIELD_KIND,
					      FIELD_VENDOR, FIELD_STATE,
					      FIELD_SUMMARY };
	enum { COLUMNS = sizeof(columns) / sizeof(*columns) };

	for (size_t k = 0; k < COLUMNS; k++)
		put_cell(out, schema_field(columns[k])->key,
			 k + 1 < COLUMNS ? '\t' : '\n');
	for (size_t i = 0; i < count; i++) {
		for (size_t k = 0; k < COLUMNS; k++)
			put_cell(out,
				 catalogue_text(catalogue, entries[i],
						columns[k]),
				 k + 1 < COLUMNS ? '\t' : '\n');
	}
}

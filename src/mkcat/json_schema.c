#include "mkcat/json_schema.h"

#include <stdbool.h>

#include "catalogue/schema.h"

static void print_choice(FILE *out, const struct names *names)
{
	fputs("\"enum\": [", out);
	for (size_t i = 0; i < names->count; i++)
		fprintf(out, "%s\"%s\"", i == 0 ? "" : ", ", names->texts[i]);
	fputc(']', out);
}

static void print_scalar(FILE *out, enum type type)
{
	switch (type) {
	case TYPE_FLAG:
		fputs("\"enum\": [\"yes\", \"no\", true, false]", out);
		break;
	case TYPE_DATE:
		fputs("\"type\": \"string\", \"format\": \"date\"", out);
		break;
	case TYPE_URL:
		fputs("\"type\": \"string\", \"pattern\": \"^https://\"", out);
		break;
	default:
		if (schema_choices(type) != NULL)
			print_choice(out, schema_choices(type));
		else
			fputs("\"type\": [\"string\", \"number\", "
			      "\"boolean\"]",
			      out);
	}
}

static void print_required(FILE *out, const struct part_rule *parts,
			   size_t count)
{
	bool first = true;

	fputs("\"required\": [", out);
	for (size_t i = 0; i < count; i++) {
		if (parts[i].need != NEED_ALWAYS)
			continue;
		fprintf(out, "%s\"%s\"", first ? "" : ", ", parts[i].key);
		first = false;
	}
	fputc(']', out);
}

/* The list of records that a part is, on one line. */
static void print_houses(FILE *out)
{
	size_t count;
	const struct part_rule *parts = schema_parts(FIELD_HOUSES, &count);

	fputs("\"type\": \"array\", \"minItems\": 1, \"items\": { "
	      "\"type\": \"object\", \"additionalProperties\": false, "
	      "\"properties\": {",
	      out);
	for (size_t i = 0; i < count; i++) {
		fprintf(out, "%s \"%s\": { \"description\": \"%s\", ",
			i == 0 ? "" : ",", parts[i].key, parts[i].help);
		print_scalar(out, parts[i].type);
		fputs(" }", out);
	}
	fputs(" }, ", out);
	print_required(out, parts, count);
	fputs(" }", out);
}

static void print_record(FILE *out, enum field field)
{
	size_t count;
	const struct part_rule *parts = schema_parts(field, &count);

	fputs("\"type\": \"array\", \"minItems\": 1, \"items\": {\n"
	      "          \"type\": \"object\", "
	      "\"additionalProperties\": false,\n"
	      "          \"properties\": {",
	      out);
	for (size_t i = 0; i < count; i++) {
		fprintf(out,
			"%s\n            \"%s\": { \"description\": \"%s\", ",
			i == 0 ? "" : ",", parts[i].key, parts[i].help);
		if (parts[i].type == TYPE_HOUSES)
			print_houses(out);
		else
			print_scalar(out, parts[i].type);
		fputs(" }", out);
	}
	fputs("\n          },\n          ", out);
	print_required(out, parts, count);
	fputs("\n        }", out);
}

/* The key of an entry or a note, whose value is like that of `field`. */
static void print_key(FILE *out, const char *key, const char *help,
		      enum field field, bool first)
{
	const struct field_rule *rule = schema_field(field);

	fprintf(out,
		"%s\n      \"%s\": {\n        \"description\": \"%s\",\n       "
		" ",
		first ? "" : ",", key, help);
	if (rule->type == TYPE_RECORDS) {
		print_record(out, field);
	} else if (rule->type == TYPE_LIST || rule->type == TYPE_LINKS ||
		   rule->type == TYPE_EMITTERS) {
		fputs("\"type\": \"array\", \"minItems\": 1, \"items\": { ",
		      out);
		print_scalar(out,
			     rule->type == TYPE_LIST ? TYPE_TEXT : rule->type);
		fputs(" }", out);
	} else {
		print_scalar(out, rule->type);
	}
	fputs("\n      }", out);
}

static void print_entry(FILE *out)
{
	bool first = true;

	fputs("    \"type\": \"object\",\n"
	      "    \"additionalProperties\": false,\n"
	      "    \"properties\": {",
	      out);
	for (enum field field = 0; field < FIELD_COUNT; field++) {
		const struct field_rule *rule = schema_field(field);

		if (rule->need != NEED_NEVER)
			print_key(out, rule->key, rule->help, field,
				  field == 0);
	}
	fputs("\n    },\n    \"required\": [", out);
	for (enum field field = 0; field < FIELD_COUNT; field++) {
		if (schema_field(field)->need != NEED_ALWAYS)
			continue;
		fprintf(out, "%s\"%s\"", first ? "" : ", ",
			schema_field(field)->key);
		first = false;
	}
	fputs("]\n", out);
}

static void print_note(FILE *out)
{
	const char *note = schema_note(NOTE_TO)->key;

	fputs("    \"type\": \"object\",\n"
	      "    \"additionalProperties\": false,\n"
	      "    \"properties\": {",
	      out);
	for (enum note_key key = 0; key < NOTE_COUNT; key++) {
		const struct note_rule *rule = schema_note(key);

		print_key(out, rule->key, rule->help, rule->like, key == 0);
	}
	fprintf(out,
		"\n    },\n    \"required\": [\"%s\"],\n"
		"    \"minProperties\": 2\n",
		note);
}

/* What has the key `note` is one; anything else is an entry. */
void json_schema_print(FILE *out)
{
	fprintf(out,
		"{\n"
		"  \"$schema\": \"http://json-schema.org/draft-07/schema#\",\n"
		"  \"title\": \"httree catalogue\",\n"
		"  \"description\": \"Made by mkcat --schema. Do not edit.\",\n"
		"  \"type\": \"array\",\n"
		"  \"items\": {\n"
		"    \"type\": \"object\",\n"
		"    \"if\": { \"required\": [\"%s\"] },\n"
		"    \"then\": { \"$ref\": \"#/definitions/note\" },\n"
		"    \"else\": { \"$ref\": \"#/definitions/entry\" }\n"
		"  },\n"
		"  \"definitions\": { \"entry\": {\n",
		schema_note(NOTE_TO)->key);
	print_entry(out);
	fputs("  }, \"note\": {\n", out);
	print_note(out);
	fputs("  } }\n}\n", out);
}

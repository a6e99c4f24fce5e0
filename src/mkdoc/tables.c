#include "mkdoc/tables.h"

#include "catalogue/schema.h"

static void put_choices(FILE *out, const struct names *names)
{
	for (size_t i = 0; i < names->count; i++)
		fprintf(out, "%s`%s`", i == 0 ? "" : ", ", names->texts[i]);
}

static void put_type(FILE *out, enum type type)
{
	static const char *const texts[] = {
		[TYPE_ID] = "id",
		[TYPE_CODE] = "code",
		[TYPE_NUMBER] = "code",
		[TYPE_TEXT] = "text",
		[TYPE_PROSE] = "prose",
		[TYPE_VERBATIM] = "verbatim",
		[TYPE_FLAG] = "`yes`, `no`",
		[TYPE_DATE] = "date",
		[TYPE_URL] = "URL",
		[TYPE_LINK] = "id",
		[TYPE_KIND] = "",
		[TYPE_STATE] = "",
		[TYPE_FINALITY] = "",
		[TYPE_LEVEL] = "",
		[TYPE_OVERVIEW] = "",
		[TYPE_LIST] = "list of text",
		[TYPE_LINKS] = "list of ids",
		[TYPE_EMITTERS] = "list of ",
		[TYPE_RECORDS] = "records",
		[TYPE_HOUSES] = "records",
	};

	fputs(texts[type], out);
	if (schema_choices(type) != NULL)
		put_choices(out, schema_choices(type));
}

static const char *need_text(enum need need)
{
	static const char *const texts[] = {
		[NEED_ALWAYS] = "R",
		[NEED_CODES] = "C",
		[NEED_UNASKED] = "G",
		[NEED_MAYBE] = "",
		[NEED_NEVER] = "N",
	};

	return texts[need];
}

static void put_row(FILE *out, const char *record, const char *key,
		    enum type type, enum need need, bool searched,
		    const char *help)
{
	fprintf(out, "| `%s%s%s` | %s%s | ", record,
		*record == '\0' ? "" : "[].", key, need_text(need),
		searched ? "S" : "");
	put_type(out, type);
	fprintf(out, " | %s |\n", help);
}

/* The parts of the records that the value of `key` holds. */
static void put_parts(FILE *out, const char *key, enum field field)
{
	size_t count;
	const struct part_rule *parts = schema_parts(field, &count);

	for (size_t i = 0; i < count; i++) {
		bool houses = parts[i].type == TYPE_HOUSES;

		put_row(out, key, parts[i].key, parts[i].type, parts[i].need,
			parts[i].searched != SEARCHED_NOT && !houses, parts[i].help);
		if (houses)
			put_parts(out, "choices[].houses", FIELD_HOUSES);
	}
}

void tables_fields(FILE *out)
{
	fputs("| field | | value | what it says |\n"
	      "| --- | --- | --- | --- |\n",
	      out);
	for (enum field field = 0; field < FIELD_COUNT; field++) {
		const struct field_rule *rule = schema_field(field);
		size_t count;

		schema_parts(field, &count);
		put_row(out, "", rule->key, rule->type, rule->need,
			rule->searched != SEARCHED_NOT && count == 0, rule->help);
		put_parts(out, rule->key, field);
	}
}

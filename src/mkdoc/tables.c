#include "mkdoc/tables.h"

#include <string.h>

#include "base/strbuf.h"
#include "catalogue/schema.h"
#include "logs/json_keys.h"

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

void tables_formats(FILE *out)
{
	static const struct {
		const char *text, *sign, *beside, *maker;
	} rows[] = {
#define FORMAT(name, text, origin, words, sign, beside, maker) \
	{ text, sign, beside, maker },
#include "logs/formats.def"
	};

	fputs("| format | how a line is known to be of it | what else is read | "
	      "who is said to have made the status |\n"
	      "| --- | --- | --- | --- |\n",
	      out);
	for (size_t i = 0; i < LOG_FORMATS; i++)
		fprintf(out, "| %s | %s | %s | %s |\n", rows[i].text,
			rows[i].sign, rows[i].beside, rows[i].maker);
}

/* The objects that an object is in, and itself: `http.response.` */
static void add_scope(struct strbuf *path, enum json_scope scope)
{
	const struct json_key *key;

	for (size_t i = 0; (key = json_key_at(i)) != NULL; i++) {
		if (key->says == SAYS_OPEN && key->inside == scope) {
			add_scope(path, key->scope);
			strbuf_addf(path, "%s.", key->text);
		}
	}
}

static void put_key(FILE *out, const struct json_key *key, const char *path)
{
	static const char *const says[SAYS_COUNT] = {
		[SAYS_STATUS] = "the status",
		[SAYS_SECOND] = "the status of the server behind",
		[SAYS_WORD] = "why it was sent",
		[SAYS_DETAILS] = "why it was sent, in detail",
		[SAYS_TIME] = "the time that the server behind took",
		[SAYS_HOST] = "the server behind",
		[SAYS_LENGTH] = "the bytes that it sent",
		[SAYS_CACHE] = "what the cache had",
		[SAYS_LOGGER] = "which part of Caddy wrote it",
		[SAYS_MARK] = "that it is Caddy's",
	};

	fprintf(out, "| `%s` | %s | %s |\n", path, says[key->says],
		key->format == LOG_FORMATS ? "-" :
					     log_format_row(key->format)->text);
}

/* Keys of one path stand together: `a.b` of a line, and `b` inside of `a`. */
void tables_keys(FILE *out)
{
	const struct json_key *key;
	struct strbuf path, last;

	strbuf_init(&path);
	strbuf_init(&last);
	fputs("| key | what it tells | whose line it is |\n"
	      "| --- | --- | --- |\n",
	      out);
	for (size_t i = 0; (key = json_key_at(i)) != NULL; i++) {
		if (key->says == SAYS_OPEN)
			continue;
		strbuf_reset(&path);
		add_scope(&path, key->scope);
		strbuf_add(&path, key->text);
		if (strcmp(strbuf_text(&path), strbuf_text(&last)) != 0)
			put_key(out, key, strbuf_text(&path));
		strbuf_reset(&last);
		strbuf_add(&last, strbuf_text(&path));
	}
	strbuf_clear(&last);
	strbuf_clear(&path);
}

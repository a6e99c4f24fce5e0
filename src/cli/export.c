#include "cli/export.h"

#include "cli/json.h"

void export_string(const struct manner *manner, const char *text)
{
	struct json json;

	json_begin(&json, manner->out, manner->ascii);
	json_add_string(&json, text);
	json_end(&json);
}

/* An entry being written. */
struct object {
	struct json json;
	const struct catalogue *catalogue;
	entry_t entry;
};

static inline void add(struct object *object, const char *text)
{
	json_add(&object->json, text);
}

static void add_text(struct object *object, const char *text)
{
	json_add_string(&object->json, text);
}

/* A flag that is absent has its default; nobody knows that of cacheable. */
static void add_flag(struct object *object, enum field field)
{
	if (catalogue_text(object->catalogue, object->entry, field) != NULL)
		add(object,
		    catalogue_flag(object->catalogue, object->entry, field) ?
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
			add_text(object, catalogue_house(object->catalogue,
							 object->entry, item,
							 house, part));
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
	size_t count = catalogue_items(object->catalogue, object->entry, field);
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

	add_key(object, field == 0 ? "\n  {\n    \"" : ",\n    \"", rule->key);
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
	struct object object = { .catalogue = catalogue };

	json_begin(&object.json, manner->out, manner->ascii);
	add(&object, "[");
	for (size_t i = 0; i < count; i++) {
		object.entry = entries[i];
		add_object(&object);
		add(&object, i + 1 < count ? "," : "\n");
	}
	add(&object, "]\n");
	json_end(&object.json);
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

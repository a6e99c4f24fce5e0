/*
 * It is long because each type of the schema is read here, with what is said
 * when it is something else; all share the state of one entry.
 */
#include "catalogue/reader.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/distance.h"
#include "base/file.h"
#include "base/xalloc.h"
#include "catalogue/code.h"
#include "catalogue/id.h"

void drafts_init(struct drafts *drafts)
{
	*drafts = (struct drafts){ 0 };
}

void drafts_clear(struct drafts *drafts)
{
	for (size_t i = 0; i < drafts->source_count; i++) {
		yaml_clear(&drafts->sources[i]->yaml);
		strbuf_clear(&drafts->sources[i]->text);
		free(drafts->sources[i]->catalogue);
		free(drafts->sources[i]->name);
		free(drafts->sources[i]);
	}
	free(drafts->sources);
	free(drafts->drafts);
	free(drafts->notes);
	drafts_init(drafts);
}

__attribute__((format(printf, 4, 0))) static void
add_fault(const struct source *source, struct place place,
	  struct fault_list *faults, const char *format, va_list arguments)
{
	char message[512];

	vsnprintf(message, sizeof(message), format, arguments);
	fault_add(faults, place, strbuf_text(&source->text),
		  source->text.length, "%s", message);
}

__attribute__((format(printf, 4, 5))) static void
fault_at(const struct source *source, yaml_t node, struct fault_list *faults,
	 const char *format, ...)
{
	va_list arguments;

	va_start(arguments, format);
	add_fault(source, yaml_place(&source->yaml, node), faults, format,
		  arguments);
	va_end(arguments);
}

__attribute__((format(printf, 4, 5))) static void
fault_at_key(const struct source *source, yaml_t node,
	     struct fault_list *faults, const char *format, ...)
{
	va_list arguments;

	va_start(arguments, format);
	add_fault(source, yaml_key_place(&source->yaml, node), faults, format,
		  arguments);
	va_end(arguments);
}

void draft_fault(const struct draft *draft, yaml_t node,
		 struct fault_list *faults, const char *format, ...)
{
	va_list arguments;

	va_start(arguments, format);
	add_fault(draft->source, yaml_place(&draft->source->yaml, node), faults,
		  format, arguments);
	va_end(arguments);
}

/* Whether `text` has a digit wherever `shape` has a `d`, else the same. */
static bool has_shape(const char *text, const char *shape)
{
	for (; *shape != '\0'; text++, shape++) {
		if (*shape == 'd' ? *text < '0' || *text > '9' :
				    *text != *shape)
			return false;
	}
	return *text == '\0';
}

static bool is_date(const char *text)
{
	static const int days[] = { 31, 29, 31, 30, 31, 30,
				    31, 31, 30, 31, 30, 31 };
	int year, month, day;

	if (!has_shape(text, "dddd-dd-dd") ||
	    sscanf(text, "%d-%d-%d", &year, &month, &day) != 3 || month < 1 ||
	    month > 12 || day < 1)
		return false;
	if (month == 2 && day == 29)
		return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
	return day <= days[month - 1];
}

/* What a text of `type` must be, when `text` is not that; else NULL. */
static const char *expected_of(enum type type, const char *text)
{
	struct code code;

	switch (type) {
	case TYPE_ID:
	case TYPE_LINK:
	case TYPE_LINKS:
		return id_valid(text) ?
			       NULL :
			       "an id such as 404, nginx:499 or class:4xx";
	case TYPE_CODE:
		return code_parse(text, &code) ?
			       NULL :
			       "a code such as 404, 404.7, 600-699 or 7xx, "
			       "or the word of a reason";
	case TYPE_NUMBER:
		return code_parse(text, &code) && !code_is_word(&code) ?
			       NULL :
			       "a code such as 404, 404.7, 600-699 or 7xx";
	case TYPE_FLAG:
		return strcmp(text, "yes") == 0 || strcmp(text, "no") == 0 ?
			       NULL :
			       "yes or no";
	case TYPE_DATE:
		return is_date(text) ? NULL : "a date such as 2026-11-21";
	case TYPE_URL:
		return strncmp(text, "https://", 8) == 0 && text[8] != '\0' &&
				       strpbrk(text, " \n\"<>") == NULL ?
			       NULL :
			       "a URL that begins with https://";
	default:
		return NULL;
	}
}

/* Whether a text of the type is one line, whatever lines it has in the file. */
static bool is_line(enum type type)
{
	return type != TYPE_PROSE && type != TYPE_VERBATIM;
}

/* What a block ends with does not count. */
static bool has_break(const char *text)
{
	const char *at = strchr(text, '\n');

	return at != NULL && at[1] != '\0';
}

static void check_choice(const struct source *source, yaml_t node,
			 const struct names *names, struct fault_list *faults)
{
	const char *text = yaml_text(&source->yaml, node);
	struct strbuf list;

	if (names_find(names, text) < names->count)
		return;
	strbuf_init(&list);
	for (size_t i = 0; i < names->count; i++)
		strbuf_addf(&list, "%s%s", i == 0 ? "" : ", ", names->texts[i]);
	fault_at(source, node, faults, "'%s' is not known here; expected %s",
		 text, strbuf_text(&list));
	strbuf_clear(&list);
}

static void check_text(const struct source *source, yaml_t node, enum type type,
		       const char *key, struct fault_list *faults)
{
	const struct yaml_node *value = yaml_node(&source->yaml, node);
	const char *text, *expected;

	if (value->kind != YAML_TEXT) {
		fault_at(source, node, faults,
			 "'%s' is a list or a record; expected text", key);
		return;
	}
	text = yaml_text(&source->yaml, node);
	expected = expected_of(type, text);
	if (text[strspn(text, " \n")] == '\0')
		fault_at(source, node, faults,
			 "'%s' is empty; expected text, or no such key", key);
	else if (expected != NULL)
		fault_at(source, node, faults, "'%s' is '%s'; expected %s", key,
			 text, expected);
	else if (is_line(type) && has_break(text))
		fault_at(source, node, faults,
			 "'%s' has a line break; expected one line", key);
	else if (type != TYPE_EMITTERS && schema_choices(type) != NULL)
		check_choice(source, node, schema_choices(type), faults);
}

static const char *nearest_field(const char *key)
{
	const char *nearest = NULL;
	size_t best = 3;

	for (enum field field = 0; field < FIELD_COUNT; field++) {
		const char *other = schema_field(field)->key;
		size_t far =
			distance(key, strlen(key), other, strlen(other), 2);

		if (far < best) {
			best = far;
			nearest = other;
		}
	}
	return nearest;
}

static void check_houses(const struct source *source, yaml_t list,
			 const char *key, struct fault_list *faults);

/* A record of `field`, which is the value of `key`. */
static void check_record(const struct source *source, yaml_t record,
			 enum field field, const char *key,
			 struct fault_list *faults)
{
	const struct yaml *yaml = &source->yaml;
	bool present[PART_LIMIT] = { false };
	size_t count;
	const struct part_rule *parts = schema_parts(field, &count);

	if (yaml_node(yaml, record)->kind != YAML_MAP) {
		fault_at(
			source, record, faults,
			"an item of '%s' is not a record; expected { %s: ... }",
			key, parts[0].key);
		return;
	}
	for (yaml_t value = yaml_node(yaml, record)->first; value != YAML_NONE;
	     value = yaml_node(yaml, value)->next) {
		const char *name = yaml_key(yaml, value);
		size_t part = 0;

		while (part < count && strcmp(parts[part].key, name) != 0)
			part++;
		if (part == count) {
			fault_at_key(source, value, faults,
				     "unknown key '%s' in '%s'; expected '%s'",
				     name, key, parts[0].key);
			continue;
		}
		present[part] = true;
		if (parts[part].type == TYPE_HOUSES)
			check_houses(source, value, name, faults);
		else
			check_text(source, value, parts[part].type, name,
				   faults);
	}
	for (size_t part = 0; part < count; part++) {
		if (!present[part] && parts[part].need == NEED_ALWAYS)
			fault_at(source, record, faults,
				 "an item of '%s' has no '%s'; expected one",
				 key, parts[part].key);
	}
}

/* Whether the value of `key` is a list; a fault when it has no item. */
static bool is_list(const struct source *source, yaml_t list, const char *key,
		    struct fault_list *faults)
{
	const struct yaml_node *node = yaml_node(&source->yaml, list);

	if (node->kind != YAML_LIST)
		fault_at(source, list, faults, "'%s' is %s; expected a list",
			 key, node->kind == YAML_MAP ? "a record" : "text");
	else if (node->first == YAML_NONE)
		fault_at(source, list, faults,
			 "'%s' is empty; expected an item, or no such key",
			 key);
	return node->kind == YAML_LIST;
}

/* The records inside a record, which hold no further ones. */
static void check_houses(const struct source *source, yaml_t list,
			 const char *key, struct fault_list *faults)
{
	if (!is_list(source, list, key, faults))
		return;
	for (yaml_t item = yaml_node(&source->yaml, list)->first;
	     item != YAML_NONE; item = yaml_node(&source->yaml, item)->next)
		check_record(source, item, FIELD_HOUSES, key, faults);
}

static void check_list(const struct source *source, yaml_t list,
		       enum field field, struct fault_list *faults)
{
	const struct yaml *yaml = &source->yaml;
	const struct field_rule *rule = schema_field(field);

	if (!is_list(source, list, rule->key, faults))
		return;
	for (yaml_t item = yaml_node(yaml, list)->first; item != YAML_NONE;
	     item = yaml_node(yaml, item)->next) {
		if (rule->type == TYPE_RECORDS) {
			check_record(source, item, field, rule->key, faults);
			continue;
		}
		check_text(source, item, rule->type, rule->key, faults);
		if (rule->type == TYPE_EMITTERS &&
		    yaml_node(yaml, item)->kind == YAML_TEXT)
			check_choice(source, item, &emitter_names, faults);
	}
}

static void check_value(const struct source *source, yaml_t value,
			enum field field, struct fault_list *faults)
{
	const struct field_rule *rule = schema_field(field);

	if (rule->type == TYPE_RECORDS || rule->type == TYPE_LIST ||
	    rule->type == TYPE_LINKS || rule->type == TYPE_EMITTERS)
		check_list(source, value, field, faults);
	else
		check_text(source, value, rule->type, rule->key, faults);
}

static void report_unknown(const struct source *source, yaml_t value,
			   struct fault_list *faults)
{
	const char *key = yaml_key(&source->yaml, value);
	const char *nearest = nearest_field(key);

	if (nearest != NULL)
		fault_at_key(source, value, faults,
			     "unknown key '%s'; expected '%s'?", key, nearest);
	else
		fault_at_key(source, value, faults,
			     "unknown key '%s'; expected a field of an entry",
			     key);
}

static void check_needs(const struct draft *draft, struct fault_list *faults)
{
	const char *kind = draft_text(draft, FIELD_KIND);
	const char *id = draft_text(draft, FIELD_ID);
	bool page = kind != NULL && strcmp(kind, "page") == 0;
	bool guide = id != NULL && id_starts(id, "guide");

	for (enum field field = 0; field < FIELD_COUNT; field++) {
		const struct field_rule *rule = schema_field(field);

		if (draft->value[field] != YAML_NONE ||
		    rule->need == NEED_MAYBE ||
		    (rule->need == NEED_CODES && page) ||
		    (rule->need == NEED_UNASKED && guide))
			continue;
		fault_at(draft->source, draft->node, faults,
			 "the entry has no '%s'; expected one", rule->key);
	}
}

/*
 * The bytes of all texts of an entry, and one for each.  Its nodes stand
 * together, before the next entry.
 */
static size_t size_of(const struct yaml *yaml, yaml_t node)
{
	yaml_t next = yaml_node(yaml, node)->next;
	size_t end = next == YAML_NONE ? yaml->count : next;
	size_t size = 0;

	for (yaml_t at = node; at < end; at++)
		size += yaml_node(yaml, at)->length + 1;
	return size;
}

/* Read the entry at `node`; false when it is not fit to be used. */
static bool read_entry(const struct source *source, yaml_t node,
		       struct draft *draft, struct fault_list *faults)
{
	const struct yaml *yaml = &source->yaml;
	size_t before = faults->total;

	*draft = (struct draft){ .source = source, .node = node };
	for (enum field field = 0; field < FIELD_COUNT; field++)
		draft->value[field] = YAML_NONE;
	if (yaml_node(yaml, node)->kind != YAML_MAP) {
		fault_at(source, node, faults,
			 "an entry that is not a record; expected '- id: ...'");
		return false;
	}
	for (yaml_t value = yaml_node(yaml, node)->first; value != YAML_NONE;
	     value = yaml_node(yaml, value)->next) {
		enum field field = schema_find(yaml_key(yaml, value));

		if (field == FIELD_COUNT || field == FIELD_NOTES) {
			report_unknown(source, value, faults);
			continue;
		}
		draft->value[field] = value;
		check_value(source, value, field, faults);
	}
	check_needs(draft, faults);
	if (size_of(yaml, node) > ENTRY_LIMIT)
		fault_at(source, node, faults,
			 "the entry has more than %d bytes; expected fewer",
			 ENTRY_LIMIT);
	return faults->total == before;
}

/* --------------------------------------------------------------------------
 * Notes
 */

static bool is_note(const struct yaml *yaml, yaml_t node)
{
	yaml_t value = yaml_node(yaml, node)->first;

	while (value != YAML_NONE && yaml_node(yaml, node)->kind == YAML_MAP &&
	       strcmp(yaml_key(yaml, value), "note") != 0)
		value = yaml_node(yaml, value)->next;
	return value != YAML_NONE && yaml_node(yaml, node)->kind == YAML_MAP;
}

/* Check a key of a note and keep its value. */
static void take_part(struct note *note, yaml_t value,
		      struct fault_list *faults)
{
	const struct source *source = note->source;
	const char *key = yaml_key(&source->yaml, value);

	if (strcmp(key, "note") == 0) {
		note->to = value;
		check_text(source, value, TYPE_LINK, key, faults);
	} else if (strcmp(key, "text") == 0) {
		note->text = value;
		check_text(source, value, TYPE_PROSE, key, faults);
	} else if (strcmp(key, "keywords") == 0) {
		note->keywords = value;
		check_value(source, value, FIELD_KEYWORDS, faults);
	} else if (strcmp(key, "see_also") == 0) {
		note->see_also = value;
		check_value(source, value, FIELD_SEE_ALSO, faults);
	} else {
		fault_at_key(source, value, faults,
			     "unknown key '%s' in a note; expected note, text, "
			     "keywords or see_also",
			     key);
	}
}

static void read_note(struct drafts *drafts, const struct source *source,
		      yaml_t node, struct fault_list *faults)
{
	const struct yaml *yaml = &source->yaml;
	size_t before = faults->total;
	struct note note = { source,	node,	   YAML_NONE,
			     YAML_NONE, YAML_NONE, YAML_NONE };

	for (yaml_t value = yaml_node(yaml, node)->first; value != YAML_NONE;
	     value = yaml_node(yaml, value)->next)
		take_part(&note, value, faults);
	if (note.text == YAML_NONE && note.keywords == YAML_NONE &&
	    note.see_also == YAML_NONE)
		fault_at(source, node, faults,
			 "the note says nothing; expected text, keywords or "
			 "see_also");
	if (size_of(yaml, node) > ENTRY_LIMIT)
		fault_at(source, node, faults,
			 "the note has more than %d bytes; expected fewer",
			 ENTRY_LIMIT);
	if (faults->total != before)
		return;
	drafts->notes = xgrow(drafts->notes, &drafts->note_capacity,
			      drafts->note_count + 1, sizeof(*drafts->notes));
	drafts->notes[drafts->note_count++] = note;
}

static void read_source(struct drafts *drafts, struct source *source,
			struct fault_list *faults)
{
	struct draft draft;

	drafts->sources = xgrow(drafts->sources, &drafts->source_capacity,
				drafts->source_count + 1,
				sizeof(struct source *));
	drafts->sources[drafts->source_count++] = source;
	drafts->size += source->text.length;
	yaml_init(&source->yaml, source->name, strbuf_text(&source->text),
		  source->text.length, YAML_NODE_LIMIT, faults);
	for (yaml_t node = yaml_node(&source->yaml, 0)->first;
	     node != YAML_NONE; node = yaml_node(&source->yaml, node)->next) {
		if (is_note(&source->yaml, node)) {
			read_note(drafts, source, node, faults);
			continue;
		}
		if (!read_entry(source, node, &draft, faults))
			continue;
		drafts->drafts = xgrow(drafts->drafts, &drafts->capacity,
				       drafts->count + 1,
				       sizeof(*drafts->drafts));
		drafts->drafts[drafts->count++] = draft;
	}
}

/* The last part of a path, without `.yaml`. */
static char *catalogue_called(const char *path)
{
	const char *slash = strrchr(path, '/');
	const char *name = slash == NULL ? path : slash + 1;
	size_t length = strlen(name);

	if (length > 5 && strcmp(name + length - 5, ".yaml") == 0)
		length -= 5;
	return xmemdup(name, length);
}

static struct source *source_new(const char *name)
{
	struct source *source = xcalloc(1, sizeof(*source));

	source->name = xstrdup(name);
	source->catalogue = catalogue_called(name);
	strbuf_init(&source->text);
	return source;
}

static bool has_room(const struct drafts *drafts, const struct source *source,
		     struct problem *why)
{
	if (source->text.length <= CATALOGUE_LIMIT - drafts->size)
		return true;
	return problem_set(why, "with '%s' the files have more than %d bytes",
			   source->name, CATALOGUE_LIMIT);
}

bool drafts_read(struct drafts *drafts, const char *path,
		 struct fault_list *faults, struct problem *why)
{
	struct source *source = source_new(path);

	if (!file_read(path, YAML_FILE_LIMIT, &source->text, why) ||
	    !has_room(drafts, source, why)) {
		strbuf_clear(&source->text);
		free(source->catalogue);
		free(source->name);
		free(source);
		return false;
	}
	read_source(drafts, source, faults);
	return true;
}

void drafts_read_text(struct drafts *drafts, const char *name, const char *text,
		      size_t length, struct fault_list *faults)
{
	struct source *source = source_new(name);

	strbuf_add_bytes(&source->text, text, length);
	read_source(drafts, source, faults);
}

const char *draft_text(const struct draft *draft, enum field field)
{
	yaml_t value = draft->value[field];
	const struct yaml *yaml = &draft->source->yaml;

	if (value == YAML_NONE || yaml_node(yaml, value)->kind != YAML_TEXT)
		return NULL;
	return yaml_text(yaml, value);
}

yaml_t draft_items(const struct draft *draft, enum field field)
{
	yaml_t value = draft->value[field];

	return value == YAML_NONE ?
		       YAML_NONE :
		       yaml_node(&draft->source->yaml, value)->first;
}

yaml_t draft_part(const struct draft *draft, enum field field, yaml_t item,
		  size_t part)
{
	const struct yaml *yaml = &draft->source->yaml;
	size_t count;
	const struct part_rule *parts = schema_parts(field, &count);

	for (yaml_t value = yaml_node(yaml, item)->first; value != YAML_NONE;
	     value = yaml_node(yaml, value)->next) {
		if (strcmp(yaml_key(yaml, value), parts[part].key) == 0)
			return value;
	}
	return YAML_NONE;
}

enum sort draft_sort(const struct draft *draft)
{
	const char *id = draft_text(draft, FIELD_ID);
	const char *text = draft_text(draft, FIELD_CODE);
	struct code code;

	if (id_starts(id, "guide"))
		return SORT_GUIDE;
	if (id_starts(id, "class"))
		return SORT_CLASS;
	if (id_starts(id, "vendor"))
		return SORT_ORIGIN;
	if (strcmp(draft_text(draft, FIELD_KIND), "page") == 0)
		return SORT_FAMILY;
	return code_parse(text, &code) && code_is_word(&code) ? SORT_REASON :
								SORT_CODE;
}

bool drafts_in_base(const struct drafts *drafts, const char *id)
{
	return drafts->base != NULL &&
	       catalogue_find(drafts->base, id) != ENTRY_NONE;
}

#include "catalogue/form.h"

#include <string.h>

#include "base/nearest.h"
#include "catalogue/code.h"
#include "catalogue/id.h"

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

/* The number that `count` digits are. */
static int number_of(const char *digits, int count)
{
	int number = 0;

	for (int i = 0; i < count; i++)
		number = number * 10 + (digits[i] - '0');
	return number;
}

static bool is_date(const char *text)
{
	static const int days[] = { 31, 29, 31, 30, 31, 30,
				    31, 31, 30, 31, 30, 31 };
	int year, month, day;

	if (!has_shape(text, "dddd-dd-dd"))
		return false;
	year = number_of(text, 4);
	month = number_of(text + 5, 2);
	day = number_of(text + 8, 2);
	if (month < 1 || month > 12 || day < 1)
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
	source_fault(source, node, faults, "'%s' is not known here; expected %s",
		 text, strbuf_text(&list));
	strbuf_clear(&list);
}

void form_text(const struct source *source, yaml_t node, enum type type,
		       const char *key, struct fault_list *faults)
{
	const struct yaml_node *value = yaml_node(&source->yaml, node);
	const char *text, *expected;

	if (value->kind != YAML_TEXT) {
		source_fault(source, node, faults,
			 "'%s' is a list or a record; expected text", key);
		return;
	}
	text = yaml_text(&source->yaml, node);
	expected = expected_of(type, text);
	if (text[strspn(text, " \n")] == '\0')
		source_fault(source, node, faults,
			 "'%s' is empty; expected text, or no such key", key);
	else if (expected != NULL)
		source_fault(source, node, faults, "'%s' is '%s'; expected %s", key,
			 text, expected);
	else if (is_line(type) && has_break(text))
		source_fault(source, node, faults,
			 "'%s' has a line break; expected one line", key);
	else if (type != TYPE_EMITTERS && schema_choices(type) != NULL)
		check_choice(source, node, schema_choices(type), faults);
}

static void check_houses(const struct source *source, yaml_t list,
			 const char *key, struct fault_list *faults);

/* A key that is none of the parts of a record. */
static void report_part(const struct source *source, yaml_t value,
			const struct part_rule *parts, size_t count,
			const char *key, struct fault_list *faults)
{
	const char *name = yaml_key(&source->yaml, value);
	struct nearest nearest;
	struct strbuf expected;

	nearest_start(&nearest, name);
	strbuf_init(&expected);
	for (size_t i = 0; i < count; i++) {
		nearest_offer(&nearest, parts[i].key);
		strbuf_addf(&expected, "%s%s",
			    i == 0	   ? "" :
			    i + 1 == count ? " or " :
					     ", ",
			    parts[i].key);
	}
	if (nearest.found != NULL)
		source_key_fault(source, value, faults,
				 "unknown key '%s' in '%s'; expected '%s'?",
				 name, key, nearest.found);
	else
		source_key_fault(source, value, faults,
				 "unknown key '%s' in '%s'; expected %s", name,
				 key, strbuf_text(&expected));
	strbuf_clear(&expected);
}

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
		source_fault(
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
			report_part(source, value, parts, count, key, faults);
			continue;
		}
		present[part] = true;
		if (parts[part].type == TYPE_HOUSES)
			check_houses(source, value, name, faults);
		else
			form_text(source, value, parts[part].type, name,
				   faults);
	}
	for (size_t part = 0; part < count; part++) {
		if (!present[part] && parts[part].need == NEED_ALWAYS)
			source_fault(source, record, faults,
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
		source_fault(source, list, faults, "'%s' is %s; expected a list",
			 key, node->kind == YAML_MAP ? "a record" : "text");
	else if (node->first == YAML_NONE)
		source_fault(source, list, faults,
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
		form_text(source, item, rule->type, rule->key, faults);
		if (rule->type == TYPE_EMITTERS &&
		    yaml_node(yaml, item)->kind == YAML_TEXT)
			check_choice(source, item, &emitter_names, faults);
	}
}

void form_value(const struct source *source, yaml_t value,
			enum field field, struct fault_list *faults)
{
	const struct field_rule *rule = schema_field(field);

	if (rule->type == TYPE_RECORDS || rule->type == TYPE_LIST ||
	    rule->type == TYPE_LINKS || rule->type == TYPE_EMITTERS)
		check_list(source, value, field, faults);
	else
		form_text(source, value, rule->type, rule->key, faults);
}

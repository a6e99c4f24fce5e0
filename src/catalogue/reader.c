#include "catalogue/reader.h"

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/nearest.h"
#include "base/xalloc.h"
#include "catalogue/code.h"
#include "catalogue/form.h"
#include "catalogue/id.h"

void drafts_init(struct drafts *drafts)
{
	*drafts = (struct drafts){ 0 };
	intern_init(&drafts->lost);
}

void drafts_clear(struct drafts *drafts)
{
	for (size_t i = 0; i < drafts->source_count; i++)
		source_free(drafts->sources[i]);
	free(drafts->sources);
	free(drafts->drafts);
	free(drafts->notes);
	intern_clear(&drafts->lost);
	drafts_init(drafts);
}

void draft_fault(const struct draft *draft, yaml_t node,
		 struct fault_list *faults, const char *format, ...)
{
	va_list arguments;

	va_start(arguments, format);
	source_add_fault(draft->source, yaml_place(&draft->source->yaml, node),
			 faults, format, arguments);
	va_end(arguments);
}

static void report_unknown(const struct source *source, yaml_t value,
			   struct fault_list *faults)
{
	const char *key = yaml_key(&source->yaml, value);
	struct nearest nearest;

	nearest_start(&nearest, key);
	for (enum field field = 0; field < FIELD_COUNT; field++) {
		if (schema_field(field)->need != NEED_NEVER)
			nearest_offer(&nearest, schema_field(field)->key);
	}
	if (nearest.found != NULL)
		source_key_fault(source, value, faults,
			     "unknown key '%s'; expected '%s'?", key,
			     nearest.found);
	else
		source_key_fault(source, value, faults,
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
		    rule->need >= NEED_MAYBE ||
		    (rule->need == NEED_CODES && page) ||
		    (rule->need == NEED_UNASKED && guide))
			continue;
		source_fault(draft->source, draft->node, faults,
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

static void check_size(const struct source *source, yaml_t node,
		       const char *what, struct fault_list *faults)
{
	if (size_of(&source->yaml, node) > ENTRY_LIMIT)
		source_fault(source, node, faults,
			     "the %s has more than %d bytes; expected fewer",
			     what, ENTRY_LIMIT);
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
		source_fault(source, node, faults,
			 "an entry that is not a record; expected '- id: ...'");
		return false;
	}
	for (yaml_t value = yaml_node(yaml, node)->first; value != YAML_NONE;
	     value = yaml_node(yaml, value)->next) {
		enum field field = schema_find(yaml_key(yaml, value));

		if (field == FIELD_COUNT ||
		    schema_field(field)->need == NEED_NEVER) {
			report_unknown(source, value, faults);
			continue;
		}
		draft->value[field] = value;
		form_value(source, value, field, faults);
	}
	check_needs(draft, faults);
	check_size(source, node, "entry", faults);
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

static void report_unknown_in_note(const struct source *source, yaml_t value,
				   struct fault_list *faults)
{
	const char *key = yaml_key(&source->yaml, value);
	struct nearest nearest;

	nearest_start(&nearest, key);
	for (enum note_key note = 0; note < NOTE_COUNT; note++)
		nearest_offer(&nearest, schema_note(note)->key);
	if (nearest.found != NULL)
		source_key_fault(source, value, faults,
				 "unknown key '%s' in a note; expected '%s'?",
				 key, nearest.found);
	else
		source_key_fault(source, value, faults,
				 "unknown key '%s' in a note; expected note, "
				 "text, keywords or see_also",
				 key);
}

/* Check a key of a note and keep its value. */
static void take_note(struct note *note, yaml_t value,
		      struct fault_list *faults)
{
	const struct source *source = note->source;
	enum note_key key = schema_find_note(yaml_key(&source->yaml, value));
	const struct note_rule *rule = schema_note(key);

	if (key == NOTE_COUNT) {
		report_unknown_in_note(source, value, faults);
		return;
	}
	note->value[key] = value;
	if (key == NOTE_TO || key == NOTE_TEXT)
		form_text(source, value, schema_field(rule->like)->type,
			  rule->key, faults);
	else
		form_value(source, value, rule->like, faults);
}

static void add_note(struct drafts *drafts, const struct note *note)
{
	drafts->notes = xgrow(drafts->notes, &drafts->note_capacity,
			      drafts->note_count + 1, sizeof(*drafts->notes));
	drafts->notes[drafts->note_count++] = *note;
}

/* Whether the note at `node` is fit to be used. */
static bool read_note(const struct source *source, yaml_t node,
		      struct note *note, struct fault_list *faults)
{
	const struct yaml *yaml = &source->yaml;
	size_t before = faults->total;

	*note = (struct note){ .source = source, .node = node };
	for (enum note_key key = 0; key < NOTE_COUNT; key++)
		note->value[key] = YAML_NONE;
	for (yaml_t value = yaml_node(yaml, node)->first; value != YAML_NONE;
	     value = yaml_node(yaml, value)->next)
		take_note(note, value, faults);
	if (yaml_node(yaml, yaml_node(yaml, node)->first)->next == YAML_NONE)
		source_fault(source, node, faults,
			     "the note says nothing; expected text, keywords "
			     "or see_also");
	check_size(source, node, "note", faults);
	return faults->total == before;
}

/* --------------------------------------------------------------------------
 * Files
 */

static void add_draft(struct drafts *drafts, const struct draft *draft)
{
	drafts->drafts = xgrow(drafts->drafts, &drafts->capacity,
			       drafts->count + 1, sizeof(*drafts->drafts));
	drafts->drafts[drafts->count++] = *draft;
}

/* What leads to an entry that is left out leads to no wrong id. */
static void lose(struct drafts *drafts, const char *id)
{
	intern_add(&drafts->lost, id, strlen(id));
}

/* Add what stands at `node`, unless it has a fault. */
static void read_item(struct drafts *drafts, const struct source *source,
		      yaml_t node, struct fault_list *faults)
{
	struct draft draft;
	struct note note;

	if (is_note(&source->yaml, node)) {
		if (read_note(source, node, &note, faults))
			add_note(drafts, &note);
	} else if (read_entry(source, node, &draft, faults)) {
		add_draft(drafts, &draft);
	} else if (draft_text(&draft, FIELD_ID) != NULL) {
		lose(drafts, draft_text(&draft, FIELD_ID));
	}
}

static void read_source(struct drafts *drafts, struct source *source,
			struct fault_list *faults)
{
	drafts->sources = xgrow(drafts->sources, &drafts->source_capacity,
				drafts->source_count + 1,
				sizeof(struct source *));
	drafts->sources[drafts->source_count++] = source;
	drafts->size += source->text.length;
	yaml_init(&source->yaml, source->name, strbuf_text(&source->text),
		  source->text.length, YAML_NODE_LIMIT, faults);
	for (yaml_t node = yaml_node(&source->yaml, 0)->first;
	     node != YAML_NONE; node = yaml_node(&source->yaml, node)->next)
		read_item(drafts, source, node, faults);
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
		source_free(source);
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

void drafts_forget_texts(struct drafts *drafts)
{
	for (size_t i = 0; i < drafts->source_count; i++)
		strbuf_clear(&drafts->sources[i]->text);
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

bool drafts_lost(const struct drafts *drafts, const char *id)
{
	uint32_t number;

	return intern_find(&drafts->lost, id, strlen(id), &number);
}

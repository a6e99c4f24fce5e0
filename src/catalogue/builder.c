#include "catalogue/builder.h"

#include <stdlib.h>
#include <string.h>

#include "base/xalloc.h"
#include "catalogue/id.h"
#include "catalogue/index.h"
#include "catalogue/prose.h"
#include "catalogue/tree.h"

/* A draft with what decides its place in the order. */
struct candidate {
	const struct draft *draft;
	const char *id;
	struct code code;
	enum kind kind;
	enum entry_state state;
	enum code_class code_class;
	bool everyday;
};

struct builder {
	struct intern texts;
	uint32_t *lists;
	size_t list_count;
	size_t list_capacity;
	struct record *records;
	uint32_t *by_id;
	size_t count;
};

static bool is_yes(const struct draft *draft, enum field field)
{
	const char *text = draft_text(draft, field);

	return text != NULL && strcmp(text, "yes") == 0;
}

static enum code_class page_class(const char *id)
{
	size_t length = id_origin_length(id);

	if (strncmp(id, "class:", 6) == 0)
		return (enum code_class)names_find(&class_names, id_rest(id));
	return length == 6 && strncmp(id, "vendor", 6) == 0 ? CLASS_VENDORS :
							      CLASS_OUTSIDE;
}

static struct candidate candidate_of(const struct draft *draft)
{
	const char *code = draft_text(draft, FIELD_CODE);
	const char *state = draft_text(draft, FIELD_STATE);
	struct candidate candidate = {
		.draft = draft,
		.id = draft_text(draft, FIELD_ID),
		.kind = (enum kind)names_find(&kind_names,
					      draft_text(draft, FIELD_KIND)),
		.state = STATE_COUNT,
		.everyday = is_yes(draft, FIELD_EVERYDAY),
	};

	if (code != NULL)
		code_parse(code, &candidate.code);
	if (state != NULL)
		candidate.state =
			(enum entry_state)names_find(&state_names, state);
	if (candidate.kind == KIND_PAGE)
		candidate.code_class = page_class(candidate.id);
	else if (candidate.kind == KIND_WARNING)
		candidate.code_class = CLASS_WARNING;
	else
		candidate.code_class = code_class_of(&candidate.code);
	return candidate;
}

/* How little known a meaning is: registered, everyday, in use, the rest. */
static int obscurity(const struct candidate *candidate)
{
	if (id_origin_length(candidate->id) == 0)
		return 0;
	if (candidate->everyday)
		return 1;
	return state_in_use(candidate->state) ? 2 : 3;
}

static int compare_candidates(const void *a, const void *b)
{
	const struct candidate *left = a, *right = b;
	int order = (left->kind == KIND_PAGE) - (right->kind == KIND_PAGE);

	if (order == 0)
		order = (int)left->code_class - (int)right->code_class;
	if (order == 0)
		order = code_compare(&left->code, &right->code);
	if (order == 0)
		order = obscurity(left) - obscurity(right);
	/* The pages of origins go by the names that they show. */
	if (order == 0 && left->kind == KIND_PAGE)
		order = strcasecmp(draft_text(left->draft, FIELD_PHRASE),
				   draft_text(right->draft, FIELD_PHRASE));
	return order != 0 ? order : strcmp(left->id, right->id);
}

static uint32_t add_text(struct builder *builder, const char *text)
{
	uint32_t number = intern_add(&builder->texts, text, strlen(text));

	return builder->texts.offsets[number];
}

/* A block of prose ends without the newline that YAML keeps. */
static uint32_t add_value(struct builder *builder, const char *text)
{
	size_t length = strlen(text);
	uint32_t number;

	while (length > 0 && text[length - 1] == '\n')
		length--;
	number = intern_add(&builder->texts, text, length);
	return builder->texts.offsets[number];
}

static void add_number(struct builder *builder, uint32_t number)
{
	builder->lists = xgrow(builder->lists, &builder->list_capacity,
			       builder->list_count + 1,
			       sizeof(*builder->lists));
	builder->lists[builder->list_count++] = number;
}

static uint32_t add_list(struct builder *builder, const struct draft *draft,
			 enum field field)
{
	const struct yaml *yaml = &draft->source->yaml;
	uint32_t offset = (uint32_t)builder->list_count;
	size_t parts;

	schema_parts(field, &parts);
	add_number(builder, 0);
	for (yaml_t item = draft_items(draft, field); item != YAML_NONE;
	     item = yaml_node(yaml, item)->next) {
		builder->lists[offset]++;
		if (parts == 0)
			add_number(builder,
				   add_value(builder, yaml_text(yaml, item)));
		for (size_t part = 0; part < parts; part++) {
			yaml_t value = draft_part(draft, field, item, part);

			add_number(builder,
				   value == YAML_NONE ?
					   0 :
					   add_value(builder,
						     yaml_text(yaml, value)));
		}
	}
	return offset;
}

static void add_record(struct builder *builder,
		       const struct candidate *candidate)
{
	struct record *record = &builder->records[builder->count++];

	*record = (struct record){
		.code = candidate->code,
		.parent = IMAGE_NONE,
		.origin = IMAGE_NONE,
		.node = IMAGE_NONE,
		.kind = (uint8_t)candidate->kind,
		.state = (uint8_t)candidate->state,
		.code_class = (uint8_t)candidate->code_class,
		.everyday = candidate->everyday,
	};
	for (enum field field = 0; field < FIELD_COUNT; field++) {
		const char *text = draft_text(candidate->draft, field);

		if (text != NULL)
			record->value[field] = add_value(builder, text);
		else if (candidate->draft->value[field] != YAML_NONE)
			record->value[field] =
				add_list(builder, candidate->draft, field);
	}
}

static const char *record_id(const struct builder *builder, uint32_t entry)
{
	return builder->texts.blob.text +
	       builder->records[entry].value[FIELD_ID];
}

static int compare_ids(const void *a, const void *b, void *builder)
{
	return strcmp(record_id(builder, *(const uint32_t *)a),
		      record_id(builder, *(const uint32_t *)b));
}

static void sort_ids(struct builder *builder)
{
	builder->by_id = xmalloc(builder->count * sizeof(*builder->by_id));
	for (uint32_t i = 0; i < builder->count; i++)
		builder->by_id[i] = i;
	qsort_r(builder->by_id, builder->count, sizeof(*builder->by_id),
		compare_ids, builder);
}

static uint32_t find_id(const struct builder *builder, const char *id)
{
	size_t low = 0, high = builder->count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;
		uint32_t entry = builder->by_id[middle];
		int order = strcmp(id, record_id(builder, entry));

		if (order == 0)
			return entry;
		if (order < 0)
			high = middle;
		else
			low = middle + 1;
	}
	return IMAGE_NONE;
}

static uint32_t find_page(const struct builder *builder, const char *prefix,
			  const char *name, size_t length)
{
	struct strbuf id;
	uint32_t entry;

	strbuf_init(&id);
	strbuf_addf(&id, "%s:%.*s", prefix, (int)length, name);
	entry = find_id(builder, strbuf_text(&id));
	strbuf_clear(&id);
	return entry;
}

/* The parent that an entry names, else the page of its class. */
static uint32_t parent_of(const struct builder *builder, uint32_t entry)
{
	const struct record *record = &builder->records[entry];
	const char *class_name = class_names.texts[record->code_class];
	uint32_t parent;

	if (record->value[FIELD_PARENT] != 0)
		return find_id(builder, builder->texts.blob.text +
						record->value[FIELD_PARENT]);
	if (strncmp(record_id(builder, entry), "class:", 6) == 0)
		return IMAGE_NONE;
	parent = find_page(builder, "class", class_name, strlen(class_name));
	return parent;
}

static void link_records(struct builder *builder)
{
	for (uint32_t i = 0; i < builder->count; i++) {
		struct record *record = &builder->records[i];
		const char *id = record_id(builder, i);
		size_t origin = id_origin_length(id);

		record->parent = parent_of(builder, i);
		if (record->kind != KIND_PAGE && origin > 0)
			record->origin =
				find_page(builder, "vendor", id, origin);
	}
}

static void index_list(struct index_builder *index, const struct image *image,
		       const struct record *record, enum field field)
{
	const uint32_t *list = image->lists + record->value[field];
	size_t count;
	const struct part_rule *parts = schema_parts(field, &count);
	size_t step = count > 0 ? count : 1;

	for (size_t i = 0; i < *list * step; i++) {
		if (count == 0 || parts[i % step].indexed)
			index_builder_text(index, field,
					   image->text + list[1 + i]);
	}
}

/* A phrase does not run from one paragraph into the next. */
static void index_prose(struct index_builder *index, enum field field,
			const char *text, bool verbatim)
{
	struct prose prose;
	struct prose_block block;

	prose_start(&prose, text, verbatim);
	while (prose_next(&prose, &block))
		index_builder_text(index, field, block.text);
	prose_end(&prose);
}

static void index_record(struct index_builder *index,
			 const struct image *image, uint32_t entry)
{
	const struct record *record = &image->records[entry];

	index_builder_entry(index, entry);
	for (enum field field = 0; field < FIELD_COUNT; field++) {
		const struct field_rule *rule = schema_field(field);

		if (!rule->indexed || record->value[field] == 0)
			continue;
		if (rule->type == TYPE_LIST || rule->type == TYPE_RECORDS)
			index_list(index, image, record, field);
		else if (rule->type == TYPE_PROSE ||
			 rule->type == TYPE_VERBATIM)
			index_prose(index, field,
				    image->text + record->value[field],
				    rule->type == TYPE_VERBATIM);
		else
			index_builder_text(index, field,
					   image->text + record->value[field]);
	}
	if (record->origin != IMAGE_NONE)
		index_builder_text(
			index, FIELD_VENDOR,
			image->text + image->records[record->origin]
					      .value[FIELD_PHRASE]);
	if (record->code_class == CLASS_VENDORS)
		index_builder_text(index, FIELD_VENDOR,
				   id_rest(image->text +
					   record->value[FIELD_ID]));
}

static struct word_index build_index(const struct image *image)
{
	struct index_builder builder;
	struct word_index index;

	index_builder_init(&builder);
	for (uint32_t i = 0; i < image->count; i++)
		index_record(&builder, image, i);
	index = index_builder_finish(&builder);
	index_builder_clear(&builder);
	return index;
}

static void add_candidates(struct builder *builder,
			   const struct drafts *drafts)
{
	struct candidate *candidates =
		xmalloc(drafts->count * sizeof(*candidates));

	for (size_t i = 0; i < drafts->count; i++)
		candidates[i] = candidate_of(&drafts->drafts[i]);
	qsort(candidates, drafts->count, sizeof(*candidates),
	      compare_candidates);
	for (size_t i = 0; i < drafts->count; i++)
		add_record(builder, &candidates[i]);
	free(candidates);
}

/* Give what the builder holds to an image. */
static struct image *image_of(struct builder *builder, const char *name)
{
	struct image *image = xcalloc(1, sizeof(*image));

	image->name = xstrdup(name);
	image->text = builder->texts.blob.text;
	image->text_size = (uint32_t)builder->texts.blob.length;
	strbuf_init(&builder->texts.blob);
	intern_clear(&builder->texts);
	image->lists = builder->lists;
	image->list_count = (uint32_t)builder->list_count;
	image->records = builder->records;
	image->by_id = builder->by_id;
	image->count = (uint32_t)builder->count;
	return image;
}

struct image *image_build(const struct drafts *drafts, const char *name)
{
	struct builder builder = { 0 };
	struct image *image;
	struct node *nodes;

	intern_init(&builder.texts);
	add_text(&builder, "");
	add_number(&builder, 0);
	builder.records = xcalloc(drafts->count, sizeof(*builder.records));
	add_candidates(&builder, drafts);
	sort_ids(&builder);
	link_records(&builder);
	nodes = tree_build(builder.records, builder.count);
	image = image_of(&builder, name);
	image->nodes = nodes;
	image->node_count = image->count;
	image->index = build_index(image);
	return image;
}

static void free_const(const void *memory)
{
	free((void *)(uintptr_t)memory);
}

void image_free(struct image *image)
{
	if (image == NULL)
		return;
	free_const(image->name);
	free_const(image->text);
	free_const(image->lists);
	free_const(image->records);
	free_const(image->by_id);
	free_const(image->nodes);
	word_index_clear(&image->index);
	free(image);
}

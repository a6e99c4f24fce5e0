#include "catalogue/builder.h"

#include <stdlib.h>
#include <string.h>

#include "base/sort.h"
#include "base/xalloc.h"
#include "catalogue/candidate.h"
#include "catalogue/entry_words.h"
#include "catalogue/id.h"
#include "catalogue/index.h"
#include "catalogue/notes.h"
#include "catalogue/pool.h"
#include "catalogue/tree.h"

struct builder {
	struct pool pool;
	const struct catalogue *base;
	struct record *records;
	uint32_t *values; /* of `count` entries */
	uint32_t *by_id;
	size_t count;
};

static uint32_t *value_at(const struct builder *builder, size_t entry,
			  enum field field)
{
	return &builder->values[image_place(builder->count, entry, field)];
}

/* The offset of what a draft has in a field, 0 when it is absent. */
static uint32_t value_of(struct builder *builder, const struct draft *draft,
			 enum field field)
{
	const char *text = draft_text(draft, field);
	struct numbers items = { 0 };

	if (draft->value[field] == YAML_NONE ||
	    (field == FIELD_PARENT && !pool_knows(&builder->pool, text)))
		return 0;
	if (text != NULL)
		return pool_text(&builder->pool, text);
	pool_gather(&builder->pool, &items, draft, field,
		    draft_items(draft, field));
	return pool_list(&builder->pool, &items);
}

/* An entry of the base is what it was, but for what links it. */
static void copy_record(struct builder *builder, size_t to, entry_t entry)
{
	struct record *record = &builder->records[to];

	for (enum field field = 0; field < FIELD_COUNT; field++)
		*value_at(builder, to, field) =
			image_value(builder->base->image, entry, field);
	*record = builder->base->image->records[entry];
	record->reasons = record->askers = 0;
}

static void add_record(struct builder *builder, size_t to,
		       const struct candidate *candidate)
{
	const struct draft *draft = candidate->draft;
	struct record *record = &builder->records[to];

	*record = (struct record){
		.code = candidate->code,
		.parent = IMAGE_NONE,
		.origin = IMAGE_NONE,
		.node = IMAGE_NONE,
		.sort = (uint8_t)candidate->sort,
		.kind = (uint8_t)candidate->kind,
		.state = (uint8_t)candidate->state,
		.code_class = (uint8_t)candidate->code_class,
		.everyday = candidate->everyday,
	};
	if (builder->base != NULL)
		record->catalogue =
			pool_text(&builder->pool, draft->source->catalogue);
	for (enum field field = 0; field < FIELD_COUNT; field++) {
		uint32_t *value = value_at(builder, to, field);

		/* Its names have been added. */
		if (*value == 0)
			*value = value_of(builder, draft, field);
	}
}

static const char *record_id(const struct builder *builder, uint32_t entry)
{
	return pool_at(&builder->pool, *value_at(builder, entry, FIELD_ID));
}

static int compare_ids(const void *a, const void *b, const void *builder)
{
	return strcmp(record_id(builder, *(const uint32_t *)a),
		      record_id(builder, *(const uint32_t *)b));
}

static void sort_ids(struct builder *builder)
{
	builder->by_id = xmalloc(builder->count * sizeof(*builder->by_id));
	for (uint32_t i = 0; i < builder->count; i++)
		builder->by_id[i] = i;
	sort_items(builder->by_id, builder->count, sizeof(*builder->by_id),
		   compare_ids, builder);
}

/* What is built so far is a catalogue of ids. */
static uint32_t find_id(const struct builder *builder, const char *id)
{
	const struct image image = {
		.text = pool_at(&builder->pool, 0),
		.values = builder->values,
		.by_id = builder->by_id,
		.count = (uint32_t)builder->count,
	};
	const struct catalogue catalogue = { &image };

	return catalogue_find(&catalogue, id);
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

/* A guide hangs under the one that its name continues, else under the first. */
static uint32_t parent_of_guide(const struct builder *builder, const char *id)
{
	const char *name = id_rest(id);
	const char *dot = strrchr(name, '.');

	if (dot != NULL)
		return find_page(builder, "guide", name, (size_t)(dot - name));
	return strcmp(id, GUIDE_START) == 0 ? IMAGE_NONE :
					      find_id(builder, GUIDE_START);
}

/* The parent that an entry names, else the one of its sort or class. */
static uint32_t parent_of(const struct builder *builder, uint32_t entry)
{
	const struct record *record = &builder->records[entry];
	const char *id = record_id(builder, entry);
	const char *class_name = class_names.texts[record->code_class];
	uint32_t named = *value_at(builder, entry, FIELD_PARENT);

	if (named != 0)
		return find_id(builder, pool_at(&builder->pool, named));
	if (record->sort == SORT_GUIDE)
		return parent_of_guide(builder, id);
	if (record->sort == SORT_REASON)
		return find_page(builder, "vendor", id, id_origin_length(id));
	return record->sort == SORT_CLASS ?
		       IMAGE_NONE :
		       find_page(builder, "class", class_name,
				 strlen(class_name));
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

/* What one entry says of another. */
struct mention {
	uint32_t to;
	uint32_t from;
	uint32_t item;
};

struct mentions {
	struct mention *list;
	size_t count;
	size_t capacity;
};

/* The ids in the part `part` of each item of a list field. */
static struct mentions mentions_in(const struct builder *builder,
				   enum field field, size_t part)
{
	struct mentions mentions = { 0 };
	size_t parts;

	schema_parts(field, &parts);
	parts = parts > 0 ? parts : 1;
	for (uint32_t from = 0; from < builder->count; from++) {
		const uint32_t *list =
			builder->pool.lists + *value_at(builder, from, field);

		for (uint32_t item = 0; item < *list; item++) {
			const char *id =
				pool_at(&builder->pool,
					list[1 + item * parts + part]);

			mentions.list = xgrow(mentions.list, &mentions.capacity,
					      mentions.count + 1,
					      sizeof(*mentions.list));
			mentions.list[mentions.count++] =
				(struct mention){ find_id(builder, id), from,
						  item };
		}
	}
	return mentions;
}

/* What leads to one entry stays in the order of the entries and items. */
static int compare_mentions(const void *a, const void *b, const void *unused)
{
	const struct mention *left = a, *right = b;

	(void)unused;
	return (left->to > right->to) - (left->to < right->to);
}

/*
 * For each entry a list of who leads to it in this field and in which item;
 * returns where the lists are, an array of the caller's to free.
 */
static uint32_t *list_mentions(struct builder *builder, enum field field,
			       size_t part)
{
	struct mentions mentions = mentions_in(builder, field, part);
	uint32_t *offsets = xcalloc(builder->count, sizeof(*offsets));
	uint32_t last = IMAGE_NONE;

	sort_items(mentions.list, mentions.count, sizeof(*mentions.list),
		   compare_mentions, NULL);
	for (size_t i = 0; i < mentions.count; i++) {
		const struct mention *mention = &mentions.list[i];

		if (mention->to != last) {
			last = mention->to;
			offsets[last] = (uint32_t)builder->pool.list_count;
			pool_number(&builder->pool, 0);
		}
		builder->pool.lists[offsets[last]]++;
		pool_number(&builder->pool, mention->from);
		pool_number(&builder->pool, mention->item);
	}
	free(mentions.list);
	return offsets;
}

/* The other direction of `goes_with` and of the choices. */
static void link_back(struct builder *builder)
{
	uint32_t *reasons = list_mentions(builder, FIELD_GOES_WITH, 0);
	uint32_t *askers =
		list_mentions(builder, FIELD_CHOICES, PART_CHOICE_TO);

	for (size_t i = 0; i < builder->count; i++) {
		builder->records[i].reasons = reasons[i];
		builder->records[i].askers = askers[i];
	}
	free(reasons);
	free(askers);
}

/*
 * What is read of every entry, by whoever finds an id or shows the tree, stands
 * together, so that a start touches few pages of the blob.
 */
static void add_names(struct builder *builder,
		      const struct candidate *candidates)
{
	static const enum field names[] = { FIELD_ID, FIELD_CODE,
					    FIELD_PHRASE };

	for (size_t k = 0; k < sizeof(names) / sizeof(*names); k++) {
		for (size_t i = 0; i < builder->count; i++) {
			if (candidates[i].draft != NULL)
				*value_at(builder, i, names[k]) =
					value_of(builder, candidates[i].draft,
						 names[k]);
		}
	}
}

/*
 * What guides say comes first, since the first screen shows one, and so stands
 * beside the names.
 */
static void add_records(struct builder *builder,
			const struct candidate *candidates)
{
	for (int guides = 1; guides >= 0; guides--) {
		for (size_t i = 0; i < builder->count; i++) {
			if ((candidates[i].sort == SORT_GUIDE) != guides)
				continue;
			if (candidates[i].draft == NULL)
				copy_record(builder, i, candidates[i].entry);
			else
				add_record(builder, i, &candidates[i]);
		}
	}
}

/* All of the base, and the drafts that are sound, in their order. */
static void add_candidates(struct builder *builder, const struct drafts *drafts)
{
	size_t known = builder->base == NULL ? 0 :
					       catalogue_count(builder->base);
	struct candidate *candidates =
		xmalloc((known + drafts->count) * sizeof(*candidates));
	size_t count = 0;

	for (entry_t i = 0; i < known; i++)
		candidates[count++] = candidate_of_entry(builder->base, i);
	for (size_t i = 0; i < drafts->count; i++) {
		if (!drafts->drafts[i].unsound)
			candidates[count++] = candidate_of(&drafts->drafts[i]);
	}
	sort_items(candidates, count, sizeof(*candidates), candidate_compare,
		   NULL);
	builder->records = xcalloc(count, sizeof(*builder->records));
	builder->values = xcalloc(count, FIELD_COUNT * sizeof(*builder->values));
	builder->count = count;
	add_names(builder, candidates);
	add_records(builder, candidates);
	free(candidates);
}

static void add_notes(struct builder *builder, const struct drafts *drafts)
{
	uint32_t *targets = xmalloc(drafts->note_count * sizeof(*targets));

	for (size_t i = 0; i < drafts->note_count; i++) {
		const struct note *note = &drafts->notes[i];

		targets[i] = find_id(builder, yaml_text(&note->source->yaml,
							note->value[NOTE_TO]));
	}
	notes_add(&builder->pool, builder->values, builder->count, drafts,
		  targets);
	free(targets);
}

/* Give what the builder holds to an image. */
static struct image *image_of(struct builder *builder, const char *name)
{
	struct image *image = xcalloc(1, sizeof(*image));

	image->name = xstrdup(name);
	image->text = builder->pool.texts.blob.text;
	image->text_size = (uint32_t)builder->pool.texts.blob.length;
	strbuf_init(&builder->pool.texts.blob);
	intern_clear(&builder->pool.texts);
	image->lists = builder->pool.lists;
	image->list_count = (uint32_t)builder->pool.list_count;
	image->records = builder->records;
	image->values = builder->values;
	image->by_id = builder->by_id;
	image->count = (uint32_t)builder->count;
	return image;
}

struct image *image_begin(const struct drafts *drafts, const char *name)
{
	struct builder builder = { .base = drafts->base };
	struct fault_list told;
	struct draft_ids ids;
	struct image *image;

	/* An id that is used twice was told when the drafts were checked. */
	fault_list_init(&told);
	draft_ids_init(&ids, drafts, &told);
	fault_list_clear(&told);
	pool_init(&builder.pool, &ids,
		  drafts->base == NULL ? NULL : drafts->base->image);
	add_candidates(&builder, drafts);
	sort_ids(&builder);
	add_notes(&builder, drafts);
	link_records(&builder);
	link_back(&builder);
	image = image_of(&builder, name);
	draft_ids_clear(&ids);
	return image;
}

/* The records are const to whoever reads them; here is who made them. */
void image_finish(struct image *image, const struct image *base)
{
	struct record *records = (struct record *)(uintptr_t)image->records;
	struct tree tree = tree_build(records, image->count);

	image->nodes = tree.nodes;
	image->node_count = (uint32_t)tree.count;
	image->index = entry_words_index(image, base);
}

struct image *image_build(const struct drafts *drafts, const char *name)
{
	struct image *image = image_begin(drafts, name);

	image_finish(image,
		     drafts->base == NULL ? NULL : drafts->base->image);
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
	free_const(image->values);
	free_const(image->by_id);
	free_const(image->nodes);
	word_index_clear(&image->index);
	free(image);
}

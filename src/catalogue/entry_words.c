#include "catalogue/entry_words.h"

#include "catalogue/id.h"
#include "catalogue/index.h"
#include "catalogue/prose.h"

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

/* The items of a list, whose parts are those of `shape`, as words of `field`. */
static void index_items(struct index_builder *index, const struct image *image,
			uint32_t offset, enum field shape, enum field field)
{
	const uint32_t *list = image->lists + offset;
	size_t count;
	const struct part_rule *parts = schema_parts(shape, &count);
	size_t step = count > 0 ? count : 1;

	for (size_t i = 0; i < *list * step; i++) {
		if (count > 0 && parts[i % step].type == TYPE_HOUSES)
			index_items(index, image, list[1 + i], FIELD_HOUSES,
				    field);
		else if (count > 0 && parts[i % step].type == TYPE_PROSE)
			index_prose(index, field, image->text + list[1 + i],
				    false);
		else if (count == 0 || parts[i % step].searched != SEARCHED_NOT)
			index_builder_text(index, field,
					   image->text + list[1 + i]);
	}
}

static bool is_searched(const struct record *record, enum searched searched)
{
	return searched == SEARCHED_WORD ? record->sort == SORT_REASON :
				       searched != SEARCHED_NOT;
}

/* The situations in which guides lead to the entry. */
static void index_situations(struct index_builder *index,
			     const struct image *image,
			     const struct record *record)
{
	const uint32_t *askers = image->lists + record->askers;
	size_t parts;

	schema_parts(FIELD_CHOICES, &parts);
	for (uint32_t i = 0; i < *askers; i++) {
		uint32_t choices = image_value(image, askers[1 + 2 * i],
					       FIELD_CHOICES);
		const uint32_t *choice = image->lists + choices + 1 +
					 parts * askers[2 + 2 * i];

		index_builder_text(index, FIELD_CHOICES,
				   image->text + choice[PART_CHOICE_SAY]);
	}
}

static void index_record(struct index_builder *index, const struct image *image,
			 uint32_t entry)
{
	const struct record *record = &image->records[entry];

	index_builder_entry(index, entry);
	for (enum field field = 0; field < FIELD_COUNT; field++) {
		const struct field_rule *rule = schema_field(field);
		uint32_t value = image_value(image, entry, field);

		if (!is_searched(record, rule->searched) ||
		    value == 0)
			continue;
		if (rule->type == TYPE_LIST || rule->type == TYPE_RECORDS)
			index_items(index, image, value, field,
				    field);
		else if (rule->type == TYPE_PROSE ||
			 rule->type == TYPE_VERBATIM)
			index_prose(index, field,
				    image->text + value,
				    rule->type == TYPE_VERBATIM);
		else
			index_builder_text(index, field,
					   image->text + value);
	}
	index_situations(index, image, record);
	if (record->origin != IMAGE_NONE)
		index_builder_text(index, FIELD_VENDOR,
				   image->text +
					   image_value(image, record->origin,
						       FIELD_PHRASE));
	if (record->sort == SORT_ORIGIN)
		index_builder_text(
			index, FIELD_VENDOR,
			id_rest(image->text + image_value(image, entry, FIELD_ID)));
}

/*
 * Whether an entry of the base has the words that it has there.  What differs
 * is new in the image: its notes have made lists of their own, its askers are
 * more than they were, and its origin has got a page.
 */
static bool is_unchanged(const struct image *image, uint32_t entry,
			 const struct image *base, uint32_t from)
{
	const struct record *now = &image->records[entry];
	const struct record *then = &base->records[from];

	for (enum field field = 0; field < FIELD_COUNT; field++) {
		if (image_value(image, entry, field) !=
		    image_value(base, from, field))
			return false;
	}
	return image->lists[now->askers] == base->lists[then->askers] &&
	       (now->origin == IMAGE_NONE) == (then->origin == IMAGE_NONE);
}

/* What is of the base is of no catalogue but the image's own. */
static bool is_of_base(const struct image *base, const struct record *record)
{
	return base != NULL && record->catalogue == 0;
}

struct word_index entry_words_index(const struct image *image,
				    const struct image *base)
{
	struct index_builder builder;
	struct word_index index;
	uint32_t from = 0;

	index_builder_init(&builder);
	if (base != NULL)
		index_builder_base(&builder, &base->index, base->count);
	for (uint32_t i = 0; i < image->count; i++) {
		bool known = is_of_base(base, &image->records[i]);

		if (known && is_unchanged(image, i, base, from))
			index_builder_copy(&builder, i, from);
		else
			index_record(&builder, image, i);
		from += known;
	}
	index = index_builder_finish(&builder);
	index_builder_clear(&builder);
	return index;
}

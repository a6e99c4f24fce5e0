#include "catalogue/pool.h"

#include <stdlib.h>
#include <string.h>

#include "base/xalloc.h"

void pool_init(struct pool *pool, const struct draft_ids *ids,
	       const struct image *base)
{
	*pool = (struct pool){ .ids = ids };
	intern_init(&pool->texts);
	if (base == NULL) {
		pool_text(pool, "");
		pool_number(pool, 0);
		return;
	}
	strbuf_add_bytes(&pool->texts.blob, base->text, base->text_size);
	pool->lists = xgrow(NULL, &pool->list_capacity, base->list_count,
			    sizeof(*pool->lists));
	memcpy(pool->lists, base->lists,
	       base->list_count * sizeof(*pool->lists));
	pool->list_count = base->list_count;
}

uint32_t pool_text(struct pool *pool, const char *text)
{
	size_t length = strlen(text);
	uint32_t number;

	while (length > 0 && text[length - 1] == '\n')
		length--;
	number = intern_add(&pool->texts, text, length);
	return pool->texts.offsets[number];
}

void pool_number(struct pool *pool, uint32_t number)
{
	pool->lists = xgrow(pool->lists, &pool->list_capacity,
			    pool->list_count + 1, sizeof(*pool->lists));
	pool->lists[pool->list_count++] = number;
}

const char *pool_at(const struct pool *pool, uint32_t offset)
{
	return pool->texts.blob.text + offset;
}

bool pool_knows(const struct pool *pool, const char *id)
{
	const struct drafts *drafts = pool->ids->drafts;
	size_t number = draft_ids_find(pool->ids, id);

	return number < drafts->count ? !drafts->drafts[number].unsound :
					drafts_in_base(drafts, id);
}

void numbers_add(struct numbers *numbers, uint32_t number)
{
	numbers->list = xgrow(numbers->list, &numbers->capacity,
			      numbers->count + 1, sizeof(*numbers->list));
	numbers->list[numbers->count++] = number;
}

uint32_t pool_list(struct pool *pool, struct numbers *numbers)
{
	uint32_t offset = (uint32_t)pool->list_count;

	if (numbers->items > 0) {
		pool_number(pool, numbers->items);
		for (size_t i = 0; i < numbers->count; i++)
			pool_number(pool, numbers->list[i]);
	}
	free(numbers->list);
	return numbers->items > 0 ? offset : 0;
}

static bool leads(const struct pool *pool, const struct draft *draft,
		  yaml_t link)
{
	return link == YAML_NONE ||
	       pool_knows(pool, yaml_text(&draft->source->yaml, link));
}

/* Whether the links that an item must have lead to an entry. */
static bool is_sound(const struct pool *pool, const struct draft *draft,
		     enum field field, yaml_t item)
{
	size_t count;
	const struct part_rule *parts = schema_parts(field, &count);

	if (count == 0)
		return schema_field(field)->type != TYPE_LINKS ||
		       leads(pool, draft, item);
	for (size_t part = 0; part < count; part++) {
		if (parts[part].type == TYPE_LINK &&
		    parts[part].need == NEED_ALWAYS &&
		    !leads(pool, draft, draft_part(draft, field, item, part)))
			return false;
	}
	return true;
}

/* A text, or the list of the records that a part is. */
static uint32_t add_value(struct pool *pool, const struct draft *draft,
			  yaml_t value)
{
	const struct yaml *yaml = &draft->source->yaml;
	struct numbers houses = { 0 };

	if (yaml_node(yaml, value)->kind != YAML_LIST)
		return pool_text(pool, yaml_text(yaml, value));
	pool_gather(pool, &houses, draft, FIELD_HOUSES,
		    yaml_node(yaml, value)->first);
	return pool_list(pool, &houses);
}

/* A part is left out where it may be absent and leads to nothing. */
static uint32_t add_part(struct pool *pool, const struct draft *draft,
			 const struct part_rule *part, yaml_t value)
{
	if (value == YAML_NONE ||
	    (part->type == TYPE_LINK && !leads(pool, draft, value)))
		return 0;
	return add_value(pool, draft, value);
}

void pool_gather(struct pool *pool, struct numbers *numbers,
		 const struct draft *draft, enum field field, yaml_t first)
{
	const struct yaml *yaml = &draft->source->yaml;
	size_t count;
	const struct part_rule *parts = schema_parts(field, &count);

	for (yaml_t item = first; item != YAML_NONE;
	     item = yaml_node(yaml, item)->next) {
		if (!is_sound(pool, draft, field, item))
			continue;
		numbers->items++;
		if (count == 0)
			numbers_add(numbers, add_value(pool, draft, item));
		for (size_t part = 0; part < count; part++)
			numbers_add(numbers,
				    add_part(pool, draft, &parts[part],
					     draft_part(draft, field, item,
							part)));
	}
}

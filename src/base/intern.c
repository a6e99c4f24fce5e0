#include "base/intern.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/xalloc.h"

void intern_init(struct intern *table)
{
	*table = (struct intern){ 0 };
	strbuf_init(&table->blob);
}

void intern_clear(struct intern *table)
{
	strbuf_clear(&table->blob);
	free(table->offsets);
	free(table->slots);
	intern_init(table);
}

/* FNV-1a, which is short and good enough for words. */
static uint32_t hash(const char *text, size_t length)
{
	uint32_t sum = 2166136261U;

	for (size_t i = 0; i < length; i++)
		sum = (sum ^ (unsigned char)text[i]) * 16777619U;
	return sum;
}

const char *intern_text(const struct intern *table, uint32_t number)
{
	return table->blob.text + table->offsets[number];
}

static uint32_t *slot_of(const struct intern *table, const char *text,
			 size_t length)
{
	size_t mask = table->slot_count - 1;
	size_t at = hash(text, length) & mask;

	for (;; at = (at + 1) & mask) {
		uint32_t *slot = &table->slots[at];
		const char *other;

		if (*slot == 0)
			return slot;
		other = intern_text(table, *slot - 1);
		if (strncmp(other, text, length) == 0 && other[length] == '\0')
			return slot;
	}
}

static void grow(struct intern *table)
{
	free(table->slots);
	table->slot_count = table->slot_count == 0 ? 1024 :
						     2 * table->slot_count;
	table->slots = xcalloc(table->slot_count, sizeof(*table->slots));
	for (uint32_t i = 0; i < table->count; i++) {
		const char *text = intern_text(table, i);

		*slot_of(table, text, strlen(text)) = i + 1;
	}
}

bool intern_find(const struct intern *table, const char *text, size_t length,
		 uint32_t *number)
{
	uint32_t slot = 0;

	if (table->slot_count > 0)
		slot = *slot_of(table, text, length);
	if (slot != 0)
		*number = slot - 1;
	return slot != 0;
}

uint32_t intern_add(struct intern *table, const char *text, size_t length)
{
	uint32_t *slot;

	if (2 * (table->count + 1) > table->slot_count)
		grow(table);
	slot = slot_of(table, text, length);
	if (*slot != 0)
		return *slot - 1;
	assert(table->blob.length + length < UINT32_MAX);
	table->offsets = xgrow(table->offsets, &table->capacity,
			       table->count + 1, sizeof(*table->offsets));
	table->offsets[table->count] = (uint32_t)table->blob.length;
	strbuf_add_bytes(&table->blob, text, length);
	strbuf_add_char(&table->blob, '\0');
	*slot = (uint32_t)++table->count;
	return *slot - 1;
}

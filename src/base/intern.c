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

static uint64_t stir(uint64_t sum)
{
	sum *= UINT64_C(0x9e3779b97f4a7c15);
	return sum ^ sum >> 32;
}

/* Eight bytes at a time; which place a string gets shows nowhere. */
static uint32_t hash(const char *text, size_t length)
{
	uint64_t sum = length, bytes;

	for (; length >= sizeof(bytes); length -= sizeof(bytes)) {
		memcpy(&bytes, text, sizeof(bytes));
		sum = stir(sum ^ bytes);
		text += sizeof(bytes);
	}
	bytes = 0;
	memcpy(&bytes, text, length);
	return (uint32_t)stir(sum ^ bytes);
}

const char *intern_text(const struct intern *table, uint32_t number)
{
	return table->blob.text + table->offsets[number];
}

/* The place of a string, or the empty one where it belongs. */
static struct intern_slot *slot_of(const struct intern *table,
				   const char *text, size_t length,
				   uint32_t sum)
{
	size_t mask = table->slot_count - 1;

	for (size_t at = sum & mask;; at = (at + 1) & mask) {
		struct intern_slot *slot = &table->slots[at];
		const char *other;

		if (slot->number == 0)
			return slot;
		if (slot->sum != sum)
			continue;
		other = intern_text(table, slot->number - 1);
		if (strncmp(other, text, length) == 0 && other[length] == '\0')
			return slot;
	}
}

static void grow(struct intern *table)
{
	struct intern_slot *old = table->slots;
	size_t count = table->slot_count;
	size_t mask;

	table->slot_count = count == 0 ? 1024 : 2 * count;
	table->slots = xcalloc(table->slot_count, sizeof(*table->slots));
	mask = table->slot_count - 1;
	for (size_t i = 0; i < count; i++) {
		size_t at = old[i].sum & mask;

		if (old[i].number == 0)
			continue;
		while (table->slots[at].number != 0)
			at = (at + 1) & mask;
		table->slots[at] = old[i];
	}
	free(old);
}

bool intern_find(const struct intern *table, const char *text, size_t length,
		 uint32_t *number)
{
	uint32_t found = 0;

	if (table->slot_count > 0)
		found = slot_of(table, text, length, hash(text, length))->number;
	if (found != 0)
		*number = found - 1;
	return found != 0;
}

uint32_t intern_add(struct intern *table, const char *text, size_t length)
{
	uint32_t sum = hash(text, length);
	struct intern_slot *slot;

	if (4 * (table->count + 1) > 3 * table->slot_count)
		grow(table);
	slot = slot_of(table, text, length, sum);
	if (slot->number != 0)
		return slot->number - 1;
	assert(table->blob.length + length < UINT32_MAX);
	table->offsets = xgrow(table->offsets, &table->capacity,
			       table->count + 1, sizeof(*table->offsets));
	table->offsets[table->count] = (uint32_t)table->blob.length;
	strbuf_add_bytes(&table->blob, text, length);
	strbuf_add_char(&table->blob, '\0');
	*slot = (struct intern_slot){ sum, (uint32_t)++table->count };
	return slot->number - 1;
}

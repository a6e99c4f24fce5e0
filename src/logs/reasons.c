#include "logs/reasons.h"

#include <stdlib.h>
#include <string.h>

#include "base/xalloc.h"

void reasons_init(struct reasons *reasons)
{
	*reasons = (struct reasons){
		.list = xcalloc(REASONS, sizeof(*reasons->list)),
		.slots = xcalloc(REASON_SLOTS, sizeof(*reasons->slots)),
	};
}

void reasons_clear(struct reasons *reasons)
{
	free(reasons->list);
	free(reasons->slots);
}

/* The word as it is kept, its end cut off. */
static void copy_word(char *copy, const struct line_word *word)
{
	size_t prefix = strlen(word->prefix), room = REASON_LENGTH - prefix;
	size_t length = word->text.length < room ? word->text.length : room;

	memcpy(copy, word->prefix, prefix);
	memcpy(copy + prefix, word->text.text, length);
	copy[prefix + length] = '\0';
}

/* FNV-1a */
static uint32_t hash_of(uint32_t row, const char *word)
{
	uint32_t hash = 2166136261u ^ row;

	for (; *word != '\0'; word++)
		hash = (hash ^ (unsigned char)*word) * 16777619u;
	return hash ^ hash >> 15;
}

void reasons_add(struct reasons *reasons, uint32_t row,
		 const struct line_word *word)
{
	char copy[REASON_LENGTH + 1];
	size_t slot;

	copy_word(copy, word);
	for (slot = hash_of(row, copy) % REASON_SLOTS;
	     reasons->slots[slot] != 0; slot = (slot + 1) % REASON_SLOTS) {
		struct reason *reason =
			&reasons->list[reasons->slots[slot] - 1];

		if (reason->row == row && strcmp(reason->word, copy) == 0) {
			reason->count++;
			return;
		}
	}
	if (reasons->count == REASONS) {
		reasons->rest++;
		return;
	}
	reasons->list[reasons->count] =
		(struct reason){ .count = 1, .row = row };
	strcpy(reasons->list[reasons->count].word, copy);
	reasons->slots[slot] = (uint16_t)++reasons->count;
}

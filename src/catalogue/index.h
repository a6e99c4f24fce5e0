/*
 * index -- builds the word index of an image.
 *
 * A position counts the words of an entry through all its indexed texts, with
 * a gap between two texts, so that a phrase never runs from one into the next.
 * The reader of a catalogue sees to it that an entry is not too long for that.
 *
 * What another index has of an entry is copied in place of its texts being read
 * again.  The words of such a base keep their order, so that the costs of the
 * index are those of what is new, and a few steps for each word that is copied.
 */
#ifndef HTTREE_CATALOGUE_INDEX_H
#define HTTREE_CATALOGUE_INDEX_H

#include <stdbool.h>

#include "base/intern.h"
#include "catalogue/image.h"

struct index_builder {
	struct intern words;
	uint32_t *stream; /* word_index.stream, words by number of `words` */
	uint8_t *fields;  /* of each place there */
	size_t count;
	size_t capacity;
	size_t field_capacity;
	uint32_t *starts; /* word_index.starts */
	size_t entry_count;
	size_t start_capacity;
	const struct word_index *base; /* or NULL */
	uint8_t *base_fields; /* of each place in its stream */
};

void index_builder_init(struct index_builder *builder);
void index_builder_clear(struct index_builder *builder);

/*
 * Let entries be copied from `base`, the index of `entry_count` entries, which
 * is borrowed.  Comes before the first entry.
 */
void index_builder_base(struct index_builder *builder,
			const struct word_index *base, uint32_t entry_count);

/* The texts added from now on are those of `entry`, one more than the last. */
void index_builder_entry(struct index_builder *builder, uint32_t entry);

void index_builder_text(struct index_builder *builder, enum field field,
			const char *text);

/* Add `entry`, one more than the last, with all that `from` has in the base. */
void index_builder_copy(struct index_builder *builder, uint32_t entry,
			uint32_t from);

/*
 * What was added, as arrays on the heap that `word_index_clear` frees.
 */
struct word_index index_builder_finish(struct index_builder *builder);
void word_index_clear(struct word_index *index);

/* How a spot is read. */
inline enum field spot_field(uint32_t spot)
{
	return (enum field)(spot >> SPOT_FIELD_SHIFT);
}

inline bool spot_alone(uint32_t spot)
{
	return (spot >> SPOT_POSITION_BITS & 1) != 0;
}

inline uint32_t spot_position(uint32_t spot)
{
	return spot & ((UINT32_C(1) << SPOT_POSITION_BITS) - 1);
}

#endif

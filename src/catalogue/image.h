/*
 * image -- a catalogue in memory: constant data without pointers inside.
 *
 * The built-in catalogue is an image that mkcat printed as C; a catalogue read
 * at run time is an image that the builder made.  Texts are offsets into one
 * blob of NUL-terminated strings, in which offset 0 is the empty string and
 * stands for "absent".  Lists are offsets into one pool of numbers: a count,
 * then as many numbers for each item as its field has parts: a text, or of a
 * part that is records itself, a list; offset 0 holds the empty list.  What
 * other entries say of one stands in such lists, too.
 */
#ifndef HTTREE_CATALOGUE_IMAGE_H
#define HTTREE_CATALOGUE_IMAGE_H

#include <stddef.h>
#include <stdint.h>

#include "catalogue/code.h"
#include "catalogue/names.h"
#include "catalogue/schema.h"

#define IMAGE_NONE UINT32_MAX

/*
 * What an entry is.  Entries stand in the order in which they are listed.  What
 * a filter and the tree ask of each of them stands here, apart from its fields,
 * so that it fits into few pages and few lines of a cache.
 */
struct record {
	struct code code; /* zeros without one */
	uint32_t parent; /* entry, or IMAGE_NONE */
	uint32_t origin; /* entry of the origin's page, or none */
	uint32_t node; /* row of its first place in the tree */
	uint32_t reasons; /* list of the entries that go with it, and in which item */
	uint32_t catalogue; /* text: its name where it is not that of the image */
	uint32_t askers; /* list of the guides that lead here, and the choice */
	uint8_t sort;
	uint8_t kind;
	uint8_t state;
	uint8_t code_class;
	uint8_t everyday;
};

/* A row of the tree, in preorder. */
struct node {
	uint32_t entry;
	uint32_t parent; /* row, IMAGE_NONE at the top */
	uint32_t size;	 /* rows of its subtree, itself included */
	uint32_t codes;	 /* codes and reasons below it, at every depth */
	uint32_t depth;	 /* 0 at the top */
};

/*
 * Where a word stands in an entry.  `spots` is the first of its places; they
 * end where the next posting's begin.
 */
struct posting {
	uint32_t entry;
	uint32_t spots;
};

/*
 * The words of all indexed fields, folded.  Words are sorted by their bytes
 * and stand one after the other in a blob, each with its NUL.  The postings of
 * a word are sorted by entry.  A spot is a field, whether the word is all of
 * its text, and a position: words that follow each other in a text have
 * positions that follow each other.  The stream tells the word at each position
 * of each entry, IMAGE_NONE between two texts, so that a phrase is verified
 * without the text.
 */
struct word_index {
	const char *blob;
	const uint32_t *words; /* word -> offset in the blob; + blob size */
	const uint32_t *firsts; /* word -> first posting; + posting count */
	const struct posting *postings; /* one more, whose spots end the last */
	const uint32_t *spots;
	const uint32_t *starts; /* entry -> its first place in `stream`; + end */
	const uint32_t *stream; /* the words in their order */
	uint32_t word_count;
};

enum { SPOT_POSITION_BITS = 25, SPOT_FIELD_SHIFT = 26 };

struct image {
	const char *name; /* "built-in", or the file's */
	const char *text;
	const uint32_t *lists;
	const struct record *records;
	const uint32_t *values; /* what they say; see image_place() */
	const uint32_t *by_id; /* entries in the order of strcmp() of ids */
	const struct node *nodes;
	struct word_index index;
	uint32_t count;
	uint32_t text_size; /* bytes */
	uint32_t list_count; /* numbers */
	uint32_t node_count;
};

/*
 * The first fields of the schema, by which an entry is found and listed, stand
 * together for all entries, after the others of each, so that finding one
 * touches few pages.
 */
enum { NAME_FIELDS = FIELD_PHRASE + 1 };

/* Where the value of a field stands among the values of `count` entries. */
static inline size_t image_place(size_t count, size_t entry, enum field field)
{
	size_t others = FIELD_COUNT - NAME_FIELDS;

	return field <= FIELD_PHRASE ?
		       count * others + entry * NAME_FIELDS + field :
		       entry * others + field - NAME_FIELDS;
}

/* What an entry says in a field: the offset of a text or of a list. */
static inline uint32_t image_value(const struct image *image, size_t entry,
				   enum field field)
{
	return image->values[image_place(image->count, entry, field)];
}

#endif

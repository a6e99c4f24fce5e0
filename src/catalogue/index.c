#include "catalogue/index.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/sort.h"
#include "base/words.h"
#include "base/xalloc.h"

_Static_assert(FIELD_COUNT <= 1 << (32 - SPOT_FIELD_SHIFT),
	       "a spot holds every field");

/* The functions of the header, where the compiler does not put them inline. */
extern inline enum field spot_field(uint32_t spot);
extern inline bool spot_alone(uint32_t spot);
extern inline uint32_t spot_position(uint32_t spot);

/* A field, and whether the word is all of its text. */
enum { FIELD_BITS = 0x3f, ALONE = 0x40 };

void index_builder_init(struct index_builder *builder)
{
	*builder = (struct index_builder){ 0 };
	intern_init(&builder->words);
}

void index_builder_clear(struct index_builder *builder)
{
	intern_clear(&builder->words);
	free(builder->stream);
	free(builder->fields);
	free(builder->starts);
	free(builder->base_fields);
	index_builder_init(builder);
}

/* What is copied keeps its field, which stands with the spots of each word. */
static uint8_t *fields_of(const struct word_index *base, uint32_t entry_count)
{
	uint8_t *fields = xcalloc(base->starts[entry_count], sizeof(*fields));
	const struct posting *end = base->postings +
				    base->firsts[base->word_count];

	for (const struct posting *posting = base->postings; posting < end;
	     posting++) {
		uint8_t *first = fields + base->starts[posting->entry];

		for (uint32_t i = posting[0].spots; i < posting[1].spots; i++) {
			uint32_t spot = base->spots[i];

			first[spot_position(spot)] = (uint8_t)(
				spot_field(spot) |
				(spot_alone(spot) ? (unsigned)ALONE : 0));
		}
	}
	return fields;
}

void index_builder_base(struct index_builder *builder,
			const struct word_index *base, uint32_t entry_count)
{
	assert(builder->base == NULL && builder->entry_count == 0);
	for (uint32_t i = 0; i < base->word_count; i++)
		intern_add(&builder->words, base->blob + base->words[i],
			   base->words[i + 1] - base->words[i] - 1);
	builder->base = base;
	builder->base_fields = fields_of(base, entry_count);
}

/* Make room for so many more places. */
static void make_room(struct index_builder *builder, size_t more)
{
	assert(builder->count < UINT32_MAX - more);
	builder->stream =
		xgrow(builder->stream, &builder->capacity,
		      builder->count + more, sizeof(*builder->stream));
	builder->fields =
		xgrow(builder->fields, &builder->field_capacity,
		      builder->count + more, sizeof(*builder->fields));
}

/* Add a place, for which there is room. */
static void add_place(struct index_builder *builder, uint32_t word,
		      enum field field)
{
	builder->stream[builder->count] = word;
	builder->fields[builder->count++] = (uint8_t)field;
}

static void add_start(struct index_builder *builder)
{
	builder->starts = xgrow(builder->starts, &builder->start_capacity,
				builder->entry_count + 1,
				sizeof(*builder->starts));
	builder->starts[builder->entry_count] = (uint32_t)builder->count;
}

/* One gap ends an entry; one without words has no place at all. */
static void end_entry(struct index_builder *builder)
{
	const uint32_t *stream = builder->stream;
	size_t first;

	if (builder->entry_count == 0)
		return;
	first = builder->starts[builder->entry_count - 1];
	while (builder->count > first + 1 &&
	       stream[builder->count - 1] == IMAGE_NONE &&
	       stream[builder->count - 2] == IMAGE_NONE)
		builder->count--;
	if (builder->count == first + 1)
		builder->count = first;
}

static void begin_entry(struct index_builder *builder, uint32_t entry)
{
	assert(entry == builder->entry_count);
	end_entry(builder);
	add_start(builder);
	builder->entry_count = entry + 1;
}

void index_builder_copy(struct index_builder *builder, uint32_t entry,
			uint32_t from)
{
	const struct word_index *base = builder->base;
	uint32_t first = base->starts[from];
	uint32_t count = base->starts[from + 1] - first;

	begin_entry(builder, entry);
	make_room(builder, count);
	memcpy(builder->stream + builder->count, base->stream + first,
	       count * sizeof(*builder->stream));
	memcpy(builder->fields + builder->count, builder->base_fields + first,
	       count * sizeof(*builder->fields));
	builder->count += count;
}

void index_builder_entry(struct index_builder *builder, uint32_t entry)
{
	begin_entry(builder, entry);
	/* Position 0 stays empty, so that every text has a gap before it. */
	make_room(builder, 1);
	add_place(builder, IMAGE_NONE, 0);
}

void index_builder_text(struct index_builder *builder, enum field field,
			const char *text)
{
	struct words words;
	struct word word;
	size_t before = builder->count;
	size_t length = strlen(text);

	/* Words of a letter with a sign between them, and the gap. */
	make_room(builder, length / 2 + 2);
	words_start(&words, text, length);
	while (words_next(&words, &word))
		add_place(builder,
			  intern_add(&builder->words, word.folded,
				     word.length),
			  field);
	words_end(&words);
	if (builder->count == before + 1)
		builder->fields[before] |= ALONE;
	add_place(builder, IMAGE_NONE, 0);
	assert((builder->count -
		builder->starts[builder->entry_count - 1]) >>
		       SPOT_POSITION_BITS ==
	       0);
}

static int compare_words(const void *a, const void *b, const void *table)
{
	return strcmp(intern_text(table, *(const uint32_t *)a),
		      intern_text(table, *(const uint32_t *)b));
}

/* The numbers of all words in the order of their bytes. */
static uint32_t *sort_words(struct intern *words)
{
	uint32_t *order = xmalloc(words->count * sizeof(*order));

	for (uint32_t i = 0; i < words->count; i++)
		order[i] = i;
	sort_items(order, words->count, sizeof(*order), compare_words, words);
	return order;
}

static void write_words(struct word_index *index, const struct intern *words,
			const uint32_t *order)
{
	struct strbuf blob;
	uint32_t *offsets = xmalloc((words->count + 1) * sizeof(*offsets));

	strbuf_init(&blob);
	for (size_t i = 0; i < words->count; i++) {
		offsets[i] = (uint32_t)blob.length;
		strbuf_add(&blob, intern_text(words, order[i]));
		strbuf_add_char(&blob, '\0');
	}
	offsets[words->count] = (uint32_t)blob.length;
	if (blob.text == NULL)
		blob.text = xstrdup("");
	index->blob = blob.text;
	index->words = offsets;
	index->word_count = (uint32_t)words->count;
}

/* For each word its next spot and posting, and the entry that had it last. */
struct cursor {
	uint32_t spot;
	uint32_t posting;
	uint32_t entry;
};

/* Count the spots and postings of each word, then sum up those before it. */
static struct cursor *count_words(const struct word_index *index,
				  uint32_t entry_count)
{
	struct cursor *cursors =
		xcalloc(index->word_count + 1, sizeof(*cursors));
	struct cursor before = { 0, 0, 0 };

	for (uint32_t i = 0; i < entry_count; i++) {
		for (uint32_t at = index->starts[i]; at < index->starts[i + 1];
		     at++) {
			struct cursor *cursor;

			if (index->stream[at] == IMAGE_NONE)
				continue;
			cursor = &cursors[index->stream[at] + 1];
			cursor->spot++;
			cursor->posting += cursor->entry != i + 1;
			cursor->entry = i + 1;
		}
	}
	for (uint32_t i = 0; i <= index->word_count; i++) {
		before.spot += cursors[i].spot;
		before.posting += cursors[i].posting;
		cursors[i] = before;
	}
	return cursors;
}

static void write_spots(struct word_index *index, const uint8_t *fields,
			uint32_t entry_count, struct cursor *cursors,
			struct posting *postings, uint32_t *spots)
{
	for (uint32_t i = 0; i < entry_count; i++) {
		uint32_t first = index->starts[i];

		for (uint32_t at = first; at < index->starts[i + 1]; at++) {
			struct cursor *cursor;

			if (index->stream[at] == IMAGE_NONE)
				continue;
			cursor = &cursors[index->stream[at]];
			if (cursor->entry != i + 1)
				postings[cursor->posting++] =
					(struct posting){ i, cursor->spot };
			cursor->entry = i + 1;
			spots[cursor->spot++] =
				(uint32_t)(fields[at] & FIELD_BITS)
					<< SPOT_FIELD_SHIFT |
				(uint32_t)((fields[at] & ALONE) != 0)
					<< SPOT_POSITION_BITS |
				(at - first);
		}
	}
}

static void write_postings(struct word_index *index, const uint8_t *fields,
			   uint32_t entry_count)
{
	struct cursor *cursors = count_words(index, entry_count);
	const struct cursor *all = &cursors[index->word_count];
	uint32_t *firsts = xmalloc((index->word_count + 1) * sizeof(*firsts));
	uint32_t *spots = xmalloc(all->spot * sizeof(*spots));
	struct posting *postings =
		xmalloc((all->posting + 1) * sizeof(*postings));

	postings[all->posting] = (struct posting){ IMAGE_NONE, all->spot };
	for (uint32_t i = 0; i <= index->word_count; i++)
		firsts[i] = cursors[i].posting;
	write_spots(index, fields, entry_count, cursors, postings, spots);
	index->firsts = firsts;
	index->postings = postings;
	index->spots = spots;
	free(cursors);
}

/* Give the stream to the index, its words by their ranks. */
static void write_stream(struct word_index *index,
			 struct index_builder *builder, const uint32_t *ranks)
{
	end_entry(builder);
	add_start(builder);
	for (size_t i = 0; i < builder->count; i++) {
		if (builder->stream[i] != IMAGE_NONE)
			builder->stream[i] = ranks[builder->stream[i]];
	}
	index->stream = xrealloc(builder->stream,
				 builder->count * sizeof(*builder->stream));
	index->starts = builder->starts;
	builder->stream = NULL;
	builder->starts = NULL;
}

struct word_index index_builder_finish(struct index_builder *builder)
{
	struct word_index index;
	uint32_t *order = sort_words(&builder->words);
	uint32_t *ranks = xmalloc(builder->words.count * sizeof(*ranks));

	for (uint32_t i = 0; i < builder->words.count; i++)
		ranks[order[i]] = i;
	write_words(&index, &builder->words, order);
	write_stream(&index, builder, ranks);
	write_postings(&index, builder->fields, (uint32_t)builder->entry_count);
	free(ranks);
	free(order);
	return index;
}

/* The arrays are const to whoever reads them; here is who made them. */
static void free_const(const void *memory)
{
	free((void *)(uintptr_t)memory);
}

void word_index_clear(struct word_index *index)
{
	free_const(index->blob);
	free_const(index->words);
	free_const(index->firsts);
	free_const(index->postings);
	free_const(index->spots);
	free_const(index->starts);
	free_const(index->stream);
}

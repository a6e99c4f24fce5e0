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

void index_builder_init(struct index_builder *builder)
{
	*builder = (struct index_builder){ 0 };
	intern_init(&builder->words);
}

void index_builder_clear(struct index_builder *builder)
{
	intern_clear(&builder->words);
	free(builder->tokens);
	index_builder_init(builder);
}

void index_builder_entry(struct index_builder *builder, uint32_t entry)
{
	builder->entry = entry;
	builder->entry_count = entry + 1;
	/* Position 0 stays empty, so that every text has a gap before it. */
	builder->position = 1;
}

void index_builder_text(struct index_builder *builder, enum field field,
			const char *text)
{
	struct words words;
	struct word word;
	size_t before = builder->count;

	words_start(&words, text, strlen(text));
	while (words_next(&words, &word)) {
		builder->tokens = xgrow(builder->tokens, &builder->capacity,
					builder->count + 1,
					sizeof(*builder->tokens));
		builder->tokens[builder->count++] = (struct index_token){
			.word = intern_add(&builder->words, word.folded,
					   word.length),
			.entry = builder->entry,
			.spot = (uint32_t)field << SPOT_FIELD_SHIFT |
				builder->position,
		};
		builder->position++;
	}
	words_end(&words);
	assert(builder->position >> SPOT_POSITION_BITS == 0);
	if (builder->count == before + 1)
		builder->tokens[before].spot |= UINT32_C(1)
						<< SPOT_POSITION_BITS;
	builder->position++;
}

/* The words of each entry in their order; the entries from 0 to `count`. */
static void write_stream(struct word_index *index,
			 const struct index_builder *builder,
			 const uint32_t *ranks)
{
	uint32_t *starts = xcalloc(builder->entry_count + 1, sizeof(*starts));
	uint32_t *stream;
	uint32_t total = 0;

	for (size_t i = 0; i < builder->count; i++) {
		const struct index_token *token = &builder->tokens[i];

		/* One more than the last position, and the gap after it. */
		starts[token->entry + 1] = spot_position(token->spot) + 2;
	}
	for (uint32_t i = 0; i < builder->entry_count; i++) {
		total += starts[i + 1];
		starts[i + 1] = total;
	}
	stream = xmalloc(total * sizeof(*stream));
	memset(stream, 0xff, total * sizeof(*stream));
	for (size_t i = 0; i < builder->count; i++) {
		const struct index_token *token = &builder->tokens[i];

		stream[starts[token->entry] + spot_position(token->spot)] =
			ranks[token->word];
	}
	index->starts = starts;
	index->stream = stream;
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

/* Bring the tokens into the order of their words, keeping that of entries. */
static struct index_token *sort_tokens(const struct index_builder *builder,
				       const uint32_t *ranks)
{
	size_t *starts = xcalloc(builder->words.count + 1, sizeof(*starts));
	struct index_token *sorted =
		xmalloc(builder->count * sizeof(*sorted));

	for (size_t i = 0; i < builder->count; i++)
		starts[ranks[builder->tokens[i].word] + 1]++;
	for (size_t i = 0; i < builder->words.count; i++)
		starts[i + 1] += starts[i];
	for (size_t i = 0; i < builder->count; i++) {
		struct index_token token = builder->tokens[i];

		token.word = ranks[token.word];
		sorted[starts[token.word]++] = token;
	}
	free(starts);
	return sorted;
}

static void write_postings(struct word_index *index,
			   const struct index_token *tokens, size_t count)
{
	uint32_t *firsts = xmalloc((index->word_count + 1) * sizeof(*firsts));
	uint32_t *spots = xmalloc(count * sizeof(*spots));
	struct posting *postings = NULL;
	size_t capacity = 0, used = 0;
	uint32_t word = 0;

	for (size_t i = 0; i < count; i++) {
		bool same = i > 0 && tokens[i].word == tokens[i - 1].word;

		if (!same)
			firsts[word++] = (uint32_t)used;
		spots[i] = tokens[i].spot;
		if (same && tokens[i].entry == tokens[i - 1].entry)
			continue;
		postings = xgrow(postings, &capacity, used + 1,
				 sizeof(*postings));
		postings[used++] =
			(struct posting){ tokens[i].entry, (uint32_t)i };
	}
	postings = xgrow(postings, &capacity, used + 1, sizeof(*postings));
	postings[used] = (struct posting){ IMAGE_NONE, (uint32_t)count };
	firsts[word] = (uint32_t)used;
	index->firsts = firsts;
	index->postings = postings;
	index->spots = spots;
}

struct word_index index_builder_finish(struct index_builder *builder)
{
	struct word_index index;
	uint32_t *order = sort_words(&builder->words);
	uint32_t *ranks = xmalloc(builder->words.count * sizeof(*ranks));
	struct index_token *tokens;

	for (uint32_t i = 0; i < builder->words.count; i++)
		ranks[order[i]] = i;
	write_words(&index, &builder->words, order);
	write_stream(&index, builder, ranks);
	tokens = sort_tokens(builder, ranks);
	write_postings(&index, tokens, builder->count);
	free(tokens);
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

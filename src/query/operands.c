#include "query/operands.h"

#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "base/xalloc.h"
#include "query/query.h"

void operands_clean(struct strbuf *text, const char *word)
{
	char *copy = xstrdup(word);

	for (char *at = strpbrk(copy, "\t\n\v\f\r"); at != NULL;
	     at = strpbrk(at, "\t\n\v\f\r"))
		*at = ' ';
	text_clean(text, copy, strlen(copy));
	free(copy);
}

static void count_words(struct operand *operand, const struct query *query)
{
	for (size_t i = 0; i < query->word_count; i++) {
		const struct query_word *word = &query->words[i];

		if (pattern_is_label(query->text + word->start,
				     word->end - word->start))
			operand->labels++;
		else
			operand->words++;
	}
}

/* Keep the patterns of a query, and the text to which they point. */
static void keep_patterns(struct operands *operands, struct query *query)
{
	if (query->pattern_count == 0)
		return;
	operands->patterns = xgrow(operands->patterns, &operands->pattern_capacity,
				 operands->pattern_count + query->pattern_count,
				 sizeof(*operands->patterns));
	memcpy(operands->patterns + operands->pattern_count, query->patterns,
	       query->pattern_count * sizeof(*query->patterns));
	operands->pattern_count += query->pattern_count;
	operands->texts = xgrow(operands->texts, &operands->text_capacity,
			      operands->text_count + 1, sizeof(*operands->texts));
	operands->texts[operands->text_count++] = query->text;
	query->text = NULL;
}

static void read_piece(struct operands *operands, struct operand *operand,
		       const struct catalogue *catalogue, const char *text,
		       size_t length)
{
	char *piece = xmemdup(text, length);
	struct query query;

	query_init(&query, piece, catalogue);
	count_words(operand, &query);
	keep_patterns(operands, &query);
	query_clear(&query);
	free(piece);
}

/* Up to a comma; of numbers alone, to a blank as well. */
static size_t piece_length(const char *text)
{
	size_t length = strcspn(text, ",");

	return strspn(text, "0123456789 ") >= length ? strcspn(text, ", ") :
						       length;
}

/* One piece at a time: a query holds only so many patterns. */
static void read_operand(struct operands *operands, struct operand *operand,
			 const struct catalogue *catalogue, const char *text)
{
	*operand = (struct operand){ .first = operands->pattern_count };
	strbuf_init(&operand->text);
	strbuf_add(&operand->text, "");
	operands_clean(&operand->text, text);
	text = operand->text.text;
	for (;;) {
		size_t length = piece_length(text);

		read_piece(operands, operand, catalogue, text, length);
		if (text[length] == '\0')
			break;
		text += length + 1;
	}
	operand->end = operands->pattern_count;
}

void operands_init(struct operands *operands,
		   const struct catalogue *catalogue, char *const *texts,
		   size_t count)
{
	*operands = (struct operands){
		.items = xcalloc(count, sizeof(*operands->items)),
		.count = count,
	};
	for (size_t i = 0; i < count; i++)
		read_operand(operands, &operands->items[i], catalogue,
			     texts[i]);
}

void operands_clear(struct operands *operands)
{
	for (size_t i = 0; i < operands->count; i++)
		strbuf_clear(&operands->items[i].text);
	for (size_t i = 0; i < operands->text_count; i++)
		free(operands->texts[i]);
	free(operands->items);
	free(operands->patterns);
	free(operands->texts);
}

bool operands_have_words(const struct operands *operands)
{
	size_t labels = 0, words = 0;

	for (size_t i = 0; i < operands->count; i++) {
		labels += operands->items[i].labels;
		words += operands->items[i].words;
	}
	return words > 0 || (labels > 0 && operands->pattern_count == 0);
}

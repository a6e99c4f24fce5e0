#include "query/query.h"

#include <stdlib.h>
#include <string.h>

#include "base/words.h"
#include "base/xalloc.h"

const char *query_word(const struct query *query, size_t word)
{
	return query->folded.text + query->words[word].folded;
}

bool query_empty(const struct query *query)
{
	return query->word_count == 0 && query->pattern_count == 0;
}

void query_add_words(struct query *query, size_t start, size_t length,
		     size_t quote)
{
	struct words words;
	struct word word;

	words_start(&words, query->text + start, length);
	while (query->word_count < QUERY_WORDS && words_next(&words, &word)) {
		query->words[query->word_count++] = (struct query_word){
			.start = start + word.start,
			.end = start + word.end,
			.folded = query->folded.length,
			.length = word.length,
			.quote = quote,
		};
		strbuf_add_bytes(&query->folded, word.folded, word.length);
	}
	words_end(&words);
}

/* Whether the pattern's origin is one that the catalogue knows. */
static bool origin_known(const struct pattern *pattern,
			 const struct catalogue *catalogue)
{
	struct strbuf id;
	bool known;

	if (pattern->origin == 0 ||
	    (pattern->origin == 7 &&
	     strncasecmp(pattern->text, "warning", 7) == 0))
		return true;
	strbuf_init(&id);
	strbuf_addf(&id, "vendor:%.*s", (int)pattern->origin, pattern->text);
	for (size_t i = 0; i < id.length; i++) {
		if (id.text[i] >= 'A' && id.text[i] <= 'Z')
			id.text[i] = (char)(id.text[i] - 'A' + 'a');
	}
	known = catalogue_find(catalogue, strbuf_text(&id)) != ENTRY_NONE;
	strbuf_clear(&id);
	return known;
}

/* Signs that stand around a word in a sentence and are not part of it. */
static void strip(const char **text, size_t *length, bool alone)
{
	while (*length > 0 && strchr("\"'(<{.,;:!?/", **text) != NULL) {
		++*text;
		--*length;
	}
	while (*length > 0 &&
	       strchr(alone ? "\"')>},;:!?/" : "\"')>}.,;:!?/",
		      (*text)[*length - 1]) != NULL)
		--*length;
}

/*
 * Take the number that the chunk is.  One or two digits are a number only when
 * they are all that was asked: in a sentence they count something.
 */
static bool take_pattern(struct query *query, const char *chunk, size_t length,
			 bool alone, const struct catalogue *catalogue)
{
	struct pattern pattern;

	strip(&chunk, &length, alone);
	if (query->pattern_count == QUERY_PATTERNS || length == 0 ||
	    !pattern_parse(&pattern, chunk, length) ||
	    !origin_known(&pattern, catalogue))
		return false;
	if (!alone && pattern.kind == PATTERN_NUMBER && pattern.count < 3)
		return false;
	query->patterns[query->pattern_count++] = pattern;
	return true;
}

/*
 * `error:404` is a word and a number, since no origin is called `error`; a
 * chunk such as `/lib/mod.c:123` stays words.
 */
static void take_chunk(struct query *query, size_t start, size_t length,
		       bool alone, const struct catalogue *catalogue)
{
	const char *chunk = query->text + start;
	const char *colon = memchr(chunk, ':', length);
	size_t before;

	if (take_pattern(query, chunk, length, alone, catalogue))
		return;
	before = colon == NULL ? 0 : (size_t)(colon - chunk) + 1;
	if (before > 1 && before < length &&
	    take_pattern(query, colon + 1, length - before, false, catalogue))
		length = before;
	query_add_words(query, start, length, 0);
}

static bool is_space(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == ',';
}

/* A quote inside a word belongs to what was pasted: `{"message":"No"}`. */
static bool opens_quote(const char *text, size_t at)
{
	return at == 0 || is_space(text[at - 1]);
}

static bool is_alone(const char *text)
{
	size_t chunks = 0;

	for (size_t i = 0; text[i] != '\0'; i++)
		chunks += text[i] == ' ' && i > 0 && text[i + 1] != '\0' &&
			  text[i + 1] != ' ';
	return chunks == 0;
}

void query_init(struct query *query, const char *text,
		const struct catalogue *catalogue)
{
	bool alone = is_alone(text);
	size_t at = 0;

	*query = (struct query){ .text = xstrdup(text) };
	strbuf_init(&query->folded);
	strbuf_add(&query->folded, "");
	while (query->text[at] != '\0') {
		const char *start = query->text + at;
		size_t length = 0;

		if (is_space(*start)) {
			at++;
		} else if (*start == '"' && opens_quote(query->text, at)) {
			length = strcspn(start + 1, "\"");
			query_add_words(query, at + 1, length,
					++query->quote_count);
			at += 1 + length + (start[1 + length] == '"');
		} else {
			while (start[length] != '\0' &&
			       !is_space(start[length]))
				length++;
			take_chunk(query, at, length, alone, catalogue);
			at += length;
		}
	}
	if (query->word_count > 0) {
		struct query_word *last =
			&query->words[query->word_count - 1];

		last->open = query->text[last->end] == '\0';
	}
}

bool query_drop_quotes(struct query *query)
{
	bool others = false;

	for (size_t i = 0; i < query->word_count; i++)
		others = others || query->words[i].quote == 0;
	if (!others || query->quote_count == 0)
		return false;
	for (size_t i = 0; i < query->word_count; i++)
		query->words[i].quote = 0;
	query->quote_count = 0;
	return true;
}

void query_clear(struct query *query)
{
	free(query->text);
	strbuf_clear(&query->folded);
	*query = (struct query){ 0 };
}

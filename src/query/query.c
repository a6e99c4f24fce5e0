#include "query/query.h"

#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "base/words.h"
#include "base/xalloc.h"
#include "catalogue/id.h"

const char *query_word(const struct query *query, size_t word)
{
	return query->folded.text + query->words[word].folded;
}

/* Append the words of `length` bytes at `start` of the text. */
static void add_words(struct query *query, size_t start, size_t length,
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

static void lower(char *text, size_t length)
{
	for (size_t i = 0; i < length; i++) {
		if (text[i] >= 'A' && text[i] <= 'Z')
			text[i] = (char)(text[i] - 'A' + 'a');
	}
}

/* The entry of this id, whatever its case, which tells of two. */
static entry_t find_id(const struct catalogue *catalogue, struct strbuf *id)
{
	entry_t entry;

	lower(id->text, id_origin_length(id->text));
	entry = catalogue_find(catalogue, id->text);
	if (entry != ENTRY_NONE)
		return entry;
	lower(id->text, id->length);
	return catalogue_find(catalogue, id->text);
}

/* Whether the pattern's origin is one that the catalogue knows. */
static bool origin_known(const struct pattern *pattern,
			 const struct catalogue *catalogue)
{
	struct strbuf id;
	bool known;

	if (pattern->origin == 0 ||
	    (pattern->origin == 7 &&
	     text_same_ascii(pattern->text, "warning", 7)))
		return true;
	strbuf_init(&id);
	strbuf_addf(&id, "vendor:%.*s", (int)pattern->origin, pattern->text);
	known = find_id(catalogue, &id) != ENTRY_NONE;
	strbuf_clear(&id);
	return known;
}

/* Whether an id is, or at least begins, as the pattern has it. */
static bool id_known(struct pattern *pattern, const struct catalogue *catalogue)
{
	struct strbuf id;

	strbuf_init(&id);
	strbuf_add_bytes(&id, pattern->text, pattern->length);
	pattern->unfinished = find_id(catalogue, &id) == ENTRY_NONE;
	strbuf_clear(&id);
	if (!pattern->unfinished)
		return true;
	for (entry_t entry = 0; entry < catalogue_count(catalogue); entry++) {
		if (pattern_match(pattern, catalogue, entry) != FIT_NONE)
			return true;
	}
	return false;
}

/* Several of a number: `404s`, `5xx's`. */
static void strip_plural(const char *text, size_t *length)
{
	if (*length > 3 && text[*length - 1] == 's' &&
	    strchr("0123456789xX'", text[*length - 2]) != NULL)
		*length -= text[*length - 2] == '\'' ? 2 : 1;
}

/* Signs that stand around a word in a sentence and are not part of it. */
static void strip(const char **text, size_t *length, bool alone)
{
	while (*length > 0 && strchr("\"'(<{.,;:!?/", **text) != NULL) {
		++*text;
		--*length;
	}
	while (*length > 0 && strchr(alone ? "\"')>},;:!?/" : "\"')>}.,;:!?/",
				     (*text)[*length - 1]) != NULL)
		--*length;
	strip_plural(*text, length);
}

static bool parse_known(struct pattern *pattern, const char *chunk,
			size_t length, const struct catalogue *catalogue)
{
	if (!pattern_parse(pattern, chunk, length))
		return false;
	return pattern->kind == PATTERN_ID ? id_known(pattern, catalogue) :
					     origin_known(pattern, catalogue);
}

/*
 * Whether a chunk between blanks or commas is a pattern.  Behind an origin
 * alone the colon is no sign of a sentence: `nginx:`.
 */
static bool read_pattern(struct pattern *pattern, const char *chunk,
			 size_t length, bool alone,
			 const struct catalogue *catalogue)
{
	if (alone && length > 1 && chunk[length - 1] == ':' &&
	    parse_known(pattern, chunk, length, catalogue))
		return true;
	strip(&chunk, &length, alone);
	return length > 0 && parse_known(pattern, chunk, length, catalogue);
}

/*
 * In a sentence one or two digits count something, and what begins like a
 * range is one only after a status code: `2024-01` is a date.
 */
static bool stands_in_sentence(const struct pattern *pattern)
{
	return pattern->kind == PATTERN_ID ||
	       (pattern->unfinished ? pattern->count == 3 :
				      pattern->count >= 3);
}

static const char blanks[] = " \t\r\n,";

static bool is_space(char c)
{
	return c != '\0' && strchr(blanks, c) != NULL;
}

/*
 * Whether the word before a number says that it is a status: `status code 304`,
 * `"GET / HTTP/1.1" 499`.
 */
static bool is_labelled(const struct query *query, const char *number)
{
	const char *end = number, *start;

	while (end > query->text &&
	       (is_space(end[-1]) || strchr("\"'(:=", end[-1]) != NULL))
		end--;
	start = end;
	while (start > query->text && !is_space(start[-1]) &&
	       strchr("\"'(", start[-1]) == NULL)
		start--;
	return pattern_is_label(start, (size_t)(end - start)) ||
	       (end - start > 5 && text_same_ascii(start, "http/", 5));
}

/* Take the number that the chunk is. */
static bool take_pattern(struct query *query, const char *chunk, size_t length,
			 bool alone, const struct catalogue *catalogue)
{
	struct pattern pattern;

	if (query->pattern_count == QUERY_PATTERNS ||
	    !read_pattern(&pattern, chunk, length, alone, catalogue) ||
	    (!alone && !stands_in_sentence(&pattern)))
		return false;
	query->labelled = query->labelled || is_labelled(query, chunk);
	query->patterns[query->pattern_count++] = pattern;
	return true;
}

/* Bytes up to the next sign that parts what was written without blanks. */
static size_t part_length(const char *text, size_t length)
{
	size_t at = 0;

	while (at < length && strchr(":=<>()[]{}|;", text[at]) == NULL)
		at++;
	return at;
}

/*
 * `error:404`, `statusCode=404` and `<h1>404</h1>` are words and a number, as
 * no origin is called `error`.
 */
static void take_chunk(struct query *query, size_t start, size_t length,
		       bool alone, const struct catalogue *catalogue)
{
	const char *chunk = query->text + start;

	if (take_pattern(query, chunk, length, alone, catalogue))
		return;
	for (size_t at = 0; at < length; at++) {
		size_t part = part_length(chunk + at, length - at);

		if (part == length ||
		    !take_pattern(query, chunk + at, part, false, catalogue))
			add_words(query, start + at, part, 0);
		at += part;
	}
}

/* Quotes in what was pasted are not asked for: `{"message":"No","code":5}`. */
static bool opens_quote(const char *text, size_t at)
{
	size_t length = strcspn(text + at + 1, "\"");
	const char *end = text + at + 1 + length;

	return (at == 0 || (is_space(text[at - 1]) && text[at - 1] != ',')) &&
	       (*end == '\0' || end[1] != ':');
}

/*
 * Whether the word is a number that begins none: `HTTP/3` is a version, and
 * `-1` what a log has for no status.
 */
static bool is_version(const struct query *query, const struct query_word *word)
{
	const char *text = query->text;
	size_t at = word->start;

	if (text[at] < '0' || text[at] > '9' || at == 0)
		return false;
	return (text[at - 1] == '-' && (at == 1 || is_space(text[at - 2]))) ||
	       (at >= 5 && text_same_ascii(text + at - 5, "http/", 5));
}

/*
 * Whether nothing but numbers was typed, parted by commas; words such as
 * `http` and `error` may announce them.
 */
static bool is_list(const char *text, const struct catalogue *catalogue)
{
	struct pattern pattern;
	bool parted = true;

	while (*text != '\0') {
		size_t length = strcspn(text, blanks);

		if (length > 0 && !pattern_is_label(text, length)) {
			if (!parted || !read_pattern(&pattern, text, length,
						     true, catalogue))
				return false;
			parted = false;
		}
		text += length;
		for (; is_space(*text); text++)
			parted = parted || *text == ',';
	}
	return true;
}

/* Whether there is one chunk, or a list of numbers. */
static bool is_alone(const char *text, const struct catalogue *catalogue)
{
	const char *end = text + strcspn(text, blanks);

	return end[strspn(end, blanks)] == '\0' || is_list(text, catalogue);
}

/*
 * Take a phrase in quotes.  A number that begins or ends it is none of its
 * words: `"404 Not Found"` is how pages and logs write what is here a number
 * and a name.
 */
static void take_quote(struct query *query, size_t start, size_t length,
		       const struct catalogue *catalogue)
{
	const char *text = query->text + start;
	size_t first = strcspn(text, blanks);
	size_t last = length, words = query->word_count;

	while (last > 0 && !is_space(text[last - 1]))
		last--;
	if (first < length &&
	    take_pattern(query, text, first, false, catalogue)) {
		start += first;
		length -= first;
	} else if (last > 0 && take_pattern(query, text + last, length - last,
					    false, catalogue)) {
		length = last;
	}
	add_words(query, start, length, query->quote_count + 1);
	/* One that was opened and nothing more asks for nothing yet. */
	query->quote_count += query->word_count > words;
}

void query_init(struct query *query, const char *text,
		const struct catalogue *catalogue)
{
	bool alone = is_alone(text, catalogue);
	bool path = false;
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
			take_quote(query, at + 1, length, catalogue);
			path = path || memchr(start + 1, '/', length) != NULL;
			at += 1 + length + (start[1 + length] == '"');
		} else {
			length = strcspn(start, blanks);
			take_chunk(query, at, length, alone, catalogue);
			at += length;
		}
	}
	if (query->word_count > 0) {
		struct query_word *last = &query->words[query->word_count - 1];

		last->open = query->text[last->end] == '\0' &&
			     !is_version(query, last);
	}
	/* A request line or a user agent in a line of a log is not asked for. */
	if (path)
		query_drop_quotes(query);
}

bool query_drop_quotes(struct query *query)
{
	bool others = query->pattern_count > 0;

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

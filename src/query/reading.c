#include "query/reading.h"

#include <string.h>

#include "base/ascii.h"
#include "base/text.h"
#include "base/words.h"
#include "catalogue/id.h"
#include "query/sentence.h"

const char reading_blanks[] = " \t\r\n,";

bool reading_is_space(char c)
{
	return c != '\0' && strchr(reading_blanks, c) != NULL;
}

/* Append the words of `length` bytes at `start` of the text. */
void reading_add_words(struct query *query, size_t start, size_t length,
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
 * Whether a chunk between reading_blanks or commas is a pattern.  Behind an origin
 * alone the colon is no sign of a sentence: `nginx:`.
 */
bool reading_parse(struct pattern *pattern, const char *chunk, size_t length,
		   bool alone, const struct catalogue *catalogue)
{
	if (alone && length > 1 && chunk[length - 1] == ':' &&
	    parse_known(pattern, chunk, length, catalogue))
		return true;
	strip(&chunk, &length, alone);
	return length > 0 && parse_known(pattern, chunk, length, catalogue);
}

void reading_mean(struct query *query, entry_t entry, unsigned char rank)
{
	if (entry != ENTRY_NONE && query->meant_count < QUERY_MEANT)
		query->meant[query->meant_count++] =
			(struct query_meant){ entry, rank };
}

/* In a sentence `5xx` is the class, unless it is said to be returned. */
static void mean_class(struct query *query, const struct pattern *pattern,
		       const struct catalogue *catalogue)
{
	struct strbuf id;

	strbuf_init(&id);
	strbuf_addf(&id, "class:%.*s", (int)pattern->length, pattern->text);
	reading_mean(query, find_id(catalogue, &id), RANK_SURE);
	strbuf_clear(&id);
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

/* Whether the pattern is a number that may as well count something. */
static bool is_bare(const struct pattern *pattern)
{
	return pattern->origin == 0 && (pattern->kind == PATTERN_NUMBER ||
					pattern->kind == PATTERN_RANGE);
}

/* Whether an entry has the number, and is not only a range around it. */
static bool is_defined(const struct pattern *pattern,
		       const struct catalogue *catalogue)
{
	for (entry_t entry = 0; entry < catalogue_count(catalogue); entry++) {
		if (pattern_match(pattern, catalogue, entry) > FIT_INSIDE)
			return true;
	}
	return false;
}

/* A number that a word calls a status leaves no place for others. */
static void drop_bare(struct query *query)
{
	size_t kept = 0;

	for (size_t i = 0; i < query->pattern_count; i++) {
		if (!is_bare(&query->patterns[i]))
			query->patterns[kept++] = query->patterns[i];
	}
	query->pattern_count = kept;
}

void reading_add_pattern(struct query *query, const struct pattern *pattern)
{
	if (query->pattern_count < QUERY_PATTERNS)
		query->patterns[query->pattern_count++] = *pattern;
}

/*
 * Weigh a number of a sentence: it may be said to be a status, or to count
 * something; a long one may be anything unless somebody defines it.
 */
static void add_from_sentence(struct query *query, struct pattern *pattern,
			      const struct catalogue *catalogue)
{
	size_t at = (size_t)(pattern->text - query->text);
	bool labelled = sentence_labels(query->text, at);

	if (sentence_counts(query->text, at, pattern->length))
		return;
	if (labelled && !query->labelled)
		drop_bare(query);
	if (!labelled && (query->labelled || (pattern->count > 3 &&
					      !is_defined(pattern, catalogue))))
		return;
	query->labelled = query->labelled || labelled;
	reading_add_pattern(query, pattern);
	if (pattern->family && !labelled)
		mean_class(query, pattern, catalogue);
}

/* Take the number that the chunk is. */
bool reading_take_pattern(struct query *query, const char *chunk, size_t length,
			  bool alone, const struct catalogue *catalogue)
{
	struct pattern pattern;

	if (!reading_parse(&pattern, chunk, length, alone, catalogue) ||
	    (!alone && !stands_in_sentence(&pattern)))
		return false;
	if (!alone && is_bare(&pattern)) {
		add_from_sentence(query, &pattern, catalogue);
	} else {
		size_t at = (size_t)(pattern.text - query->text);

		query->labelled = query->labelled ||
				  sentence_labels(query->text, at);
		reading_add_pattern(query, &pattern);
	}
	return true;
}

static bool is_ascii(char c)
{
	return (unsigned char)c < 0x80;
}

/* Whether a number and a letter of another script meet before `at`. */
static bool scripts_meet(const char *text, size_t at)
{
	return (ascii_is_digit(text[at]) && !is_ascii(text[at - 1])) ||
	       (!is_ascii(text[at]) && ascii_is_digit(text[at - 1]));
}

/* Bytes up to the next sign that parts what was written without reading_blanks. */
size_t reading_part(const char *text, size_t length)
{
	size_t at = 0;

	while (at < length && strchr(":=<>()[]{}|;", text[at]) == NULL &&
	       (at == 0 || !scripts_meet(text, at)))
		at++;
	return at;
}

#include "query/query.h"

#include <stdlib.h>
#include <string.h>

#include "base/ascii.h"
#include "base/text.h"
#include "base/xalloc.h"
#include "query/name.h"
#include "query/reading.h"
#include "query/reason.h"
#include "query/sentence.h"

const char *query_word(const struct query *query, size_t word)
{
	return query->folded.text + query->words[word].folded;
}

/* `401/403`: numbers of three digits, and nothing else. */
static bool is_slashed(const char *text, size_t length)
{
	for (size_t i = 0; i < length; i++) {
		if (i % 4 == 3 ? text[i] != '/' : !ascii_is_digit(text[i]))
			return false;
	}
	return length > 4 && length % 4 == 3;
}

/* What a program calls a status, unless a number says more. */
static void take_name(struct query *query, const char *chunk, size_t length,
		      const struct catalogue *catalogue)
{
	entry_t entries[QUERY_MEANT];
	size_t count;

	if (query->meant_count > 0)
		return;
	count = name_find(catalogue, chunk, length, entries, QUERY_MEANT);
	for (size_t i = 0; i < count; i++)
		reading_mean(query, entries[i], i == 0 ? RANK_SURE : RANK_ELSE);
}

/* Whether nothing but reasons was typed, parted by reading_blanks or commas. */
static bool only_reasons(const char *text, const struct catalogue *catalogue)
{
	entry_t entry;

	while (*text != '\0') {
		size_t length = strcspn(text, reading_blanks);

		if (length > 0 &&
		    reason_find(catalogue, text, length, true, &entry, 1) == 0)
			return false;
		text += length;
		text += strspn(text, reading_blanks);
	}
	return true;
}

/*
 * A vendor's word that is sent, and not only logged, stands for its status:
 * gRPC's `RESOURCE_EXHAUSTED` is 429.
 */
static void mean_status(struct query *query, entry_t reason,
			const struct catalogue *catalogue, unsigned char rank)
{
	if (catalogue_kind(catalogue, reason) == KIND_VENDOR &&
	    !catalogue_flag(catalogue, reason, FIELD_LOG_ONLY) &&
	    catalogue_items(catalogue, reason, FIELD_GOES_WITH) == 1)
		reading_mean(query,
			     catalogue_find(catalogue,
					    catalogue_item(catalogue, reason,
							   FIELD_GOES_WITH, 0,
							   0)),
			     (unsigned char)(rank + 1));
}

/* The words that gateways write beside a status. */
static void take_reason(struct query *query, const char *chunk, size_t length,
			const struct catalogue *catalogue)
{
	entry_t entries[QUERY_MEANT];
	unsigned char rank = query->meant_count > 0 ? RANK_BESIDE : RANK_SURE;
	bool alone = only_reasons(query->text, catalogue);
	size_t count = reason_find(catalogue, chunk, length, alone, entries,
				   QUERY_MEANT);

	for (size_t i = 0; i < count; i++) {
		reading_mean(query, entries[i], rank);
		mean_status(query, entries[i], catalogue, rank);
	}
}

/* The digits of a figure, around which quotes and stops may stand; or none. */
static size_t figure_length(const char *text, size_t length, size_t *start)
{
	size_t digits = 0;

	*start = 0;
	while (*start < length && strchr("\"'", text[*start]) != NULL)
		++*start;
	while (*start + digits < length &&
	       ascii_is_digit(text[*start + digits]))
		digits++;
	for (size_t at = *start + digits; at < length; at++) {
		if (strchr("\"'.!?", text[at]) == NULL)
			return 0;
	}
	return digits;
}

/*
 * A figure that names no status may stand for a reason: gRPC's 14 is
 * UNAVAILABLE, and beside it stands the status that a gateway makes of it.
 * True when it is the number of a system's error, which is no word either.
 */
static bool take_figure(struct query *query, size_t start, size_t length,
			const struct catalogue *catalogue)
{
	size_t skip;
	size_t digits = figure_length(query->text + start, length, &skip);
	entry_t reason = digits == 0 ? ENTRY_NONE :
				       reason_of_number(catalogue, query->text,
							start + skip, digits);

	if (reason != ENTRY_NONE) {
		reading_mean(query, reason, RANK_SURE);
		mean_status(query, reason, catalogue, RANK_BESIDE);
	}
	return digits > 0 && sentence_is_system_error(query->text, start + skip,
						      digits);
}

/*
 * `error:404`, `statusCode=404` and `<h1>404</h1>` are words and a number, as
 * no origin is called `error`.
 */
static void take_chunk(struct query *query, size_t start, size_t length,
		       bool alone, const struct catalogue *catalogue)
{
	const char *chunk = query->text + start;

	if (reading_take_pattern(query, chunk, length, alone, catalogue))
		return;
	if (is_slashed(chunk, length)) {
		for (size_t at = 0; at < length; at += 4)
			reading_take_pattern(query, chunk + at, 3, alone,
					     catalogue);
		return;
	}
	take_name(query, chunk, length, catalogue);
	take_reason(query, chunk, length, catalogue);
	for (size_t at = 0; at < length;) {
		size_t part = reading_part(chunk + at, length - at);

		if (part == 0)
			at++;
		else if ((part == length ||
			  !reading_take_pattern(query, chunk + at, part, false,
						catalogue)) &&
			 !take_figure(query, start + at, part, catalogue))
			reading_add_words(query, start + at, part, 0);
		at += part;
	}
}

/* Quotes in what was pasted are not asked for: `{"message":"No","code":5}`. */
static bool opens_quote(const char *text, size_t at)
{
	size_t length = strcspn(text + at + 1, "\"");
	const char *end = text + at + 1 + length;

	return (at == 0 ||
		(reading_is_space(text[at - 1]) && text[at - 1] != ',')) &&
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
	return (text[at - 1] == '-' &&
		(at == 1 || reading_is_space(text[at - 2]))) ||
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
		size_t length = strcspn(text, reading_blanks);

		if (length > 0 && !pattern_is_label(text, length)) {
			if (!parted || !reading_parse(&pattern, text, length,
						      true, catalogue))
				return false;
			parted = false;
		}
		text += length;
		for (; reading_is_space(*text); text++)
			parted = parted || *text == ',';
	}
	return true;
}

/* Whether there is one chunk, or a list of numbers. */
static bool is_alone(const char *text, const struct catalogue *catalogue)
{
	const char *end = text + strcspn(text, reading_blanks);

	return end[strspn(end, reading_blanks)] == '\0' ||
	       is_list(text, catalogue);
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
	size_t first = strcspn(text, reading_blanks);
	size_t last = length, words = query->word_count;

	while (last > 0 && !reading_is_space(text[last - 1]))
		last--;
	if (first < length &&
	    reading_take_pattern(query, text, first, false, catalogue)) {
		start += first;
		length -= first;
	} else if (last > 0 &&
		   reading_take_pattern(query, text + last, length - last,
					false, catalogue)) {
		length = last;
	}
	reading_add_words(query, start, length, query->quote_count + 1);
	/* One that was opened and nothing more asks for nothing yet. */
	query->quote_count += query->word_count > words;
}

/*
 * Whether the query is a message that quotes something: several words stand
 * outside of the quotes, some before them and some behind.
 */
static bool is_message(const struct query *query)
{
	enum { SEVERAL = 3 };
	size_t outside = 0, before = 0, first = query->word_count;

	for (size_t i = 0; i < query->word_count; i++) {
		if (query->words[i].quote == 0)
			outside++;
		else if (first == query->word_count)
			first = i;
		before += i < first && query->words[i].quote == 0;
	}
	return query->quote_count > 0 && before > 0 && outside > before &&
	       outside >= SEVERAL;
}

/* Whether there is one word between quotes, which is a name: `pods "web"`. */
static bool quotes_name(const struct query *query)
{
	for (size_t i = 0; i < query->word_count; i++) {
		size_t quote = query->words[i].quote;

		if (quote > 0 &&
		    (i == 0 || query->words[i - 1].quote != quote) &&
		    (i + 1 == query->word_count ||
		     query->words[i + 1].quote != quote))
			return true;
	}
	return false;
}

static void read_text(struct query *query, bool alone,
		      const struct catalogue *catalogue)
{
	bool path = false;
	size_t at = 0;

	while (query->text[at] != '\0') {
		const char *start = query->text + at;
		size_t length = reading_take_document(query, at, catalogue);

		if (length > 0) {
			at += length;
		} else if (reading_is_space(*start)) {
			at++;
		} else if (*start == '"' && opens_quote(query->text, at)) {
			length = strcspn(start + 1, "\"");
			take_quote(query, at + 1, length, catalogue);
			path = path || memchr(start + 1, '/', length) != NULL;
			at += 1 + length + (start[1 + length] == '"');
		} else {
			length = strcspn(start, reading_blanks);
			take_chunk(query, at, length, alone, catalogue);
			at += length;
		}
	}
	query->message = is_message(query);
	/* A request line or a user agent in a line of a log is not asked for. */
	if (path || (query->message && quotes_name(query)))
		query_drop_quotes(query);
}

void query_init(struct query *query, const char *text,
		const struct catalogue *catalogue)
{
	bool alone = is_alone(text, catalogue);

	*query = (struct query){ .text = xstrdup(text),
				 .system = sentence_has_system_error(text) &&
					   !sentence_tells_client_left(text) };
	strbuf_init(&query->folded);
	strbuf_add(&query->folded, "");
	/* `TCP_MISS/502` is no word. */
	if ((alone && strchr(text, '/') == NULL) ||
	    !reading_take_line(query, catalogue))
		read_text(query, alone, catalogue);
	if (query->word_count > 0) {
		struct query_word *last = &query->words[query->word_count - 1];

		last->open = query->text[last->end] == '\0' &&
			     !is_version(query, last);
	}
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

#include "query/reading.h"

#include <stdio.h>
#include <string.h>

#include "base/xalloc.h"
#include "logs/line.h"
#include "logs/meaning.h"

/* Words of a line, without its figures. */
static void add_line_words(struct query *query)
{
	const char *text = query->text;

	for (size_t at = 0; text[at] != '\0';) {
		size_t length = strcspn(text + at, reading_blanks);
		size_t part = length == 0 ? 0 : reading_part(text + at, length);

		if (part > 0 && !(text[at] >= '0' && text[at] <= '9'))
			reading_add_words(query, at, part, 0);
		at += part > 0 ? part : 1;
	}
}

/*
 * The status of the line is its pattern.  Its digits are put behind the text
 * and its NUL, since the line may have been unwrapped.
 */
static void take_status(struct query *query, const struct line *line)
{
	size_t length = strlen(query->text);
	struct pattern pattern;

	query->text = xrealloc(query->text, length + 16);
	snprintf(query->text + length + 1, 15, "%03d", line->status);
	if (pattern_parse(&pattern, query->text + length + 1, 3))
		reading_add_pattern(query, &pattern);
	query->labelled = query->line = true;
}

/* What the status means in a log of that program, and the words beside it. */
static void mean_line(struct query *query, const struct line *line,
		      const struct catalogue *catalogue)
{
	const struct log_format_row *row = log_format_row(line->format);
	entry_t entries[QUERY_MEANT];
	size_t count = meaning_find(catalogue, row->origin, line->status,
				    line->sub, entries, QUERY_MEANT);

	if (count > QUERY_MEANT)
		count = QUERY_MEANT;
	for (size_t i = 0; i < count; i++)
		reading_mean(query, entries[i], RANK_SURE);
	for (size_t i = 0; i < line->word_count; i++) {
		const struct line_word *word = &line->words[i];
		struct strbuf text;

		strbuf_init(&text);
		strbuf_add(&text, word->prefix);
		strbuf_add_bytes(&text, word->text.text, word->text.length);
		reading_mean(query,
			     meaning_of_word(catalogue, row->words,
					     strbuf_text(&text)),
			     RANK_BESIDE);
		strbuf_clear(&text);
	}
}

/* Whether the text is a line of a log, or the middle of one. */
bool reading_take_line(struct query *query, const struct catalogue *catalogue)
{
	struct slice text = { query->text, strlen(query->text) };
	struct line line;

	if (!line_read_fragment(text, &line) ||
	    (line.status > 0 && line.status < 100))
		return false;
	/* The line points into the text, which is about to move. */
	mean_line(query, &line, catalogue);
	take_status(query, &line);
	add_line_words(query);
	return true;
}

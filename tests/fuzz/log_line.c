/*
 * log_line -- lines of logs, of any bytes.
 *
 * The input is read as a file of lines by one reader, so that what one line
 * tells is there for the next, and each line as a fragment, too.
 */
#include "fuzz/fuzz.h"

#include <stdlib.h>
#include <string.h>

#include "logs/line.h"

/* What is told of a line lies inside of it, or where it was unwrapped. */
static bool is_inside(const struct slice *part, struct slice text,
		      const struct line_reader *reader)
{
	const char *start = text.text, *end = start + text.length;

	if (part->text == NULL || part->length == 0)
		return true;
	if (part->text >= start && part->text + part->length <= end)
		return true;
	return reader != NULL && reader->unwrapped != NULL &&
	       part->text >= reader->unwrapped &&
	       part->text + part->length <= reader->unwrapped + LINE_MOST;
}

static void check(const struct line *line, struct slice text,
		  const struct line_reader *reader)
{
	if (line->status < 0 || line->status > 999 ||
	    line->format >= LOG_FORMATS || line->maker >= MAKER_COUNT ||
	    line->word_count > LINE_WORDS ||
	    !is_inside(&line->place, text, reader))
		abort();
	for (size_t i = 0; i < line->word_count; i++) {
		if (!is_inside(&line->words[i].text, text, reader) ||
		    !slice_is_token(line->words[i].text))
			abort();
	}
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	const char *at = (const char *)data, *end = at + size;
	struct line_reader reader;
	struct line line;

	line_reader_init(&reader);
	while (at < end) {
		const char *newline = memchr(at, '\n', (size_t)(end - at));
		const char *stop = newline == NULL ? end : newline;
		struct slice text = { at, (size_t)(stop - at) };

		if (text.length > LINE_MOST)
			text.length = LINE_MOST;
		if (line_read(&reader, text, &line) == LINE_READ)
			check(&line, text, &reader);
		if (line_read_fragment(text, &line))
			check(&line, text, NULL);
		at = stop + 1;
	}
	line_reader_clear(&reader);
	return 0;
}

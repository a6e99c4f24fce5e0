/*
 * json_line -- a line of JSON, of any bytes behind its brace.
 */
#include <stdlib.h>
#include <string.h>

#include "base/strbuf.h"
#include "fuzz/fuzz.h"
#include "logs/parse.h"

static bool parse(struct slice text, struct line *line)
{
	struct line_reader reader;
	bool read;

	line_reader_init(&reader);
	line_start(line);
	read = parse_json(&reader, text, line);
	line_reader_clear(&reader);
	return read;
}

/* The same with a blank behind it, which JSON allows. */
static void expect_same(const struct strbuf *text, const struct line *line)
{
	struct line again;
	struct slice longer = { text->text, text->length };

	fuzz_expect(parse(longer, &again), "a blank changes nothing");
	fuzz_expect(again.status == line->status &&
			    again.format == line->format &&
			    again.maker == line->maker &&
			    again.word_count == line->word_count,
		    "a blank does not change what is read");
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct strbuf text;
	struct line line;

	strbuf_init(&text);
	strbuf_add(&text, "{");
	strbuf_add_bytes(&text, (const char *)data,
			 size < LINE_MOST - 2 ? size : LINE_MOST - 2);
	strbuf_add_char(&text, ' ');
	if (parse((struct slice){ text.text, text.length - 1 }, &line)) {
		fuzz_expect(line.status >= 0 && line.status <= 999,
			    "a status has three digits");
		fuzz_expect(line.word_count <= LINE_WORDS,
			    "there are no more words than room");
		expect_same(&text, &line);
	}
	strbuf_clear(&text);
	return 0;
}

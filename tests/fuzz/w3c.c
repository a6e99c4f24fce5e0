/*
 * w3c -- an extended log whose first line tells the columns of the others.
 */
#include <stdlib.h>
#include <string.h>

#include "base/strbuf.h"
#include "fuzz/fuzz.h"
#include "logs/parse.h"

static void expect_read(struct line_reader *reader, struct slice text)
{
	struct line line;

	line_start(&line);
	if (!parse_w3c(reader, text, &line))
		return;
	fuzz_expect(line.status >= 0 && line.status <= 999,
		    "a status has three digits");
	fuzz_expect(line.word_count <= LINE_WORDS,
		    "there are no more words than room");
	fuzz_expect(line.place.text == NULL ||
			    (line.place.text >= text.text &&
			     line.place.text + line.place.length <=
				     text.text + text.length),
		    "the status lies in its line");
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct line_reader reader;
	struct strbuf text;
	const char *at, *end;

	strbuf_init(&text);
	strbuf_add(&text, "#Fields: ");
	strbuf_add_bytes(&text, (const char *)data,
			 size < LINE_MOST ? size : LINE_MOST);
	line_reader_init(&reader);
	at = text.text;
	end = at + text.length;
	while (at < end) {
		const char *newline = memchr(at, '\n', (size_t)(end - at));
		const char *stop = newline == NULL ? end : newline;
		struct slice line = { at, (size_t)(stop - at) };

		if (*at == '#')
			w3c_directive(&reader, line);
		fuzz_expect(reader.columns.count <= W3C_COLUMNS,
			    "there are no more columns than room");
		expect_read(&reader, line);
		at = stop + 1;
	}
	line_reader_clear(&reader);
	strbuf_clear(&text);
	return 0;
}

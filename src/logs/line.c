#include "logs/line.h"

#include <stdlib.h>
#include <string.h>

#include "logs/parse.h"

/*
 * What a line may be but JSON, which its first byte tells.  Specific formats
 * come first: a line of Envoy has the middle of a combined one in it.
 */
static line_parser *const parsers[] = {
	parse_envoy, parse_haproxy,  parse_elb, parse_squid,  parse_uwsgi,
	parse_s3,    parse_combined, parse_w3c, parse_logfmt,
};

enum { PARSERS = sizeof(parsers) / sizeof(*parsers) };

void line_reader_init(struct line_reader *reader)
{
	*reader = (struct line_reader){ .last = PARSERS };
	json_key_index_init(&reader->keys);
}

void line_reader_clear(struct line_reader *reader)
{
	free(reader->unwrapped);
}

static bool try_parser(struct line_reader *reader, size_t parser,
		       struct slice text, struct line *line)
{
	line_start(line);
	return parsers[parser](reader, text, line);
}

static bool read_text(struct line_reader *reader, struct slice text,
		      struct line *line)
{
	if (reader->last < PARSERS &&
	    try_parser(reader, reader->last, text, line))
		return true;
	for (size_t i = 0; i < PARSERS; i++) {
		if (i != reader->last && try_parser(reader, i, text, line)) {
			reader->last = i;
			return true;
		}
	}
	return false;
}

/* Whether a line ends in its status, of which the end may be lost. */
static bool is_cut(struct slice text, struct slice place)
{
	return place.text + place.length == text.text + text.length &&
	       (place.length != 3 || !slice_is_digits(place));
}

enum line_kind line_read(struct line_reader *reader, struct slice text,
			 struct line *line)
{
	bool read;

	if (may_be_wrapped(text))
		text = unwrap(reader, text);
	while (text.length > 0 && (text.text[text.length - 1] == '\r' ||
				   text.text[text.length - 1] == ' '))
		text.length--;
	if (text.length == 0)
		return LINE_DIRECTIVE;
	switch (*text.text) {
	case '#':
		w3c_directive(reader, text);
		return LINE_DIRECTIVE;
	case '{':
		line_start(line);
		read = parse_json(reader, text, line);
		break;
	default:
		read = read_text(reader, text, line);
	}
	return read && !is_cut(text, line->place) ? LINE_READ : LINE_UNKNOWN;
}

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

bool line_take(struct line *line, enum log_format format, struct slice place)
{
	line->format = format;
	line->place = place;
	return slice_status(place, &line->status);
}

void line_add_word(struct line *line, const char *prefix, struct slice text)
{
	/* Details go on in braces, with an address or a number. */
	const char *brace =
		text.length == 0 ? NULL : memchr(text.text, '{', text.length);

	if (brace != NULL)
		text.length = (size_t)(brace - text.text);
	if (line->word_count < LINE_WORDS && slice_is_token(text) &&
	    !slice_is(text, "-"))
		line->words[line->word_count++] =
			(struct line_word){ prefix, text };
}

void line_add_words(struct line *line, struct slice text)
{
	while (text.length > 0) {
		const char *comma = memchr(text.text, ',', text.length);
		struct slice word = text;

		if (comma != NULL)
			word.length = (size_t)(comma - text.text);
		line_add_word(line, "", word);
		text.text += word.length + (comma != NULL);
		text.length -= word.length + (comma != NULL);
	}
}

/* A parser that failed may have filled it in part. */
static void start(struct line *line)
{
	line->sub = LINE_NO_SUB;
	line->maker = MAKER_UNKNOWN;
	line->word_count = 0;
	line->beside = false;
}

static bool try_parser(struct line_reader *reader, size_t parser,
		       struct slice text, struct line *line)
{
	start(line);
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
		start(line);
		read = parse_json(reader, text, line);
		break;
	default:
		read = read_text(reader, text, line);
	}
	return read && !is_cut(text, line->place) ? LINE_READ : LINE_UNKNOWN;
}

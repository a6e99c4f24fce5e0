/*
 * What a shipper of logs puts around a line, of which a few bytes at the
 * beginning tell whether there is any:
 *
 *	<PRI>Mmm dd hh:mm:ss HOST TAG[PID]: LINE	RFC 3164, the journal
 *	TIME HOST TAG[PID]: LINE			rsyslog
 *	<PRI>1 TIME HOST APP PID MSGID [..] LINE	RFC 5424
 *	TIME stdout F LINE				CRI
 *	{"log":"LINE\n","stream":"stdout",...}		Docker
 */
#include "logs/parse.h"

#include <string.h>

#include "base/xalloc.h"

bool begins_with_time(struct slice text)
{
	static const char shape[] = "0000-00-00T00:";

	if (text.length < sizeof(shape))
		return false;
	for (size_t i = 0; shape[i] != '\0'; i++) {
		if (shape[i] == '0' ? !ascii_is_digit(text.text[i]) :
				      text.text[i] != shape[i])
			return false;
	}
	return true;
}

/* `Nov 21 06:43:36 `, a day of one digit with two blanks before it. */
static bool begins_with_month(struct slice text)
{
	enum { LENGTH = sizeof("Nov 21 06:43:36 ") - 1 };
	const char *at = text.text;

	return text.length > LENGTH && ascii_is_letter(at[0]) &&
	       ascii_is_letter(at[2]) && at[3] == ' ' &&
	       ascii_is_digit(at[5]) && at[6] == ' ' && at[9] == ':' &&
	       at[12] == ':' && at[15] == ' ';
}

/* What follows the blank behind the cursor. */
static struct slice behind(const struct scan *scan)
{
	struct slice rest = scan_rest(scan);

	if (rest.length > 0 && *rest.text == ' ') {
		rest.text++;
		rest.length--;
	}
	return rest;
}

/* HOST TAG: or TAG: before the line; `scan` stands behind the time. */
static bool read_tag(struct scan *scan)
{
	struct slice word;

	return scan_word(scan, &word) &&
	       (slice_ends(word, ":") ||
		(scan_word(scan, &word) && slice_ends(word, ":")));
}

/* VERSION TIME HOST APP PID MSGID, then `-` or elements in brackets. */
static bool read_structured(struct scan *scan)
{
	struct slice word;

	return scan_words(scan, 6, &word) && scan_word(scan, &word) &&
	       (slice_is(word, "-") || *word.text == '[');
}

static bool read_runtime(struct scan *scan)
{
	struct slice word;

	return scan_word(scan, &word) &&
	       (slice_is(word, "stdout") || slice_is(word, "stderr")) &&
	       scan_word(scan, &word) &&
	       (slice_begins(word, "F") || slice_begins(word, "P"));
}

/* Behind `<PRI>`, or at the beginning of what has none. */
static const char *skip_priority(struct slice text)
{
	size_t at = 1;

	if (text.length == 0 || *text.text != '<')
		return text.text;
	while (at < text.length && ascii_is_digit(text.text[at]))
		at++;
	return at > 1 && at < text.length && text.text[at] == '>' ?
		       text.text + at + 1 :
		       text.text;
}

static struct slice unwrap_dated(struct slice text)
{
	enum { MONTH = sizeof("Nov 21 06:43:36") - 1 };
	struct scan scan = scan_of(text), again;
	struct slice rest, word;

	scan.at = skip_priority(text);
	rest = scan_rest(&scan);
	if (begins_with_month(rest)) {
		scan.at += MONTH;
		return read_tag(&scan) ? behind(&scan) : text;
	}
	if (scan.at != text.text && slice_begins(rest, "1 "))
		return read_structured(&scan) ? behind(&scan) : text;
	if (!begins_with_time(rest) || !scan_word(&scan, &word))
		return text;
	again = scan;
	if (read_runtime(&scan))
		return behind(&scan);
	return read_tag(&again) ? behind(&again) : text;
}

static int hex_value(char c)
{
	if (ascii_is_digit(c))
		return c - '0';
	if (c >= 'a' && c <= 'f')
		return c - 'a' + 10;
	return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

/* \u00e9: one byte where it is ASCII, as all is that is looked for; else `?`. */
static char read_unicode(const char *at, const char *end)
{
	int value = 0;

	for (int i = 0; i < 4; i++) {
		int digit = at + i < end ? hex_value(at[i]) : -1;

		if (digit < 0)
			return '?';
		value = 16 * value + digit;
	}
	return value < 0x80 ? (char)value : '?';
}

/* The byte that an escape stands for, `at` behind its backslash. */
static char read_escape(const char **at, const char *end)
{
	static const char names[] = "bfnrt", bytes[] = "\b\f\n\r\t";
	char c = *(*at)++;
	const char *name = c == '\0' ? NULL : strchr(names, c);

	if (c == 'u') {
		c = read_unicode(*at, end);
		*at += end - *at < 4 ? end - *at : 4;
		return c;
	}
	return name == NULL ? c : bytes[name - names];
}

/*
 * The string that begins at `text`, unescaped, up to its closing quote or an
 * escaped newline.
 */
static struct slice unescape(struct line_reader *reader, struct slice text)
{
	const char *at = text.text, *end = at + text.length;
	size_t length = 0;

	if (reader->unwrapped == NULL)
		reader->unwrapped = xmalloc(LINE_MOST);
	while (at < end && *at != '"' && length < LINE_MOST) {
		char c = *at++;

		if (c == '\\' && at < end)
			c = read_escape(&at, end);
		if (c == '\n')
			break;
		reader->unwrapped[length++] = c;
	}
	return (struct slice){ reader->unwrapped, length };
}

struct slice unwrap(struct line_reader *reader, struct slice text)
{
	static const char docker[] = "{\"log\":\"";
	size_t length = sizeof(docker) - 1;

	if (*text.text == '{' && slice_begins(text, docker) &&
	    text.text[text.length - 1] == '}')
		return unescape(reader, (struct slice){ text.text + length,
							text.length - length });
	return *text.text == '{' ? text : unwrap_dated(text);
}

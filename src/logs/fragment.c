/*
 * The middle of a line, as people paste it: what tells a status without the
 * beginning of the line.  A finder that meets two different numbers is of no
 * use, and leaves them to the words around.
 */
#include <stdint.h>
#include <string.h>

#include "base/text.h"
#include "logs/parse.h"

/* Take a status of three digits; false when another was found before. */
static bool settle(struct line *line, enum log_format format,
		   struct slice place)
{
	int before = line->status;
	bool first = line->place.text == NULL;

	if (!line_take(line, format, place))
		return false;
	return first || line->status == before;
}

static bool is_whole(struct slice place)
{
	return place.length == 3 && slice_is_digits(place);
}

/* --------------------------------------------------------------------------
 * Keys: "EdgeResponseStatus":429, elb_status_code=503, sc-status 500 */

/* Keys of a status that no line of JSON has. */
static const struct {
	const char *text;
	enum log_format format;
} more_keys[] = {
	{ "elb_status_code", LOG_ALB },
	{ "http_status_code", LOG_LOGFMT },
};

enum { MORE_KEYS = sizeof(more_keys) / sizeof(*more_keys) };

static bool is_name_char(char c)
{
	return ascii_is_letter(c) || ascii_is_digit(c) || c == '_' ||
	       c == '-' || c == '.';
}

static bool next_name(struct scan *scan, struct slice *name)
{
	while (scan->at < scan->end && !is_name_char(*scan->at))
		scan->at++;
	name->text = scan->at;
	while (scan->at < scan->end && is_name_char(*scan->at))
		scan->at++;
	name->length = (size_t)(scan->at - name->text);
	return name->length > 0;
}

static bool is_called(struct slice name, const char *text)
{
	return strlen(text) == name.length &&
	       text_same_ascii(name.text, text, name.length);
}

/* A word that only programs write: it needs no sign behind it. */
static bool is_compound(struct slice name)
{
	for (size_t i = 1; i < name.length; i++) {
		if (!(name.text[i] >= 'a' && name.text[i] <= 'z'))
			return true;
	}
	return false;
}

/* What stands behind a name: `": 404`, `=404`, ` 404`. */
static bool read_value(struct scan scan, bool compound, struct slice *value)
{
	bool sign = false, blank = false;

	for (; scan.at < scan.end; scan.at++) {
		char c = *scan.at;

		if (c == ':' || c == '=')
			sign = true;
		else if (c == ' ')
			blank = true;
		else if (c != '"' && c != '\\' && c != '\'')
			break;
	}
	value->text = scan.at;
	while (scan.at < scan.end && is_name_char(*scan.at))
		scan.at++;
	value->length = (size_t)(scan.at - value->text);
	/* A full stop ends a sentence. */
	while (value->length > 0 && value->text[value->length - 1] == '.')
		value->length--;
	return slice_is_digits(*value) && (sign || (blank && compound));
}

/* A name that is a key of several objects is that of the line. */
static const struct json_key *find_json_key(struct slice name, size_t *number)
{
	const struct json_key *key, *found = NULL;

	for (size_t i = 0; (key = json_key_at(i)) != NULL; i++) {
		if (key->says != SAYS_STATUS || !is_called(name, key->text) ||
		    (found != NULL && key->scope != SCOPE_LINE))
			continue;
		found = key;
		*number = i;
	}
	return found;
}

/* The key's number, the surest first; and whose line it makes this. */
static bool find_name(struct slice name, size_t *number,
		      enum log_format *format)
{
	const struct json_key *key;

	for (size_t i = 0; i < MORE_KEYS; i++) {
		if (is_called(name, more_keys[i].text)) {
			*number = i;
			*format = more_keys[i].format;
			return true;
		}
	}
	key = find_json_key(name, number);
	if (key == NULL || is_called(name, "code"))
		return false;
	*number += MORE_KEYS;
	*format = key->format;
	return true;
}

/* IIS has its second number in a field of its own. */
static void take_sub(struct line *line, struct slice text)
{
	struct scan scan = scan_of(text);
	struct slice name, value;

	while (next_name(&scan, &name)) {
		if (is_called(name, "sc-substatus") &&
		    read_value(scan, true, &value) &&
		    slice_value(value, 99999, &line->sub))
			line->format = LOG_IIS;
	}
	if (line->sub == 0)
		line->sub = LINE_NO_SUB;
}

static bool find_key(struct slice text, struct line *line)
{
	struct scan scan = scan_of(text);
	struct slice name, value;
	size_t best = SIZE_MAX, number;
	enum log_format format;
	bool sure = false;

	while (next_name(&scan, &name)) {
		if (!find_name(name, &number, &format) || number > best ||
		    !read_value(scan, is_compound(name), &value) ||
		    value.length > 3)
			continue;
		if (number < best)
			line->place.text = NULL;
		sure = settle(line, format, value) && (sure || number < best);
		best = number;
	}
	if (sure)
		take_sub(line, text);
	return sure;
}

/* --------------------------------------------------------------------------
 * Words in their places */

/* A line's words, of which a fragment has no more. */
enum { WORDS = 128 };

struct words {
	struct slice word[WORDS];
	size_t count;
};

static void read_words(struct words *words, struct slice text)
{
	struct scan scan = scan_of(text);

	words->count = 0;
	while (words->count < WORDS &&
	       scan_word(&scan, &words->word[words->count]))
		words->count++;
}

/* TCP_REFRESH_MODIFIED/502 */
static bool find_squid(const struct words *words, struct line *line)
{
	bool sure = false;

	for (size_t i = 0; i < words->count; i++) {
		struct slice tag = words->word[i], place;
		const char *slash = memchr(tag.text, '/', tag.length);

		if (slash == NULL)
			continue;
		place.text = slash + 1;
		place.length = tag.length - (size_t)(place.text - tag.text);
		tag.length = (size_t)(slash - tag.text);
		if (!is_squid_tag(tag) || !is_whole(place))
			continue;
		sure = settle(line, LOG_SQUID, place);
		line_add_word(line, "", tag);
	}
	return sure;
}

/* HAProxy's timers, 0/0/0/0/1 401; and 503 217 - - sQ-- 9/9/8/0/0. */
static bool find_haproxy(const struct words *words, struct line *line)
{
	enum { TIMERS = 5, BEFORE_STATE = 4 };

	for (size_t i = 0; i + 1 < words->count; i++) {
		bool slashed = slice_slashed(words->word[i]) == TIMERS;

		if (slashed && is_whole(words->word[i + 1]))
			return settle(line, LOG_HAPROXY, words->word[i + 1]);
		if (i < BEFORE_STATE || !is_haproxy_state(words->word[i]) ||
		    slice_slashed(words->word[i + 1]) != TIMERS ||
		    !is_whole(words->word[i - BEFORE_STATE]))
			continue;
		return settle(line, LOG_HAPROXY, words->word[i - BEFORE_STATE]);
	}
	return false;
}

/* 0.001 0.002 0.000 502 -: three times, then two statuses. */
static bool find_elb(const struct words *words, struct line *line)
{
	for (size_t i = 3; i + 1 < words->count; i++) {
		const struct slice *word = &words->word[i];

		if (is_whole(word[0]) &&
		    (is_whole(word[1]) || slice_is(word[1], "-")) &&
		    slice_is_number(word[-1]) && word[-1].length > 1 &&
		    slice_is_number(word[-2]) && word[-2].length > 1 &&
		    slice_is_number(word[-3]) && word[-3].length > 1 &&
		    !slice_is_digits(word[-1]) && !slice_is_digits(word[-2]) &&
		    !slice_is_digits(word[-3]))
			return settle(line, LOG_ALB, word[0]);
	}
	return false;
}

/*
 * IIS at the end of a line: status, sub-status, win32, perhaps sizes, time.  Four
 * numbers alone may be a list of statuses.
 */
static bool find_iis(const struct words *words, struct line *line)
{
	enum { LEAST = 4, MOST = 6 };
	size_t first = words->count;
	const struct slice *word;

	while (first > 0 && slice_is_digits(words->word[first - 1]))
		first--;
	word = &words->word[first];
	if (words->count - first < LEAST || words->count - first > MOST ||
	    !is_whole(word[0]) || !slice_value(word[1], 99999, &line->sub) ||
	    (first == 0 && line->sub >= 100))
		return false;
	if (line->sub == 0)
		line->sub = LINE_NO_SUB;
	return settle(line, LOG_IIS, word[0]);
}

/* --------------------------------------------------------------------------
 * Behind the request */

/* The status at `at`, which a blank, a bracket or the end has to follow. */
static bool read_status(const char *at, const char *end, struct slice *place)
{
	place->text = at;
	while (at < end && ascii_is_digit(*at))
		at++;
	place->length = (size_t)(at - place->text);
	return is_whole(*place) && (at == end || *at == ' ' || *at == ')');
}

/* Envoy's flags behind the status. */
static bool has_flags(struct slice place, const char *end)
{
	const char *at = place.text + place.length;
	size_t count = 0;

	if (at == end)
		return false;
	for (at++; at < end && ((*at >= 'A' && *at <= 'Z') || *at == ','); at++)
		count++;
	return count > 1 && (at == end || *at == ' ');
}

/* HTTP/1.1" 499 0, HTTP/2" 503 UF, and uWSGI's (HTTP/1.1 404). */
static bool find_request(struct slice text, struct line *line)
{
	static const char mark[] = "HTTP/";
	const char *at = text.text, *end = at + text.length;
	bool sure = false;

	while ((at = memchr(at, 'H', (size_t)(end - at))) != NULL) {
		bool bracket = at > text.text && at[-1] == '(';
		struct slice rest = { at, (size_t)(end - at) }, place;

		at++;
		if (!slice_begins(rest, mark))
			continue;
		at += strlen(mark) - 1;
		while (at < end && (ascii_is_digit(*at) || *at == '.'))
			at++;
		at += at < end && *at == '\\';
		if (!bracket && (at == end || *at++ != '"'))
			continue;
		if (at == end || *at++ != ' ' || !read_status(at, end, &place))
			continue;
		sure = settle(line,
			      bracket               ? LOG_UWSGI :
			      has_flags(place, end) ? LOG_ENVOY :
						      LOG_COMBINED,
			      place);
		if (!sure)
			return false;
	}
	return sure;
}

/* " 404 153 "-" without the request before it. */
static bool find_quote(const struct words *words, struct line *line)
{
	for (size_t i = 0; i + 2 < words->count; i++) {
		const struct slice *word = &words->word[i];

		if (is_whole(word[0]) && *word[2].text == '"' &&
		    (slice_is_digits(word[1]) || slice_is(word[1], "-")) &&
		    i > 0 && slice_ends(word[-1], "\""))
			return settle(line, LOG_COMBINED, word[0]);
	}
	return false;
}

static void start(struct line *line)
{
	*line = (struct line){ .format = LOG_FORMATS, .sub = LINE_NO_SUB };
}

static bool find_word(struct slice text, struct line *line)
{
	static bool (*const finders[])(const struct words *, struct line *) = {
		find_squid, find_haproxy, find_elb, find_quote, find_iis,
	};
	struct words words;

	read_words(&words, text);
	for (size_t i = 0; i < sizeof(finders) / sizeof(*finders); i++) {
		start(line);
		if (finders[i](&words, line))
			return true;
	}
	return false;
}

bool line_read_fragment(struct slice text, struct line *line)
{
	struct line_reader reader;
	bool read;

	if (text.length > LINE_MOST)
		text.length = LINE_MOST;
	line_reader_init(&reader);
	read = line_read(&reader, text, line) == LINE_READ;
	if (reader.unwrapped != NULL) {
		/* What was unwrapped does not outlive the reader. */
		line->place = (struct slice){ NULL, 0 };
		line->word_count = 0;
	}
	line_reader_clear(&reader);
	if (read)
		return true;
	start(line);
	if (find_request(text, line))
		return true;
	start(line);
	if (find_key(text, line))
		return true;
	return find_word(text, line);
}

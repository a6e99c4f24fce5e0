/*
 * A line that is one JSON object.  Keys are looked for in it and in the few
 * objects of keys.def; all else is passed over, and nothing is built.
 */
#include "logs/parse.h"

#include <stddef.h>
#include <stdint.h>
#include <string.h>

/* The values of a line's keys, by what they say; a key of NULL: it has none. */
struct values {
	struct slice value[SAYS_COUNT];
	const struct json_key *key[SAYS_COUNT];
	enum log_format mark; /* whose keys the line has; LOG_FORMATS: none */
	bool twice; /* the status is told twice, and differently */
};

/*
 * What reads takes where to begin and where the line ends, and returns where
 * the rest begins, or NULL when there is not what should be.
 */

static inline const char *skip_blanks(const char *at, const char *end)
{
	while (at < end && (*at == ' ' || *at == '\t'))
		at++;
	return at;
}

static inline const char *skip_char(const char *at, const char *end, char c)
{
	at = skip_blanks(at, end);
	return at < end && *at == c ? at + 1 : NULL;
}

/*
 * The first quote, or less than eight bytes before the end.  Strings are most
 * of a line, so they are looked through in words: in each byte that is a quote,
 * and maybe in some above the lowest of these, the highest bit is set.
 */
static inline const char *skip_plain(const char *at, const char *end)
{
	const uint64_t ones = UINT64_MAX / 255, quotes = ones * '"';
	uint64_t word, found;

	for (; end - at >= (ptrdiff_t)sizeof(word); at += sizeof(word)) {
		memcpy(&word, at, sizeof(word));
		word ^= quotes;
		found = (word - ones) & ~word & ones << 7;
		if (found == 0)
			continue;
#if __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
		return at + __builtin_ctzll(found) / 8;
#else
		break;
#endif
	}
	return at;
}

/* Whether an odd number of backslashes stands before, not before `first`. */
static bool is_escaped(const char *at, const char *first)
{
	const char *before = at;

	while (before > first && before[-1] == '\\')
		before--;
	return (at - before) % 2 == 1;
}

/* From the opening quote to behind the closing one. */
static inline const char *read_string(const char *at, const char *end,
				      struct slice *text)
{
	const char *first = ++at;

	while ((at = skip_plain(at, end)) < end) {
		if (*at == '"' && (at[-1] != '\\' || !is_escaped(at, first))) {
			*text = (struct slice){ first, (size_t)(at - first) };
			return at + 1;
		}
		at++;
	}
	return NULL;
}

/* An object or a list, whatever is in it. */
static const char *skip_nested(const char *at, const char *end)
{
	struct slice text;
	size_t depth = 0;

	while (at != NULL && at < end) {
		switch (*at) {
		case '"':
			at = read_string(at, end, &text);
			continue;
		case '{':
		case '[':
			depth++;
			break;
		case '}':
		case ']':
			depth--;
			break;
		}
		at++;
		if (depth == 0)
			return at;
	}
	return NULL;
}

/* A value; `*text` is that of a string or a number, else empty. */
static inline const char *read_value(const char *at, const char *end,
				     struct slice *text)
{
	*text = (struct slice){ at, 0 };
	if (*at == '"')
		return read_string(at, end, text);
	if (*at == '{' || *at == '[')
		return skip_nested(at, end);
	while (at < end && *at != ',' && *at != '}' && *at != ' ')
		at++;
	text->length = (size_t)(at - text->text);
	return text->length > 0 ? at : NULL;
}

/*
 * Whether a value is a status.  A key that many programs have for something
 * else holds a status only when it has three digits, or none was sent.
 */
static bool is_status(const struct json_key *key, struct slice value)
{
	int status;

	return slice_status(value, &status) &&
	       (key->format != LOG_JSON || status == 0 || status >= 100);
}

static void take_value(struct values *values, const struct json_key *key,
		       struct slice value)
{
	const struct json_key **held = &values->key[key->says];

	if (slice_is(value, "null") ||
	    (key->says == SAYS_STATUS && !is_status(key, value)))
		return;
	if (key == *held && key->says == SAYS_STATUS &&
	    !slice_same(value, values->value[SAYS_STATUS]))
		values->twice = true;
	if (*held == NULL || key < *held) {
		*held = key;
		values->twice = values->twice && key->says != SAYS_STATUS;
		values->value[key->says] = value;
	}
	if (key->format != LOG_JSON && key->format < values->mark)
		values->mark = key->format;
}

/* The value of a key, which is taken where it is one of the table's. */
static const char *read_object(const char *at, const char *end,
			       const struct json_key_index *keys,
			       enum json_scope scope, struct values *values);

static inline const char *read_keyed(const char *at, const char *end,
				     const struct json_key_index *keys,
				     const struct json_key *key,
				     struct values *values)
{
	struct slice value;

	if (key != NULL && key->says == SAYS_OPEN && *at == '{')
		return read_object(at, end, keys, key->inside, values);
	at = read_value(at, end, &value);
	if (at != NULL && key != NULL && key->says != SAYS_OPEN)
		take_value(values, key, value);
	return at;
}

/* From the brace on; what is inside of `scope` is taken. */
static const char *read_object(const char *at, const char *end,
			       const struct json_key_index *keys,
			       enum json_scope scope, struct values *values)
{
	const char *next = skip_char(at + 1, end, '}');
	struct slice name;

	if (next != NULL)
		return next;
	do {
		at = skip_blanks(at + 1, end);
		if (at == end || *at != '"')
			return NULL;
		at = read_string(at, end, &name);
		if (at == NULL || (at = skip_char(at, end, ':')) == NULL)
			return NULL;
		at = skip_blanks(at, end);
		if (at == end)
			return NULL;
		at = read_keyed(at, end, keys, json_key_find(keys, scope, name),
				values);
		if (at == NULL)
			return NULL;
		at = skip_blanks(at, end);
	} while (at < end && *at == ',');
	return skip_char(at, end, '}');
}

/* What a key says, if the key is of the line's format; else nothing. */
static struct slice value_of(const struct values *values,
			     enum log_format format, enum json_says says)
{
	const struct json_key *key = values->key[says];

	if (key == NULL || key->format != format)
		return (struct slice){ NULL, 0 };
	return values->value[says];
}

/* Who made it, where the server's status is a number beside it. */
static enum maker maker_of_values(const struct line *line,
				  const struct values *values)
{
	static const char *const stored[] = { "hit", "stale", "updating",
					      "revalidated", NULL };
	struct slice second = value_of(values, line->format, SAYS_SECOND);
	struct slice length = value_of(values, line->format, SAYS_LENGTH);
	enum maker maker = maker_of_second(line->status, second);

	switch (line->format) {
	case LOG_TRAEFIK_JSON:
		return maker == MAKER_PASSED ?
			       maker_of_traefik(line->status, length) :
			       maker;
	case LOG_NGINX_JSON:
		return maker_of_nginx(line->status, second, length);
	case LOG_CLOUDFLARE:
		return slice_among(value_of(values, line->format, SAYS_CACHE),
				   stored) ?
			       MAKER_PASSED :
			       maker;
	case LOG_AZURE_GATEWAY:
		return maker;
	default:
		return MAKER_UNKNOWN;
	}
}

/* Words that say that nothing is to be said: the server's answer was sent. */
static bool is_passed_word(enum log_format format, struct slice word)
{
	static const char *const words[] = { "response_sent_by_backend",
					     "response_from_cache",
					     "NoError",
					     "ERRORINFO_NO_ERROR",
					     "",
					     "-",
					     NULL };

	return slice_among(word, words) ||
	       (format == LOG_CLOUDFRONT_JSON &&
		maker_of_cloudfront(word) == MAKER_PASSED);
}

static void take_words(struct line *line, const struct values *values)
{
	struct slice word = value_of(values, line->format, SAYS_WORD);
	struct slice details = value_of(values, line->format, SAYS_DETAILS);

	line->maker = maker_of_values(line, values);
	if (line->format == LOG_ENVOY_JSON) {
		line->maker = maker_of_envoy(
			word, details,
			value_of(values, line->format, SAYS_TIME),
			value_of(values, line->format, SAYS_HOST));
		line_add_words(line, word);
		if (!slice_begins(details, "via_upstream"))
			line_add_word(line, "", details);
		return;
	}
	if (!is_passed_word(line->format, word))
		line_add_word(line, "", word);
	if (word.text == NULL)
		return;
	if (line->format == LOG_GOOGLE || line->format == LOG_FRONT_DOOR)
		line->maker = is_passed_word(line->format, word) ?
				      MAKER_PASSED :
				      MAKER_GATEWAY;
	else if (line->format == LOG_CLOUDFRONT_JSON)
		line->maker = maker_of_cloudfront(word);
}

/* Whose line it is: the status's key tells, or another that only one has. */
static enum log_format format_of(const struct values *values)
{
	enum log_format format = values->key[SAYS_STATUS]->format;

	if (format != LOG_JSON)
		return format;
	if (values->mark < LOG_FORMATS)
		return values->mark;
	return slice_begins(values->value[SAYS_LOGGER], "http.log") ?
		       LOG_CADDY :
		       LOG_JSON;
}

bool parse_json(struct line_reader *reader, struct slice text,
		struct line *line)
{
	struct values values = { .mark = LOG_FORMATS };
	const char *end = text.text + text.length;
	const char *at =
		read_object(text.text, end, &reader->keys, SCOPE_LINE, &values);

	if (at == NULL || values.key[SAYS_STATUS] == NULL || values.twice)
		return false;
	if (skip_blanks(at, end) != end ||
	    !line_take(line, format_of(&values), values.value[SAYS_STATUS]) ||
	    (line->format == LOG_JSON && line->status == 0))
		return false;
	line->beside =
		slice_begins(values.value[SAYS_LOGGER], "http.log.error");
	take_words(line, &values);
	return true;
}

/*
 * A line that is one JSON object.  Keys are looked for in it and in the few
 * objects of keys.def; all else is passed over, and nothing is built.
 */
#include "logs/parse.h"

#include <stddef.h>

/* The values of a line's keys, by what they say; a key of NULL: it has none. */
struct values {
	struct slice value[SAYS_COUNT];
	const struct json_key *key[SAYS_COUNT];
	enum log_format mark; /* whose keys the line has; LOG_FORMATS: none */
	bool twice; /* the status is told twice, and differently */
};

/*
 * What reads takes where to begin and the line's last byte, and returns where
 * the rest begins, or NULL when there is not what should be.  The last byte is
 * a brace, at which all but a string ends: no other place is compared with it.
 */

static inline const char *skip_blanks(const char *at)
{
	while (*at <= ' ' && (*at == ' ' || *at == '\t'))
		at++;
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
static inline const char *read_string(const char *at, const char *last,
				      struct slice *text)
{
	const char *first = ++at;

	while ((at = scan_to(at, last, '"')) < last) {
		if (at[-1] != '\\' || !is_escaped(at, first)) {
			*text = (struct slice){ first, (size_t)(at - first) };
			return at + 1;
		}
		at++;
	}
	return NULL;
}

/* An object or a list, whatever is in it. */
static const char *skip_nested(const char *at, const char *last)
{
	struct slice text;
	size_t depth = 0;

	while (at != NULL && at <= last) {
		switch (*at) {
		case '"':
			at = read_string(at, last, &text);
			continue;
		case '{':
		case '[':
			depth++;
			break;
		case '}':
		case ']':
			if (--depth == 0)
				return at + 1;
			break;
		}
		at++;
	}
	return NULL;
}

/* A number, or one of the words that are values: to a comma, or a blank. */
static inline const char *read_plain(const char *at, struct slice *text)
{
	while ((*at > ',' && *at != '}') || *at == '+')
		at++;
	text->length = (size_t)(at - text->text);
	return text->length > 0 ? at : NULL;
}

/* A value; `*text` is that of a string or a number, else empty. */
static inline const char *read_value(const char *at, const char *last,
				     struct slice *text)
{
	*text = (struct slice){ at, 0 };
	switch (*at) {
	case '"':
		return read_string(at, last, text);
	case '{':
	case '[':
		return skip_nested(at, last);
	default:
		return read_plain(at, text);
	}
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

static const char *read_object(const char *at, const char *last,
			       const struct json_key_index *keys,
			       enum json_scope scope, struct values *values);

/* The value of a key, which is taken where it is one of the table's. */
static inline const char *read_keyed(const char *at, const char *last,
				     const struct json_key_index *keys,
				     const struct json_key *key,
				     struct values *values)
{
	struct slice value;

	if (key != NULL && key->says == SAYS_OPEN && *at == '{')
		return read_object(at, last, keys, key->inside, values);
	at = read_value(at, last, &value);
	if (key != NULL && at != NULL && key->says != SAYS_OPEN)
		take_value(values, key, value);
	return at;
}

/* From the brace on; what is inside of `scope` is taken. */
static const char *read_object(const char *at, const char *last,
			       const struct json_key_index *keys,
			       enum json_scope scope, struct values *values)
{
	struct slice name;

	at = skip_blanks(at + 1);
	if (*at == '}')
		return at + 1;
	for (;;) {
		if (*at != '"' || (at = read_string(at, last, &name)) == NULL)
			return NULL;
		at = skip_blanks(at);
		if (*at != ':')
			return NULL;
		at = read_keyed(skip_blanks(at + 1), last, keys,
				json_key_find(keys, scope, name), values);
		/* The last brace may have been that of an object inside. */
		if (at == NULL || at > last)
			return NULL;
		at = skip_blanks(at);
		if (*at != ',')
			return *at == '}' ? at + 1 : NULL;
		at = skip_blanks(at + 1);
	}
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
	if (word.text == NULL)
		return;
	if (!is_passed_word(line->format, word))
		line_add_word(line, "", word);
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
	const char *last = text.text + text.length - 1;

	while (last > text.text && (*last == ' ' || *last == '\t'))
		last--;
	if (*last != '}' ||
	    read_object(text.text, last, &reader->keys, SCOPE_LINE, &values) !=
		    last + 1 ||
	    values.key[SAYS_STATUS] == NULL || values.twice)
		return false;
	if (!line_take(line, format_of(&values), values.value[SAYS_STATUS]) ||
	    (line->format == LOG_JSON && line->status == 0))
		return false;
	line->beside =
		slice_begins(values.value[SAYS_LOGGER], "http.log.error");
	take_words(line, &values);
	return true;
}

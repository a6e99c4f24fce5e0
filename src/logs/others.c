/*
 * Formats that need no file of their own.
 *
 * logfmt, Heroku's router:	key=value key="value" ...
 * Amazon S3:			owner bucket [time] ip requester id operation
 *				key "request" STATUS error ...
 * uWSGI:			[pid: ...] ... (HTTP/1.1 STATUS) ...
 */
#include "logs/parse.h"

#include <string.h>

/* Read `key=value`; false at the end, or where a word has no `=`. */
static bool next_pair(struct scan *scan, struct slice *key, struct slice *value)
{
	const char *at = scan->at, *end;

	while (at < scan->end && *at == ' ')
		at++;
	key->text = at;
	while (at < scan->end && *at != '=' && *at != ' ' && *at != '"')
		at++;
	key->length = (size_t)(at - key->text);
	if (key->length == 0 || at == scan->end || *at != '=')
		return false;
	at++;
	if (at < scan->end && *at == '"') {
		end = scan_closing(at + 1, scan->end);
		if (end == NULL)
			return false;
		*value = (struct slice){ at + 1, (size_t)(end - at - 1) };
		scan->at = end + 1;
		return true;
	}
	end = memchr(at, ' ', (size_t)(scan->end - at));
	if (end == NULL)
		end = scan->end;
	*value = (struct slice){ at, (size_t)(end - at) };
	scan->at = end;
	return true;
}

/* The keys of a status, the surest first. */
static const char *const status_keys[] = { "status", "http_status",
					   "status_code", "code" };

enum { STATUS_KEYS = sizeof(status_keys) / sizeof(*status_keys) };

/* The status that the keys read so far tell. */
struct told {
	size_t key; /* STATUS_KEYS: none does */
	struct slice place;
	bool twice; /* and differently */
};

static void take_pair(struct told *told, struct slice key, struct slice value)
{
	size_t i = 0;
	int status;

	while (i < STATUS_KEYS && !slice_is(key, status_keys[i]))
		i++;
	if (i == STATUS_KEYS || i > told->key || value.length != 3 ||
	    !slice_value(value, 999, &status) || status < 100)
		return;
	told->twice = i == told->key &&
		      (told->twice || !slice_same(value, told->place));
	told->key = i;
	told->place = value;
}

bool parse_logfmt(struct line_reader *reader, struct slice text,
		  struct line *line)
{
	struct scan scan = scan_of(text);
	struct told told = { .key = STATUS_KEYS };
	struct slice key, value, heroku = { NULL, 0 };
	size_t count = 0;
	bool dyno = false;

	(void)reader;
	for (; next_pair(&scan, &key, &value); count++) {
		take_pair(&told, key, value);
		if (slice_is(key, "code") && slice_begins(value, "H"))
			heroku = value;
		dyno = dyno || slice_is(key, "dyno");
	}
	if (scan.at != scan.end || count < 2 || told.key == STATUS_KEYS ||
	    told.twice ||
	    !line_take(line, dyno ? LOG_HEROKU : LOG_LOGFMT, told.place))
		return false;
	if (dyno) {
		line->maker = heroku.text == NULL ? MAKER_PASSED :
						    MAKER_GATEWAY;
		line_add_word(line, "", heroku);
	}
	return true;
}

bool parse_s3(struct line_reader *reader, struct slice text, struct line *line)
{
	struct scan scan = scan_of(text);
	struct slice word, status;

	(void)reader;
	if (!scan_words(&scan, 3, &word) || *word.text != '[' ||
	    !scan_words(&scan, 4, &word) ||
	    memchr(word.text, '.', word.length) == NULL ||
	    !scan_words(&scan, 2, &word) || *word.text != '"' ||
	    !scan_word(&scan, &status) || !line_take(line, LOG_S3, status) ||
	    !scan_word(&scan, &word))
		return false;
	line_add_word(line, "", word);
	return scan_word(&scan, &word);
}

bool parse_uwsgi(struct line_reader *reader, struct slice text,
		 struct line *line)
{
	static const char mark[] = "(HTTP/";
	const char *at = text.text, *end = at + text.length;
	struct slice place;

	(void)reader;
	if (!slice_begins(text, "[pid: "))
		return false;
	while ((at = memchr(at, '(', (size_t)(end - at))) != NULL) {
		struct scan scan = { .at = at, .end = end };

		if (scan_word(&scan, &place) && slice_begins(place, mark) &&
		    scan_word(&scan, &place) && slice_ends(place, ")")) {
			place.length--;
			return line_take(line, LOG_UWSGI, place);
		}
		at++;
	}
	return false;
}

/*
 * Common, combined, and all that begins like them:
 *
 *	... [time] "request" STATUS bytes "referer" "agent" anything
 *
 * A user's name may hold blanks, so no word is counted from the left: the
 * request is what stands behind `] "`.
 */
#include <string.h>

#include "base/bytes.h"
#include "logs/parse.h"

/* The byte behind the quote that opens the request. */
static const char *find_request(struct slice text)
{
	const char *at = text.text, *end = at + text.length, *quote;

	while ((quote = memchr(at, '"', (size_t)(end - at))) != NULL) {
		if (quote - text.text > 3 && quote[-1] == ' ' &&
		    quote[-2] == ']')
			return quote + 1;
		at = quote + 1;
	}
	return NULL;
}

/* Whether a bracket with a number in it stands before the `] "` found. */
static bool has_time(struct slice text, const char *request)
{
	enum { USUAL = sizeof("[21/Nov/2026:06:43:36 +0000] \"") - 1 };
	const char *bracket = request - USUAL;

	if (request - text.text > USUAL && *bracket == '[')
		return ascii_is_digit(bracket[1]);
	for (bracket = request - 3; bracket > text.text; bracket--) {
		if (bracket[-1] == '[')
			return ascii_is_digit(*bracket);
	}
	return false;
}

/* Envoy has the time first, in another form. */
static bool is_envoy(struct slice text)
{
	return *text.text == '[' && begins_with_time((struct slice){
					    text.text + 1, text.length - 1 });
}

/* A number, or the `-` for none, which a blank or the end follows. */
static inline struct slice number_at(const char *at, const char *end)
{
	struct slice number = { at, 0 };

	if (at < end && *at == '-')
		at++;
	while (at < end && ascii_is_digit(*at))
		at++;
	if (at == end || *at == ' ')
		number.length = (size_t)(at - number.text);
	return number;
}

/* The same where three bytes are expected. */
static inline struct slice status_at(const char *at, const char *end)
{
	if (end - at > 3 && at[3] == ' ')
		return (struct slice){ at, 3 };
	return number_at(at, end);
}

enum { TAIL_WORDS = 64 };

/* The words behind the agent. */
struct tail {
	struct slice words[TAIL_WORDS];
	size_t count;
};

static bool read_tail(struct tail *tail, struct scan *scan)
{
	tail->count = 0;
	while (tail->count < TAIL_WORDS &&
	       scan_word(scan, &tail->words[tail->count]))
		tail->count++;
	return tail->count < TAIL_WORDS;
}

/* How many words the list that ends at the word `last` has. */
static size_t list_words(const struct tail *tail, size_t last)
{
	size_t count = 1;

	while (count <= last) {
		struct slice before = tail->words[last - count];

		if (!slice_ends(before, ",") && !slice_is(before, ":") &&
		    !slice_is(tail->words[last - count + 1], ":"))
			break;
		count++;
	}
	return count;
}

/*
 * ingress-nginx: length time [upstream] [alternative], then addresses, lengths,
 * times and statuses, a list each with a word for each try, and the id.
 */
static bool read_ingress(struct line *line, const struct tail *tail)
{
	enum { HEAD = 4, LEAST = 9, LISTS = 4 };
	const struct slice *words = tail->words;
	size_t tries;

	if (tail->count < LEAST || !slice_is_digits(words[0]) ||
	    !slice_is_number(words[1]) || *words[2].text != '[' ||
	    *words[3].text != '[')
		return false;
	tries = list_words(tail, tail->count - 2);
	if (tail->count != HEAD + LISTS * tries + 1)
		return false;
	line->format = LOG_INGRESS;
	line->maker = maker_of_nginx(line->status, words[tail->count - 2],
				     words[tail->count - 2 - 2 * tries]);
	return true;
}

/* Traefik: count "router" "service" 12ms; a router of `-` is none. */
static bool read_traefik(struct line *line, const struct tail *tail,
			 struct slice size)
{
	const struct slice *words = tail->words;

	if (tail->count != 4 || !slice_is_digits(words[0]) ||
	    !slice_ends(words[3], "ms") || !ascii_is_digit(*words[3].text))
		return false;
	line->format = LOG_TRAEFIK;
	line->maker = slice_is(slice_inside(words[2]), "-") ?
			      MAKER_GATEWAY :
			      maker_of_traefik(line->status, size);
	return true;
}

/* HAProxy: port ms "frontend" "backend" "server" five timers "state". */
static bool read_haproxy(struct line *line, const struct tail *tail)
{
	enum { SERVER = 4, RESPONSE_TIME = 8, STATE = 10 };
	const struct slice *words = tail->words;

	if (tail->count <= STATE || !slice_is_digits(words[0]) ||
	    !slice_is_digits(words[1]) ||
	    !is_haproxy_state(slice_inside(words[STATE])))
		return false;
	line->format = LOG_HAPROXY_CLF;
	take_haproxy(line, slice_inside(words[STATE]),
		     slice_inside(words[SERVER]), words[RESPONSE_TIME]);
	return true;
}

/* What Varnish did with the request, if a word says it. */
static bool read_varnish(struct line *line, struct slice word)
{
	static const char *const handled[] = { "hit", "miss", "pass", "pipe",
					       NULL };

	word = slice_inside(word);
	if (slice_is(word, "synth")) {
		line->maker = MAKER_GATEWAY;
		line_add_word(line, "", word);
	} else if (!slice_among(word, handled)) {
		return false;
	} else if (line->status != 503) {
		/* A fetch that failed is delivered like any other object. */
		line->maker = MAKER_PASSED;
	}
	line->format = LOG_VARNISH;
	return true;
}

/* Squid's TCP_MISS:HIER_DIRECT. */
static bool read_squid(struct line *line, struct slice word)
{
	const char *colon = memchr(word.text, ':', word.length);
	struct slice tag = { word.text, 0 };

	if (colon == NULL)
		return false;
	tag.length = (size_t)(colon - word.text);
	if (!is_squid_tag(tag))
		return false;
	line->format = LOG_SQUID_COMBINED;
	take_squid(line, tag,
		   (struct slice){ colon + 1, word.length - tag.length - 1 });
	return true;
}

/* nginx's second status, where it has a name: us="502, 200". */
static void take_named(struct line *line, struct scan scan)
{
	static const char *const names[] = { "upstream_status=", "us=" };
	struct slice rest = scan_rest(&scan), value;

	for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++) {
		size_t length = strlen(names[i]);
		const char *at =
			bytes_find(rest.text, rest.length, names[i], length);

		if (at == NULL || at == rest.text || at[-1] != ' ')
			continue;
		scan.at = at + length;
		if (scan_word(&scan, &value))
			line->maker = maker_of_nginx(line->status,
						     slice_inside(value),
						     (struct slice){ NULL, 0 });
		return;
	}
}

/* What stands behind the status and the size. */
static void take_tail(struct line *line, struct slice size, const char *end)
{
	struct scan scan = { .at = size.text + size.length, .end = end };
	struct tail tail;
	struct slice referer, agent;
	struct scan rest;

	if (!scan_word(&scan, &referer)) {
		line->format = LOG_COMMON;
		return;
	}
	if (*referer.text != '"' && !slice_is(referer, "-")) {
		line->format = LOG_COMMON;
		read_squid(line, referer);
		return;
	}
	if (!scan_word(&scan, &agent))
		return;
	rest = scan;
	if (!read_tail(&tail, &scan) || read_ingress(line, &tail) ||
	    read_traefik(line, &tail, size) || read_haproxy(line, &tail))
		return;
	for (size_t i = 0; i < tail.count; i++) {
		if (read_varnish(line, tail.words[i]) ||
		    read_squid(line, tail.words[i]))
			return;
	}
	take_named(line, rest);
}

/*
 * Whether nothing but two quoted strings is left, a referer and an agent, so
 * that no word behind them has to be looked for.  A quote inside of them is
 * for the slower way.
 */
static bool is_plain(const char *at, const char *end)
{
	const char *last = end - 1;

	if (end - at < 5 || *last != '"' || at[1] != '"')
		return false;
	last = bytes_last(at + 1, (size_t)(last - at - 1), '"');
	return last - at > 3 && last[-1] == ' ' &&
	       memchr(at + 2, '"', (size_t)(last - at - 2)) == last - 2;
}

bool parse_combined(struct line_reader *reader, struct slice text,
		    struct line *line)
{
	const char *request = find_request(text), *end, *quote;
	struct slice status, size;

	(void)reader;
	if (request == NULL || !has_time(text, request) || is_envoy(text))
		return false;
	end = text.text + text.length;
	quote = scan_closing(request, end);
	if (quote == NULL || end - quote < 3)
		return false;
	status = status_at(quote + 2, end);
	if (!line_take(line, LOG_COMBINED, status))
		return false;
	if (status.text + status.length == end)
		return true;
	size = number_at(status.text + status.length + 1, end);
	if (size.length == 0)
		return false;
	if (!is_plain(size.text + size.length, end))
		take_tail(line, size, end);
	return true;
}

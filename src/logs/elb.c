/*
 * AWS's load balancers.  The classic one has the words of the other, but for
 * the type in front; new ones are added at the end:
 *
 *	1 type, 2 time, 3 balancer, 4 client, 5 target, 6 to 8 times, 9 STATUS,
 *	10 the target's, 11 12 sizes, 13 request, ... 23 actions, 25 reason,
 *	29 classification
 */
#include "logs/parse.h"

#include <string.h>

static bool is_type(struct slice word)
{
	static const char *const types[] = { "http", "https", "h2",   "ws",
					     "wss",  "grpcs", "grpc", NULL };

	return slice_among(word, types);
}

/* A time with microseconds, in UTC. */
static bool is_time(struct slice word)
{
	enum { SHORTEST = sizeof("2026-11-21T06:43:36.945958Z") - 1 };

	return word.length == SHORTEST && begins_with_time(word) &&
	       word.text[word.length - 1] == 'Z';
}

static bool is_address(struct slice word)
{
	return word.length > 2 && ascii_is_digit(word.text[word.length - 1]) &&
	       memchr(word.text, ':', word.length) != NULL;
}

/* From the size on, which is the 11th word. */
static void take_words(struct line *line, struct scan *scan)
{
	static const char waf[] = "waf";
	struct slice actions, reason, classification;

	if (!scan_words(scan, 12, &actions) || !scan_words(scan, 2, &reason))
		return;
	line_add_word(line, "", slice_inside(reason));
	actions = slice_inside(actions);
	if (line->status == 403 && slice_ends(actions, waf))
		line_add_word(line, "",
			      (struct slice){ actions.text + actions.length -
						      strlen(waf),
					      strlen(waf) });
	if (scan_words(scan, 4, &classification))
		line_add_word(line, "", slice_inside(classification));
}

bool parse_elb(struct line_reader *reader, struct slice text, struct line *line)
{
	struct scan scan = scan_of(text);
	enum log_format format = LOG_ELB;
	struct slice word, status, second;

	(void)reader;
	if (!scan_word(&scan, &word))
		return false;
	if (is_type(word)) {
		format = LOG_ALB;
		if (!scan_word(&scan, &word))
			return false;
	}
	if (!is_time(word) || !scan_words(&scan, 2, &word) ||
	    !is_address(word) || !scan_words(&scan, 5, &status) ||
	    !line_take(line, format, status) || !scan_word(&scan, &second) ||
	    !scan_word(&scan, &word) || !slice_is_digits(word))
		return false;
	line->maker = maker_of_second(line->status, second);
	if (format == LOG_ALB)
		take_words(line, &scan);
	return true;
}

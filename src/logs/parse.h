/*
 * parse -- the parsers of the formats, shared among those of src/logs alone.
 *
 * A parser takes a whole line that a wrapper, if any, was taken from.  It
 * returns false, and may have filled `line` in part, when the line is not of
 * its format.
 */
#ifndef HTTREE_LOGS_PARSE_H
#define HTTREE_LOGS_PARSE_H

#include "logs/line.h"

typedef bool line_parser(struct line_reader *reader, struct slice text,
			 struct line *line);

line_parser parse_combined;
line_parser parse_haproxy;
line_parser parse_envoy;
line_parser parse_elb;
line_parser parse_squid;
line_parser parse_w3c;
line_parser parse_json;
line_parser parse_logfmt;
line_parser parse_s3;
line_parser parse_uwsgi;

/* Take what a line beginning with # says of the columns to come. */
void w3c_directive(struct line_reader *reader, struct slice text);

/* Whether a few bytes of a line leave it open that something is around it. */
static inline bool may_be_wrapped(struct slice text)
{
	const char *at = text.text;

	return text.length > 8 &&
	       (*at == '{' || *at == '<' || at[3] == ' ' || at[4] == '-');
}

/*
 * The line inside of what a shipper of logs has put around it: syslog, the
 * container runtimes, the journal.  The text itself when there is nothing;
 * what had to be unescaped is in the reader.
 */
struct slice unwrap(struct line_reader *reader, struct slice text);

/* Whether it begins as a date with a time does: 2026-11-21T. */
bool begins_with_time(struct slice text);

/* Forget what a parser that failed may have filled in. */
static inline void line_start(struct line *line)
{
	line->sub = LINE_NO_SUB;
	line->maker = MAKER_UNKNOWN;
	line->word_count = 0;
	line->beside = false;
}

/* A status that was read from its place. */
static inline bool line_take(struct line *line, enum log_format format,
			     struct slice place)
{
	line->format = format;
	line->place = place;
	return slice_status(place, &line->status);
}

/* Add a word that says why, unless it says nothing or there is no room. */
void line_add_word(struct line *line, const char *prefix, struct slice text);

/* Add words that commas part. */
void line_add_words(struct line *line, struct slice text);

/*
 * Who made `status`, told by the second status, of the server behind: nobody
 * answered, the same was passed on, or another was put in its place.
 */
enum maker maker_of_second(int status, struct slice second);

/*
 * The same of nginx, whose second status is a list of the tries.  It writes
 * its own 502 and 504 there, too; only `length`, how many bytes that server
 * sent, parts them from those of a server.  NULL text: unknown.
 */
enum maker maker_of_nginx(int status, struct slice tries, struct slice length);

/*
 * Who made the status, told by Envoy's flags, details (`-` or nothing when
 * there are none), and the time that the server behind took.
 */
enum maker maker_of_envoy(struct slice flags, struct slice details,
			  struct slice time, struct slice host);

/* The same of Traefik, which has its own words for what it could not get. */
enum maker maker_of_traefik(int status, struct slice size);

/* Whether the word can be what HAProxy tells of how a session ended. */
bool is_haproxy_state(struct slice word);

/* Take HAProxy's words, and who made the status. */
void take_haproxy(struct line *line, struct slice state, struct slice server,
		  struct slice response_time);

/* Whether the word is a result of Squid: TCP_MISS. */
bool is_squid_tag(struct slice word);

/* Take Squid's words, and who made the status. */
void take_squid(struct line *line, struct slice tag, struct slice hierarchy);

/* The same of CloudFront's detailed result type. */
enum maker maker_of_cloudfront(struct slice result);

#endif

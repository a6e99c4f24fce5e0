/*
 * HAProxy's httplog:
 *
 *	client:port [date] frontend backend/server TR/Tw/Tc/Tr/Ta STATUS bytes
 *	cookie cookie STATE a/f/b/s/r q/q {..} {..} "request"
 */
#include "logs/parse.h"

#include <string.h>

enum { STATE_LETTERS = 4, TIMERS = 5 };

bool is_haproxy_state(struct slice word)
{
	for (size_t i = 0; i < word.length; i++) {
		if (word.text[i] != '-' && !ascii_is_letter(word.text[i]))
			return false;
	}
	return word.length == STATE_LETTERS;
}

/*
 * Without a time of the response there was none to pass on.  One that HAProxy
 * blocked (P), and what it answers by itself (L), it did not pass on either;
 * nor did a server answer whose name is in angle brackets.
 */
void take_haproxy(struct line *line, struct slice state, struct slice server,
		  struct slice response_time)
{
	struct slice cause = { state.text, 2 };
	bool own = *state.text == 'P' || *state.text == 'L' ||
		   slice_begins(server, "<") || !slice_is_digits(response_time);

	line->maker = own ? MAKER_GATEWAY : MAKER_PASSED;
	if (!slice_is(cause, "--"))
		line_add_word(line, "", cause);
	if (slice_is(server, "<NOSRV>"))
		line_add_word(line, "", server);
}

/* The part of a word behind its last slash. */
static struct slice behind_slash(struct slice word)
{
	size_t start = word.length;

	while (start > 0 && word.text[start - 1] != '/')
		start--;
	return (struct slice){ word.text + start, word.length - start };
}

/* One of the numbers that slashes part. */
static struct slice part_of(struct slice word, size_t number)
{
	size_t start = 0, end;

	for (; number > 0; start++)
		number -= word.text[start] == '/';
	end = start;
	while (end < word.length && word.text[end] != '/')
		end++;
	return (struct slice){ word.text + start, end - start };
}

/* A date with milliseconds in brackets. */
static bool is_date(struct slice word)
{
	return word.length > 6 && word.text[0] == '[' &&
	       ascii_is_digit(word.text[1]) &&
	       word.text[word.length - 1] == ']' &&
	       word.text[word.length - 5] == '.';
}

/* A size, which a sign precedes while the session is not over. */
static bool is_size(struct slice word)
{
	if (word.length > 1 && *word.text == '+')
		word = (struct slice){ word.text + 1, word.length - 1 };
	return slice_is_digits(word);
}

bool parse_haproxy(struct line_reader *reader, struct slice text,
		   struct line *line)
{
	enum { RESPONSE_TIME = 3 };
	static const char request[] = "\"<BADREQ>\"";
	struct scan scan = scan_of(text);
	struct slice word, backend, timers, status, size, state;

	(void)reader;
	if (!scan_words(&scan, 2, &word) || !is_date(word) ||
	    !scan_words(&scan, 2, &backend) || !scan_word(&scan, &timers) ||
	    slice_slashed(timers) != TIMERS || !scan_word(&scan, &status) ||
	    !line_take(line, LOG_HAPROXY, status) || !scan_word(&scan, &size) ||
	    !is_size(size) || !scan_words(&scan, 3, &state) ||
	    !is_haproxy_state(state))
		return false;
	take_haproxy(line, state, behind_slash(backend),
		     part_of(timers, RESPONSE_TIME));
	if (slice_ends(text, request))
		line_add_word(line, "",
			      (struct slice){ scan.end - sizeof(request) + 2,
					      sizeof(request) - 3 });
	return true;
}

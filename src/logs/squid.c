/*
 * Squid's own format:
 *
 *	time.msec elapsed client TAG/STATUS bytes METHOD URL user HIER/peer type
 */
#include "logs/parse.h"

#include <string.h>

bool is_squid_tag(struct slice word)
{
	if (!slice_begins(word, "TCP_") && !slice_begins(word, "UDP_") &&
	    !slice_begins(word, "NONE"))
		return false;
	for (size_t i = 0; i < word.length; i++) {
		char c = word.text[i];

		if (c != '_' && !(c >= 'A' && c <= 'Z'))
			return false;
	}
	return true;
}

/* Whether an underscore parts the word into pieces of which `text` is one. */
static bool has_part(struct slice word, const char *text)
{
	size_t length = strlen(text);

	for (size_t i = 0; i + length <= word.length; i++) {
		if (memcmp(word.text + i, text, length) == 0 &&
		    (i == 0 || word.text[i - 1] == '_') &&
		    (i + length == word.length || word.text[i + length] == '_'))
			return true;
	}
	return false;
}

/*
 * What was in the cache some server has sent.  Where a server was asked, the
 * errors of a gateway may be of either; a tunnel is opened by Squid.
 */
void take_squid(struct line *line, struct slice tag, struct slice hierarchy)
{
	bool stored = has_part(tag, "HIT") || has_part(tag, "UNMODIFIED");

	line_add_word(line, "", tag);
	if (has_part(tag, "DENIED") || has_part(tag, "TUNNEL") ||
	    line->status == 0)
		line->maker = MAKER_GATEWAY;
	else if (stored)
		line->maker = MAKER_PASSED;
	else if (slice_begins(hierarchy, "HIER_NONE"))
		line->maker = MAKER_GATEWAY;
	else if (line->status < 502 || line->status > 504)
		line->maker = MAKER_PASSED;
}

/* Seconds, a full stop, milliseconds. */
static bool is_time(struct slice word)
{
	return word.length > 4 && word.text[word.length - 4] == '.' &&
	       slice_is_number(word);
}

bool parse_squid(struct line_reader *reader, struct slice text,
		 struct line *line)
{
	struct scan scan = scan_of(text);
	struct slice word, tag, hierarchy, status;
	const char *slash;

	(void)reader;
	if (!scan_word(&scan, &word) || !is_time(word) ||
	    !scan_words(&scan, 3, &tag) ||
	    (slash = memchr(tag.text, '/', tag.length)) == NULL)
		return false;
	status.text = slash + 1;
	status.length = (size_t)(tag.text + tag.length - status.text);
	tag.length = (size_t)(slash - tag.text);
	if (!is_squid_tag(tag) || status.length != 3 ||
	    !line_take(line, LOG_SQUID, status) || !scan_word(&scan, &word) ||
	    !slice_is_digits(word))
		return false;
	if (!scan_words(&scan, 4, &hierarchy))
		hierarchy = (struct slice){ "", 0 };
	take_squid(line, tag, hierarchy);
	return true;
}

/*
 * Envoy's own format, and what Istio makes of it:
 *
 *	[time] "METHOD PATH PROTOCOL" STATUS FLAGS [DETAILS TERMINATION
 *	"FAILURE"] received sent duration time "xff" "agent" "id" "authority"
 *	"upstream"
 */
#include "logs/parse.h"

/* Flags: letters, commas between them; or `-`. */
static bool is_flags(struct slice word)
{
	for (size_t i = 0; i < word.length; i++) {
		if (!ascii_is_letter(word.text[i]) && word.text[i] != ',')
			return slice_is(word, "-");
	}
	return word.length > 0;
}

/* received sent duration time "xff" "agent" "id" "authority" "upstream" */
static void take_rest(struct line *line, struct scan *scan, struct slice flags,
		      struct slice details)
{
	struct slice time = { NULL, 0 }, host = { NULL, 0 };

	if (!scan_words(scan, 3, &time) || !scan_words(scan, 5, &host))
		host = (struct slice){ NULL, 0 };
	line->maker = maker_of_envoy(flags, details, time, slice_inside(host));
}

bool parse_envoy(struct line_reader *reader, struct slice text,
		 struct line *line)
{
	struct scan scan = scan_of(text);
	struct slice word, status, flags, details = { NULL, 0 };

	(void)reader;
	if (text.length == 0 || *text.text != '[' || !scan_word(&scan, &word) ||
	    !begins_with_time(slice_inside(word)) || !scan_word(&scan, &word) ||
	    *word.text != '"' || !scan_word(&scan, &status) ||
	    !line_take(line, LOG_ENVOY, status) || !scan_word(&scan, &flags) ||
	    !is_flags(flags) || !scan_word(&scan, &word))
		return false;
	line_add_words(line, flags);
	if (!slice_is_digits(word)) {
		line->format = LOG_ISTIO;
		details = word;
		if (!slice_begins(details, "via_upstream"))
			line_add_word(line, "", details);
		if (!scan_words(&scan, 3, &word))
			return true;
	}
	take_rest(line, &scan, flags, details);
	return true;
}

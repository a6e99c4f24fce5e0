#include "query/sentence.h"

#include <string.h>

#include "base/ascii.h"
#include "base/text.h"
#include "query/pattern.h"

/* What the system calls errors of connections and files. */
static const char *const error_names[] = {
	"ECONNREFUSED", "ECONNRESET", "ECONNABORTED", "ETIMEDOUT", "EPIPE",
	"EHOSTUNREACH", "ENETUNREACH", "ENOENT",      "EACCES",	   NULL,
};

/* What says, besides the labels of pattern.h, that a status follows. */
static const char *const verbs[] = {
	"returned", "returns",	 "return", "returning", "got",
	"gave",	    "responded", "answered", NULL,
};

/* What may stand between such a word and the number. */
static const char *const fillers[] = { "a",    "an", "the",  "of", "was", "is",
				       "with", "=",  "http", "or", "and", NULL };

/* What stands before the number of a system's error. */
static const char *const systems[] = { "errno", "winerror", NULL };

/* What stands before a number that is no status. */
static const char *const counted[] = { "port", "pid",  "line", "size",
				       "year", "build", NULL };

/* What stands behind it. */
static const char *const units[] = {
	"ms",	   "s",	      "sec",	  "secs",    "second",	"seconds",
	"min",	   "minute",  "minutes",  "h",	     "hour",	"hours",
	"days",	   "byte",    "bytes",	  "b",	     "kb",	"mb",
	"gb",	   "kib",     "mib",	  "gib",     "%",	"users",
	"times",   "retries", "requests", "items",   "threads", "connections",
	"rows",	   "lines",   NULL,
};

static bool among(const char *const *words, const char *text, size_t length)
{
	for (; *words != NULL; words++) {
		if (strlen(*words) == length &&
		    text_same_ascii(*words, text, length))
			return true;
	}
	return false;
}

static bool is_blank(char c)
{
	return c != '\0' && strchr(" \t\r\n,", c) != NULL;
}

/* Signs that stand between a word and what it is said of. */
static bool is_sign(char c)
{
	return c != '\0' && strchr("\"'(:=[{\\", c) != NULL;
}

/* The word that ends before `*at`, which goes to its beginning. */
static size_t word_before(const char *text, size_t *at)
{
	size_t end;

	while (*at > 0 && (is_blank(text[*at - 1]) || is_sign(text[*at - 1])))
		--*at;
	end = *at;
	while (*at > 0 && !is_blank(text[*at - 1]) && !is_sign(text[*at - 1]))
		--*at;
	return end - *at;
}

/* `499 or 504`: what is said of the first is said of the second. */
static bool is_status(const char *text, size_t length)
{
	return length == 3 && strspn(text, "0123456789") >= 3;
}

bool sentence_labels(const char *text, size_t at)
{
	size_t length;

	do {
		length = word_before(text, &at);
		if (pattern_is_label(text + at, length) ||
		    among(verbs, text + at, length) ||
		    (length > 5 && text_same_ascii(text + at, "http/", 5)))
			return true;
	} while (length > 0 && (among(fillers, text + at, length) ||
				is_status(text + at, length)));
	return false;
}

/* Whether the words before `at` are `os error`. */
static bool is_os_error(const char *text, size_t at)
{
	size_t length = word_before(text, &at);

	if (length != 5 || !text_same_ascii("error", text + at, length))
		return false;
	length = word_before(text, &at);
	return length == 2 && text_same_ascii("os", text + at, length);
}

bool sentence_is_system_error(const char *text, size_t at, size_t length)
{
	const char *behind = text + at + length;
	size_t start = at;

	if (at > 0 && text[at - 1] == '(' &&
	    (*behind == ':' || (*behind == ')' && ascii_is_letter(behind[1]))))
		return true;
	length = word_before(text, &start);
	return among(systems, text + start, length) || is_os_error(text, at);
}

/* Whether the system calls an error so; in capitals, as programs write it. */
static bool is_error_name(const char *text, size_t length)
{
	for (size_t i = 0; error_names[i] != NULL; i++) {
		if (strlen(error_names[i]) == length &&
		    memcmp(error_names[i], text, length) == 0)
			return true;
	}
	return false;
}

bool sentence_tells_client_left(const char *text)
{
	return !text_has_ascii(text, "timed out") &&
	       (text_has_ascii(text, "while sending to client") ||
		text_has_ascii(text, "while sending response to client"));
}

bool sentence_has_system_error(const char *text)
{
	size_t length;

	for (size_t at = 0; text[at] != '\0'; at += length > 0 ? length : 1) {
		length = strspn(text + at, "ABCDEFGHIJKLMNOPQRSTUVWXYZ");
		if (length > 0 && is_error_name(text + at, length))
			return true;
		if (length > 0)
			continue;
		length = strspn(text + at, "0123456789");
		if (length > 0 && sentence_is_system_error(text, at, length))
			return true;
	}
	return false;
}

/* `10.0.0.1:8080`, `localhost:8080`, `a.example:8443`. */
static bool is_port(const char *text, size_t at)
{
	size_t start = at, length;

	if (at == 0 || text[at - 1] != ':')
		return false;
	length = word_before(text, &start);
	return memchr(text + start, '.', length) != NULL ||
	       (length == 9 && text_same_ascii(text + start, "localhost", 9));
}

bool sentence_counts(const char *text, size_t at, size_t length)
{
	size_t start = at, end = at + length;

	if (sentence_is_system_error(text, at, length) || is_port(text, at))
		return true;
	length = word_before(text, &start);
	if (among(counted, text + start, length))
		return true;
	/* `404s` are several of it, and no seconds. */
	if (!is_blank(text[end]))
		return false;
	while (is_blank(text[end]))
		end++;
	return among(units, text + end, strcspn(text + end, " \t\r\n,.;:)\""));
}

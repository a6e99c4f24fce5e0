#include "logs/foreign.h"

#include <string.h>

/* Bytes at the beginning; one with a number of them, since some are NUL. */
static const struct {
	const char *bytes;
	size_t length;
	struct foreign foreign;
} magic[] = {
#define STARTS(bytes) bytes, sizeof(bytes) - 1
	{ STARTS("\x1f\x8b"), { "compressed by gzip", "zcat ", "" } },
	{ STARTS("BZh"), { "compressed by bzip2", "bzcat ", "" } },
	{ STARTS("\xfd"
		 "7zXZ"),
	  { "compressed by xz", "xzcat ", "" } },
	{ STARTS("\x28\xb5\x2f\xfd"),
	  { "compressed by zstd", "zstdcat ", "" } },
	{ STARTS("\x04\x22\x4d\x18"), { "compressed by lz4", "lz4cat ", "" } },
	{ STARTS("PK\x03\x04"), { "a zip archive", "unzip -p ", "" } },
	{ STARTS("LPKSHHRH"),
	  { "a journal of systemd", "journalctl -o cat --file=", "" } },
	{ STARTS("PAR1"),
	  { "a Parquet file",
	    "query it with DuckDB beside 'httree --json', as doc/logs.md shows",
	    NULL } },
#undef STARTS
};

static const struct foreign binary = { "binary, and no access log",
				       "convert it to lines of text first",
				       NULL };
static const struct foreign error_log = {
	"an error log, whose lines have no status",
	"search one of its sentences: httree -s 'SENTENCE'", NULL
};
static const struct foreign table = { "a table of comma-separated values",
				      "mlr --icsv --ojsonl cat ", "" };

const struct foreign *foreign_by_magic(struct slice beginning)
{
	for (size_t i = 0; i < sizeof(magic) / sizeof(*magic); i++) {
		if (magic[i].length <= beginning.length &&
		    memcmp(magic[i].bytes, beginning.text, magic[i].length) ==
			    0)
			return &magic[i].foreign;
	}
	return NULL;
}

/* Apache's [module:level], nginx's [level] behind a date with slashes. */
static bool is_error_line(struct slice line)
{
	static const char *const levels[] = { "emerg", "alert", "crit",
					      "error", "warn",  "notice",
					      "info",  "debug", NULL };
	struct scan scan = scan_of(line);
	struct slice word;

	for (int i = 0; i < 3 && scan_word(&scan, &word); i++) {
		const char *colon;

		if (*word.text != '[')
			continue;
		word = slice_inside(word);
		colon = memchr(word.text, ':', word.length);
		if (colon != NULL) {
			word.length -= (size_t)(colon + 1 - word.text);
			word.text = colon + 1;
		}
		if (slice_among(word, levels))
			return true;
	}
	return false;
}

/* Names and commas, without a blank between. */
static bool is_table_head(struct slice line)
{
	size_t commas = 0;

	for (size_t i = 0; i < line.length; i++) {
		commas += line.text[i] == ',';
		if (line.text[i] == '{' || line.text[i] == ':')
			return false;
	}
	return commas >= 2;
}

const struct foreign *foreign_by_lines(struct slice beginning)
{
	const char *end = beginning.length == 0 ? NULL :
						  memchr(beginning.text, '\n',
							 beginning.length);
	struct slice first = beginning;

	if (beginning.length == 0)
		return NULL;
	if (memchr(beginning.text, '\0', beginning.length) != NULL)
		return &binary;
	if (end != NULL)
		first.length = (size_t)(end - first.text);
	if (is_error_line(first))
		return &error_log;
	return is_table_head(first) ? &table : NULL;
}

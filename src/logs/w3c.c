/*
 * Extended logs of the W3C: IIS, the driver below it (HTTPERR), CloudFront.
 * A line `#Fields:` tells the columns, which blanks or tabs part.
 */
#include "logs/w3c.h"

#include <string.h>

#include "logs/parse.h"

enum column {
	COLUMN_OTHER,
	COLUMN_STATUS,
	COLUMN_SUB,
	COLUMN_WIN32,
	COLUMN_REASON,
	COLUMN_RESULT,
	COLUMNS
};

static const struct {
	const char *name;
	enum column what;
	enum log_format format; /* that has it; LOG_W3C: any */
} names[] = {
	{ "sc-status", COLUMN_STATUS, LOG_W3C },
	{ "sc-substatus", COLUMN_SUB, LOG_IIS },
	{ "sc-win32-status", COLUMN_WIN32, LOG_IIS },
	{ "s-reason", COLUMN_REASON, LOG_HTTPERR },
	{ "x-edge-location", COLUMN_OTHER, LOG_CLOUDFRONT },
	{ "x-edge-detailed-result-type", COLUMN_RESULT, LOG_CLOUDFRONT },
};

/* The columns of IIS as it is installed, for a file whose head is lost. */
static const char usual[] =
	"date time s-ip cs-method cs-uri-stem cs-uri-query s-port "
	"cs-username c-ip cs(User-Agent) cs(Referer) sc-status sc-substatus "
	"sc-win32-status time-taken";

static void add_column(struct w3c_columns *columns, struct slice name)
{
	unsigned char *what = &columns->what[columns->count++];

	*what = COLUMN_OTHER;
	if (columns->count == 1)
		columns->dated = slice_is(name, "date");
	for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++) {
		if (!slice_is(name, names[i].name))
			continue;
		*what = (unsigned char)names[i].what;
		if (names[i].format != LOG_W3C)
			columns->format = names[i].format;
	}
}

/* The next word, which a blank or a tab ends. */
static bool next_field(struct scan *scan, char separator, struct slice *word)
{
	const char *end;

	while (separator == ' ' && scan->at < scan->end && *scan->at == ' ')
		scan->at++;
	if (scan->at >= scan->end)
		return false;
	end = memchr(scan->at, separator, (size_t)(scan->end - scan->at));
	if (end == NULL)
		end = scan->end;
	*word = (struct slice){ scan->at, (size_t)(end - scan->at) };
	scan->at = end + (end < scan->end);
	return true;
}

static void read_columns(struct w3c_columns *columns, struct slice text)
{
	struct scan scan = scan_of(text);
	char separator = memchr(text.text, '\t', text.length) == NULL ? ' ' :
									'\t';
	struct slice name;

	columns->count = 0;
	columns->format = LOG_W3C;
	while (columns->count < W3C_COLUMNS &&
	       next_field(&scan, separator, &name))
		add_column(columns, name);
}

void w3c_directive(struct line_reader *reader, struct slice text)
{
	static const char fields[] = "#Fields:", software[] = "#Software:";
	size_t length = strlen(fields);

	if (slice_begins(text, software)) {
		reader->columns.count = 0;
	} else if (slice_begins(text, fields)) {
		while (length < text.length &&
		       (text.text[length] == ' ' || text.text[length] == '\t'))
			length++;
		read_columns(&reader->columns,
			     (struct slice){ text.text + length,
					     text.length - length });
	}
}

/* A date and a time, as the first two columns of nearly every log. */
static bool begins_with_date(struct slice text)
{
	enum { DATE = sizeof("2026-11-21") - 1 };

	return text.length > DATE && ascii_is_digit(text.text[0]) &&
	       ascii_is_digit(text.text[3]) && text.text[4] == '-' &&
	       text.text[7] == '-' && ascii_is_digit(text.text[DATE - 1]) &&
	       (text.text[DATE] == ' ' || text.text[DATE] == '\t');
}

/* The columns of a line, by what they hold; false when it has others. */
static bool read_fields(const struct w3c_columns *columns, struct slice text,
			struct slice fields[COLUMNS])
{
	struct scan scan = scan_of(text);
	char separator = memchr(text.text, '\t', text.length) == NULL ? ' ' :
									'\t';
	struct slice field;
	size_t count = 0;

	for (size_t i = 0; i < COLUMNS; i++)
		fields[i] = (struct slice){ NULL, 0 };
	while (next_field(&scan, separator, &field)) {
		if (count == columns->count)
			return false;
		fields[columns->what[count++]] = field;
	}
	return count == columns->count;
}

static void take_iis(struct line *line, const struct slice *fields)
{
	int sub;

	if (slice_value(fields[COLUMN_SUB], 99999, &sub) && sub > 0)
		line->sub = sub;
	if (slice_is_digits(fields[COLUMN_WIN32]) &&
	    !slice_is(fields[COLUMN_WIN32], "0"))
		line_add_word(line, "win32-", fields[COLUMN_WIN32]);
}

static void take_words(struct line *line, const struct slice *fields)
{
	if (line->format == LOG_IIS) {
		take_iis(line, fields);
	} else if (line->format == LOG_HTTPERR) {
		line->maker = MAKER_GATEWAY;
		line_add_word(line, "", fields[COLUMN_REASON]);
	} else if (line->format == LOG_CLOUDFRONT) {
		line->maker = maker_of_cloudfront(fields[COLUMN_RESULT]);
		if (line->maker != MAKER_PASSED)
			line_add_word(line, "", fields[COLUMN_RESULT]);
	}
}

bool parse_w3c(struct line_reader *reader, struct slice text, struct line *line)
{
	struct w3c_columns *told = &reader->columns, lost;
	struct w3c_columns *columns = told->count > 0 ? told : &lost;
	struct slice fields[COLUMNS];

	if ((told->count == 0 || told->dated) && !begins_with_date(text))
		return false;
	if (told->count == 0)
		read_columns(&lost, (struct slice){ usual, strlen(usual) });
	if (!read_fields(columns, text, fields) ||
	    fields[COLUMN_STATUS].length == 0 ||
	    !line_take(line, columns->format, fields[COLUMN_STATUS]))
		return false;
	*told = *columns;
	take_words(line, fields);
	return true;
}

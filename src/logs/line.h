/*
 * line -- what a line of an access log says: its status, the words beside it,
 * and who made it.
 *
 * A status is read from the place, or by the key, that its format gives it.
 * Where two places could be meant, a line is none of a log.  No regular
 * expression is run: a format is found by a few bytes in their places, and the
 * one of the line before is tried first.
 */
#ifndef HTTREE_LOGS_LINE_H
#define HTTREE_LOGS_LINE_H

#include <stdbool.h>
#include <stddef.h>

#include "logs/format.h"
#include "logs/json_keys.h"
#include "logs/scan.h"
#include "logs/w3c.h"

/* Who made the status that the client was sent. */
enum maker {
	MAKER_UNKNOWN, /* the line does not tell */
	MAKER_GATEWAY, /* the program that wrote the log */
	MAKER_PASSED, /* the server behind it, or a cache that has its answer */
	MAKER_COUNT
};

enum {
	LINE_WORDS = 3,
	LINE_MOST = 64 * 1024, /* a longer line is not read */
	LINE_NO_SUB = -1,
};

/* A word beside the status that says why it was sent: `sH`, `UF`. */
struct line_word {
	const char *prefix; /* goes before the text: "win32-", or "" */
	struct slice text;
};

/* Everything is borrowed from the line, or from its reader until the next. */
struct line {
	enum log_format format;
	int status; /* 0 when there was none */
	int sub; /* IIS's sub-status, or LINE_NO_SUB */
	enum maker maker;
	struct slice place; /* the bytes of the status; NULL: not in the text */
	struct line_word words[LINE_WORDS];
	size_t word_count;
	bool beside; /* the request has a line of its own that tells as much */
};

enum line_kind {
	LINE_READ,
	LINE_DIRECTIVE, /* it is empty, or tells of the lines to come */
	LINE_UNKNOWN,
};

/* What the lines before have told, and where a wrapped one is unwrapped. */
struct line_reader {
	struct json_key_index keys;
	size_t last; /* the parser of the line before */
	struct w3c_columns columns;
	char *unwrapped; /* LINE_MOST bytes, once they were needed */
};

void line_reader_init(struct line_reader *reader);
void line_reader_clear(struct line_reader *reader);

/* Read a whole line, without the newline; it may hold any bytes. */
enum line_kind line_read(struct line_reader *reader, struct slice text,
			 struct line *line);

/*
 * Read what may be a line, or the middle of one, as people paste it: a whole
 * line first, then what tells a status by itself, as `TCP_MISS/502`,
 * `"EdgeResponseStatus":429`, `HTTP/1.1" 499 0`.  False when nothing does.
 */
bool line_read_fragment(struct slice text, struct line *line);

#endif

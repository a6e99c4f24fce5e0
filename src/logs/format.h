/*
 * format -- the formats of access logs, as formats.def lists them.
 */
#ifndef HTTREE_LOGS_FORMAT_H
#define HTTREE_LOGS_FORMAT_H

enum log_format {
#define FORMAT(name, ...) LOG_##name,
#include "logs/formats.def"
	LOG_FORMATS
};

struct log_format_row {
	const char *text; /* how it is called */
	const char *origin; /* whose meanings of a number come first, or NULL */
	const char *words; /* whose the words beside it are, or NULL */
};

const struct log_format_row *log_format_row(enum log_format format);

#endif

#include "logs/format.h"

#include <stddef.h>

static const struct log_format_row rows[] = {
#define FORMAT(name, text, origin, words, ...) { text, origin, words },
#include "logs/formats.def"
};

const struct log_format_row *log_format_row(enum log_format format)
{
	return &rows[format];
}

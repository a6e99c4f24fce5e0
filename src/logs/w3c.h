/*
 * w3c -- the columns of an extended log, which a line of its own tells.
 */
#ifndef HTTREE_LOGS_W3C_H
#define HTTREE_LOGS_W3C_H

#include <stdbool.h>
#include <stddef.h>

#include "logs/format.h"

enum { W3C_COLUMNS = 64 };

struct w3c_columns {
	size_t count; /* 0 until a line has told them */
	unsigned char what[W3C_COLUMNS];
	enum log_format format;
	bool dated; /* the first is a date */
};

#endif

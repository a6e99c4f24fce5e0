/*
 * count -- how often each status stands in logs, who made it, and with which
 * words beside it.
 *
 * Counting takes the same memory whatever is counted: there are few numbers, and
 * of sub-statuses and words the first are kept apart.
 */
#ifndef HTTREE_LOGS_COUNT_H
#define HTTREE_LOGS_COUNT_H

#include <stdint.h>

#include "base/problem.h"
#include "logs/foreign.h"
#include "logs/line.h"
#include "logs/reasons.h"

enum {
	COUNT_STATUSES = 1000,
	COUNT_SUBS = 1024, /* statuses that have a sub-status */
	COUNT_SUB_SLOTS = 2 * COUNT_SUBS,
};

/* A line, by the number of its file and its own, from 1. */
struct count_place {
	size_t file;
	uint64_t line;
};

/* A status of one format. */
struct count_row {
	enum log_format format;
	int status;
	int sub;
	uint64_t count;
	uint64_t makers[MAKER_COUNT];
	struct count_place first;
	struct count_place last;
};

struct count_file {
	char *name;
	uint64_t lines; /* of requests, understood or not */
	uint64_t unknown;
	uint64_t too_long; /* of those that were not understood */
	uint64_t formats[LOG_FORMATS];
	const struct foreign *foreign; /* what it is instead of a log */
};

struct count {
	struct count_file *files;
	size_t file_count;
	size_t file_capacity;
	uint64_t number; /* of the line in its file */
	struct line_reader reader;
	struct count_row *rows;
	size_t row_count;
	size_t row_capacity;
	size_t sub_count;
	/* Row + 1, 0 where there is none: by format and status, without sub; */
	uint32_t (*direct)[COUNT_STATUSES];
	uint32_t *subs; /* a hash table of those that have one */
	struct reasons reasons;
};

void count_init(struct count *count);
void count_clear(struct count *count);

/* The lines to come are of another file; the name is copied. */
void count_open(struct count *count, const char *name);

void count_line(struct count *count, struct slice text);

/* A line that was too long to be read. */
void count_too_long(struct count *count);

/*
 * Count all lines of `fd`.  `watch`, unless it is NULL, is called with `data`
 * after each block, with the bytes done and to do (UINT64_MAX: unknown).
 */
typedef void count_watch(void *data, uint64_t done, uint64_t total);

bool count_read(struct count *count, int fd, count_watch *watch, void *data,
		struct problem *why);

/* Lines of all files, and how many were not understood. */
uint64_t count_total(const struct count *count);
uint64_t count_not_understood(const struct count *count);

#endif

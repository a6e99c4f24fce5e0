/*
 * fault -- what is wrong in a data file, and where.
 *
 * A fault reads `FILE:LINE:COLUMN: what is wrong, and what is expected`, then
 * shows the line of the file, of a long one what is around the place, with a
 * caret below it.  A list keeps the first FAULT_LIMIT faults of each file and
 * counts the rest, since a person mends a few at a time.
 */
#ifndef HTTREE_BASE_FAULT_H
#define HTTREE_BASE_FAULT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

enum { FAULT_LIMIT = 20 };

/* A place in a file: lines and columns count from one, columns in characters. */
struct location {
	const char *file;
	unsigned int line;
	unsigned int column;
};

struct fault {
	struct location place;
	char *message;
	char *source; /* what is shown of the line, or NULL when it is unknown */
	int caret;    /* columns of it before the place */
};

struct fault_list {
	struct fault *faults;
	size_t count; /* faults kept */
	size_t capacity;
	size_t total; /* faults found */
	bool cut;     /* a file was not read to its end */
	const char *file; /* asked for last, and how many it has */
	size_t of_file;
};

void fault_list_init(struct fault_list *list);
void fault_list_clear(struct fault_list *list);

/*
 * Add a fault at `place`.  `text` is the whole file in `length` bytes, from
 * which the line is copied; NULL when there is none.  `place.file` is borrowed
 * for the life of the list.
 */
void fault_add(struct fault_list *list, struct location place, const char *text,
	       size_t length, const char *format, ...)
	__attribute__((format(printf, 5, 6)));

/*
 * Whether a further fault of `file` would be kept, so that it is worth while to
 * find out more about it.
 */
bool fault_wanted(struct fault_list *list, const char *file);

/*
 * Whether no further fault of `file` would be kept, so that reading it on is of
 * no use; the list tells then that it was not read to its end.
 */
bool fault_enough(struct fault_list *list, const char *file);

/* Put the faults of each file together, in the order of its lines. */
void fault_list_sort(struct fault_list *list);

/* Print every fault kept, and how many more there were. */
void fault_list_print(const struct fault_list *list, FILE *out);

#endif

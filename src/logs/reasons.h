/*
 * reasons -- how often each word stood beside each status.
 *
 * There is room for REASONS different pairs, and a word is kept up to
 * REASON_LENGTH bytes, so that no log makes the table grow.
 */
#ifndef HTTREE_LOGS_REASONS_H
#define HTTREE_LOGS_REASONS_H

#include <stddef.h>
#include <stdint.h>

#include "logs/line.h"

enum {
	REASONS = 4096,
	REASON_LENGTH = 64,
	REASON_SLOTS = 2 * REASONS,
};

struct reason {
	uint64_t count;
	uint32_t row; /* of the counts */
	char word[REASON_LENGTH + 1];
};

struct reasons {
	struct reason *list; /* in the order of their first meeting */
	size_t count;
	uint16_t *slots; /* hash table of number + 1, 0 is empty */
	uint64_t rest; /* words met when there was no more room */
};

void reasons_init(struct reasons *reasons);
void reasons_clear(struct reasons *reasons);

/* Count a word beside the status of a row. */
void reasons_add(struct reasons *reasons, uint32_t row,
		 const struct line_word *word);

#endif

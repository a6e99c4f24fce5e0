/*
 * nearest -- of many spellings the one that is nearest to what was written.
 */
#ifndef HTTREE_BASE_NEAREST_H
#define HTTREE_BASE_NEAREST_H

#include <stddef.h>

struct nearest {
	const char *wanted; /* borrowed, as is what is found */
	size_t length;
	size_t limit;
	const char *found; /* NULL as long as none is near */
};

/* Begin to look for what is near to `wanted`: a slip of two at most. */
void nearest_start(struct nearest *nearest, const char *wanted);

/* Take `other` when it is nearer than what was offered before. */
void nearest_offer(struct nearest *nearest, const char *other);

#endif

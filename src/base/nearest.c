#include "base/nearest.h"

#include <string.h>

#include "base/distance.h"

enum { SLIPS = 2 };

void nearest_start(struct nearest *nearest, const char *wanted)
{
	*nearest = (struct nearest){
		.wanted = wanted,
		.length = strlen(wanted),
		.limit = SLIPS,
	};
}

void nearest_offer(struct nearest *nearest, const char *other)
{
	size_t length = strlen(other);
	size_t far;

	if (length + SLIPS < nearest->length ||
	    nearest->length + SLIPS < length)
		return;
	far = distance(nearest->wanted, nearest->length, other, length,
		       nearest->limit);
	/* All letters but one of a short word make another word. */
	if (far > nearest->limit || 2 * far >= nearest->length + 1 ||
	    (nearest->found != NULL && far == nearest->limit))
		return;
	nearest->limit = far;
	nearest->found = other;
}

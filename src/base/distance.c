#include "base/distance.h"

#include <stdint.h>

#include "base/text.h"

enum { LONGEST = 63 };

/* Decode into `out`; LONGEST + 1 when the text is longer. */
static size_t decode(const char *text, size_t length, uint32_t *out)
{
	size_t count = 0;

	for (size_t i = 0; i < length; count++) {
		if (count == LONGEST)
			return LONGEST + 1;
		i += text_decode(text + i, length - i, &out[count]);
	}
	return count;
}

static size_t least(size_t a, size_t b)
{
	return a < b ? a : b;
}

size_t distance(const char *a, size_t a_length, const char *b, size_t b_length,
		size_t limit)
{
	uint32_t left[LONGEST], right[LONGEST];
	size_t rows[3][LONGEST + 1];
	size_t n = decode(a, a_length, left);
	size_t m = decode(b, b_length, right);

	if (n > LONGEST || m > LONGEST || n > m + limit || m > n + limit)
		return limit + 1;
	for (size_t j = 0; j <= m; j++)
		rows[0][j] = j;
	for (size_t i = 1; i <= n; i++) {
		size_t *row = rows[i % 3];
		const size_t *above = rows[(i + 2) % 3];
		const size_t *two_above = rows[(i + 1) % 3];
		size_t best = row[0] = i;

		for (size_t j = 1; j <= m; j++) {
			size_t cost = left[i - 1] != right[j - 1];

			row[j] = least(above[j - 1] + cost,
				       least(above[j], row[j - 1]) + 1);
			if (i > 1 && j > 1 && left[i - 1] == right[j - 2] &&
			    left[i - 2] == right[j - 1])
				row[j] = least(row[j], two_above[j - 2] + 1);
			best = least(best, row[j]);
		}
		if (best > limit)
			return limit + 1;
	}
	return least(rows[n % 3][m], limit + 1);
}

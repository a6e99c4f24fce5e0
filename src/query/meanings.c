#include "query/meanings.h"

#include <stdlib.h>
#include <string.h>

#include "base/xalloc.h"

void meanings_init(struct meanings *meanings,
		   const struct catalogue *catalogue)
{
	size_t count = catalogue_count(catalogue);

	*meanings = (struct meanings){
		.entries = xcalloc(count, sizeof(*meanings->entries)),
		.fits = xcalloc(count, sizeof(*meanings->fits)),
	};
}

void meanings_clear(struct meanings *meanings)
{
	free(meanings->entries);
	free(meanings->fits);
}

static void find_fits(struct meanings *meanings,
		      const struct catalogue *catalogue,
		      const struct pattern *pattern)
{
	size_t entries = catalogue_count(catalogue);

	meanings->best = FIT_NONE;
	memset(meanings->fits, FIT_NONE, entries);
	for (entry_t i = 0; i < entries; i++) {
		enum pattern_fit fit;

		if (pattern_passes_by(pattern, catalogue, i))
			continue;
		fit = pattern_match(pattern, catalogue, i);
		meanings->fits[i] = (unsigned char)fit;
		if (fit > meanings->best)
			meanings->best = fit;
	}
}

/*
 * The entries that fit at least so, best first; among those that fit alike the
 * order of the catalogue is that of how well known they are.
 */
static void take_fits(struct meanings *meanings, size_t entries,
		      enum pattern_fit least)
{
	meanings->count = 0;
	for (enum pattern_fit fit = meanings->best; fit >= least; fit--) {
		const unsigned char *end = meanings->fits + entries;
		const unsigned char *at = meanings->fits;

		while ((at = memchr(at, (int)fit, (size_t)(end - at))) != NULL)
			meanings->entries[meanings->count++] =
				(entry_t)(at++ - meanings->fits);
	}
}

void meanings_find(struct meanings *meanings,
		   const struct catalogue *catalogue,
		   const struct pattern *pattern)
{
	size_t entries = catalogue_count(catalogue);
	bool whole = pattern->kind == PATTERN_NUMBER && pattern->exact;

	find_fits(meanings, catalogue, pattern);
	if (whole && meanings->best >= FIT_INSIDE) {
		meanings->sort = MEANINGS_NUMBER;
		take_fits(meanings, entries, FIT_INSIDE);
	} else if (pattern_is_status(pattern, &meanings->unknown)) {
		meanings->sort = MEANINGS_UNKNOWN;
		meanings->count = 0;
	} else {
		/* Whoever writes a whole id means no longer one. */
		bool id = pattern->kind == PATTERN_ID &&
			  meanings->best >= FIT_EXACT;

		meanings->sort = MEANINGS_LIST;
		take_fits(meanings, entries, id ? meanings->best : FIT_BEGINS);
	}
}

#include "query/guides.h"

#include <string.h>

enum {
	BESIDE = 2, /* the place of a guide that is brought forward */
	LEAST_WORDS = 2, /* of a query that tells of a situation */
};

static bool is_guide(const struct engine *engine, entry_t entry)
{
	return catalogue_sort(engine->catalogue, entry) == SORT_GUIDE;
}

/* The first standing of a guide; they are in the order of the entries. */
static size_t first_guide(const struct engine *engine,
			  const struct standing *standings, size_t count)
{
	size_t low = 0, high = count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (catalogue_sort(engine->catalogue, standings[middle].entry) <
		    SORT_GUIDE)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

/* The score of the best code that has all of the query; 0 without one. */
static uint64_t best_code(const struct engine *engine,
			  const struct standing *standings, size_t count)
{
	uint64_t best = 0;

	for (size_t i = 0; i < count; i++) {
		entry_t entry = standings[i].entry;

		if (standings[i].score > best &&
		    catalogue_sort(engine->catalogue, entry) == SORT_CODE &&
		    engine_has_all(engine, entry))
			best = standings[i].score;
	}
	return best;
}

void guides_hold_back(const struct engine *engine, struct standing *standings,
		      size_t count)
{
	size_t at = first_guide(engine, standings, count);
	uint64_t best = 0;

	if (at < count && is_guide(engine, standings[at].entry))
		best = best_code(engine, standings, at);
	/* Of equal scores the code's stays first, since codes come first. */
	for (; best > 0 && at < count && is_guide(engine, standings[at].entry);
	     at++) {
		entry_t entry = standings[at].entry;

		if (standings[at].score > best &&
		    !engine->now.tallies[entry].titled)
			standings[at].score = best;
	}
}

/* Whether it is a guide with all of the query that leads to `code`. */
static bool answers(const struct engine *engine, entry_t entry, entry_t code)
{
	size_t count;

	if (!is_guide(engine, entry) || !engine_has_all(engine, entry))
		return false;
	count = catalogue_askers(engine->catalogue, code);
	for (size_t i = 0; i < count; i++) {
		if (catalogue_asker(engine->catalogue, code, i).guide == entry)
			return true;
	}
	return false;
}

/* Whether any guide does, which few do and is soon seen. */
static bool any_answers(const struct engine *engine, entry_t code)
{
	size_t count = catalogue_askers(engine->catalogue, code);

	for (size_t i = 0; i < count; i++) {
		if (engine_has_all(
			    engine,
			    catalogue_asker(engine->catalogue, code, i).guide))
			return true;
	}
	return false;
}

void guides_bring_forward(const struct engine *engine,
			  struct standing *standings, size_t count)
{
	struct standing guide;
	size_t at = 1;

	if (engine->telling_words < LEAST_WORDS || count <= BESIDE ||
	    !any_answers(engine, standings[0].entry))
		return;
	while (at < count &&
	       !answers(engine, standings[at].entry, standings[0].entry))
		at++;
	if (at <= BESIDE || at == count)
		return;
	guide = standings[at];
	memmove(standings + BESIDE + 1, standings + BESIDE,
		(at - BESIDE) * sizeof(*standings));
	standings[BESIDE] = guide;
}

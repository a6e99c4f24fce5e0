/*
 * Which facets an entry is in never changes, and some of it takes a look at its
 * texts.  So it is kept as a mask, a bit for each facet, and counting is going
 * through bits.  Who has more catalogues than there are bits has the others
 * looked at anew.
 */
#include "model/facet_counts.h"

#include <assert.h>
#include <stdlib.h>

#include "base/xalloc.h"

enum { MASK_BITS = 64 };

static uint64_t bit_of(const struct facet *facet)
{
	return facet->bit < MASK_BITS ? UINT64_C(1) << facet->bit : 0;
}

/* ------------------------------------------------------------------------
 * Marking
 */

enum { VALUES = 16 };

_Static_assert((int)STATE_COUNT < (int)VALUES && (int)CLASS_COUNT < (int)VALUES,
	       "there are more words than that");

/* The facets by the word that an entry has of a closed set. */
struct valued {
	uint64_t masks[FILTER_SORTS][VALUES];
	uint64_t others; /* those which have no such word */
};

static bool is_valued(enum filter_sort sort)
{
	return sort == FILTER_KIND || sort == FILTER_STATE ||
	       sort == FILTER_CLASS || sort == FILTER_SENT_BY;
}

static void valued_init(struct valued *valued, const struct facets *facets)
{
	*valued = (struct valued){ .others = 0 };
	for (size_t i = 0; i < facets->origins; i++) {
		const struct facet *facet = &facets->list[i];
		enum filter_sort sort = facet->set.sort;

		assert(facet->set.value < VALUES);
		if (is_valued(sort))
			valued->masks[sort][facet->set.value] |= bit_of(facet);
		else
			valued->others |= bit_of(facet);
	}
}

static uint64_t mask_of(const struct facets *facets,
			const struct valued *valued,
			const struct catalogue *catalogue, entry_t entry)
{
	size_t emitters = catalogue_items(catalogue, entry, FIELD_EMITTED_BY);
	uint64_t mask =
		valued->masks[FILTER_KIND][catalogue_kind(catalogue, entry)] |
		valued->masks[FILTER_STATE][catalogue_state(catalogue, entry)] |
		valued->masks[FILTER_CLASS][catalogue_class(catalogue, entry)];

	for (size_t i = 0; i < emitters; i++) {
		const char *name = catalogue_item(catalogue, entry,
						  FIELD_EMITTED_BY, i, 0);

		mask |= valued->masks[FILTER_SENT_BY]
				     [names_find(&emitter_names, name)];
	}
	for (uint64_t left = valued->others; left != 0; left &= left - 1) {
		const struct facet *facet =
			&facets->list[__builtin_ctzll(left)];

		if (filter_set_has(&facet->set, catalogue, entry))
			mask |= bit_of(facet);
	}
	return mask;
}

void facets_mark(struct facets *facets, const struct catalogue *catalogue)
{
	size_t entries = catalogue_count(catalogue);
	struct valued valued;

	assert(emitter_names.count < VALUES);
	facets->masks = xcalloc(entries, sizeof(*facets->masks));
	for (size_t i = 0; i < facets->origins; i++)
		facets->list[i].bit = (unsigned int)i;
	valued_init(&valued, facets);
	for (entry_t entry = 0; entry < entries; entry++) {
		if (catalogue_kind(catalogue, entry) != KIND_PAGE)
			facets->masks[entry] =
				mask_of(facets, &valued, catalogue, entry);
	}
}

/* ------------------------------------------------------------------------
 * Counting
 */

struct counting {
	struct facets *facets;
	const struct catalogue *catalogue;
	const struct filter *filter;
	size_t sets[FILTER_SETS]; /* the facet that a set of the filter is */
	uint64_t questions[FILTER_SORTS]; /* the facets that answer it */
	size_t counts[MASK_BITS];
	size_t *pages; /* the facet of an origin's page, or of no facet */
};

static size_t facet_of(const struct facets *facets,
		       const struct filter_set *set)
{
	size_t facet = 0;

	while (facet < facets->count &&
	       !filter_set_same(&facets->list[facet].set, set))
		facet++;
	return facet;
}

static void counting_init(struct counting *counting)
{
	struct facets *facets = counting->facets;
	size_t entries = catalogue_count(counting->catalogue);

	for (size_t i = 0; i < counting->filter->count; i++)
		counting->sets[i] =
			facet_of(facets, &counting->filter->sets[i]);
	for (size_t i = 0; i < facets->origins; i++) {
		const struct facet *facet = &facets->list[i];

		counting->questions[filter_question(facet->set.sort)] |=
			bit_of(facet);
	}
	counting->pages = xcalloc(entries, sizeof(*counting->pages));
	for (size_t i = 0; i < entries; i++)
		counting->pages[i] = facets->count;
	for (size_t i = facets->origins; i < facets->count; i++)
		counting->pages[facets->list[i].page] = i;
}

/* Whether a set of the filter has an entry. */
static bool has(const struct counting *counting, size_t set, entry_t entry)
{
	const struct facets *facets = counting->facets;
	size_t number = counting->sets[set];
	const struct facet *facet = &facets->list[number];

	if (number < facets->origins && facet->bit < MASK_BITS)
		return (facets->masks[entry] & bit_of(facet)) != 0;
	if (number >= facets->origins && number < facets->count)
		return catalogue_origin(counting->catalogue, entry) ==
		       facet->page;
	return filter_set_has(&counting->filter->sets[set], counting->catalogue,
			      entry);
}

/* The questions by which the filter hides an entry. */
static unsigned int hides(const struct counting *counting, entry_t entry)
{
	uint64_t sets = 0;

	for (size_t i = 0; i < counting->filter->count; i++) {
		if (has(counting, i, entry))
			sets |= UINT64_C(1) << i;
	}
	return filter_hides_in(counting->filter,
			       catalogue_kind(counting->catalogue, entry),
			       sets);
}

/* An entry that two questions hide, or a facet's other one, is not counted. */
static bool counts(unsigned int hidden, enum filter_sort question)
{
	return (hidden & ~(1U << question)) == 0;
}

/* The facets of which an entry is counted that these questions hide. */
static uint64_t counted(const struct counting *counting, unsigned int hidden)
{
	if (hidden == 0)
		return UINT64_MAX;
	return (hidden & (hidden - 1)) != 0 ?
		       0 :
		       counting->questions[__builtin_ctz(hidden)];
}

static void count_entry(struct counting *counting, entry_t entry)
{
	struct facets *facets = counting->facets;
	unsigned int hidden = hides(counting, entry);
	entry_t page = catalogue_origin(counting->catalogue, entry);
	uint64_t left = facets->masks[entry] & counted(counting, hidden);

	for (; left != 0; left &= left - 1)
		counting->counts[__builtin_ctzll(left)]++;
	for (size_t i = facets->origins;
	     i > 0 && facets->list[i - 1].bit >= MASK_BITS; i--) {
		struct facet *facet = &facets->list[i - 1];

		if (counts(hidden, filter_question(facet->set.sort)) &&
		    filter_set_has(&facet->set, counting->catalogue, entry))
			facet->count++;
	}
	/* There may be many origins, and an entry has one at most. */
	if (counts(hidden, FILTER_KIND) && page != ENTRY_NONE &&
	    counting->pages[page] < facets->count)
		facets->list[counting->pages[page]].count++;
}

void facets_count(struct facets *facets, const struct catalogue *catalogue,
		  const struct filter *filter)
{
	struct counting counting = { .facets = facets,
				     .catalogue = catalogue,
				     .filter = filter };

	counting_init(&counting);
	for (size_t i = 0; i < facets->count; i++)
		facets->list[i].count = 0;
	for (entry_t entry = 0; entry < catalogue_count(catalogue); entry++) {
		if (catalogue_kind(catalogue, entry) != KIND_PAGE)
			count_entry(&counting, entry);
	}
	for (size_t i = 0; i < facets->origins; i++) {
		struct facet *facet = &facets->list[i];

		if (facet->bit < MASK_BITS)
			facet->count = counting.counts[facet->bit];
	}
	free(counting.pages);
}

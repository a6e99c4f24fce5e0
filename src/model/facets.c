#include "model/facets.h"

#include <stdlib.h>
#include <string.h>

#include "base/sort.h"
#include "base/strbuf.h"
#include "base/xalloc.h"
#include "catalogue/id.h"
#include "model/facet_counts.h"

void facets_init(struct facets *facets)
{
	*facets = (struct facets){ .count = 0 };
}

void facets_clear(struct facets *facets)
{
	for (size_t i = 0; i < facets->count; i++)
		free(facets->list[i].label);
	free(facets->list);
	free(facets->masks);
	facets_init(facets);
}

const char *facets_title(enum facet_group group)
{
	static const char *const titles[FACETS_GROUPS] = {
		[FACETS_KIND] = "Kinds",    [FACETS_FACT] = "Facts",
		[FACETS_STATE] = "States",  [FACETS_CLASS] = "Classes",
		[FACETS_SENT_BY] = "Senders",
		[FACETS_CATALOGUE] = "Catalogues",
		[FACETS_ORIGIN] = "Origins",
	};

	return titles[group];
}

/* ------------------------------------------------------------------------
 * Listing
 */

static void add(struct facets *facets, enum facet_group group,
		enum filter_sort sort, size_t value, const char *label)
{
	facets->list = xgrow(facets->list, &facets->capacity,
			     facets->count + 1, sizeof(*facets->list));
	facets->list[facets->count++] = (struct facet){
		.group = group,
		.set = { .sort = sort, .value = value },
		.label = xstrdup(label),
	};
}

/* Those of the user, each once, whose entries have one name of it. */
static void add_catalogues(struct facets *facets,
			   const struct catalogue *catalogue)
{
	size_t first = facets->count;

	for (entry_t i = 0; i < catalogue_count(catalogue); i++) {
		const char *name = catalogue_name(catalogue, i);
		size_t at = first;

		if (!catalogue_is_user(catalogue, i))
			continue;
		while (at < facets->count &&
		       facets->list[at].set.name != name)
			at++;
		if (at < facets->count)
			continue;
		add(facets, FACETS_CATALOGUE, FILTER_CATALOGUE, 0, name);
		facets->list[at].set.name = name;
	}
}

static void add_origins(struct facets *facets,
			const struct catalogue *catalogue)
{
	for (entry_t i = 0; i < catalogue_count(catalogue); i++) {
		if (catalogue_sort(catalogue, i) != SORT_ORIGIN)
			continue;
		add(facets, FACETS_ORIGIN, FILTER_ORIGIN, 0,
		    catalogue_text(catalogue, i, FIELD_PHRASE));
		facets->list[facets->count - 1].page = i;
		facets->list[facets->count - 1].set.name =
			id_rest(catalogue_id(catalogue, i));
	}
}

/* A word that is typed is more often that of an origin. */
static void add_emitters(struct facets *facets)
{
	for (size_t i = 0; i < emitter_names.count; i++) {
		struct strbuf label;

		strbuf_init(&label);
		strbuf_addf(&label, "sent by %s",
			    emitter_shown(emitter_names.texts[i]));
		add(facets, FACETS_SENT_BY, FILTER_SENT_BY, i,
		    strbuf_text(&label));
		strbuf_clear(&label);
	}
}

static int compare_counts(const void *a, const void *b, const void *unused)
{
	const struct facet *left = a, *right = b;

	(void)unused;
	if (left->count != right->count)
		return left->count < right->count ? 1 : -1;
	return strcmp(left->label, right->label);
}

/* What the catalogue has no code of is nothing to choose. */
static void drop_empty(struct facets *facets)
{
	size_t count = 0, before = facets->origins;

	for (size_t i = 0; i < facets->count; i++) {
		if (facets->list[i].count > 0)
			facets->list[count++] = facets->list[i];
		else
			free(facets->list[i].label);
		if (i + 1 == before)
			facets->origins = count;
	}
	facets->count = count;
}

void facets_list(struct facets *facets, const struct catalogue *catalogue)
{
	struct filter none;

	for (enum kind kind = 0; kind < KIND_PAGE; kind++)
		add(facets, FACETS_KIND, FILTER_KIND, kind,
		    kind_names.texts[kind]);
	add(facets, FACETS_KIND, FILTER_USER, 0, "yours");
	add(facets, FACETS_FACT, FILTER_CACHEABLE, 0, "cacheable");
	add(facets, FACETS_FACT, FILTER_RETRY, 0, "retry");
	add(facets, FACETS_FACT, FILTER_LOG_ONLY, 0, "log only");
	add_catalogues(facets, catalogue);
	for (size_t state = 0; state < state_names.count; state++)
		add(facets, FACETS_STATE, FILTER_STATE, state,
		    state_names.texts[state]);
	add(facets, FACETS_STATE, FILTER_OUT_OF_USE, 0, "out of use");
	/* The class of the warn-codes is their kind. */
	for (enum code_class i = CLASS_1XX; i < CLASS_WARNING; i++)
		add(facets, FACETS_CLASS, FILTER_CLASS, i,
		    class_names.texts[i]);
	add_emitters(facets);
	facets->origins = facets->count;
	facets_mark(facets, catalogue);
	add_origins(facets, catalogue);
	filter_init(&none);
	facets_count(facets, catalogue, &none);
	drop_empty(facets);
	sort_items(facets->list + facets->origins,
		   facets->count - facets->origins, sizeof(*facets->list),
		   compare_counts, NULL);
}

/* ------------------------------------------------------------------------
 * Showing and hiding
 */

static bool same_question(const struct filter_set *set,
			  enum filter_sort question)
{
	return filter_question(set->sort) == question;
}

/* Take away all that answers a question. */
static void forget(struct filter *filter, enum filter_sort question)
{
	size_t count = 0;

	for (size_t i = 0; i < filter->count; i++) {
		if (!same_question(&filter->sets[i], question))
			filter->sets[count++] = filter->sets[i];
	}
	filter->count = count;
	if (question == FILTER_KIND)
		memset(filter->hidden, 0, sizeof(filter->hidden));
}

/* The place of a set in the filter, or `filter->count`. */
static size_t find(const struct filter *filter, const struct filter_set *set,
		   bool without)
{
	size_t at = 0;

	while (at < filter->count &&
	       (filter->sets[at].without != without ||
		!filter_set_same(&filter->sets[at], set)))
		at++;
	return at;
}

/* How many sets of a question are wanted. */
static size_t count_wanted(const struct filter *filter,
			   enum filter_sort question)
{
	size_t wanted = 0;

	for (size_t i = 0; i < filter->count; i++)
		wanted += !filter->sets[i].without &&
			  same_question(&filter->sets[i], question);
	return wanted;
}

static bool add_set(struct filter *filter, struct filter_set set, bool without)
{
	if (filter->count == FILTER_SETS)
		return false;
	set.without = without;
	filter->sets[filter->count++] = set;
	return true;
}

static void remove_at(struct filter *filter, size_t at)
{
	filter->count--;
	memmove(filter->sets + at, filter->sets + at + 1,
		(filter->count - at) * sizeof(*filter->sets));
}

static bool switched_off(const struct facet *facet,
			 const struct filter *filter)
{
	return facet->set.sort == FILTER_KIND &&
	       filter->hidden[facet->set.value];
}

bool facet_shown(const struct facet *facet, const struct filter *filter)
{
	const struct filter_set *set = &facet->set;

	if (switched_off(facet, filter) ||
	    find(filter, set, true) < filter->count)
		return false;
	return count_wanted(filter, filter_question(set->sort)) == 0 ||
	       find(filter, set, false) < filter->count;
}

static bool hide(const struct facet *facet, struct filter *filter)
{
	const struct filter_set *set = &facet->set;
	size_t wanted = find(filter, set, false);

	if (wanted < filter->count)
		remove_at(filter, wanted);
	else if (set->sort == FILTER_KIND)
		filter->hidden[set->value] = true;
	else
		return add_set(filter, *set, true);
	return true;
}

static bool show(const struct facet *facet, struct filter *filter)
{
	const struct filter_set *set = &facet->set;
	size_t without = find(filter, set, true);

	if (without < filter->count)
		remove_at(filter, without);
	if (set->sort == FILTER_KIND)
		filter->hidden[set->value] = false;
	return facet_shown(facet, filter) || add_set(filter, *set, false);
}

bool facet_toggle(const struct facet *facet, struct filter *filter)
{
	return facet_shown(facet, filter) ? hide(facet, filter) :
					    show(facet, filter);
}

/* A kind is shown alone by the switches of the others. */
static bool kind_alone(const struct filter *filter, size_t kind)
{
	for (size_t i = 0; i < KIND_PAGE; i++) {
		if (filter->hidden[i] == (i == kind))
			return false;
	}
	return count_wanted(filter, FILTER_KIND) == 0;
}

static void show_kind_alone(struct filter *filter, size_t kind)
{
	for (size_t i = 0; i < KIND_PAGE; i++)
		filter->hidden[i] = i != kind;
}

bool facet_alone(const struct facet *facet, const struct filter *filter)
{
	const struct filter_set *set = &facet->set;

	if (set->sort == FILTER_KIND)
		return kind_alone(filter, set->value);
	return count_wanted(filter, filter_question(set->sort)) == 1 &&
	       find(filter, set, false) < filter->count;
}

bool facet_show_alone(const struct facet *facet, struct filter *filter)
{
	const struct filter_set *set = &facet->set;
	bool alone = facet_alone(facet, filter);

	forget(filter, filter_question(set->sort));
	if (alone)
		return true;
	if (set->sort != FILTER_KIND)
		return add_set(filter, *set, false);
	show_kind_alone(filter, set->value);
	return true;
}

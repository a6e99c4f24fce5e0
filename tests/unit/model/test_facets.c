#include "model/facet_counts.h"

#include "unit/model/mind.h"

TestSuite(facets, .init = use_utf8);

static void start(struct facets *facets, struct filter *filter)
{
	facets_init(facets);
	facets_list(facets, small_catalogue());
	filter_init(filter);
}

static struct facet *find(const struct facets *facets, const char *label)
{
	for (size_t i = 0; i < facets->count; i++) {
		if (strcmp(facets->list[i].label, label) == 0)
			return &facets->list[i];
	}
	cr_assert(false, "no facet is called %s", label);
	return NULL;
}

static size_t count_shown(const struct filter *filter)
{
	const struct catalogue *catalogue = small_catalogue();
	size_t count = 0;

	for (entry_t i = 0; i < catalogue_count(catalogue); i++)
		count += catalogue_kind(catalogue, i) != KIND_PAGE &&
			 filter_shows(filter, catalogue, i);
	return count;
}

Test(facets, each_counts_what_is_in_it)
{
	static const struct {
		const char *label;
		size_t count;
	} rows[] = {
		{ "standard", 9 }, { "vendor", 10 },   { "warning", 1 },
		{ "4xx", 9 },	   { "log only", 1 },  { "nginx", 1 },
		{ "obsolete", 2 }, { "out of use", 4 }, { "cacheable", 4 },
	};
	struct facets facets;
	struct filter filter;

	start(&facets, &filter);
	for (size_t i = 0; i < COUNT(rows); i++) {
		const struct facet *facet = find(&facets, rows[i].label);
		struct filter only = filter;

		facets_count(&facets, small_catalogue(), &filter);
		/* Counted otherwise: how many are shown when it is alone. */
		cr_assert(facet_show_alone(facet, &only));
		cr_expect_eq(facet->count, count_shown(&only), "%s",
			     rows[i].label);
		cr_expect_eq(facet->count, rows[i].count, "%s: %zu",
			     rows[i].label, facet->count);
	}
	facets_clear(&facets);
}

Test(facets, origins_with_most_codes_come_first)
{
	struct facets facets;
	struct filter filter;
	size_t last = SIZE_MAX;

	start(&facets, &filter);
	for (size_t i = 0; i < facets.count; i++) {
		if (facets.list[i].group != FACETS_ORIGIN)
			continue;
		cr_expect_leq(facets.list[i].count, last);
		last = facets.list[i].count;
	}
	cr_expect_neq(last, SIZE_MAX);
	facets_clear(&facets);
}

/* The codes of a facet that a filter shows, each asked by itself. */
static size_t count_in(const struct facet *facet, const struct filter *filter)
{
	const struct catalogue *catalogue = small_catalogue();
	size_t count = 0;

	for (entry_t i = 0; i < catalogue_count(catalogue); i++)
		count += catalogue_kind(catalogue, i) != KIND_PAGE &&
			 filter_set_has(&facet->set, catalogue, i) &&
			 filter_shows(filter, catalogue, i);
	return count;
}

static enum filter_sort question_of(const struct facet *facet)
{
	return filter_question(facet->set.sort);
}

/* Every count while one facet is hidden, or alone. */
static void expect_counts(struct facets *facets, const struct facet *changed,
			  const struct filter *filter)
{
	struct filter none;

	filter_init(&none);
	facets_count(facets, small_catalogue(), filter);
	for (size_t i = 0; i < facets->count; i++) {
		const struct facet *facet = &facets->list[i];
		bool own = question_of(facet) == question_of(changed);

		cr_expect_eq(facet->count,
			     count_in(facet, own ? &none : filter),
			     "%s, with %s changed", facet->label,
			     changed->label);
	}
}

Test(facets, each_count_is_what_asking_each_entry_gives)
{
	struct facets facets;
	struct filter none;

	start(&facets, &none);
	/* As marked, and as if there were no bits left for any. */
	for (int round = 0; round < 2; round++) {
		for (size_t i = 0; i < facets.count; i++) {
			struct filter filter = none;

			cr_assert(facet_toggle(&facets.list[i], &filter));
			expect_counts(&facets, &facets.list[i], &filter);
			filter = none;
			cr_assert(facet_show_alone(&facets.list[i], &filter));
			expect_counts(&facets, &facets.list[i], &filter);
		}
		for (size_t i = 0; i < facets.origins; i++)
			facets.list[i].bit += 64;
	}
	facets_clear(&facets);
}

Test(facets, a_count_is_under_the_filters_of_other_questions)
{
	struct facets facets;
	struct filter filter;

	start(&facets, &filter);
	facet_toggle(find(&facets, "vendor"), &filter);
	facet_show_alone(find(&facets, "4xx"), &filter);
	facets_count(&facets, small_catalogue(), &filter);
	/* Not under its own: what would be shown if it were. */
	cr_expect_eq(find(&facets, "vendor")->count, 4);
	cr_expect_eq(find(&facets, "standard")->count, 5);
	cr_expect_eq(find(&facets, "5xx")->count, 1);
	cr_expect_eq(find(&facets, "log only")->count, 0);
	facets_clear(&facets);
}

Test(facets, each_is_hidden_and_shown_again)
{
	struct facets facets;
	struct filter filter;

	start(&facets, &filter);
	for (size_t i = 0; i < facets.count; i++) {
		const struct facet *facet = &facets.list[i];

		cr_expect(facet_shown(facet, &filter));
		cr_assert(facet_toggle(facet, &filter));
		cr_expect_not(facet_shown(facet, &filter), "%s", facet->label);
		cr_expect(filter_active(&filter));
		cr_expect_eq(count_shown(&filter), 20 - facet->count, "%s",
			     facet->label);
		cr_assert(facet_toggle(facet, &filter));
		cr_expect_not(filter_active(&filter), "%s", facet->label);
	}
	facets_clear(&facets);
}

Test(facets, each_is_shown_alone_and_then_all_again)
{
	struct facets facets;
	struct filter filter;

	start(&facets, &filter);
	for (size_t i = 0; i < facets.count; i++) {
		const struct facet *facet = &facets.list[i];

		cr_assert(facet_show_alone(facet, &filter));
		cr_expect(facet_alone(facet, &filter), "%s", facet->label);
		cr_expect(facet_shown(facet, &filter));
		cr_assert(facet_show_alone(facet, &filter));
		cr_expect_not(filter_active(&filter), "%s", facet->label);
	}
	facets_clear(&facets);
}

Test(facets, one_more_is_shown_beside_what_is_shown_alone)
{
	struct facets facets;
	struct filter filter;

	start(&facets, &filter);
	facet_show_alone(find(&facets, "4xx"), &filter);
	facet_toggle(find(&facets, "5xx"), &filter);
	cr_expect_eq(count_shown(&filter), 12);
	cr_expect_not(facet_alone(find(&facets, "4xx"), &filter));
	facet_toggle(find(&facets, "4xx"), &filter);
	cr_expect_eq(count_shown(&filter), 3);
	/* An origin is one of the vendors, also where those were hidden. */
	filter_init(&filter);
	facet_toggle(find(&facets, "vendor"), &filter);
	facet_show_alone(find(&facets, "nginx"), &filter);
	cr_expect_eq(count_shown(&filter), 1);
	facets_clear(&facets);
}

Test(facets, a_filter_without_room_is_left_as_it_is)
{
	struct facets facets;
	struct filter filter;

	start(&facets, &filter);
	filter.count = FILTER_SETS;
	for (size_t i = 0; i < FILTER_SETS; i++)
		filter.sets[i] = (struct filter_set){ .sort = FILTER_LOG_ONLY };
	cr_expect_not(facet_toggle(find(&facets, "5xx"), &filter));
	cr_expect_eq(filter.count, FILTER_SETS);
	facets_clear(&facets);
}

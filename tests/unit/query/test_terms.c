#include "query/terms.h"

#include "unit/query/shelf.h"

static const char shelf_text[] =
	CODED("401", "Unauthorized", "caching cached caches cache", "")
	CODED("404", "Gateway early", "properly cacher e ex exact",
	      ", cacheable: yes");

static const struct word_index *index_of(const struct sample *sample)
{
	return &sample->image->index;
}

/* How a word of the index is met, QUALITY_COUNT when it is not. */
static enum quality met(const struct terms *terms,
			const struct word_index *index, const char *word)
{
	for (size_t i = 0; i < terms->count; i++) {
		if (strcmp(terms_text(index, terms->terms[i].word), word) == 0)
			return terms->terms[i].quality;
	}
	return QUALITY_COUNT;
}

Test(terms, a_word_meets_itself_inflections_and_beginnings)
{
	struct sample sample;
	struct terms terms;

	sample_build(&sample, shelf_text);
	terms_init(&terms);
	terms_find(&terms, index_of(&sample), "cache", 5, false);
	cr_expect_eq(met(&terms, index_of(&sample), "cache"), QUALITY_EXACT);
	cr_expect_eq(met(&terms, index_of(&sample), "cached"), QUALITY_STEM);
	cr_expect_eq(met(&terms, index_of(&sample), "caching"), QUALITY_STEM);
	cr_expect_eq(met(&terms, index_of(&sample), "cacher"), QUALITY_PREFIX);
	terms_clear(&terms);
	sample_clear(&sample);
}

Test(terms, parts_of_words_are_met_only_by_what_is_no_word)
{
	struct sample sample;
	struct terms terms;

	sample_build(&sample, shelf_text);
	terms_init(&terms);
	terms_find(&terms, index_of(&sample), "atewa", 5, true);
	cr_expect_eq(met(&terms, index_of(&sample), "gateway"), QUALITY_PART);
	terms_find(&terms, index_of(&sample), "cache", 5, true);
	cr_expect_eq(met(&terms, index_of(&sample), "gateway"), QUALITY_COUNT);
	terms_clear(&terms);
	sample_clear(&sample);
}

Test(terms, one_letter_meets_beginnings_only_while_it_is_typed)
{
	struct sample sample;
	struct terms terms;

	sample_build(&sample, shelf_text);
	terms_init(&terms);
	terms_find(&terms, index_of(&sample), "e", 1, true);
	cr_expect_eq(met(&terms, index_of(&sample), "exact"), QUALITY_PREFIX);
	cr_expect_eq(met(&terms, index_of(&sample), "gateway"), QUALITY_COUNT);
	terms_find(&terms, index_of(&sample), "e", 1, false);
	cr_expect_eq(met(&terms, index_of(&sample), "e"), QUALITY_EXACT);
	cr_expect_eq(met(&terms, index_of(&sample), "exact"), QUALITY_COUNT);
	terms_clear(&terms);
	sample_clear(&sample);
}

Test(terms, narrowing_finds_what_finding_does)
{
	static const char *const words[] = { "cach", "caching", "gatew",
					     "uthor", "authori", "xac" };
	struct sample sample;

	sample_build(&sample, shelf_text);
	for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++) {
		size_t length = strlen(words[i]);
		struct terms begun, narrowed, found;

		terms_init(&begun);
		terms_init(&narrowed);
		terms_init(&found);
		terms_find(&begun, index_of(&sample), words[i], 3, true);
		if (terms_complete(&begun))
			terms_narrow(&narrowed, &begun, index_of(&sample),
				     words[i], length);
		else
			terms_find(&narrowed, index_of(&sample), words[i],
				   length, true);
		terms_find(&found, index_of(&sample), words[i], length, true);
		cr_expect_eq(narrowed.count, found.count, "%s", words[i]);
		for (size_t k = 0; k < found.count && k < narrowed.count; k++) {
			cr_expect_eq(narrowed.terms[k].word,
				     found.terms[k].word);
			cr_expect_eq(narrowed.terms[k].quality,
				     found.terms[k].quality);
		}
		terms_clear(&begun);
		terms_clear(&narrowed);
		terms_clear(&found);
	}
	sample_clear(&sample);
}

Test(terms, a_word_is_added_in_its_place_once)
{
	struct sample sample;
	struct terms terms;
	uint32_t word;
	size_t count;

	sample_build(&sample, shelf_text);
	terms_init(&terms);
	terms_find(&terms, index_of(&sample), "cache", 5, false);
	cr_assert(terms_lookup(index_of(&sample), "early", 5, &word));
	terms_add(&terms, word, QUALITY_STEM);
	count = terms.count;
	terms_add(&terms, word, QUALITY_EXACT);
	cr_expect_eq(terms.count, count);
	cr_expect_eq(met(&terms, index_of(&sample), "early"), QUALITY_STEM);
	for (size_t i = 1; i < terms.count; i++)
		cr_expect_lt(terms.terms[i - 1].word, terms.terms[i].word);
	terms_clear(&terms);
	sample_clear(&sample);
}

Test(terms, near_spellings_are_taken_from_names)
{
	static const struct {
		const char *word;
		const char *near; /* NULL: none */
	} rows[] = {
		{ "gatewya", "gateway" },
		{ "gatway", "gateway" },
		{ "unathorized", "unauthorized" },
		{ "erly", "early" },
		{ "gatxxay", "gateway" },
		{ "unath", "unauthorized" },
		{ "propely", NULL }, /* `properly` stands in prose alone */
		{ "gtw", NULL },     /* too short to guess */
		{ "40405", NULL },
		{ "zzzzzz", NULL },
	};
	struct sample sample;

	sample_build(&sample, shelf_text);
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		struct terms terms;

		terms_init(&terms);
		terms_add_near(&terms, index_of(&sample), rows[i].word,
			       strlen(rows[i].word), 2);
		cr_expect_eq(terms.count > 0, rows[i].near != NULL, "%s",
			     rows[i].word);
		if (rows[i].near != NULL)
			cr_expect_eq(met(&terms, index_of(&sample),
					 rows[i].near),
				     QUALITY_NEAR, "%s", rows[i].word);
		terms_clear(&terms);
	}
	sample_clear(&sample);
}

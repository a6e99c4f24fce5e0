#include "query/rank.h"

#include "unit/query/shelf.h"

Test(rank, a_name_weighs_more_than_prose)
{
	cr_expect_gt(rank_field(FIELD_PHRASE), rank_field(FIELD_ALIASES));
	cr_expect_gt(rank_field(FIELD_ALIASES), rank_field(FIELD_KEYWORDS));
	cr_expect_gt(rank_field(FIELD_KEYWORDS), rank_field(FIELD_VENDOR));
	cr_expect_gt(rank_field(FIELD_VENDOR), rank_field(FIELD_SUMMARY));
	cr_expect_gt(rank_field(FIELD_SUMMARY), rank_field(FIELD_MEANS));
	cr_expect_gt(rank_field(FIELD_MEANS), rank_field(FIELD_GOTCHAS));
	cr_expect_eq(rank_field(FIELD_GOTCHAS), FACTOR_TEXT);
}

Test(rank, a_word_in_a_name_answers_more_than_one_in_prose)
{
	cr_expect_eq(rank_carries(FIELD_PHRASE), 100);
	cr_expect_eq(rank_carries(FIELD_KEYWORDS), 100);
	cr_expect_gt(rank_carries(FIELD_KEYWORDS), rank_carries(FIELD_SUMMARY));
	cr_expect_gt(rank_carries(FIELD_SUMMARY), rank_carries(FIELD_MEANS));
	cr_expect_gt(rank_carries(FIELD_MEANS), rank_carries(FIELD_GOTCHAS));
	cr_expect_eq(rank_carries(FIELD_GOTCHAS), FACTOR_TEXT_CARRIES);
}

Test(rank, a_whole_word_weighs_more_than_a_part)
{
	cr_expect_gt(rank_worth(QUALITY_EXACT), rank_worth(QUALITY_STEM));
	cr_expect_gt(rank_worth(QUALITY_STEM), rank_worth(QUALITY_PREFIX));
	cr_expect_gt(rank_worth(QUALITY_PREFIX), rank_worth(QUALITY_PART));
}

Test(rank, rarity_grows_by_sixteen_when_half_as_many_hold_a_word)
{
	cr_expect_eq(rank_rarity(64, 1024) - rank_rarity(128, 1024), 16);
	cr_expect_eq(rank_rarity(1, 1024) - rank_rarity(2, 1024), 16);
	cr_expect_eq(rank_rarity(1024, 1024), FACTOR_COMMON);
	cr_expect_eq(rank_rarity(0, 1024), rank_rarity(1, 1024));
}

Test(rank, noise_tells_little_and_short_words_less_than_long_ones)
{
	cr_expect(rank_noise("http", 4));
	cr_expect(rank_noise("the", 3));
	cr_expect_not(rank_noise("theory", 6));
	cr_expect_not(rank_noise("gateway", 7));
	cr_expect_lt(rank_telling("status", 6), rank_telling("gateway", 7));
	cr_expect_lt(rank_telling("sc", 2), rank_telling("gateway", 7));
}

Test(rank, everyday_and_registered_entries_are_worth_more)
{
	static const char text[] =
		LEAF("vendor:acme", "Acme", "")
		CODED("429", "Too Many", "M.", ", everyday: yes")
		CODED("431", "Too Large", "M.", "")
		OWNED("acme", "430", "Rejected", "M.", "")
		"- { id: '306', code: '306', kind: standard, state: obsolete,"
		" phrase: Unused, summary: S., means: M., checked: 2026-11-21,"
		" sources: [{ title: T, url: 'https://a.example/' }] }\n";
	struct sample sample;

	sample_build(&sample, text);
	cr_expect_gt(rank_entry(&sample.catalogue,
				sample_entry(&sample, "429")),
		     rank_entry(&sample.catalogue,
				sample_entry(&sample, "431")));
	cr_expect_gt(rank_entry(&sample.catalogue,
				sample_entry(&sample, "431")),
		     rank_entry(&sample.catalogue,
				sample_entry(&sample, "acme:430")));
	cr_expect_gt(rank_entry(&sample.catalogue,
				sample_entry(&sample, "431")),
		     rank_entry(&sample.catalogue,
				sample_entry(&sample, "306")));
	sample_clear(&sample);
}

#include "catalogue/index.h"

#include <criterion/criterion.h>
#include <string.h>

/* The number of a word, which must be there. */
static uint32_t word_of(const struct word_index *index, const char *word)
{
	uint32_t number = 0;

	while (number < index->word_count &&
	       strcmp(index->blob + index->words[number], word) != 0)
		number++;
	cr_assert_lt(number, index->word_count, "no word %s", word);
	return number;
}

static size_t posting_count(const struct word_index *index, uint32_t word)
{
	return index->firsts[word + 1] - index->firsts[word];
}

/* The places of a word in the whole index: `entry.field.position`. */
static void show_spots(struct strbuf *found, const struct word_index *index,
		       const char *word)
{
	uint32_t number = word_of(index, word);

	strbuf_reset(found);
	strbuf_add(found, "");
	for (uint32_t i = index->firsts[number]; i < index->firsts[number + 1];
	     i++) {
		const struct posting *posting = &index->postings[i];

		for (uint32_t at = posting[0].spots; at < posting[1].spots;
		     at++)
			strbuf_addf(found, "%s%u.%s.%u",
				    found->length == 0 ? "" : " ",
				    posting->entry,
				    schema_field(spot_field(index->spots[at]))
					    ->key,
				    spot_position(index->spots[at]));
	}
}

static void expect_spots(const struct word_index *index, const char *word,
			 const char *wanted)
{
	struct strbuf found;

	strbuf_init(&found);
	show_spots(&found, index, word);
	cr_expect_str_eq(found.text, wanted, "%s: %s", word, found.text);
	strbuf_clear(&found);
}

/* Two entries, the first with three texts in two fields. */
static struct word_index make_index(void)
{
	struct index_builder builder;
	struct word_index index;

	index_builder_init(&builder);
	index_builder_entry(&builder, 0);
	index_builder_text(&builder, FIELD_PHRASE, "Not Found");
	index_builder_text(&builder, FIELD_MEANS, "Found nothing, not here.");
	index_builder_text(&builder, FIELD_MEANS, "not");
	index_builder_entry(&builder, 1);
	index_builder_text(&builder, FIELD_PHRASE, "Gone");
	index_builder_text(&builder, FIELD_MEANS, "Not here; gone, GONE.");
	index = index_builder_finish(&builder);
	index_builder_clear(&builder);
	return index;
}

Test(index, words_are_folded_and_sorted)
{
	static const char *const words[] = { "found", "gone", "here", "not",
					     "nothing" };
	struct word_index index = make_index();

	cr_assert_eq(index.word_count, 5);
	for (uint32_t i = 0; i < 5; i++)
		cr_expect_str_eq(index.blob + index.words[i], words[i]);
	cr_expect_eq(index.words[5], sizeof("found") + sizeof("gone") +
					     sizeof("here") + sizeof("not") +
					     sizeof("nothing"));
	word_index_clear(&index);
}

/* By their bytes, which is the order in which a beginning is looked up. */
Test(index, words_beyond_ascii_come_last)
{
	struct index_builder builder;
	struct word_index index;

	index_builder_init(&builder);
	index_builder_entry(&builder, 0);
	index_builder_text(&builder, FIELD_MEANS,
			   "\u65e5 zz \u03bf 404.7 404 a 4xx");
	index = index_builder_finish(&builder);
	for (uint32_t i = 1; i < index.word_count; i++)
		cr_expect_lt(strcmp(index.blob + index.words[i - 1],
				    index.blob + index.words[i]),
			     0, "word %u", i);
	cr_expect_str_eq(index.blob + index.words[6], "\u65e5");
	index_builder_clear(&builder);
	word_index_clear(&index);
}

Test(index, a_word_knows_the_entries_fields_and_positions_it_stands_at)
{
	struct word_index index = make_index();

	/* The words of one text follow each other; a text has a gap before. */
	expect_spots(&index, "found", "0.phrase.2 0.means.4");
	expect_spots(&index, "nothing", "0.means.5");
	expect_spots(&index, "not",
		     "0.phrase.1 0.means.6 0.means.9 1.means.3");
	expect_spots(&index, "here", "0.means.7 1.means.4");
	expect_spots(&index, "gone", "1.phrase.1 1.means.5 1.means.6");
	word_index_clear(&index);
}

Test(index, an_entry_has_one_posting_of_a_word)
{
	struct word_index index = make_index();

	cr_expect_eq(posting_count(&index, word_of(&index, "not")), 2);
	cr_expect_eq(posting_count(&index, word_of(&index, "found")), 1);
	cr_expect_eq(posting_count(&index, word_of(&index, "gone")), 1);
	word_index_clear(&index);
}

Test(index, no_text_follows_another_without_a_gap)
{
	struct index_builder builder;
	struct word_index index;

	index_builder_init(&builder);
	index_builder_entry(&builder, 0);
	index_builder_text(&builder, FIELD_KEYWORDS, "one two");
	index_builder_text(&builder, FIELD_KEYWORDS, "three");
	index_builder_text(&builder, FIELD_KEYWORDS, "");
	index_builder_text(&builder, FIELD_KEYWORDS, "four");
	index = index_builder_finish(&builder);
	expect_spots(&index, "one", "0.keywords.1");
	expect_spots(&index, "two", "0.keywords.2");
	expect_spots(&index, "three", "0.keywords.4");
	expect_spots(&index, "four", "0.keywords.7");
	index_builder_clear(&builder);
	word_index_clear(&index);
}

static bool stands_alone(const struct word_index *index, const char *word)
{
	uint32_t posting = index->firsts[word_of(index, word)];

	return spot_alone(index->spots[index->postings[posting].spots]);
}

Test(index, a_place_tells_whether_the_word_is_all_of_its_text)
{
	struct index_builder builder;
	struct word_index index;

	index_builder_init(&builder);
	index_builder_entry(&builder, 0);
	index_builder_text(&builder, FIELD_KEYWORDS, "one two");
	index_builder_text(&builder, FIELD_KEYWORDS, "...");
	index_builder_text(&builder, FIELD_KEYWORDS, "(three)");
	index_builder_text(&builder, FIELD_MEANS, "four");
	index = index_builder_finish(&builder);
	cr_expect_not(stands_alone(&index, "one"));
	cr_expect_not(stands_alone(&index, "two"));
	cr_expect(stands_alone(&index, "three"));
	cr_expect(stands_alone(&index, "four"));
	expect_spots(&index, "four", "0.means.7");
	index_builder_clear(&builder);
	word_index_clear(&index);
}

/* The stream says what the spots say, and nothing in the gaps. */
static void expect_agreement(const struct word_index *index, uint32_t entries)
{
	uint32_t total = index->starts[entries];
	uint32_t marked = 0, filled = 0;

	for (uint32_t word = 0; word < index->word_count; word++) {
		for (uint32_t i = index->firsts[word];
		     i < index->firsts[word + 1]; i++) {
			const struct posting *posting = &index->postings[i];
			uint32_t start = index->starts[posting->entry];

			for (uint32_t at = posting[0].spots;
			     at < posting[1].spots; at++) {
				uint32_t place =
					start +
					spot_position(index->spots[at]);

				cr_assert_lt(place, total);
				cr_expect_eq(index->stream[place], word);
				marked++;
			}
		}
	}
	for (uint32_t i = 0; i < total; i++)
		filled += index->stream[i] != IMAGE_NONE;
	cr_expect_eq(filled, marked);
}

Test(index, the_stream_agrees_with_the_spots)
{
	struct word_index index = make_index();

	expect_agreement(&index, 2);
	word_index_clear(&index);
}

/* Whoever looks at the place beside a word stays inside its entry. */
Test(index, each_entry_begins_and_ends_with_a_gap)
{
	struct word_index index = make_index();

	for (uint32_t i = 0; i < 2; i++) {
		cr_expect_eq(index.stream[index.starts[i]], IMAGE_NONE);
		cr_expect_eq(index.stream[index.starts[i + 1] - 1],
			     IMAGE_NONE);
	}
	word_index_clear(&index);
}

Test(index, an_entry_without_words_leaves_the_others_in_place)
{
	struct index_builder builder;
	struct word_index index;

	index_builder_init(&builder);
	index_builder_entry(&builder, 0);
	index_builder_entry(&builder, 1);
	index_builder_text(&builder, FIELD_PHRASE, "one");
	index_builder_entry(&builder, 2);
	index_builder_text(&builder, FIELD_PHRASE, "...");
	index_builder_entry(&builder, 3);
	index_builder_text(&builder, FIELD_PHRASE, "two one");
	index_builder_entry(&builder, 4);
	index = index_builder_finish(&builder);
	expect_spots(&index, "one", "1.phrase.1 3.phrase.2");
	expect_spots(&index, "two", "3.phrase.1");
	expect_agreement(&index, 5);
	index_builder_clear(&builder);
	word_index_clear(&index);
}

Test(index, of_nothing_is_empty)
{
	struct index_builder builder;
	struct word_index index;

	index_builder_init(&builder);
	index = index_builder_finish(&builder);
	cr_expect_eq(index.word_count, 0);
	cr_expect_eq(index.words[0], 0);
	cr_expect_eq(index.firsts[0], 0);
	cr_expect_eq(index.postings[0].spots, 0);
	cr_expect_eq(index.starts[0], 0);
	index_builder_clear(&builder);
	word_index_clear(&index);
}

Test(index, a_spot_holds_the_last_field_and_a_far_position)
{
	uint32_t far = (UINT32_C(1) << SPOT_POSITION_BITS) - 1;
	uint32_t spot = (uint32_t)(FIELD_COUNT - 1) << SPOT_FIELD_SHIFT | far;

	cr_expect_eq(spot_field(spot), FIELD_COUNT - 1);
	cr_expect_eq(spot_position(spot), far);
	cr_expect_not(spot_alone(spot));
}

Test(index, is_the_same_when_it_is_built_again)
{
	struct word_index a = make_index();
	struct word_index b = make_index();
	uint32_t postings = a.firsts[a.word_count];

	cr_assert_eq(b.word_count, a.word_count);
	cr_assert_eq(b.firsts[b.word_count], postings);
	cr_expect_eq(memcmp(a.blob, b.blob, a.words[a.word_count]), 0);
	cr_expect_eq(memcmp(a.postings, b.postings,
			    (postings + 1) * sizeof(*a.postings)),
		     0);
	cr_expect_eq(memcmp(a.spots, b.spots,
			    a.postings[postings].spots * sizeof(*a.spots)),
		     0);
	cr_expect_eq(memcmp(a.stream, b.stream,
			    a.starts[2] * sizeof(*a.stream)),
		     0);
	word_index_clear(&a);
	word_index_clear(&b);
}

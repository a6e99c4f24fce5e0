/*
 * What becomes of a user's entries and notes that are added to a catalogue.
 */
#include "unit/catalogue/sample.h"

static const char base_text[] =
	PAGE("guide:start", ", see_also: [{ id: \"503\", difference: D. }]")
	PAGE("class:5xx", ", code: 5xx")
	STANDARD("503", ", keywords: [overload]")
	STANDARD("504", "")
	PAGE("vendor:envoy", "")
	VENDOR("envoy", "UF", ", goes_with: [\"503\"]");

struct pair {
	struct sample base;
	struct sample both;
};

static void join(struct pair *pair, const char *text)
{
	sample_build(&pair->base, base_text);
	sample_join(&pair->both, &pair->base, "ours.yaml", text);
}

static void clear(struct pair *pair)
{
	sample_clear(&pair->both);
	sample_clear(&pair->base);
}

static void expect_sound(struct pair *pair)
{
	fault_list_print(&pair->both.faults, stderr);
	cr_assert_eq(pair->both.faults.total, 0);
}

/* A fault whose message has both texts, and no other. */
static void expect_fault(const char *text, const char *first,
			 const char *second)
{
	struct pair pair;
	const char *message;

	join(&pair, text);
	fault_list_print(&pair.both.faults, stderr);
	cr_assert_eq(pair.both.faults.total, 1);
	message = pair.both.faults.faults[0].message;
	cr_expect_not_null(strstr(message, first), "%s", message);
	cr_expect_not_null(strstr(message, second), "%s", message);
	clear(&pair);
}

static bool has(const struct pair *pair, const char *id)
{
	return catalogue_find(&pair->both.catalogue, id) != ENTRY_NONE;
}

static const char *text_of(const struct pair *pair, const char *id,
			   enum field field, size_t item, size_t part)
{
	return catalogue_item(&pair->both.catalogue,
			      sample_entry(&pair->both, id), field, item, part);
}

static size_t items_of(const struct pair *pair, const char *id,
		       enum field field)
{
	return catalogue_items(&pair->both.catalogue,
			       sample_entry(&pair->both, id), field);
}

#define OURS PAGE("vendor:ours", "")

Test(merge, a_new_origin_and_its_codes_stand_beside_the_others)
{
	struct pair pair;
	const struct catalogue *both = &pair.both.catalogue;

	join(&pair, OURS VENDOR("ours", "503", "") VENDOR("ours", "1200", ""));
	expect_sound(&pair);
	cr_expect(catalogue_is_user(both, sample_entry(&pair.both, "ours:503")));
	cr_expect_str_eq(
		catalogue_name(both, sample_entry(&pair.both, "ours:1200")),
		"ours");
	cr_expect_not(catalogue_is_user(both, sample_entry(&pair.both, "503")));
	cr_expect_str_eq(catalogue_name(both, sample_entry(&pair.both, "503")),
			 "sample");
	/* The registered meaning of a number stays the first. */
	cr_expect_eq(sample_entry(&pair.both, "503") + 1,
		     sample_entry(&pair.both, "ours:503"));
	cr_expect_eq(catalogue_class(both,
				     sample_entry(&pair.both, "ours:1200")),
		     CLASS_OUTSIDE);
	clear(&pair);
}

Test(merge, sub_codes_and_reasons_hang_under_known_parents)
{
	struct pair pair;
	const struct catalogue *both = &pair.both.catalogue;

	join(&pair, OURS VENDOR("ours", "503.4", ", parent: \"503\"")
		     VENDOR("envoy", "XX", ", goes_with: [\"503\", \"ours:503.4\"]"));
	expect_sound(&pair);
	cr_expect_eq(catalogue_parent(both,
				      sample_entry(&pair.both, "ours:503.4")),
		     sample_entry(&pair.both, "503"));
	cr_expect_eq(catalogue_parent(both,
				      sample_entry(&pair.both, "envoy:XX")),
		     sample_entry(&pair.both, "vendor:envoy"));
	cr_expect_eq(catalogue_reasons(both, sample_entry(&pair.both, "503")),
		     2);
	cr_expect_eq(catalogue_reasons(both,
				       sample_entry(&pair.both, "ours:503.4")),
		     1);
	clear(&pair);
}

Test(merge, a_guide_hangs_below_the_first_page)
{
	struct pair pair;

	join(&pair, PAGE("guide:deploy", ", question: Which?, choices: "
					 "[{ say: Red., to: \"503\", "
					 "because: B. }]"));
	expect_sound(&pair);
	cr_expect_eq(catalogue_parent(&pair.both.catalogue,
				      sample_entry(&pair.both, "guide:deploy")),
		     sample_entry(&pair.both, "guide:start"));
	cr_expect_eq(catalogue_askers(&pair.both.catalogue,
				      sample_entry(&pair.both, "503")),
		     1);
	clear(&pair);
}

Test(merge, a_note_adds_text_words_and_links)
{
	struct pair pair;

	join(&pair, "- note: 503\n  text: |\n    While it deploys.\n"
		    "  keywords: [rollout]\n"
		    "  see_also: [{ id: \"504\", difference: Later. }]\n");
	expect_sound(&pair);
	cr_assert_eq(items_of(&pair, "503", FIELD_KEYWORDS), 2);
	cr_expect_str_eq(text_of(&pair, "503", FIELD_KEYWORDS, 0, 0),
			 "overload");
	cr_expect_str_eq(text_of(&pair, "503", FIELD_KEYWORDS, 1, 0),
			 "rollout");
	cr_assert_eq(items_of(&pair, "503", FIELD_NOTES), 2);
	cr_expect_str_eq(text_of(&pair, "503", FIELD_NOTES, 0,
				 PART_NOTE_CATALOGUE),
			 "ours");
	cr_expect_str_eq(text_of(&pair, "503", FIELD_NOTES, 0, PART_NOTE_TEXT),
			 "While it deploys.");
	cr_expect_null(text_of(&pair, "503", FIELD_NOTES, 0, PART_NOTE_ID));
	cr_expect_str_eq(text_of(&pair, "503", FIELD_NOTES, 1, PART_NOTE_ID),
			 "504");
	cr_expect_str_eq(text_of(&pair, "503", FIELD_NOTES, 1,
				 PART_NOTE_DIFFERENCE),
			 "Later.");
	/* The entry is still that of the base. */
	cr_expect_not(catalogue_is_user(&pair.both.catalogue,
					sample_entry(&pair.both, "503")));
	cr_expect_eq(items_of(&pair, "504", FIELD_NOTES), 0);
	clear(&pair);
}

Test(merge, notes_of_one_entry_keep_their_order)
{
	struct pair pair;

	join(&pair, "- { note: 504, text: Other. }\n"
		    "- { note: 503, text: One. }\n"
		    "- { note: 503, text: Two. }\n");
	expect_sound(&pair);
	cr_assert_eq(items_of(&pair, "503", FIELD_NOTES), 2);
	cr_expect_str_eq(text_of(&pair, "503", FIELD_NOTES, 0, PART_NOTE_TEXT),
			 "One.");
	cr_expect_str_eq(text_of(&pair, "503", FIELD_NOTES, 1, PART_NOTE_TEXT),
			 "Two.");
	clear(&pair);
}

/* Each entry of the base is copied, or read again for a reason of its own. */
static void expect_same_words(const char *text)
{
	struct pair pair;

	join(&pair, text);
	expect_sound(&pair);
	sample_expect_index(pair.both.image);
	clear(&pair);
}

Test(merge, words_are_those_of_an_image_made_at_once)
{
	expect_same_words(OURS VENDOR("ours", "503", "")
				  VENDOR("ours", "1200", ""));
	expect_same_words(VENDOR("envoy", "AA", ", goes_with: [\"504\"]"));
	expect_same_words("- { note: 503, text: Aardvarks., keywords: [zebra] }\n");
	expect_same_words(PAGE("guide:ours",
			       ", question: Which?, choices: [{ say: A zebra asks., to: \"503\", "
			 "because: B. }]"));
}

Test(merge, a_page_that_an_origin_gets_is_among_the_words_of_its_codes)
{
	struct sample base, both;

	sample_build(&base, PAGE("class:5xx", ", code: 5xx")
				    VENDOR("envoy", "UF", ""));
	sample_join(&both, &base, "ours.yaml", PAGE("vendor:envoy", ""));
	cr_assert_eq(both.faults.total, 0);
	sample_expect_index(both.image);
	sample_clear(&both);
	sample_clear(&base);
}

Test(merge, what_the_base_has_stays_as_it_is)
{
	struct pair pair;

	join(&pair, OURS VENDOR("ours", "503", ""));
	for (entry_t i = 0; i < catalogue_count(&pair.base.catalogue); i++) {
		const char *id = catalogue_id(&pair.base.catalogue, i);

		for (enum field field = 0; field < FIELD_COUNT; field++) {
			const char *before = catalogue_text(
				&pair.base.catalogue, i, field);
			const char *after = catalogue_text(
				&pair.both.catalogue,
				sample_entry(&pair.both, id), field);

			if (schema_field(field)->type == TYPE_RECORDS ||
			    schema_field(field)->type == TYPE_LIST ||
			    schema_field(field)->type == TYPE_LINKS ||
			    schema_field(field)->type == TYPE_EMITTERS)
				continue;
			cr_expect_eq(before == NULL, after == NULL, "%s %s", id,
				     schema_field(field)->key);
			if (before != NULL && after != NULL)
				cr_expect_str_eq(after, before);
		}
	}
	clear(&pair);
}

/* --------------------------------------------------------------------------
 * What is not sound is left out, and the rest stays
 */

Test(merge, an_id_of_the_base_is_told_as_such_and_left_out)
{
	expect_fault(VENDOR("envoy", "UF", ""), "'envoy:UF'", "built-in");
}

Test(merge, an_id_without_an_origin_is_the_registrys)
{
	expect_fault(STANDARD("299", ""), "'299'", "ours:299");
}

Test(merge, of_two_with_one_id_the_first_is_taken)
{
	struct pair pair;

	join(&pair, OURS VENDOR("ours", "503", ", retry: First.")
		     VENDOR("ours", "503", ", retry: Second."));
	cr_assert_eq(pair.both.faults.total, 1);
	cr_expect_not_null(strstr(pair.both.faults.faults[0].message,
				  "ours.yaml:2"));
	cr_expect_str_eq(catalogue_text(&pair.both.catalogue,
					sample_entry(&pair.both, "ours:503"),
					FIELD_RETRY),
			 "First.");
	clear(&pair);
}

Test(merge, the_nearest_id_is_named)
{
	expect_fault(OURS VENDOR("ours", "503", ", see_also: [{ id: "
						"\"envoy:UX\", difference: D. }]"),
		     "'envoy:UX'", "expected 'envoy:UF'?");
	expect_fault("- { note: 505, text: T. }\n", "'505'", "expected '50");
}

Test(merge, a_link_to_nothing_is_left_out_and_the_entry_stays)
{
	struct pair pair;

	join(&pair, OURS VENDOR("ours", "503",
				", see_also: [{ id: \"599\", difference: A. }, "
				"{ id: \"504\", difference: B. }]"));
	cr_assert_eq(pair.both.faults.total, 1);
	cr_assert_eq(items_of(&pair, "ours:503", FIELD_SEE_ALSO), 1);
	cr_expect_str_eq(text_of(&pair, "ours:503", FIELD_SEE_ALSO, 0,
				 PART_SEE_ID),
			 "504");
	clear(&pair);
}

Test(merge, what_leads_to_an_entry_with_a_fault_has_none_itself)
{
	struct pair pair;

	join(&pair, OURS VENDOR("ours", "503",
				", see_also: [{ id: \"ours:504\", "
				"difference: D. }]")
		     CODE("ours:504", "504", "vendor", "curr",
			  ", vendor: ours"));
	cr_assert_eq(pair.both.faults.total, 1);
	cr_expect_not_null(
		strstr(pair.both.faults.faults[0].message, "'curr'"));
	cr_expect(has(&pair, "ours:503"));
	cr_expect_not(has(&pair, "ours:504"));
	cr_expect_eq(items_of(&pair, "ours:503", FIELD_SEE_ALSO), 0);
	clear(&pair);
}

Test(merge, parents_in_a_circle_are_left_out)
{
	struct pair pair;

	join(&pair, OURS VENDOR("ours", "503.1", ", parent: \"ours:503.2\"")
		     VENDOR("ours", "503.2", ", parent: \"ours:503.1\"")
		     VENDOR("ours", "504", ""));
	cr_expect_gt(pair.both.faults.total, 0);
	cr_expect_not(has(&pair, "ours:503.1"));
	cr_expect(has(&pair, "ours:504"));
	clear(&pair);
}

Test(merge, a_note_on_nothing_is_left_out)
{
	struct pair pair;

	join(&pair, "- { note: 599, text: T. }\n- { note: 503, text: U. }\n");
	cr_expect_eq(pair.both.faults.total, 1);
	cr_expect_eq(items_of(&pair, "503", FIELD_NOTES), 1);
	clear(&pair);
}

Test(merge, a_note_is_for_a_catalogue_that_is_added)
{
	struct sample sample;

	sample_read(&sample, STANDARD("503", "") "- { note: 503, text: T. }\n");
	cr_expect_not(drafts_check(&sample.drafts, &sample.faults));
	cr_expect_not_null(
		strstr(sample.faults.faults[0].message, "same catalogue"));
	sample_clear(&sample);
}

/* --------------------------------------------------------------------------
 * The form of a note
 */

Test(merge, a_note_must_say_something_and_nothing_else)
{
	expect_fault("- { note: 503 }\n", "says nothing", "text");
	expect_fault("- { note: 503, txt: T. }\n", "'txt'", "expected 'text'?");
	expect_fault("- { note: 503, text: T., summary: S. }\n", "'summary'",
		     "keywords");
	expect_fault("- { note: \"5 3\", text: T. }\n", "'note'", "an id");
	expect_fault("- { note: 503, text: [T.] }\n", "'text'", "text");
}

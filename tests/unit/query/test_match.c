#include "query/search.h"

#include "unit/query/shelf.h"

static const char shelf_text[] =
	CODED("429", "Too Many Requests",
	      "The rate limit is reached; limits rate nobody.", "")
	CODED("503", "Service Unavailable", "No rate, no limit: a limit.", "")
	CODED("504", "Gateway Timeout", "Leave it a while, it aborts.", "");

/* The marked places of a text, each in brackets. */
static void expect_marks(struct shelf *shelf, const char *query,
			 const char *id, const char *text,
			 const char *expected)
{
	struct mark marks[16];
	struct strbuf shown;
	size_t hit, count, at = 0;

	search_run(&shelf->search, query, NULL);
	hit = shelf_place(shelf, id);
	cr_assert_lt(hit, shelf->search.count, "%s: no hit", query);
	count = search_mark(&shelf->search, &shelf->search.hits[hit], text,
			    strlen(text), marks, 16);
	strbuf_init(&shown);
	for (size_t i = 0; i < count; i++) {
		strbuf_add_bytes(&shown, text + at, marks[i].start - at);
		strbuf_addf(&shown, "[%.*s]",
			    (int)(marks[i].end - marks[i].start),
			    text + marks[i].start);
		at = marks[i].end;
	}
	strbuf_add(&shown, text + at);
	cr_expect_str_eq(strbuf_text(&shown), expected, "'%s': %s", query,
			 strbuf_text(&shown));
	strbuf_clear(&shown);
}

Test(match, a_phrase_marks_itself_alone)
{
	struct shelf shelf;

	shelf_build(&shelf, shelf_text);
	expect_marks(&shelf, "rate limit", "429",
		     "The rate limit is reached; limits rate nobody.",
		     "The [rate limit] is reached; limits rate nobody.");
	shelf_clear(&shelf);
}

Test(match, a_letter_or_two_complete_no_phrase)
{
	struct shelf shelf;

	shelf_build(&shelf, shelf_text);
	expect_marks(&shelf, "it a", "504", "Leave it a while, it aborts.",
		     "Leave [it a] while, it aborts.");
	shelf_clear(&shelf);
}

Test(match, words_beside_a_quoted_phrase_are_none)
{
	struct shelf shelf;

	shelf_build(&shelf, shelf_text);
	expect_marks(&shelf, "\"too many\" rate limit", "429",
		     "Too many, and the rate limit.",
		     "[Too many], and the rate limit.");
	shelf_clear(&shelf);
}

Test(match, words_are_marked_where_the_phrase_is_not)
{
	struct shelf shelf;

	shelf_build(&shelf, shelf_text);
	expect_marks(&shelf, "rate limit", "503",
		     "No rate, no thing, a limit.",
		     "No [rate], no thing, a [limit].");
	expect_marks(&shelf, "limit rate", "503", "A rate and a limit.",
		     "A [rate] and a [limit].");
	shelf_clear(&shelf);
}

Test(match, marks_are_of_the_text_and_not_of_its_folding)
{
	struct shelf shelf;

	shelf_build(&shelf, shelf_text);
	expect_marks(&shelf, "rate", "503", "\303\211t\303\251: RATE \342\200\224 rate",
		     "\303\211t\303\251: [RATE] \342\200\224 [rate]");
	shelf_clear(&shelf);
}

Test(match, as_many_places_are_marked_as_were_counted)
{
	struct shelf shelf;
	struct mark marks[16];

	shelf_build(&shelf, shelf_text);
	search_run(&shelf.search, "limit", NULL);
	for (size_t i = 0; i < shelf.search.count; i++) {
		const struct hit *hit = &shelf.search.hits[i];
		const char *means = catalogue_text(&shelf.sample.catalogue,
						   hit->entry, FIELD_MEANS);

		cr_expect_eq(search_mark(&shelf.search, hit, means,
					 strlen(means), marks, 16),
			     hit->matches);
	}
	shelf_clear(&shelf);
}

Test(match, no_more_is_written_than_there_is_room_for)
{
	struct shelf shelf;
	struct mark marks[2];

	shelf_build(&shelf, shelf_text);
	search_run(&shelf.search, "limit", NULL);
	cr_expect_eq(search_mark(&shelf.search, &shelf.search.hits[0],
				 "limit limit limit limit", 23, marks, 2),
		     2);
	shelf_clear(&shelf);
}

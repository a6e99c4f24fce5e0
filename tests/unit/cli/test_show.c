#include "cli/show.h"

#include <criterion/criterion.h>
#include <string.h>

#include "base/text.h"
#include "unit/catalogue/sample.h"
#include "unit/cli/paper.h"

#define ENTRY(id, code, phrase, kind, state, more)                            \
	"- { id: \"" id "\", code: \"" code "\", phrase: \"" phrase           \
	"\", kind: " kind ", state: " state more                              \
	", means: M., checked: 2026-11-21,"                                   \
	" sources: [{ title: T, url: \"https://a.example/\" }],"              \
	" summary: \"The caf\303\251 is shut, \342\200\234always\342\200\235"  \
	" perhaps.\" }\n"

static const char shelf[] =
	ENTRY("404", "404", "Not Found", "standard", "current", "")
	ENTRY("410", "410", "Gone Since the Caf\303\251 Closed \342\200\224"
			    " Forever", "standard", "experimental", "")
	ENTRY("nginx:499", "499", "Client Closed Request", "vendor",
	      "obsolete", ", vendor: nginx")
	PAGE("class:4xx", "")
	PAGE("vendor:haproxy", "")
	PAGE("vendor:nginx", "");

struct desk {
	struct sample sample;
	struct paper paper;
};

static void desk_open(struct desk *desk)
{
	sample_build(&desk->sample, shelf);
	paper_open(&desk->paper);
}

static void desk_close(struct desk *desk)
{
	paper_close(&desk->paper);
	sample_clear(&desk->sample);
}

static const char *list_of(struct desk *desk, const char *first,
			   const char *second)
{
	entry_t entries[2];
	size_t count = 0;

	entries[count++] = sample_entry(&desk->sample, first);
	if (second != NULL)
		entries[count++] = sample_entry(&desk->sample, second);
	paper_erase(&desk->paper);
	show_list(&desk->paper.manner, &desk->sample.catalogue, entries,
		  count);
	return paper_text(&desk->paper);
}

static const char *card_of(struct desk *desk, const char *id)
{
	paper_erase(&desk->paper);
	show_card(&desk->paper.manner, &desk->sample.catalogue,
		  sample_entry(&desk->sample, id));
	return paper_text(&desk->paper);
}

/* An address is never broken, so its line may be as wide as it is. */
static bool has_address(const char *line, size_t length)
{
	const char *sign = strstr(line, "://");

	return sign != NULL && sign < line + length;
}

static int widest_line(const char *text)
{
	int most = 0;

	while (*text != '\0') {
		size_t length = strcspn(text, "\n");
		int columns = text_columns(text, length);

		if (columns > most && !has_address(text, length))
			most = columns;
		text += length + 1;
	}
	return most;
}

Test(show, a_list_has_columns_as_wide_as_what_they_hold)
{
	struct desk desk;

	desk_open(&desk);
	cr_expect_str_eq(
		list_of(&desk, "404", "nginx:499"),
		"404        Not Found              standard  current\n"
		"nginx:499  Client Closed Request  vendor    obsolete\n");
	cr_expect_str_eq(list_of(&desk, "404", NULL),
			 "404  Not Found  standard  current\n");
	desk_close(&desk);
}

Test(show, a_list_tells_a_page_by_its_kind_and_has_no_state_for_it)
{
	struct desk desk;

	desk_open(&desk);
	cr_expect_str_eq(list_of(&desk, "class:4xx", NULL),
			 "class:4xx  phrase class:4xx  page      -\n");
	desk_close(&desk);
}

Test(show, columns_stay_straight_below_letters_of_several_bytes)
{
	struct desk desk;

	desk_open(&desk);
	cr_expect_str_eq(list_of(&desk, "404", "410"),
			 "404  Not Found                             "
			 "standard  current\n"
			 "410  Gone Since the Caf\303\251 Closed \342\200\224 "
			 "Forever  standard  experimental\n");
	desk_close(&desk);
}

Test(show, columns_stay_straight_when_a_text_grows_in_ascii)
{
	struct desk desk;

	desk_open(&desk);
	desk.paper.manner.ascii = true;
	cr_expect_str_eq(list_of(&desk, "404", "410"),
			 "404  Not Found                              "
			 "standard  current\n"
			 "410  Gone Since the Cafe Closed -- Forever  "
			 "standard  experimental\n");
	desk_close(&desk);
}

Test(show, a_phrase_is_cut_where_the_line_is_too_short_for_it)
{
	struct desk desk;

	desk_open(&desk);
	desk.paper.manner.columns = 50;
	cr_expect_str_eq(list_of(&desk, "404", "410"),
			 "404  Not Found              standard  current\n"
			 "410  Gone Since the Caf\303\251 \342\200\246  standard  "
			 "experimental\n");
	desk_close(&desk);
}

Test(show, a_cut_is_marked_with_ascii_where_that_is_asked)
{
	struct desk desk;

	desk_open(&desk);
	desk.paper.manner.columns = 50;
	desk.paper.manner.ascii = true;
	cr_expect_str_eq(list_of(&desk, "404", "410"),
			 "404  Not Found              standard  current\n"
			 "410  Gone Since the Caf...  standard  "
			 "experimental\n");
	desk_close(&desk);
}

Test(show, a_narrow_list_has_ids_and_what_fits_of_the_phrases)
{
	struct desk desk;

	desk_open(&desk);
	desk.paper.manner.columns = 20;
	cr_expect_str_eq(list_of(&desk, "404", "nginx:499"),
			 "404  Not Found\n"
			 "nginx:499  Client C\342\200\246\n");
	desk_close(&desk);
}

Test(show, no_line_of_a_list_is_wider_than_asked_for)
{
	struct desk desk;

	desk_open(&desk);
	for (int columns = 1; columns < 80; columns++) {
		desk.paper.manner.columns = columns;
		desk.paper.manner.ascii = columns % 2 == 0;
		cr_expect_leq(widest_line(list_of(&desk, "410", "nginx:499")),
			      columns);
	}
	desk_close(&desk);
}

Test(show, a_card_is_id_phrase_and_summary)
{
	struct desk desk;

	desk_open(&desk);
	cr_expect_str_eq(card_of(&desk, "nginx:499"),
			 "nginx:499  Client Closed Request\n"
			 "  The caf\303\251 is shut, \342\200\234always"
			 "\342\200\235 perhaps.\n");
	desk_close(&desk);
}

Test(show, a_card_too_wide_for_its_line_is_wrapped)
{
	struct desk desk;

	desk_open(&desk);
	desk.paper.manner.width = 20;
	cr_expect_str_eq(card_of(&desk, "nginx:499"),
			 "nginx:499\n"
			 "  Client Closed\n"
			 "  Request\n"
			 "  The caf\303\251 is shut,\n"
			 "  \342\200\234always\342\200\235 perhaps.\n");
	desk_close(&desk);
}

Test(show, a_card_in_ascii_is_wrapped_as_it_is_written)
{
	struct desk desk;

	desk_open(&desk);
	desk.paper.manner.ascii = true;
	for (int width = 20; width < 50; width++) {
		desk.paper.manner.width = width;
		cr_expect_leq(widest_line(card_of(&desk, "410")), width);
	}
	desk.paper.manner.width = 80;
	cr_expect_str_eq(card_of(&desk, "410"),
			 "410  Gone Since the Cafe Closed -- Forever\n"
			 "  The cafe is shut, \"always\" perhaps.\n");
	desk_close(&desk);
}

Test(show, colours_begin_and_end_around_what_they_mean)
{
	struct desk desk;

	desk_open(&desk);
	desk.paper.manner.color = true;
	cr_expect_str_eq(list_of(&desk, "404", NULL),
			 "\033[1m404\033[0m  Not Found  standard  current\n");
	desk_close(&desk);
}

Test(show, a_page_is_wrapped_at_the_width)
{
	struct desk desk;
	entry_t entry;

	desk_open(&desk);
	entry = sample_entry(&desk.sample, "410");
	for (int width = 20; width <= 100; width++) {
		desk.paper.manner.width = width;
		paper_erase(&desk.paper);
		show_page(&desk.paper.manner, &desk.sample.catalogue, entry);
		cr_expect_leq(widest_line(paper_text(&desk.paper)), width);
	}
	desk_close(&desk);
}

Test(show, a_page_begins_with_the_name_and_holds_summary_and_text)
{
	struct desk desk;
	const char *text;

	desk_open(&desk);
	show_page(&desk.paper.manner, &desk.sample.catalogue,
		  sample_entry(&desk.sample, "404"));
	text = paper_text(&desk.paper);
	cr_expect_eq(strncmp(text, "404 Not Found ", 14), 0, "%s", text);
	cr_expect_neq(strstr(text, "\nThe caf\303\251 is shut"), NULL);
	cr_expect_neq(strstr(text, "\n  M.\n"), NULL);
	desk_close(&desk);
}

Test(show, a_page_in_ascii_has_ascii_alone)
{
	struct desk desk;

	desk_open(&desk);
	desk.paper.manner.ascii = true;
	show_page(&desk.paper.manner, &desk.sample.catalogue,
		  sample_entry(&desk.sample, "410"));
	for (const char *at = paper_text(&desk.paper); *at != '\0'; at++)
		cr_expect_lt((unsigned char)*at, 0x80);
	desk_close(&desk);
}

Test(show, a_number_that_nobody_defines_is_explained)
{
	struct desk desk;
	const char *text;

	desk_open(&desk);
	show_unknown(&desk.paper.manner, &desk.sample.catalogue, 405);
	text = paper_text(&desk.paper);
	cr_expect_neq(strstr(text, "405"), NULL);
	cr_expect_neq(strstr(text, "[class:4xx]"), NULL, "%s", text);
	cr_expect_neq(strstr(text, "[404] Not Found"), NULL, "%s", text);
	cr_expect_neq(strstr(text, "[410] Gone"), NULL, "%s", text);
	desk_close(&desk);
}

/* The counts of the first `count` of all entries. */
static const char *stats_of(struct desk *desk, size_t count)
{
	entry_t entries[6] = { 0, 1, 2, 3, 4, 5 };

	paper_erase(&desk->paper);
	show_stats(&desk->paper.manner, &desk->sample.catalogue, entries,
		   count);
	return paper_text(&desk->paper);
}

Test(show, the_counts_are_those_of_the_entries)
{
	struct desk desk;

	desk_open(&desk);
	cr_assert_eq(catalogue_count(&desk.sample.catalogue), 6);
	cr_expect_str_eq(stats_of(&desk, 6), "entries          6\n"
					     "standard         2\n"
					     "vendor           1\n"
					     "warning          0\n"
					     "page             3\n"
					     "1xx              0\n"
					     "2xx              0\n"
					     "3xx              0\n"
					     "4xx              3\n"
					     "5xx              0\n"
					     "outside          0\n"
					     "warning          0\n"
					     "reasons          0\n"
					     "origins          1\n"
					     "vendors          2\n"
					     "sources          1\n");
	cr_expect_str_eq(stats_of(&desk, 2), "entries          2\n"
					     "standard         2\n"
					     "vendor           0\n"
					     "warning          0\n"
					     "page             0\n"
					     "1xx              0\n"
					     "2xx              0\n"
					     "3xx              0\n"
					     "4xx              2\n"
					     "5xx              0\n"
					     "outside          0\n"
					     "warning          0\n"
					     "reasons          0\n"
					     "origins          0\n"
					     "vendors          0\n"
					     "sources          1\n");
	desk_close(&desk);
}

Test(show, a_vendor_counts_with_its_codes_or_without_any_with_its_page)
{
	static const struct {
		const char *id;
		bool counts;
	} rows[] = {
		{ "nginx:499", true },
		{ "vendor:haproxy", true },
		{ "vendor:nginx", false },
		{ "class:4xx", false },
		{ "404", false },
	};
	struct desk desk;

	desk_open(&desk);
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		entry_t entry = sample_entry(&desk.sample, rows[i].id);

		paper_erase(&desk.paper);
		show_stats(&desk.paper.manner, &desk.sample.catalogue, &entry,
			   1);
		cr_expect_eq(strstr(paper_text(&desk.paper),
				    "vendors          1\n") != NULL,
			     rows[i].counts, "%s", rows[i].id);
	}
	desk_close(&desk);
}

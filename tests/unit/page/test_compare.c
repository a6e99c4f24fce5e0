#include "page/compare.h"

#include <stdlib.h>

#include "catalogue/builtin.h"
#include "support/small.h"
#include "unit/page/lines.h"

TestSuite(compare, .init = use_utf8);

static struct comparison build(struct page *page, const char *left,
			       const char *right, int width)
{
	struct page_options options = { .width = width };

	page_init(page);
	return compare_build(page, small_catalogue(), small_entry(left),
			     small_entry(right), &options);
}

static void expect_comparison(const char *left, const char *right, int width,
			      const char *wanted)
{
	struct page page;

	build(&page, left, right, width);
	expect_page(&page, wanted);
	page_clear(&page);
}

Test(compare, facts_stand_side_by_side_and_differences_below)
{
	expect_comparison(
		"429", "503", 79,
		"           [429] Too Many Requests            [503] Service "
		"Unavailable\n"
		"\n"
		"Kind       standard                           standard\n"
		"State      current                            current\n"
		"Retry      After Retry-After; without it,     After "
		"Retry-After.\n"
		"           with growing pauses.\n"
		"Cacheable  A cache must not store it.         -\n"
		"Headers    Retry-After (MAY), RateLimit       Retry-After "
		"(MAY)\n"
		"           (draft)\n"
		"Sent by    origin server, gateway, CDN        origin server, "
		"gateway, load\n"
		"                                              balancer\n"
		"Body       should say how long to wait        -\n"
		"Response   final                              final\n"
		"Since      extension of HTTP/1.1              HTTP/1.0\n"
		"Defined    RFC 6585 section 4 (2012)          RFC 9110 "
		"section 15.6.4 (2022)\n"
		"\n"
		"Told apart 503 The whole server is overloaded then, not one "
		"client.\n"
		"\n"
		"In short   This client has sent more          The server "
		"cannot serve anybody\n"
		"           requests than it may in a period.  for now.\n"
		"\n"
		"Meaning    The server counts the requests of  It is "
		"overloaded, or taken down\n"
		"           each client, by user, by token or  on purpose.\n"
		"           by address, and this one is over\n"
		"           its limit. The request itself was\n"
		"           fine; sent later, it would work.\n");
}

Test(compare, on_a_narrow_page_the_sides_are_stacked)
{
	expect_comparison("429", "503", 45,
			  "[429] Too Many Requests\n"
			  " with [503] Service Unavailable\n"
			  "\n"
			  "Kind       standard, both\n"
			  "State      current, both\n"
			  "Retry      429 After Retry-After; without it,\n"
			  "           with growing pauses.\n"
			  "           503 After Retry-After.\n"
			  "Cacheable  429 A cache must not store it.\n"
			  "           503 -\n"
			  "Headers    429 Retry-After (MAY), RateLimit\n"
			  "           (draft)\n"
			  "           503 Retry-After (MAY)\n"
			  "Sent by    429 origin server, gateway, CDN\n"
			  "           503 origin server, gateway, load\n"
			  "           balancer\n"
			  "Body       429 should say how long to wait\n"
			  "           503 -\n"
			  "Response   final, both\n"
			  "Since      429 extension of HTTP/1.1\n"
			  "           503 HTTP/1.0\n"
			  "Defined    429 RFC 6585 section 4 (2012)\n"
			  "           503 RFC 9110 section 15.6.4 (2022)\n"
			  "\n"
			  "Told apart 503 The whole server is overloaded\n"
			  "           then, not one client.\n"
			  "\n"
			  "In short   429 This client has sent more\n"
			  "           requests than it may in a period.\n"
			  "           503 The server cannot serve\n"
			  "           anybody for now.\n"
			  "\n"
			  "Meaning    429 The server counts the requests\n"
			  "           of each client, by user, by token\n"
			  "           or by address, and this one is\n"
			  "           over its limit. The request itself\n"
			  "           was fine; sent later, it would\n"
			  "           work.\n"
			  "           503 It is overloaded, or taken\n"
			  "           down on purpose.\n");
}

Test(compare, rows_that_differ_are_counted_and_say_so)
{
	struct page page;
	struct comparison found = build(&page, "429", "503", 79);
	size_t differ = 0;

	for (size_t line = 0; line < page.count; line++)
		differ += page.lines[line].differs;
	cr_expect_eq(found.facts, 10);
	cr_expect_eq(found.differ, 7);
	cr_expect_eq(differ, found.differ);
	cr_expect(!page.lines[2].differs, "the kind is the same");
	cr_expect(page.lines[4].differs, "the retry is not");
	cr_expect(!page.lines[5].differs, "a row says so once");
	page_clear(&page);
}

Test(compare, both_names_are_links)
{
	struct page page;

	build(&page, "429", "503", 79);
	cr_assert_eq(page.link_count, 2);
	cr_expect_eq(page.links[0].entry, small_entry("429"));
	cr_expect_eq(page.links[1].entry, small_entry("503"));
	cr_expect_eq(page.links[1].line, 0);
	page_clear(&page);
}

Test(compare, each_says_what_it_has_to_say_of_the_other)
{
	struct page page;
	struct strbuf text;

	build(&page, "nginx:499", "esri:499", 79);
	strbuf_init(&text);
	add_page(&text, &page);
	cr_expect_not_null(strstr(text.text,
				  "\nTold apart esri:499 Another meaning of "
				  "the same number.\n"),
			   "%s", text.text);
	strbuf_clear(&text);
	page_clear(&page);
}

Test(compare, nothing_is_marked)
{
	struct page_options options = { .width = 79 };
	struct search search;
	struct page page;

	search_init(&search, small_catalogue());
	search_run(&search, "requests", NULL);
	options.search = &search;
	options.hit = &search.hits[search_find(&search, small_entry("429"))];
	page_init(&page);
	compare_build(&page, small_catalogue(), small_entry("429"),
		      small_entry("503"), &options);
	cr_expect_eq(page.match_count, 0);
	page_clear(&page);
	search_clear(&search);
}

Test(compare, it_fits_at_every_width)
{
	static const struct catalogue builtin = { &builtin_image };
	struct page page;

	page_init(&page);
	for (int width = 20; width <= 160; width += 7) {
		struct page_options options = { .width = width };

		compare_build(&page, &builtin,
			      catalogue_find(&builtin, "cloudflare:1015"),
			      catalogue_find(&builtin, "304"), &options);
		for (size_t line = 0; line < page.count; line++)
			cr_expect_leq(line_columns(&page, line), width,
				      "line %zu at %d", line, width);
	}
	page_clear(&page);
}

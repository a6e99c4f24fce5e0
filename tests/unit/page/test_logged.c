#include "page/logged.h"

#include "support/logbook.h"
#include "unit/page/lines.h"

TestSuite(logged, .init = use_utf8);

/* The lines of the section `In your log`, without their indent. */
static void expect_section(const struct page *page, const char *wanted)
{
	struct strbuf text, found;
	const char *line;

	strbuf_init(&text);
	strbuf_init(&found);
	add_page(&text, page);
	line = strstr(strbuf_text(&text), "In your log\n");
	for (; line != NULL && *line != '\n' && *line != '\0';
	     line += strcspn(line, "\n") + 1)
		strbuf_addf(&found, "%.*s\n", (int)strcspn(line, "\n"), line);
	cr_expect_str_eq(strbuf_text(&found), wanted, "%s", strbuf_text(&text));
	strbuf_clear(&found);
	strbuf_clear(&text);
}

static void expect_of(entry_t entry, const char *wanted)
{
	struct logbook book;
	struct page page;
	struct page_options options = { .width = 60 };

	logbook_init(&book);
	options.log = &book.report;
	page_init(&page);
	page_build(&page, small_catalogue(), entry, &options);
	expect_section(&page, wanted);
	page_clear(&page);
	logbook_clear(&book);
}

Test(logged, a_page_tells_what_a_log_holds_of_it)
{
	expect_of(small_entry("404"), "In your log\n"
				      "  4 of 6 lines, 66.7 %\n"
				      "  Made by the gateway: 3, passed on: 1\n"
				      "  First: line 1, last: line 6\n");
	expect_of(small_entry("nginx:499"),
		  "In your log\n"
		  "  1 of 6 lines, 16.7 %\n"
		  "  Made by the gateway: 1, passed on: 0\n"
		  "  It is line 2\n");
}

Test(logged, what_does_not_occur_has_no_such_section)
{
	struct page page;
	struct page_options options = { .width = 60 };

	expect_of(small_entry("400"), "");
	expect_of(small_entry("class:4xx"), "");
	page_init(&page);
	page_build(&page, small_catalogue(), small_entry("404"), &options);
	expect_section(&page, "");
	page_clear(&page);
}

Test(logged, a_number_that_nobody_defines_has_it_too)
{
	struct logbook book;
	struct page page;
	struct page_options options = { .width = 60 };

	logbook_init(&book);
	options.log = &book.report;
	page_init(&page);
	page_build_unknown(&page, small_catalogue(), 471, &options);
	expect_section(&page, "In your log\n"
			      "  1 of 6 lines, 16.7 %\n"
			      "  Made by the gateway: 1, passed on: 0\n"
			      "  It is line 5\n");
	page_build_unknown(&page, small_catalogue(), 472, &options);
	expect_section(&page, "");
	page_clear(&page);
	logbook_clear(&book);
}

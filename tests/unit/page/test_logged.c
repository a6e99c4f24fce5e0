#include "page/logged.h"

#include <stdio.h>

#include "catalogue/builtin.h"
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

/* Four lines of HAProxy, which says why beside the status. */
static void expect_reason(const char *id, const char *wanted)
{
	static const struct catalogue builtin = { &builtin_image };
	static const char *const words[] = { "SC", "SC", "sQ", "--" };
	struct count count;
	struct report report;
	struct page page;
	struct page_options options = { .width = 60, .log = &report };
	char line[300];

	count_init(&count);
	count_open(&count, "/var/log/ha\033.log");
	for (size_t i = 0; i < 4; i++) {
		int length = snprintf(
			line, sizeof(line),
			"192.0.2.1:33317 [21/Nov/2026:06:43:36.655] web "
			"api/<NOSRV> 0/0/-1/-1/0 503 217 - - %s-- 1/1/0/0/3 0/0 "
			"\"GET / HTTP/1.1\"",
			words[i]);

		count_line(&count, (struct slice){ line, (size_t)length });
	}
	report_init(&report, &count, &builtin, NULL);
	page_init(&page);
	page_build(&page, &builtin, catalogue_find(&builtin, id), &options);
	expect_section(&page, wanted);
	page_clear(&page);
	report_clear(&report);
	count_clear(&count);
}

Test(logged, the_words_beside_a_status_lead_to_their_meaning)
{
	expect_reason("503", "In your log\n"
			     "  4 of 4 lines, 100.0 %\n"
			     "  Made by the gateway: 4, passed on: 0\n"
			     "  With these words beside it:\n"
			     "    4 <NOSRV>\n"
			     "    2 [SC] Server refused the connection\n"
			     "    1 [sQ] Too long in the queue\n"
			     "  First: line 1, last: line 4\n");
	expect_reason("haproxy:SC", "In your log\n"
				    "  2 of 4 lines, 50.0 %\n"
				    "    2 beside 503\n");
}

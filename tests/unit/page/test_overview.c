#include "page/overview.h"

#include "unit/catalogue/sample.h"
#include "unit/page/lines.h"

TestSuite(overview, .init = use_utf8);

#define FIELDS(one, other) ", headers: [" one ", " other "]"
#define HEADER(name, level) "{ name: " name ", level: " level ", why: w }"
#define OLD(id, more) CODE(id, id, "standard", "obsolete", more)

static const char shelf[] =
	STANDARD("301", ", cacheable: yes, redirect_method: It may change.")
	STANDARD("307", ", cache_note: If it is said., redirect_method: It "
			"stays. Always.")
	STANDARD("405", FIELDS(HEADER("Allow", "MUST"),
			       HEADER("Date", "MAY")) ", retry: Never.")
	STANDARD("503", FIELDS(HEADER("Retry-After", "MAY"),
			       HEADER("Allow", "MAY")) ", retry: Later.")
	OLD("305", ", redirect_method: Old., retry: Old.")
	VENDOR("acme", "520", ", everyday: yes, retry: Soon., "
			      "headers: [" HEADER("Allow", "vendor") "]")
	VENDOR("acme", "521", ", retry: Rare.")
	PAGE("vendor:acme", "")
	PAGE("guide:headers", ", table: headers")
	PAGE("guide:cacheable", ", table: cacheable")
	PAGE("guide:retry", ", table: retry")
	PAGE("guide:methods", ", table: methods");

/* The lines of the table, between what a page of the shelf has around it. */
static void expect_table(const char *id, const char *wanted)
{
	struct page_options options = { .width = 46 };
	struct sample sample;
	struct strbuf lines;
	struct page page;
	const char *first;

	sample_build(&sample, shelf);
	page_init(&page);
	strbuf_init(&lines);
	page_build(&page, &sample.catalogue, sample_entry(&sample, id),
		   &options);
	add_page(&lines, &page);
	first = strstr(lines.text, "  M.\n\n");
	cr_assert_not_null(first, "%s", lines.text);
	cr_expect(strncmp(first + 6, wanted, strlen(wanted)) == 0, "%s", first);
	strbuf_clear(&lines);
	page_clear(&page);
	sample_clear(&sample);
}

Test(overview, fields_stand_by_name_with_what_they_are_to_each_code)
{
	expect_table("guide:headers",
		     "Each field, and what it is to the codes\n"
		     "  Allow  MUST: [405]; MAY: [503]; of the\n"
		     "    vendor: [acme:520]\n"
		     "  Date  MAY: [405]\n"
		     "  Retry-After  MAY: [503]\n"
		     "\n");
}

Test(overview, codes_stand_by_what_a_cache_may_do)
{
	expect_table("guide:cacheable",
		     "May be kept on a guess\n"
		     "  [301] phrase 301\n"
		     "\n"
		     "With a rule of their own\n"
		     "  [307] phrase 307\n"
		     "    If it is said.\n"
		     "\n"
		     "Only where the response says so\n"
		     "  [405] phrase 405\n"
		     "  [503] phrase 503\n"
		     "  [acme:520] phrase acme:520\n"
		     "\n");
}

Test(overview, codes_in_use_stand_by_class_with_their_retry)
{
	expect_table("guide:retry", "4xx\n"
				    "  [405] phrase 405\n"
				    "    Never.\n"
				    "\n"
				    "5xx\n"
				    "  [503] phrase 503\n"
				    "    Later.\n"
				    "  [acme:520] phrase acme:520\n"
				    "    Soon.\n"
				    "\n");
}

Test(overview, redirects_stand_with_what_becomes_of_the_method)
{
	expect_table("guide:methods", "3xx\n"
				      "  [301] phrase 301\n"
				      "    It may change.\n"
				      "  [307] phrase 307\n"
				      "    It stays. Always.\n"
				      "\n");
}

/*
 * Guides, what leads from codes to them, and the reasons beside a status.
 */
#include "page/guides.h"

#include <stdlib.h>

#include "unit/catalogue/sample.h"
#include "unit/page/lines.h"

TestSuite(guides, .init = use_utf8);

#define CHOICE(say, to, more) "{ say: " say ", to: \"" to "\"" more " }"

static const char shelf[] = STANDARD("404", "") STANDARD("503", "") VENDOR(
	"acme", "sH",
	", goes_with: [503]") VENDOR("acme", "sQ",
				     ", goes_with: [503]") PAGE("vendor:acme",
								"")
	PAGE("guide:return",
	     ", question: What happened?, choices: [" CHOICE(
		     "Nothing is there", "404",
		     ", because: It may come., houses: [{ who: Acme, code: "
		     "\"503\", why: it hides }, { who: Zoo, why: it does not "
		     "say }]") ", " CHOICE("It is too much", "503",
					   ", because: B.") ", " CHOICE("Ask "
									"again",
									"guide:"
									"who",
									"") "]")
		PAGE("guide:who",
		     ", question: Which sign?, choices: [" CHOICE(
			     "Via is there", "503", ", because: B.") "]")
			PAGE("guide:order",
			     ", question: Which first?, choices: [" CHOICE(
				     "All at once", "503",
				     ", because: B.") "]");

/* The page of an entry of the shelf at 40 columns, as text on the heap. */
static char *page_of(const char *text, const char *id)
{
	struct page_options options = { .width = 40 };
	struct sample sample;
	struct strbuf lines;
	struct page page;

	sample_build(&sample, text);
	page_init(&page);
	strbuf_init(&lines);
	page_build(&page, &sample.catalogue, sample_entry(&sample, id),
		   &options);
	add_page(&lines, &page);
	page_clear(&page);
	sample_clear(&sample);
	return lines.text;
}

static void expect_has(const char *id, const char *wanted)
{
	char *text = page_of(shelf, id);

	cr_expect_not_null(strstr(text, wanted), "no '%s' in\n%s", wanted,
			   text);
	free(text);
}

Test(guides, a_guide_asks_and_numbers_its_answers)
{
	expect_has("guide:return", "\nWhat happened?\n"
				   "  1 Nothing is there: [404]\n"
				   "    It may come.\n"
				   "    Acme: [503], it hides\n"
				   "    Zoo: it does not say\n"
				   "  2 It is too much: [503]\n"
				   "    B.\n"
				   "  3 Ask again: [guide:who]\n");
}

Test(guides, a_question_can_be_gone_to_and_its_answers_are_links)
{
	struct page_options options = { .width = 60 };
	struct sample sample;
	struct page page;

	sample_build(&sample, shelf);
	page_init(&page);
	page_build(&page, &sample.catalogue,
		   sample_entry(&sample, "guide:return"), &options);
	cr_assert_geq(page.heading_count, 1);
	cr_expect_eq(page.headings[0], 3);
	cr_assert_geq(page.link_count, 4);
	cr_expect_eq(page.links[0].entry, sample_entry(&sample, "404"));
	cr_expect_eq(page.links[0].line, 4);
	cr_expect_eq(page.links[1].entry, sample_entry(&sample, "503"));
	page_clear(&page);
	sample_clear(&sample);
}

Test(guides, a_code_says_when_to_return_it_and_by_which_signs_it_is_known)
{
	expect_has("503", "\nReturn it when\n"
			  "  - It is too much [guide:return]\n"
			  "\n"
			  "Signs of who sent it\n"
			  "  - Via is there [guide:who]\n"
			  "\n"
			  "Asked in the guides\n"
			  "  - All at once [guide:order]\n");
}

Test(guides, a_page_says_which_situations_lead_to_it_under_its_own_answers)
{
	expect_has("guide:who", "  1 Via is there: [503]\n"
				"    B.\n"
				"\n"
				"What it is\n"
				"  M.\n"
				"\n"
				"Asked in the guides\n"
				"  - Ask again [guide:return]\n");
}

Test(guides, a_reason_says_what_it_goes_with_and_its_origin_once)
{
	expect_has("acme:sH", "\nGoes with  [503] phrase 503\n"
			      "Origin     [vendor:acme] phrase\n"
			      "           vendor:acme\n"
			      "\n"
			      "What it means\n");
}

Test(guides, a_status_lists_its_reasons)
{
	expect_has("503", "\nReasons beside it\n"
			  "  [acme:sH] phrase acme:sH\n"
			  "  [acme:sQ] phrase acme:sQ\n");
}

Test(guides, of_many_reasons_the_words_stand_by_origin)
{
	static const char many[] = STANDARD("503", "") VENDOR(
		"acme", "sA", ", goes_with: [503]") VENDOR("acme", "sB",
							   ", goes_with: [503]")
		VENDOR("acme", "sC", ", goes_with: [503]") VENDOR(
			"acme", "sD",
			", goes_with: [503]") VENDOR("acme", "sE",
						     ", goes_with: [503]")
			VENDOR("acme", "sF", ", goes_with: [503]") VENDOR(
				"acme", "sG", ", goes_with: [503]")
				VENDOR("acme", "sH", ", goes_with: [503]")
					VENDOR("zoo", "UF",
					       ", goes_with: [503]")
						PAGE("vendor:acme", "")
							PAGE("vendor:zoo", "");
	char *text = page_of(many, "503");
	const char *wanted = "\nReasons beside it\n"
			     "  phrase vendor:acme: [sA] [sB] [sC]\n"
			     "    [sD] [sE] [sF] [sG] [sH]\n"
			     "  phrase vendor:zoo: [UF]\n";

	cr_expect_not_null(strstr(text, wanted), "no '%s' in\n%s", wanted,
			   text);
	free(text);
}

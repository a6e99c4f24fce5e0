#include "catalogue/check_guides.h"

#include <stdio.h>

#include "catalogue/check.h"
#include "unit/catalogue/sample.h"

#define COUNT(array) (sizeof(array) / sizeof(*(array)))

#define TO(id) "{ say: S., to: \"" id "\", because: B. }"
#define ASKS(choices) ", question: Q, choices: [" choices "]"
#define SEE(id) ", see_also: [{ id: \"" id "\", difference: D. }]"
#define GUIDE(name, more) PAGE("guide:" name, more)
#define START(choices) GUIDE("start", ASKS(choices))

/* The one fault of a text, which has an entry on each line. */
static void expect_fault(const char *text, unsigned int line, const char *says)
{
	struct sample sample;

	sample_read(&sample, text);
	cr_assert_eq(sample.faults.total, 0, "%s", says);
	drafts_check(&sample.drafts, &sample.faults);
	cr_assert_eq(sample.faults.count, 1, "%s: %zu faults", says,
		     sample.faults.count);
	cr_expect_eq(sample.faults.faults[0].place.line, line, "%s: line %u",
		     says, sample.faults.faults[0].place.line);
	cr_expect_not_null(strstr(sample.faults.faults[0].message, says), "%s",
			   sample.faults.faults[0].message);
	sample_clear(&sample);
}

static void expect_sound(const char *text)
{
	struct sample sample;

	sample_read(&sample, text);
	drafts_check(&sample.drafts, &sample.faults);
	fault_list_print(&sample.faults, stderr);
	cr_expect_eq(sample.faults.total, 0, "%s", text);
	sample_clear(&sample);
}

Test(check_guides, a_tree_of_guides_is_sound)
{
	expect_sound(
		START(TO("guide:a") ", " TO("404"))
			GUIDE("a", ASKS(TO("guide:a.b") ", " TO("404")))
				GUIDE("a.b", SEE("guide:start"))
					STANDARD("404", ", cacheable: yes"));
}

Test(check_guides, a_question_has_choices)
{
	expect_fault(GUIDE("start", ", question: Q"), 1,
		     "has 'question' and no 'choices'");
	expect_fault(STANDARD("402", "")
			     GUIDE("start", ", choices: [" TO("402") "]"),
		     2, "has 'choices' and no 'question'");
}

Test(check_guides, questions_are_asked_by_guides_alone)
{
	expect_fault(STANDARD("402", ", question: Q"), 1,
		     "'question' stands on '402', which is no guide");
	expect_fault(STANDARD("403", "")
			     PAGE("class:4xx", ", choices: [" TO("403") "]"),
		     2, "'choices' stands on 'class:4xx', which is no guide");
}

Test(check_guides, a_digit_is_enough_for_each_choice)
{
	expect_sound(STANDARD("402", "") START(
		TO("402") ", " TO("402") ", " TO("402") ", " TO("402") ", " TO("402") ", " TO(
			"402") ", " TO("402") ", " TO("402") ", " TO("402")));
	expect_fault(
		STANDARD("402", "") START(
			TO("402") ", " TO("402") ", " TO("402") ", " TO("402") ", " TO("402") ", " TO(
				"402") ", " TO("402") ", " TO("402") ", " TO("4"
									     "0"
									     "2") ", " TO("402")),
		2, "more than 9 choices");
}

Test(check_guides, a_choice_of_a_code_says_why)
{
	expect_fault(STANDARD("402", "") START("{ say: S, to: 402 }"), 2,
		     "leads to '402' and has no 'because'");
	expect_sound(START("{ say: S, to: \"class:4xx\" }")
			     PAGE("class:4xx", ""));
}

Test(check_guides, a_choice_and_a_house_lead_to_entries)
{
	expect_fault(START(TO("402")), 1, "no entry has the id '402'");
	expect_fault(STANDARD("402", "")
			     START("{ say: S, to: 402, because: B, houses: "
				   "[{ who: W, code: 403, why: Y }] }"),
		     2, "no entry has the id '403'");
	expect_sound(STANDARD("402", "") STANDARD("403", "")
			     START("{ say: S, to: 402, because: B, houses: "
				   "[{ who: W, code: 403, why: Y }, "
				   "{ who: V, why: Z }] }"));
}

Test(check_guides, a_guide_has_one_above_it)
{
	expect_fault(START(TO("guide:a.b")) GUIDE("a.b", SEE("guide:start")), 2,
		     "expected an entry with the id 'guide:a'");
	expect_fault(STANDARD("402", SEE("guide:a")) GUIDE("a", SEE("402")), 2,
		     "expected an entry with the id 'guide:start'");
}

Test(check_guides, a_guide_leads_on)
{
	expect_fault(START(TO("guide:a")) GUIDE("a", ""), 2,
		     "the guide leads nowhere");
	expect_sound(START(TO("guide:a")) GUIDE("a", ", table: headers"));
	expect_fault(STANDARD("402", ", table: headers"), 1,
		     "'table' stands on '402', which is no guide");
}

Test(check_guides, no_guide_is_deeper_than_four)
{
	expect_sound(START(TO("guide:a")) GUIDE("a", ASKS(TO("guide:b")))
			     GUIDE("b", ASKS(TO("guide:c")))
				     GUIDE("c", ASKS(TO("guide:d")))
					     GUIDE("d", SEE("guide:start")));
	expect_fault(START(TO("guide:a")) GUIDE("a", ASKS(TO("guide:b")))
			     GUIDE("b", ASKS(TO("guide:c")))
				     GUIDE("c", ASKS(TO("guide:d"))) GUIDE(
					     "d", ASKS(TO("guide:e")))
					     GUIDE("e", SEE("guide:start")),
		     6, "'guide:e' is 5 choices away from guide:start");
}

Test(check_guides, the_shortest_way_counts)
{
	expect_sound(START(TO("guide:a") ", " TO("guide:e")) GUIDE(
		"a", ASKS(TO("guide:b"))) GUIDE("b", ASKS(TO("guide:c")))
			     GUIDE("c", ASKS(TO("guide:d")))
				     GUIDE("d", ASKS(TO("guide:e"))) GUIDE(
					     "e", ASKS(TO("guide:start"))));
}

Test(check_guides, something_leads_to_every_page)
{
	expect_fault(START(TO("guide:start.a"))
			     GUIDE("start.a", SEE("guide:start"))
				     GUIDE("lost", SEE("guide:start")),
		     3, "nothing leads to the page 'guide:lost'");
	expect_fault(PAGE("vendor:acme", ""), 1,
		     "nothing leads to the page 'vendor:acme'");
	expect_fault(PAGE("acme:1xxx", ""), 1,
		     "nothing leads to the page 'acme:1xxx'");
	expect_sound(PAGE("vendor:acme", "") VENDOR("acme", "598", ""));
	expect_sound(START(TO("guide:a")) GUIDE("a", SEE("vendor:acme"))
			     PAGE("vendor:acme", ""));
}

Test(check_guides, guides_that_lead_to_each_other_alone_are_lost)
{
	struct sample sample;

	sample_read(&sample, START(TO("402")) STANDARD("402", "")
				     GUIDE("a", SEE("guide:b"))
					     GUIDE("b", SEE("guide:a")));
	drafts_check(&sample.drafts, &sample.faults);
	cr_expect_eq(sample.faults.count, 2);
	sample_clear(&sample);
}

#include "catalogue/names.h"

#include <criterion/criterion.h>
#include <string.h>

#define COUNT(array) (sizeof(array) / sizeof(*(array)))

static void expect_names(const struct names *names, const char *const *texts,
			 size_t count)
{
	cr_assert_eq(names->count, count);
	for (size_t i = 0; i < count; i++) {
		cr_expect_str_eq(names->texts[i], texts[i]);
		cr_expect_eq(names_find(names, texts[i]), i, "%s", texts[i]);
	}
}

/* doc/data-format.md promises these words to whoever writes a catalogue. */
Test(names, are_those_of_the_format)
{
	static const char *const kinds[] = { "standard", "vendor", "warning",
					     "page" };
	static const char *const states[] = { "current",    "experimental",
					      "deprecated", "obsolete",
					      "reserved",   "unassigned" };
	static const char *const classes[] = { "guides", "1xx",	    "2xx",
					       "3xx",	 "4xx",	    "5xx",
					       "outside", "warning", "vendors" };
	static const char *const emitters[] = { "origin", "gateway", "proxy",
						"cdn",	  "balancer", "cache",
						"client" };
	static const char *const levels[] = { "MUST",	    "MUST NOT",
					      "SHOULD",	    "SHOULD NOT",
					      "MAY",	    "request",
					      "draft",	    "vendor" };
	static const char *const finalities[] = { "interim", "final" };
	static const char *const tables[] = { "headers", "cacheable", "retry",
					      "methods" };

	expect_names(&kind_names, kinds, COUNT(kinds));
	expect_names(&state_names, states, COUNT(states));
	expect_names(&class_names, classes, COUNT(classes));
	expect_names(&emitter_names, emitters, COUNT(emitters));
	expect_names(&level_names, levels, COUNT(levels));
	expect_names(&finality_names, finalities, COUNT(finalities));
	expect_names(&overview_names, tables, COUNT(tables));
}

Test(names, stand_in_the_order_of_their_enum)
{
	cr_expect_str_eq(kind_names.texts[KIND_PAGE], "page");
	cr_expect_eq(kind_names.count, KIND_COUNT);
	cr_expect_str_eq(state_names.texts[STATE_OBSOLETE], "obsolete");
	cr_expect_eq(state_names.count, STATE_COUNT);
	cr_expect_str_eq(class_names.texts[CLASS_4XX], "4xx");
	cr_expect_str_eq(class_names.texts[CLASS_VENDORS], "vendors");
	cr_expect_eq(class_names.count, CLASS_COUNT);
}

Test(names, find_of_another_word_is_the_count)
{
	static const char *const words[] = { "",	"Current", "current ",
					     "curr",	"currently", "page" };

	for (size_t i = 0; i < COUNT(words); i++)
		cr_expect_eq(names_find(&state_names, words[i]), STATE_COUNT,
			     "'%s'", words[i]);
}

Test(names, each_kind_has_its_mark)
{
	cr_expect_eq(kind_mark(KIND_STANDARD), 'S');
	cr_expect_eq(kind_mark(KIND_VENDOR), 'V');
	cr_expect_eq(kind_mark(KIND_WARNING), 'W');
	cr_expect_eq(kind_mark(KIND_PAGE), ' ');
}

Test(names, only_current_and_experimental_are_in_use)
{
	cr_expect(state_in_use(STATE_CURRENT));
	cr_expect(state_in_use(STATE_EXPERIMENTAL));
	cr_expect_not(state_in_use(STATE_DEPRECATED));
	cr_expect_not(state_in_use(STATE_OBSOLETE));
	cr_expect_not(state_in_use(STATE_RESERVED));
	cr_expect_not(state_in_use(STATE_UNASSIGNED));
}

Test(names, a_page_is_in_use)
{
	cr_expect(state_in_use(STATE_COUNT));
}

Test(names, an_emitter_is_shown_in_words)
{
	cr_expect_str_eq(emitter_shown("origin"), "origin server");
	cr_expect_str_eq(emitter_shown("gateway"), "gateway");
	cr_expect_str_eq(emitter_shown("cdn"), "CDN");
	cr_expect_str_eq(emitter_shown("balancer"), "load balancer");
	cr_expect_str_eq(emitter_shown("client"), "client library");
	cr_expect_str_eq(emitter_shown("unknown"), "unknown");
}

#include "cli/found.h"

#include <criterion/criterion.h>
#include <stdint.h>
#include <string.h>

#include "unit/catalogue/sample.h"

static const char shelf[] =
	STANDARD("404", ", everyday: yes, parent: \"class:4xx\"")
	STANDARD("410", ", parent: \"class:4xx\"")
	CODE("iis:404.7", "404.7", "vendor", "current",
	     ", vendor: iis, parent: \"404\", keywords: [teapot]")
	VENDOR("iis", "499", "")
	VENDOR("nginx", "499", ", everyday: yes")
	VENDOR("nginx", "600-699", "")
	PAGE("class:4xx", "")
	PAGE("class:outside", "")
	PAGE("vendor:iis", "")
	PAGE("vendor:nginx", "");

/* A command line, and what it found. */
struct hunt {
	struct sample sample;
	struct options options;
	char text[400];
	char *argv[80];
	struct found found;
};

/* Read words that are parted by bars. */
static void hunt_open(struct hunt *hunt, const char *words)
{
	struct problem why;
	char *rest = hunt->text;
	int argc = 1;

	sample_build(&hunt->sample, shelf);
	cr_assert_lt(strlen(words), sizeof(hunt->text));
	strcpy(hunt->text, words);
	hunt->argv[0] = (char *)(uintptr_t) "httree";
	while (*words != '\0' && rest != NULL)
		hunt->argv[argc++] = strsep(&rest, "|");
	cr_assert(options_parse(&hunt->options, argc, hunt->argv,
				&hunt->sample.catalogue, &why),
		  "%s", why.text);
	found_init(&hunt->found, &hunt->sample.catalogue);
}

static void hunt_close(struct hunt *hunt)
{
	found_clear(&hunt->found);
	options_clear(&hunt->options);
	sample_clear(&hunt->sample);
}

/* The items in words: ids, `?405`, and remarks in brackets. */
static void expect_items(const char *words, bool numbers, const char *items)
{
	struct hunt hunt;
	struct strbuf text;

	hunt_open(&hunt, words);
	found_collect(&hunt.found, &hunt.options);
	strbuf_init(&text);
	for (size_t i = 0; i < hunt.found.count; i++) {
		const struct found_item *item = &hunt.found.items[i];

		strbuf_add(&text, i == 0 ? "" : " ");
		if (item->kind == FOUND_ENTRY)
			strbuf_addf(&text, "%s%s", item->first ? "*" : "",
				    catalogue_id(&hunt.sample.catalogue,
						 item->entry));
		else if (item->kind == FOUND_UNKNOWN)
			strbuf_addf(&text, "?%03u", item->number);
		else
			strbuf_addf(&text, "[%s]", item->remark);
	}
	cr_expect_str_eq(strbuf_text(&text), items, "%s: %s", words,
			 strbuf_text(&text));
	cr_expect_eq(hunt.found.numbers, numbers, "%s", words);
	strbuf_clear(&text);
	hunt_close(&hunt);
}

Test(found, numbers_are_their_meanings_the_best_known_first)
{
	expect_items("499", true, "*nginx:499 iis:499");
	expect_items("410|404", true, "*410 *404");
	expect_items("650", true, "*nginx:600-699");
	expect_items("404.7", true, "*iis:404.7");
	expect_items("iis:499", true, "*iis:499");
}

Test(found, what_is_no_number_in_full_finds_what_it_begins)
{
	expect_items("404.", false, "iis:404.7");
	expect_items("41", false, "410");
	expect_items("nginx:4", false, "nginx:499");
	expect_items("410|40[4]", false, "*410 404 iis:404.7");
	expect_items("class:4xx", false, "class:4xx");
}

Test(found, a_list_is_taken_item_by_item_however_long_it_is)
{
	struct strbuf list, items;

	expect_items("404,410", false, "*404 *410");
	expect_items("404 410", false, "*404 *410");
	expect_items("404,,405,", false, "*404 ?405");
	strbuf_init(&list);
	strbuf_init(&items);
	strbuf_add(&items, "*404 *410");
	strbuf_add(&list, "404");
	for (int i = 0; i < 60; i++)
		strbuf_add(&list, ",404");
	strbuf_add(&list, ",410");
	expect_items(strbuf_text(&list), false, strbuf_text(&items));
	strbuf_clear(&list);
	strbuf_clear(&items);
}

Test(found, white_space_of_any_sort_parts_words_and_numbers)
{
	expect_items("404\n410", false, "*404 *410");
	expect_items("\t404\n", true, "*404");
}

Test(found, what_is_asked_in_vain_stands_where_it_was_asked)
{
	expect_items("404|405|410", true, "*404 ?405 *410");
	expect_items("404|65536|410", false,
		     "*404 [nothing matches '65536'] *410");
	expect_items("|404", true, "[nothing matches ''] *404");
	expect_items("-f|standard|499|404", true,
		     "[nothing matches '499' (2 hidden by the filter)] *404");
}

Test(found, no_entry_and_no_remark_is_there_twice)
{
	expect_items("404|405|404|405|40[4]", false, "*404 ?405 iis:404.7");
}

Test(found, words_make_one_question_of_all_operands)
{
	expect_items("teapot", false, "iis:404.7");
	expect_items("404.7|teapot", false, "iis:404.7");
	expect_items("-s|404", false, "404 iis:404.7");
	expect_items("-s|qqqq|-s|zzzz", false,
		     "[nothing matches 'qqqq zzzz']");
}

Test(found, a_number_beside_words_is_told_when_it_has_no_part_in_the_answer)
{
	expect_items("teapot|405", false, "iis:404.7 ?405");
	expect_items("teapot 405", false, "iis:404.7 ?405");
	expect_items("-s|teapot 405", false, "iis:404.7 ?405");
	expect_items("teapot|nginx:405", false,
		     "iis:404.7 [nothing matches 'nginx:405']");
	expect_items("teapot phrase 405", false, "iis:404.7");
	expect_items("-s|405", false, "?405");
	expect_items("-s|qqqq 405", false, "?405");
	expect_items("-f|standard|-s|teapot 405", false,
		     "[nothing matches 'teapot 405' (1 hidden by the filter)]");
}

Test(found, words_that_announce_a_number_or_are_nowhere_do_no_harm)
{
	expect_items("http|404", true, "*404");
	expect_items("error 404", true, "*404");
	expect_items("error:404", true, "*404");
	expect_items("status|405", true, "?405");
	expect_items("404|qqqq", true, "['qqqq' is nowhere] *404");
	expect_items("qqqq 405", true, "['qqqq' is nowhere] ?405");
	expect_items("http|error", false, "[nothing matches 'http error']");
	expect_items("|error|404", true, "[nothing matches ''] *404");
}

Test(found, without_a_question_all_that_the_filter_shows_are_found)
{
	expect_items("-f|standard", false, "404 410");
	expect_items("-f|deprecated", false, "[the filter hides everything]");
}

Test(found, the_entries_can_be_had_alone)
{
	struct hunt hunt;
	entry_t *entries;

	hunt_open(&hunt, "405|410|404");
	found_collect(&hunt.found, &hunt.options);

	entries = found_entries(&hunt.found);

	cr_assert_eq(hunt.found.entries, 2);
	cr_expect_eq(entries[0], sample_entry(&hunt.sample, "410"));
	cr_expect_eq(entries[1], sample_entry(&hunt.sample, "404"));
	free(entries);
	hunt_close(&hunt);
}

Test(found, the_question_is_the_searches_and_then_the_operands)
{
	struct hunt hunt;
	struct strbuf question;

	hunt_open(&hunt, "three|--search=one|four\033|-s|two\n");
	strbuf_init(&question);

	found_question(&hunt.options, &question);

	cr_expect_str_eq(strbuf_text(&question), "one two  three four?");
	strbuf_clear(&question);
	hunt_close(&hunt);
}

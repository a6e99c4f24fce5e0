#include "query/ask.h"

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
	PAGE("class:4xx", ", code: 4xx")
	PAGE("class:outside", ", keywords: [SIP 603]")
	PAGE("vendor:iis", "")
	PAGE("vendor:nginx", "");

/* A question, and what it finds. */
struct hunt {
	struct sample sample;
	struct filter filter;
	struct question question;
	char text[400];
	char *operands[80];
	struct strbuf search;
	struct ask ask;
};

/* Take a word of the question: what follows `-f` and `-s`, or an operand. */
static void take_word(struct hunt *hunt, const char *option, char *word)
{
	struct problem why;

	if (strcmp(option, "-f") == 0) {
		cr_assert(filter_parse(&hunt->filter, word,
				       &hunt->sample.catalogue, &why),
			  "%s", why.text);
	} else if (strcmp(option, "-s") == 0) {
		strbuf_add(&hunt->search, hunt->search.length > 0 ? " " : "");
		strbuf_add(&hunt->search, word);
		hunt->question.search = hunt->search.text;
	} else {
		hunt->operands[hunt->question.operand_count++] = word;
	}
}

/* Ask in words that are parted by bars. */
static void hunt_start(struct hunt *hunt, const char *words)
{
	char *rest = hunt->text, *word;
	const char *option = "";

	sample_build(&hunt->sample, shelf);
	filter_init(&hunt->filter);
	strbuf_init(&hunt->search);
	hunt->question = (struct question){ .operands = hunt->operands,
					    .filter = &hunt->filter };
	cr_assert_lt(strlen(words), sizeof(hunt->text));
	strcpy(hunt->text, words);
	while (*words != '\0' && (word = strsep(&rest, "|")) != NULL) {
		bool is_option = *option == '\0' && (strcmp(word, "-f") == 0 ||
						     strcmp(word, "-s") == 0);

		if (!is_option)
			take_word(hunt, option, word);
		option = is_option ? word : "";
	}
	ask_init(&hunt->ask, &hunt->sample.catalogue, &hunt->question);
}

static void hunt_end(struct hunt *hunt)
{
	ask_clear(&hunt->ask);
	strbuf_clear(&hunt->search);
	sample_clear(&hunt->sample);
}

/* The items in words: ids, `?405`, and remarks in brackets. */
static void expect_items(const char *words, bool numbers, const char *items)
{
	struct hunt hunt;
	struct strbuf text;

	hunt_start(&hunt, words);
	strbuf_init(&text);
	for (size_t i = 0; i < hunt.ask.count; i++) {
		const struct ask_item *item = &hunt.ask.items[i];

		strbuf_add(&text, i == 0 ? "" : " ");
		if (item->kind == ASK_ENTRY)
			strbuf_addf(&text, "%s%s", item->first ? "*" : "",
				    catalogue_id(&hunt.sample.catalogue,
						 item->entry));
		else if (item->kind == ASK_UNKNOWN)
			strbuf_addf(&text, "?%03u", item->number);
		else
			strbuf_addf(&text, "[%s]", item->remark);
	}
	cr_expect_str_eq(strbuf_text(&text), items, "%s: %s", words,
			 strbuf_text(&text));
	cr_expect_eq(hunt.ask.numbers, numbers, "%s", words);
	strbuf_clear(&text);
	hunt_end(&hunt);
}

Test(ask, numbers_are_their_meanings_the_best_known_first)
{
	expect_items("499", true, "*nginx:499 iis:499");
	expect_items("410|404", true, "*410 *404");
	expect_items("650", true, "*nginx:600-699");
	expect_items("404.7", true, "*iis:404.7");
	expect_items("iis:499", true, "*iis:499");
}

Test(ask, what_is_no_number_in_full_finds_what_it_begins)
{
	expect_items("404.", false, "iis:404.7");
	expect_items("41", false, "410");
	expect_items("nginx:4", false, "nginx:499");
	expect_items("410|40[4]", false, "*410 404 iis:404.7");
	expect_items("class:4xx", false, "class:4xx");
}

Test(ask, a_list_is_taken_item_by_item_however_long_it_is)
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

Test(ask, white_space_of_any_sort_parts_words_and_numbers)
{
	expect_items("404\n410", false, "*404 *410");
	expect_items("\t404\n", true, "*404");
}

Test(ask, what_is_asked_in_vain_stands_where_it_was_asked)
{
	expect_items("404|405|410", true, "*404 ?405 *410");
	expect_items("404|65536|410", false,
		     "*404 [nothing matches '65536'] *410");
	expect_items("|404", true, "[nothing matches ''] *404");
	expect_items("-f|standard|499|404", true,
		     "[nothing matches '499' (2 hidden by the filter)] *404");
}

Test(ask, no_entry_and_no_remark_is_there_twice)
{
	expect_items("404|405|404|405|40[4]", false, "*404 ?405 iis:404.7");
}

Test(ask, words_make_one_question_of_all_operands)
{
	expect_items("teapot", false, "iis:404.7");
	expect_items("404.7|teapot", false, "iis:404.7");
	expect_items("-s|404", false, "404 iis:404.7");
	expect_items("-s|qqqq|-s|zzzz", false,
		     "[nothing matches 'qqqq zzzz']");
}

Test(ask, a_number_beside_words_is_told_when_it_has_no_part_in_the_answer)
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

Test(ask, words_that_announce_a_number_or_are_nowhere_do_no_harm)
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

Test(ask, without_a_question_all_that_the_filter_shows_are_found)
{
	expect_items("-f|standard", false, "404 410");
	expect_items("-f|deprecated", false, "[the filter hides everything]");
}

Test(ask, the_entries_can_be_had_alone)
{
	struct hunt hunt;
	entry_t *entries;

	hunt_start(&hunt, "405|410|404");

	entries = ask_entries(&hunt.ask);

	cr_assert_eq(hunt.ask.entries, 2);
	cr_expect_eq(entries[0], sample_entry(&hunt.sample, "410"));
	cr_expect_eq(entries[1], sample_entry(&hunt.sample, "404"));
	cr_expect_eq(ask_first(&hunt.ask), entries[0]);
	free(entries);
	hunt_end(&hunt);
	hunt_start(&hunt, "405");
	cr_expect_eq(ask_first(&hunt.ask), ENTRY_NONE);
	hunt_end(&hunt);
}

Test(ask, the_text_is_the_searches_and_then_the_operands)
{
	struct hunt hunt;

	hunt_start(&hunt, "three|-s|one|four\033|-s|two\n");
	cr_expect_str_eq(strbuf_text(&hunt.ask.text), "one two  three four?");
	hunt_end(&hunt);
}

Test(ask, an_origin_alone_is_its_page_and_all_that_it_has)
{
	expect_items("nginx:", false,
		     "vendor:nginx nginx:499 nginx:600-699");
	expect_items("NGINX:", false,
		     "vendor:nginx nginx:499 nginx:600-699");
	expect_items("class:", false, "class:4xx class:outside");
}

Test(ask, a_digit_is_its_class_and_what_it_begins)
{
	expect_items("4", false,
		     "class:4xx 404 iis:404.7 410 nginx:499 iis:499");
	expect_items("6", false, "nginx:600-699");
}

Test(ask, a_page_that_tells_of_a_number_comes_before_a_range)
{
	expect_items("603", true, "*class:outside nginx:600-699");
	expect_items("604", true, "*nginx:600-699");
	expect_items("-1", false, "[nothing matches '-1']");
}

/* What was typed, as any operand may be made of. */
static const char *const pieces[] = {
	"404",	"4",   "405",	".",	  "\342\200\242", "\"",  "/",  " ",
	",",	"-",   "nginx", ":",	  "teapot",	   "qqqq", "xx", "0",
	"http", "[",   "]",	"\303\251", "error",	   "'",	   "\377", "55",
};

Test(ask, whatever_is_asked_in_vain_is_told)
{
	struct sample sample;
	struct filter filter;
	uint64_t seed = 1;

	sample_build(&sample, shelf);
	filter_init(&filter);
	for (size_t round = 0; round < 4000; round++) {
		char texts[3][40] = { "", "", "" };
		char *const operands[] = { texts[0], texts[1], texts[2] };
		struct question question = { .operands = operands,
					     .operand_count = 1 + round % 3,
					     .filter = &filter };
		struct ask ask;

		for (size_t i = 0; i < 9; i++) {
			seed = seed * UINT64_C(6364136223846793005) +
			       UINT64_C(1442695040888963407);
			strcat(texts[seed >> 40 & 1 ? i % 3 : 0],
			       pieces[(seed >> 33) % 24]);
			if (strlen(texts[0]) > 30)
				break;
		}
		ask_init(&ask, &sample.catalogue, &question);
		cr_expect_gt(ask.count, 0, "'%s' '%s' '%s'", texts[0],
			     texts[1], texts[2]);
		ask_clear(&ask);
	}
	sample_clear(&sample);
}

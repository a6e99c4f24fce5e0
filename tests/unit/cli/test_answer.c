#include "cli/answer.h"

#include <criterion/criterion.h>
#include <stdint.h>
#include <string.h>

#include "unit/catalogue/sample.h"
#include "unit/cli/paper.h"

static const char shelf[] =
	STANDARD("404", ", everyday: yes, parent: \"class:4xx\"")
	STANDARD("410", ", parent: \"class:4xx\"")
	CODE("iis:404.7", "404.7", "vendor", "current",
	     ", vendor: iis, parent: \"404\", keywords: [teapot]")
	CODE("iis:499", "499", "vendor", "current",
	     ", vendor: iis, keywords: [beyond 471]")
	CODE("nginx:499", "499", "vendor", "current",
	     ", vendor: nginx, everyday: yes")
	CODE("iis:1034", "1034", "vendor", "current", ", vendor: iis")
	CODE("nginx:600-699", "600-699", "vendor", "current", ", vendor: nginx")
	PAGE("class:4xx", "")
	PAGE("class:outside", "")
	PAGE("vendor:iis", "")
	PAGE("vendor:nginx", "");

struct session {
	struct sample sample;
	struct paper paper;
	struct strbuf remarks;
	int status;
};

static void session_open(struct session *session)
{
	sample_build(&session->sample, shelf);
	paper_open(&session->paper);
	strbuf_init(&session->remarks);
}

static void session_close(struct session *session)
{
	strbuf_clear(&session->remarks);
	paper_close(&session->paper);
	sample_clear(&session->sample);
}

/* Ask with words parted by bars, and return what is printed. */
static const char *ask(struct session *session, const char *words)
{
	struct options options;
	struct problem why;
	char text[200];
	char *rest = text;
	char *argv[12] = { (char *)(uintptr_t) "httree" };
	int argc = 1;

	cr_assert_lt(strlen(words), sizeof(text));
	strcpy(text, words);
	while (*words != '\0' && rest != NULL)
		argv[argc++] = strsep(&rest, "|");
	cr_assert(options_parse(&options, NULL, argc, argv, &why) &&
			  options_resolve(&options,
					  &session->sample.catalogue, &why),
		  "%s", why.text);
	paper_erase(&session->paper);
	strbuf_reset(&session->remarks);
	session->status = answer(&options, &session->sample.catalogue,
				 &session->paper.manner, &session->remarks);
	options_clear(&options);
	return paper_text(&session->paper);
}

/* What was remarked, a line each. */
static const char *remarks(const struct session *session)
{
	return strbuf_text(&session->remarks);
}

static size_t count_lines(const char *text)
{
	size_t count = 0;

	for (; *text != '\0'; text++)
		count += *text == '\n';
	return count;
}

static bool begins(const char *text, const char *beginning)
{
	return strncmp(text, beginning, strlen(beginning)) == 0;
}

Test(answer, a_number_is_its_best_known_meaning_in_full_and_the_others_as_cards)
{
	struct session session;
	const char *text;

	session_open(&session);
	text = ask(&session, "499");

	cr_expect_eq(session.status, 0);
	cr_expect(begins(text, "499 phrase nginx:499 "), "%s", text);
	cr_expect_neq(strstr(text, "\n\niis:499  phrase iis:499\n  S.\n"),
		      NULL, "%s", text);
	cr_expect_eq(strstr(text, "nginx:499  phrase"), NULL);
	cr_expect_str_empty(remarks(&session));
	session_close(&session);
}

Test(answer, a_number_inside_a_range_is_answered_by_the_range)
{
	struct session session;

	session_open(&session);
	cr_expect(begins(ask(&session, "650"), "600-699 phrase"));
	cr_expect_eq(session.status, 0);
	session_close(&session);
}

Test(answer, a_sub_code_and_an_id_are_numbers_too)
{
	struct session session;

	session_open(&session);
	cr_expect(begins(ask(&session, "404.7"), "404.7 phrase iis:404.7 "));
	cr_expect(begins(ask(&session, "iis:499"), "499 phrase iis:499 "));
	session_close(&session);
}

Test(answer, signs_around_a_number_do_no_harm)
{
	static const char *const words[] = { "404,", "#404", "(404)", "404:" };
	struct session session;

	session_open(&session);
	for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++) {
		cr_expect(begins(ask(&session, words[i]), "404 phrase 404 "),
			  "%s", words[i]);
		cr_expect_eq(session.status, 0, "%s", words[i]);
	}
	session_close(&session);
}

Test(answer, several_numbers_are_answered_one_after_the_other)
{
	struct session session;
	const char *text;

	session_open(&session);
	text = ask(&session, "410|499");

	cr_expect(begins(text, "410 phrase 410 "));
	cr_expect_neq(strstr(text, "\n\n499 phrase nginx:499 "), NULL);
	cr_expect_neq(strstr(text, "\n\niis:499  phrase iis:499\n"), NULL);
	session_close(&session);
}

Test(answer, a_number_that_nobody_defines_is_explained_and_is_nothing_found)
{
	struct session session;

	session_open(&session);
	cr_expect(begins(ask(&session, "405"), "405 is not assigned\n"));
	cr_expect_eq(session.status, 1);
	cr_expect_str_empty(remarks(&session));
	session_close(&session);
}

Test(answer, a_text_that_tells_of_a_number_does_not_define_it)
{
	struct session session;

	session_open(&session);
	cr_expect(begins(ask(&session, "471"), "471 is not assigned\n"));
	cr_expect_eq(session.status, 1);
	session_close(&session);
}

Test(answer, lines_and_data_hold_no_explanation_but_it_is_remarked)
{
	static const struct {
		const char *form;
		const char *text;
	} rows[] = {
		{ "-l", "" },
		{ "--json", "[]\n" },
		{ "--tsv", "id\tcode\tphrase\tkind\tvendor\tstate\tsummary\n" },
	};
	static const char *const questions[] = { "471", "-s|405", "http|471" };
	struct session session;

	session_open(&session);
	for (size_t i = 0; i < 3; i++) {
		for (size_t k = 0; k < 3; k++) {
			char words[40], remark[100];

			snprintf(words, sizeof(words), "%s|%s", rows[i].form,
				 questions[k]);
			snprintf(remark, sizeof(remark),
				 "nobody defines %s; the nearest codes are %s\n",
				 k == 1 ? "405" : "471",
				 k == 1 ? "404 and 410" : "410 and nginx:499");
			cr_expect_str_eq(ask(&session, words), rows[i].text);
			cr_expect_eq(session.status, 1, "%s", words);
			cr_expect_str_eq(remarks(&session), remark);
		}
	}
	session_close(&session);
}

Test(answer, full_explains_a_number_as_text_does)
{
	struct session session;

	session_open(&session);
	cr_expect(begins(ask(&session, "--full|471"),
			 "471 is not assigned\n"));
	cr_expect_eq(session.status, 1);
	cr_expect_str_empty(remarks(&session));
	session_close(&session);
}

Test(answer, a_search_for_a_number_that_nobody_defines_explains_it_too)
{
	struct session session;

	session_open(&session);
	cr_expect(begins(ask(&session, "-s|405"), "405 is not assigned\n"));
	cr_expect_eq(session.status, 1);
	session_close(&session);
}

Test(answer, a_number_that_begins_another_is_not_defined_by_it)
{
	struct session session;

	session_open(&session);
	cr_expect(begins(ask(&session, "103"), "103 is not assigned\n"));
	cr_expect_eq(session.status, 1);
	cr_expect(begins(ask(&session, "-s|103"), "1034 phrase iis:1034 "));
	cr_expect_eq(session.status, 0);
	session_close(&session);
}

Test(answer, of_several_numbers_one_that_is_defined_is_something_found)
{
	struct session session;
	const char *text;

	session_open(&session);
	text = ask(&session, "405|410");

	cr_expect(begins(text, "405 is not assigned\n"));
	cr_expect_neq(strstr(text, "\n\n410 phrase 410 "), NULL);
	cr_expect_eq(session.status, 0);
	cr_expect_str_eq(remarks(&session),
			 "nobody defines 405; the nearest codes are 404 and "
			 "410\n");
	session_close(&session);
}

Test(answer, whoever_asks_twice_is_answered_once)
{
	struct session session;
	const char *text;

	session_open(&session);
	text = ask(&session, "405|410|405|410,410");
	cr_expect_eq(strstr(strstr(text, "405 is") + 1, "405 is"), NULL);
	cr_expect_str_eq(remarks(&session),
			 "nobody defines 405; the nearest codes are 404 and "
			 "410\n");
	cr_expect_str_eq(ask(&session, "-l|410|410"),
			 "410  phrase 410  standard  current\n");
	session_close(&session);
}

Test(answer, every_form_holds_the_meanings_of_exactly_that_number)
{
	static const struct {
		const char *words;
		const char *list;
	} rows[] = {
		{ "404", "404  phrase 404  standard  current\n" },
		{ "404.",
		  "iis:404.7  phrase iis:404.7  vendor    current\n" },
		{ "404,410", "404  phrase 404  standard  current\n"
			     "410  phrase 410  standard  current\n" },
		{ "410|404", "410  phrase 410  standard  current\n"
			     "404  phrase 404  standard  current\n" },
		{ "410 404", "410  phrase 410  standard  current\n"
			     "404  phrase 404  standard  current\n" },
		{ "650",
		  "nginx:600-699  phrase nginx:600-699  vendor    current\n" },
		{ "nginx:499|404",
		  "nginx:499  phrase nginx:499  vendor    current\n"
		  "404        phrase 404        standard  current\n" },
	};
	struct session session;

	session_open(&session);
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		char words[40];

		snprintf(words, sizeof(words), "-l|%s", rows[i].words);
		cr_expect_str_eq(ask(&session, words), rows[i].list);
		cr_expect_str_empty(remarks(&session));
		snprintf(words, sizeof(words), "--tsv|%s", rows[i].words);
		cr_expect_eq(count_lines(ask(&session, words)),
			     1 + count_lines(rows[i].list));
	}
	session_close(&session);
}

Test(answer, a_search_for_a_number_finds_what_it_begins_too)
{
	struct session session;

	session_open(&session);
	cr_expect_str_eq(ask(&session, "-l|-s|404"),
			 "404        phrase 404        standard  current\n"
			 "iis:404.7  phrase iis:404.7  vendor    current\n");
	session_close(&session);
}

Test(answer, of_several_operands_each_that_finds_nothing_is_remarked)
{
	static const struct {
		const char *words;
		const char *remarks;
	} rows[] = {
		{ "-f|standard|499|404",
		  "nothing matches '499' (2 hidden by the filter)\n" },
		{ "nginx:472|404", "nothing matches 'nginx:472'\n" },
		{ "404,99999", "nothing matches '99999'\n" },
		{ "404||!", "nothing matches ''\nnothing matches '!'\n" },
		{ "4xx|33[0-2]", "nothing matches '33[0-2]'\n" },
		{ "-f|standard|404|499|phrase|405",
		  "nothing matches '499' (2 hidden by the filter)\n"
		  "nobody defines 405; the nearest codes are 404 and 410\n" },
		{ "-s|phrase|405|499",
		  "nobody defines 405; the nearest codes are 404 and 410\n" },
	};
	struct session session;

	session_open(&session);
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		ask(&session, rows[i].words);
		cr_expect_eq(session.status, 0, "%s", rows[i].words);
		cr_expect_str_eq(remarks(&session), rows[i].remarks, "%s:\n%s",
				 rows[i].words, remarks(&session));
	}
	session_close(&session);
}

Test(answer, a_text_that_holds_a_number_is_not_told_that_nobody_defines_it)
{
	struct session session;

	session_open(&session);
	ask(&session, "phrase 405 of");
	cr_expect_eq(session.status, 0);
	cr_expect_eq(strstr(remarks(&session), "405"), NULL);
	session_close(&session);
}

Test(answer, a_number_that_the_filter_hides_is_not_found)
{
	struct session session;

	session_open(&session);
	cr_expect_str_empty(ask(&session, "-f|standard|499"));
	cr_expect_eq(session.status, 1);
	cr_expect_str_eq(remarks(&session),
			 "nothing matches '499' (2 hidden by the filter)\n");
	session_close(&session);
}

Test(answer, the_filter_chooses_among_the_meanings)
{
	struct session session;
	const char *text;

	session_open(&session);
	text = ask(&session, "-f|!vendor:nginx|499");

	cr_expect(begins(text, "499 phrase iis:499 "), "%s", text);
	cr_expect_eq(strstr(text, "\nnginx:499  phrase"), NULL, "%s", text);
	session_close(&session);
}

Test(answer, a_pattern_is_a_list)
{
	struct session session;

	session_open(&session);
	cr_expect_str_eq(
		ask(&session, "4[01][04]"),
		"404        phrase 404        standard  current\n"
		"410        phrase 410        standard  current\n"
		"iis:404.7  phrase iis:404.7  vendor    current\n");
	cr_expect_eq(session.status, 0);
	session_close(&session);
}

Test(answer, one_entry_alone_is_shown_in_full)
{
	struct session session;

	session_open(&session);
	cr_expect(begins(ask(&session, "teapot"), "404.7 phrase iis:404.7 "));
	cr_expect(begins(ask(&session, "-s|teapot"),
			 "404.7 phrase iis:404.7 "));
	session_close(&session);
}

Test(answer, one_entry_alone_is_a_line_where_a_list_is_wanted)
{
	struct session session;

	session_open(&session);
	cr_expect_str_eq(ask(&session, "-l|teapot"),
			 "iis:404.7  phrase iis:404.7  vendor    current\n");
	session_close(&session);
}

Test(answer, full_prints_every_entry_in_full)
{
	struct session session;
	const char *text;

	session_open(&session);
	text = ask(&session, "--full|499");

	cr_expect(begins(text, "499 phrase nginx:499 "));
	cr_expect_neq(strstr(text, "\n\n499 phrase iis:499 "), NULL);
	session_close(&session);
}

Test(answer, without_words_everything_is_listed)
{
	struct session session;

	session_open(&session);
	cr_expect_eq(count_lines(ask(&session, "")),
		     catalogue_count(&session.sample.catalogue));
	cr_expect_eq(session.status, 0);
	cr_expect_eq(count_lines(ask(&session, "-l")),
		     catalogue_count(&session.sample.catalogue));
	session_close(&session);
}

Test(answer, without_words_the_filter_chooses_what_is_listed)
{
	struct session session;

	session_open(&session);
	cr_expect_str_eq(ask(&session, "-f|standard"),
			 "404  phrase 404  standard  current\n"
			 "410  phrase 410  standard  current\n");
	session_close(&session);
}

Test(answer, a_filter_that_hides_everything_is_nothing_found)
{
	struct session session;

	session_open(&session);
	cr_expect_str_empty(ask(&session, "-f|deprecated"));
	cr_expect_eq(session.status, 1);
	cr_expect_str_eq(remarks(&session), "the filter hides everything\n");
	session_close(&session);
}

Test(answer, at_most_as_many_entries_as_asked_for)
{
	struct session session;

	session_open(&session);
	cr_expect_eq(count_lines(ask(&session, "-n|3|-l")), 3);
	cr_expect_eq(count_lines(ask(&session, "-n|99|-l")),
		     catalogue_count(&session.sample.catalogue));
	cr_expect_eq(count_lines(ask(&session, "-n|1|--tsv|4xx")), 2);
	session_close(&session);
}

Test(answer, the_limit_counts_the_entries_of_all_numbers_together)
{
	struct session session;
	const char *text;

	session_open(&session);
	text = ask(&session, "-n|2|404|499");

	cr_expect(begins(text, "404 phrase 404 "));
	cr_expect_neq(strstr(text, "\n\n499 phrase nginx:499 "), NULL);
	cr_expect_eq(strstr(text, "iis:499  phrase"), NULL);
	text = ask(&session, "-n|1|404|499");
	cr_expect_eq(strstr(text, "\n499 phrase"), NULL);
	session_close(&session);
}

Test(answer, the_limit_does_not_count_what_is_explained)
{
	struct session session;
	const char *text;

	session_open(&session);
	text = ask(&session, "-n|1|405|404|410");
	cr_expect(begins(text, "405 is not assigned\n"));
	cr_expect_neq(strstr(text, "\n\n404 phrase 404 "), NULL);
	cr_expect_eq(strstr(text, "\n410 phrase"), NULL);
	session_close(&session);
}

Test(answer, stats_count_what_the_filter_shows)
{
	struct session session;

	session_open(&session);
	cr_expect(begins(ask(&session, "--stats"), "entries         11\n"));
	cr_expect_eq(session.status, 0);
	cr_expect(begins(ask(&session, "--stats|-f|standard"),
			 "entries          2\n"));
	cr_expect(begins(ask(&session, "--stats|-f|deprecated"),
			 "entries          0\n"));
	cr_expect_eq(session.status, 1);
	cr_expect_str_eq(remarks(&session), "the filter hides everything\n");
	session_close(&session);
}

Test(answer, a_near_spelling_is_found_and_said)
{
	struct session session;

	session_open(&session);
	cr_expect(begins(ask(&session, "teepot"), "404.7 phrase iis:404.7 "));
	cr_expect_eq(session.status, 0);
	cr_expect_neq(strstr(remarks(&session), "'teepot'"), NULL);
	cr_expect_neq(strstr(remarks(&session), "teapot"), NULL);
	session_close(&session);
}

Test(answer, what_is_nowhere_is_not_found)
{
	struct session session;

	session_open(&session);
	cr_expect_str_empty(ask(&session, "xyzzyplugh"));
	cr_expect_eq(session.status, 1);
	cr_expect_str_eq(remarks(&session), "nothing matches 'xyzzyplugh'\n");
	cr_expect_str_eq(ask(&session, "--json|xyzzyplugh"), "[]\n");
	cr_expect_eq(session.status, 1);
	cr_expect_str_eq(ask(&session, "--tsv|xyzzyplugh"),
			 "id\tcode\tphrase\tkind\tvendor\tstate\tsummary\n");
	cr_expect_eq(session.status, 1);
	session_close(&session);
}

Test(answer, nothing_is_nowhere)
{
	struct session session;

	session_open(&session);
	cr_expect_str_empty(ask(&session, "-s|"));
	cr_expect_eq(session.status, 1);
	session_close(&session);
}

Test(answer, what_was_asked_is_quoted_without_control_characters)
{
	struct session session;

	session_open(&session);
	ask(&session, "xyzzy\033plugh");
	cr_expect_eq(strchr(remarks(&session), '\033'), NULL);
	session_close(&session);
}

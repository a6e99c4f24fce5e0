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
	struct problem why;
	int status;
};

static void session_open(struct session *session)
{
	sample_build(&session->sample, shelf);
	paper_open(&session->paper);
}

static void session_close(struct session *session)
{
	paper_close(&session->paper);
	sample_clear(&session->sample);
}

/* Ask with words parted by bars, and return what is printed. */
static const char *ask(struct session *session, const char *words)
{
	struct options options;
	char text[200];
	char *rest = text;
	char *argv[12] = { (char *)(uintptr_t) "httree" };
	int argc = 1;

	cr_assert_lt(strlen(words), sizeof(text));
	strcpy(text, words);
	while (*words != '\0' && rest != NULL)
		argv[argc++] = strsep(&rest, "|");
	cr_assert(options_parse(&options, argc, argv,
				&session->sample.catalogue, &session->why),
		  "%s", session->why.text);
	paper_erase(&session->paper);
	session->status = answer(&options, &session->sample.catalogue,
				 &session->paper.manner, &session->why);
	return paper_text(&session->paper);
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
	cr_expect_str_empty(session.why.text);
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
	cr_expect_str_empty(session.why.text);
	session_close(&session);
}

Test(answer, a_text_that_tells_of_a_number_does_not_define_it)
{
	struct session session;

	session_open(&session);
	cr_expect(begins(ask(&session, "471"), "471 is not assigned\n"));
	cr_expect_eq(session.status, 1);
	cr_expect(begins(ask(&session, "-l|471"), "471 is not assigned\n"));
	cr_expect_eq(session.status, 1);
	cr_expect_str_eq(ask(&session, "--json|471"), "[]\n");
	cr_expect_eq(session.status, 1);
	cr_expect_str_eq(session.why.text, "nothing matches '471'");
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
	session_close(&session);
}

Test(answer, a_number_that_the_filter_hides_is_not_found)
{
	struct session session;

	session_open(&session);
	cr_expect_str_empty(ask(&session, "-f|standard|499"));
	cr_expect_eq(session.status, 1);
	cr_expect_str_eq(session.why.text,
			 "nothing matches '499' (2 hidden by the filter)");
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
	cr_expect_str_eq(session.why.text, "the filter hides everything");
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

Test(answer, a_near_spelling_is_found_and_said)
{
	struct session session;

	session_open(&session);
	cr_expect(begins(ask(&session, "teepot"), "404.7 phrase iis:404.7 "));
	cr_expect_eq(session.status, 0);
	cr_expect_neq(strstr(session.why.text, "'teepot'"), NULL);
	cr_expect_neq(strstr(session.why.text, "teapot"), NULL);
	session_close(&session);
}

Test(answer, what_is_nowhere_is_not_found)
{
	struct session session;

	session_open(&session);
	cr_expect_str_empty(ask(&session, "xyzzyplugh"));
	cr_expect_eq(session.status, 1);
	cr_expect_str_eq(session.why.text, "nothing matches 'xyzzyplugh'");
	cr_expect_str_eq(ask(&session, "--json|xyzzyplugh"), "[]\n");
	cr_expect_eq(session.status, 1);
	cr_expect_str_empty(ask(&session, "--tsv|xyzzyplugh"));
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
	cr_expect_eq(strchr(session.why.text, '\033'), NULL);
	session_close(&session);
}

Test(answer, the_question_is_the_search_and_then_the_operands)
{
	struct session session;
	struct options options;
	struct strbuf question;
	char *argv[] = { (char *)(uintptr_t) "httree",
			 (char *)(uintptr_t) "two",
			 (char *)(uintptr_t) "--search=one",
			 (char *)(uintptr_t) "three", NULL };

	session_open(&session);
	strbuf_init(&question);
	cr_assert(options_parse(&options, 4, argv, &session.sample.catalogue,
				&session.why));

	answer_question(&options, &question);

	cr_expect_str_eq(strbuf_text(&question), "one two three");
	strbuf_clear(&question);
	session_close(&session);
}

#include "cli/options.h"

#include <criterion/criterion.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "cli/usage.h"
#include "unit/catalogue/sample.h"
#include "unit/cli/paper.h"

enum { WORDS = 12 };

/* A command line, and what was made of it. */
struct line {
	struct sample sample;
	char text[400];
	char *argv[WORDS + 2];
	int argc;
	bool good;
	struct options options;
	struct problem why;
};

/*
 * Read habits, or NULL, and a command line whose words are parted by bars, since
 * a word may hold blanks.  It must not be copied.
 */
static void line_read_after(struct line *line, const char *habits,
			    const char *text)
{
	char *rest = line->text;

	sample_build(&line->sample, VENDOR("nginx", "499", "")
					    PAGE("vendor:nginx", ""));
	cr_assert_lt(strlen(text), sizeof(line->text));
	strcpy(line->text, text);
	line->argc = 0;
	line->argv[line->argc++] = (char *)(uintptr_t) "httree";
	while (*text != '\0' && rest != NULL) {
		cr_assert_lt(line->argc, WORDS);
		line->argv[line->argc++] = strsep(&rest, "|");
	}
	line->argv[line->argc] = NULL;
	line->why.text[0] = '\0';
	line->good = options_parse(&line->options, habits, line->argc,
				   line->argv, &line->why) &&
		     options_resolve(&line->options, &line->sample.catalogue,
				     &line->why);
}

static void line_read(struct line *line, const char *text)
{
	line_read_after(line, NULL, text);
}

static void line_clear(struct line *line)
{
	options_clear(&line->options);
	sample_clear(&line->sample);
}

static void expect_operands(const char *text, const char *const *operands)
{
	struct line line;
	size_t count = 0;

	line_read(&line, text);
	cr_assert(line.good, "%s: %s", text, line.why.text);
	while (operands[count] != NULL)
		count++;
	cr_assert_eq(line.options.operand_count, count, "%s", text);
	for (size_t i = 0; i < count; i++)
		cr_expect_str_eq(line.options.operands[i], operands[i], "%s",
				 text);
	line_clear(&line);
}

static void expect_refusal(const char *text, const char *message)
{
	struct line line;

	line_read(&line, text);
	cr_expect_not(line.good, "%s", text);
	cr_expect_str_eq(line.why.text, message);
	line_clear(&line);
}

Test(options, nothing_is_given_at_first)
{
	struct line line;

	line_read(&line, "");

	cr_assert(line.good);
	for (enum option_name i = 0; i < OPTION_COUNT; i++)
		cr_expect_not(line.options.given[i], "%s", option_row(i)->word);
	cr_expect_eq(line.options.search.length, 0);
	cr_expect_eq(line.options.limit, SIZE_MAX);
	cr_expect_eq(line.options.color, WHEN_AUTO);
	cr_expect_eq(line.options.width, 0);
	cr_expect_not(filter_active(&line.options.filter));
	cr_expect_eq(line.options.operand_count, 0);
	line_clear(&line);
}

Test(options, each_option_is_taken_by_its_word_and_by_its_letter)
{
	/* What is good for an option that wants an argument. */
	static const char *const arguments[OPTION_COUNT] = {
		[OPTION_SEARCH] = "text",   [OPTION_FILTER] = "vendor",
		[OPTION_LIMIT] = "3",	    [OPTION_COLOR] = "never",
		[OPTION_WIDTH] = "40",	    [OPTION_LOG] = "file",
		[OPTION_LOG_ORIGIN] = "nginx|--annotate",
		[OPTION_THEME] = "dark",
		[OPTION_HYPERLINK] = "always",
		[OPTION_CATALOGUE] = "file",
		[OPTION_CHECK] = "file",
		[OPTION_NEW_CATALOGUE] = "acme",
	};

	for (enum option_name i = 0; i < OPTION_COUNT; i++) {
		const struct option_row *row = option_row(i);
		const char *argument = arguments[i];
		struct line line;
		char text[60];

		snprintf(text, sizeof(text), "--%s%s%s", row->word,
			 argument == NULL ? "" : "=",
			 argument == NULL ? "" : argument);
		line_read(&line, text);
		cr_expect(line.good && line.options.given[i], "%s", text);
		line_clear(&line);
		if (row->letter == '\0')
			continue;
		snprintf(text, sizeof(text), "-%c%s", row->letter,
			 argument == NULL ? "" : argument);
		line_read(&line, text);
		cr_expect(line.good && line.options.given[i], "%s", text);
		line_clear(&line);
	}
}

Test(options, operands_are_logs_beside_the_one_that_is_named)
{
	struct line line;

	line_read(&line, "--log|a|b|--json|--log=c|--log-origin=NGINX");
	cr_assert(line.good, "%s", line.why.text);
	cr_assert_eq(line.options.log_count, 3);
	cr_expect_str_eq(line.options.logs[0], "a");
	cr_expect_str_eq(line.options.logs[1], "c");
	cr_expect_str_eq(line.options.logs[2], "b");
	cr_expect_str_eq(line.options.log_origin, "nginx");
	cr_expect_eq(line.options.operand_count, 0);
	line_clear(&line);
}

Test(options, the_letters_are_those_of_the_contract)
{
	static const struct {
		enum option_name option;
		char letter;
	} rows[] = {
		{ OPTION_INTERACTIVE, 'i' }, { OPTION_LIST, 'l' },
		{ OPTION_BRIEF, 'b' },
		{ OPTION_SEARCH, 's' },	     { OPTION_FILTER, 'f' },
		{ OPTION_LIMIT, 'n' },	     { OPTION_HELP, 'h' },
		{ OPTION_VERSION, 'V' },
	};

	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++)
		cr_expect_eq(option_row(rows[i].option)->letter,
			     rows[i].letter);
}

Test(options, options_may_follow_operands)
{
	struct line line;

	line_read(&line, "404|-l|not found|--limit=2");

	cr_assert(line.good);
	cr_expect(line.options.given[OPTION_LIST]);
	cr_expect_eq(line.options.limit, 2);
	cr_expect_eq(line.options.operand_count, 2);
	line_clear(&line);
}

Test(options, what_is_no_option_is_an_operand)
{
	static const char *const mixed[] = { "404", "not found", NULL };
	static const char *const dashes[] = { "-l", "--full", NULL };
	static const char *const dash[] = { "-", NULL };
	static const char *const empty[] = { "404", "", NULL };

	expect_operands("404|-l|not found", mixed);
	expect_operands("-l|404|--|not found", mixed);
	expect_operands("--|-l|--full", dashes);
	expect_operands("-", dash);
	expect_operands("404|", empty);
}

Test(options, letters_can_be_joined_and_the_last_takes_an_argument)
{
	struct line line;

	line_read(&line, "-ln3");

	cr_assert(line.good);
	cr_expect(line.options.given[OPTION_LIST]);
	cr_expect_eq(line.options.limit, 3);
	line_clear(&line);
}

Test(options, an_argument_may_stand_in_the_next_word)
{
	struct line line;

	line_read(&line, "--search|-l|-n|7|--width|60");

	cr_assert(line.good);
	cr_expect_str_eq(strbuf_text(&line.options.search), "-l");
	cr_expect_not(line.options.given[OPTION_LIST]);
	cr_expect_eq(line.options.limit, 7);
	cr_expect_eq(line.options.width, 60);
	cr_expect_eq(line.options.operand_count, 0);
	line_clear(&line);
}

Test(options, a_word_may_be_cut_where_it_stays_the_only_one)
{
	struct line line;

	line_read(&line, "--js|--lim=2|--se=x|--no-s|--he");

	cr_assert(line.good, "%s", line.why.text);
	cr_expect(line.options.given[OPTION_JSON]);
	cr_expect_eq(line.options.limit, 2);
	cr_expect_str_eq(strbuf_text(&line.options.search), "x");
	cr_expect(line.options.given[OPTION_NO_STATE]);
	cr_expect(line.options.given[OPTION_HELP]);
	line_clear(&line);
	line_read(&line, "--v");
	cr_expect(line.options.given[OPTION_VERSION]);
	line_clear(&line);
}

Test(options, the_last_of_an_option_given_twice_counts)
{
	struct line line;

	line_read(&line, "-n|2|-n|5|--color=always|--color=never|--width=30|"
			 "--width=40");

	cr_assert(line.good);
	cr_expect_eq(line.options.width, 40);
	cr_expect_eq(line.options.limit, 5);
	cr_expect_eq(line.options.color, WHEN_NEVER);
	line_clear(&line);
}

Test(options, a_cut_word_that_begins_several_options_is_refused)
{
	expect_refusal("--f", "the option '--f' is the beginning of several");
	expect_refusal("--li=3",
		       "the option '--li=3' is the beginning of several");
}

Test(options, an_unknown_option_is_refused_by_name)
{
	expect_refusal("--bogus", "no option is called '--bogus'");
	expect_refusal("--bogus=1", "no option is called '--bogus=1'");
	expect_refusal("--jsonx", "no option is called '--jsonx'");
	expect_refusal("-x", "no option is called '-x'");
	expect_refusal("404|-lx", "no option is called '-x'");
}

Test(options, an_unknown_letter_is_not_taken_for_the_long_option_before)
{
	expect_refusal("--list|-xl", "no option is called '-x'");
}

Test(options, catalogues_are_kept_in_their_order_those_by_habit_first)
{
	static const char *const files[] = { "habit.yaml", "a", "b" };
	struct line line;

	line_read_after(&line, "-c habit.yaml", "-c|a|404|--catalogue=b");
	cr_assert(line.good, "%s", line.why.text);
	cr_assert_eq(line.options.catalogue_count, 3);
	for (size_t i = 0; i < 3; i++)
		cr_expect_str_eq(line.options.catalogues[i], files[i]);
	cr_expect_eq(line.options.operand_count, 1);
	line_clear(&line);
}

Test(options, a_filter_by_habit_is_blamed_there)
{
	struct line line;

	line_read_after(&line, "-f nope", "404");
	cr_expect_not(line.good);
	cr_expect_not_null(strstr(line.why.text, "in HTTREE_OPTIONS: no filter"),
			   "%s", line.why.text);
	line_clear(&line);
}

Test(options, operands_are_files_to_check)
{
	struct line line;

	line_read(&line, "--check|a|b");
	cr_assert(line.good, "%s", line.why.text);
	cr_expect_eq(line.options.log_count, 2);
	cr_expect_eq(line.options.operand_count, 0);
	line_clear(&line);
	expect_refusal("--check|a|-c|b",
		       "--check does not go together with --catalogue");
	expect_refusal("--check|a|--json",
		       "--json does not go together with --check");
	expect_refusal("--new-catalogue|a|b",
		       "--new-catalogue takes no operand, but there is 'b'");
}

Test(options, a_missing_argument_is_refused)
{
	expect_refusal("-n", "the option '-n' has no argument: expected one");
	expect_refusal("--list|-ln",
		       "the option '-n' has no argument: expected one");
	expect_refusal("--search",
		       "the option '--search' has no argument: expected one");
}

Test(options, a_superfluous_argument_is_refused)
{
	expect_refusal("--list=3", "the option '--list=3' takes no argument");
	expect_refusal("--stats=", "the option '--stats=' takes no argument");
}

Test(options, a_limit_is_a_number_from_1)
{
	static const char *const refused[] = {
		"0", "-1", "+1", " 1", "1x", "x", "", "1.5",
	};

	for (size_t i = 0; i < sizeof(refused) / sizeof(*refused); i++) {
		char text[60], message[100];

		snprintf(text, sizeof(text), "--limit=%s", refused[i]);
		snprintf(message, sizeof(message),
			 "--limit is '%s': expected a number from 1",
			 refused[i]);
		expect_refusal(text, message);
	}
}

Test(options, a_limit_may_be_larger_than_any_count)
{
	struct line line;

	line_read(&line, "-n|99999999999999999999999");

	cr_assert(line.good);
	cr_expect_eq(line.options.limit, SIZE_MAX);
	line_clear(&line);
}

Test(options, a_width_is_a_number_from_20_to_1000)
{
	static const char *const refused[] = {
		"19", "1001", "0", "-40", "40x", "", "99999999999999999999999",
	};
	struct line line;

	for (size_t i = 0; i < sizeof(refused) / sizeof(*refused); i++) {
		char text[60], message[100];

		snprintf(text, sizeof(text), "--width=%s", refused[i]);
		snprintf(message, sizeof(message),
			 "--width is '%s': expected a number from 20 to 1000",
			 refused[i]);
		expect_refusal(text, message);
	}
	line_read(&line, "--width=20");
	cr_expect(line.good);
	line_clear(&line);
	line_read(&line, "--width=1000");
	cr_expect(line.good);
	line_clear(&line);
}

Test(options, a_theme_is_one_of_four)
{
	static const struct {
		const char *text;
		enum theme theme;
	} cases[] = {
		{ "404", THEME_AUTO },
		{ "--theme=auto", THEME_AUTO },
		{ "--theme=dark", THEME_DARK },
		{ "--theme=light", THEME_LIGHT },
		{ "--theme=mono", THEME_MONO },
	};

	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct line line;

		line_read(&line, cases[i].text);
		cr_expect(line.good, "%s", cases[i].text);
		cr_expect_eq(line.options.theme, cases[i].theme, "%s",
			     cases[i].text);
		line_clear(&line);
	}
	expect_refusal("--theme=solarized",
		       "--theme is 'solarized': expected auto, dark, light or "
		       "mono");
}

Test(options, a_colour_is_auto_always_or_never)
{
	static const struct {
		const char *text;
		enum when when;
	} rows[] = {
		{ "--color=auto", WHEN_AUTO },
		{ "--color=always", WHEN_ALWAYS },
		{ "--color=never", WHEN_NEVER },
	};

	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		struct line line;

		line_read(&line, rows[i].text);
		cr_expect(line.good);
		cr_expect_eq(line.options.color, rows[i].when);
		line_clear(&line);
	}
	expect_refusal("--color=blue",
		       "--color is 'blue': expected auto, always or never");
	expect_refusal("--color=",
		       "--color is '': expected auto, always or never");
}

Test(options, searches_add_up)
{
	struct line line;

	line_read(&line, "-s|too many|--search=requests");

	cr_assert(line.good);
	cr_expect_str_eq(strbuf_text(&line.options.search),
			 "too many requests");
	line_clear(&line);
}

Test(options, reading_ends_at_help_or_version)
{
	struct line line;

	line_read(&line, "--help|--version|--bogus");
	cr_assert(line.good);
	cr_expect(line.options.given[OPTION_HELP]);
	cr_expect_not(line.options.given[OPTION_VERSION]);
	line_clear(&line);
	line_read(&line, "--json|--tsv|-V|-h");
	cr_assert(line.good);
	cr_expect(line.options.given[OPTION_VERSION]);
	cr_expect_not(line.options.given[OPTION_HELP]);
	line_clear(&line);
}

/* The options that go together with no form but one, each with an argument. */
static const char *const samples[OPTION_COUNT] = {
	[OPTION_INTERACTIVE] = "--interactive",
	[OPTION_NO_STATE] = "--no-state",
	[OPTION_LIST] = "--list",
	[OPTION_FULL] = "--full",
	[OPTION_SEARCH] = "--search=x",
	[OPTION_FILTER] = "--filter=vendor",
	[OPTION_LIMIT] = "--limit=3",
	[OPTION_JSON] = "--json",
	[OPTION_TSV] = "--tsv",
	[OPTION_STATS] = "--stats",
	[OPTION_COLOR] = "--color=never",
	[OPTION_ASCII] = "--ascii",
	[OPTION_WIDTH] = "--width=40",
};

static bool is_form(enum option_name option)
{
	return option == OPTION_INTERACTIVE || option == OPTION_LIST ||
	       option == OPTION_FULL || option == OPTION_JSON ||
	       option == OPTION_TSV || option == OPTION_STATS;
}

/* Whether the two say different things about one matter. */
static bool contradict(enum option_name one, enum option_name other)
{
	if (one == other)
		return false;
	if (is_form(one) && is_form(other))
		return true;
	return (one == OPTION_LIMIT && (other == OPTION_INTERACTIVE ||
					other == OPTION_STATS)) ||
	       (one == OPTION_SEARCH && other == OPTION_STATS);
}

Test(options, every_pair_goes_together_or_is_refused_by_name)
{
	for (enum option_name i = 0; i < OPTION_COUNT; i++) {
		for (enum option_name k = 0; k < OPTION_COUNT; k++) {
			bool refused = contradict(i, k) || contradict(k, i);
			struct line line;
			char text[60];

			if (samples[i] == NULL || samples[k] == NULL)
				continue;
			snprintf(text, sizeof(text), "%s|%s", samples[i],
				 samples[k]);
			line_read(&line, text);
			cr_expect_eq(line.good, !refused, "%s", text);
			cr_expect(line.good ||
					  (strstr(line.why.text,
						  option_row(i)->word) &&
					   strstr(line.why.text,
						  option_row(k)->word)),
				  "%s: %s", text, line.why.text);
			line_clear(&line);
		}
	}
}

Test(options, a_refused_pair_is_told_in_one_sentence)
{
	expect_refusal("--tsv|--json",
		       "--json does not go together with --tsv");
	expect_refusal("-l|--full", "--list does not go together with --full");
	expect_refusal("-i|-n|3",
		       "--interactive does not go together with --limit");
	expect_refusal("-s|x|--stats",
		       "--stats does not go together with --search");
	expect_refusal("404|--stats",
		       "--stats takes no operand, but there is '404'");
	expect_refusal("--stats|a\033b",
		       "--stats takes no operand, but there is 'a?b'");
}

Test(options, a_filter_is_read_into_sets)
{
	struct line line;

	line_read(&line, "-f|vendor:nginx,!obsolete");

	cr_assert(line.good, "%s", line.why.text);
	cr_expect_eq(line.options.filter.count, 2);
	line_clear(&line);
}

Test(options, an_unknown_filter_is_refused)
{
	struct line line;

	line_read(&line, "-f|vendor:apache");

	cr_expect_not(line.good);
	cr_expect_str_eq(line.why.text,
			 "no vendor is called 'apache': expected nginx");
	line_clear(&line);
}

Test(options, a_message_quotes_no_control_character)
{
	expect_refusal("--a\033[31m\nb", "no option is called '--a?[31m?b'");
	expect_refusal("--color=\377",
		       "--color is '\357\277\275': expected auto, always or "
		       "never");
}

Test(options, the_help_names_every_option)
{
	struct paper paper;

	paper_open(&paper);

	usage_print(paper.manner.out);

	for (enum option_name i = 0; i < OPTION_COUNT; i++) {
		const struct option_row *row = option_row(i);
		char names[60];

		snprintf(names, sizeof(names), "\n  %c%c%c --%s%s%s ",
			 row->letter == '\0' ? ' ' : '-',
			 row->letter == '\0' ? ' ' : row->letter,
			 row->letter == '\0' ? ' ' : ',', row->word,
			 row->argument == NULL ? "" : "=",
			 row->argument == NULL ? "" : row->argument);
		cr_expect_neq(strstr(paper_text(&paper), names), NULL, "%s",
			      names);
	}
	paper_close(&paper);
}

Test(options, no_line_of_the_help_is_wider_than_80)
{
	struct paper paper;
	const char *line;

	paper_open(&paper);
	usage_print(paper.manner.out);
	for (line = paper_text(&paper); *line != '\0';
	     line += strcspn(line, "\n") + 1)
		cr_expect_leq(strcspn(line, "\n"), 80, "%.90s", line);
	paper_close(&paper);
}

/* ------------------------------------------------------------------------
 * Habits: the options of $HTTREE_OPTIONS
 */

static void expect_habits(const char *habits, const char *text,
			  enum option_name option, bool given)
{
	struct line line;

	line_read_after(&line, habits, text);
	cr_assert(line.good, "'%s' '%s': %s", habits, text, line.why.text);
	cr_expect_eq(line.options.given[option], given, "'%s' '%s'", habits,
		     text);
	line_clear(&line);
}

static void expect_blame(const char *habits, const char *text,
			 const char *message)
{
	struct line line;

	line_read_after(&line, habits, text);
	cr_expect_not(line.good, "'%s' '%s'", habits, text);
	cr_expect_str_eq(line.why.text, message);
	line_clear(&line);
}

Test(options, habits_are_options_too)
{
	struct line line;

	expect_habits("", "", OPTION_ASCII, false);
	expect_habits("--ascii", "", OPTION_ASCII, true);
	expect_habits(" --ascii  --no-state ", "404", OPTION_NO_STATE, true);
	expect_habits("--list", "404", OPTION_LIST, true);
	line_read_after(&line, "-n 7 -f 'vendor'", "404");
	cr_assert(line.good, "%s", line.why.text);
	cr_expect_eq(line.options.limit, 7);
	cr_expect(filter_active(&line.options.filter));
	cr_expect_eq(line.options.operand_count, 1);
	line_clear(&line);
}

Test(options, the_command_line_is_stronger_than_habits)
{
	struct line line;

	line_read_after(&line, "--color=never -n 7 --width=40",
			"--color=always|-n|3");
	cr_assert(line.good, "%s", line.why.text);
	cr_expect_eq(line.options.color, WHEN_ALWAYS);
	cr_expect_eq(line.options.limit, 3);
	cr_expect_eq(line.options.width, 40);
	line_clear(&line);
}

Test(options, a_form_by_habit_gives_way_to_one_of_the_command_line)
{
	struct line line;

	expect_habits("--full", "--json", OPTION_FULL, false);
	expect_habits("--full", "--json", OPTION_JSON, true);
	expect_habits("--full", "--stats", OPTION_FULL, false);
	expect_habits("--list", "--log|a", OPTION_LIST, false);
	expect_habits("--json", "--log|a", OPTION_JSON, true);
	line_read_after(&line, "-n 7", "-i");
	cr_assert(line.good, "%s", line.why.text);
	cr_expect_eq(line.options.limit, SIZE_MAX);
	cr_expect_not(line.options.given[OPTION_LIMIT]);
	line_clear(&line);
}

/* A bare httree would never browse for those who have one. */
Test(options, a_limit_by_habit_is_kept_but_not_asked_for)
{
	struct line line;

	line_read_after(&line, "-n 7", "");
	cr_assert(line.good, "%s", line.why.text);
	cr_expect_eq(line.options.limit, 7);
	cr_expect_not(line.options.given[OPTION_LIMIT]);
	line_clear(&line);
}

Test(options, what_is_wrong_with_habits_names_their_variable)
{
	expect_blame("--bogus", "",
		     "in HTTREE_OPTIONS: no option is called '--bogus'");
	expect_blame("-n", "404",
		     "in HTTREE_OPTIONS: the option '-n' has no argument: "
		     "expected one");
	expect_blame("--list 404", "",
		     "in HTTREE_OPTIONS: expected options alone, but there is "
		     "'404'");
	expect_blame("-- -l", "",
		     "in HTTREE_OPTIONS: expected options alone, but there is "
		     "'-l'");
	expect_blame("-s 'rate limit'", "",
		     "in HTTREE_OPTIONS: --search is for the command line");
	expect_blame("--list --json", "",
		     "in HTTREE_OPTIONS: --list does not go together with "
		     "--json");
	expect_blame("--stats", "-n|3",
		     "in HTTREE_OPTIONS: --stats does not go together with "
		     "--limit");
	expect_blame("-f 'vendor", "",
		     "in HTTREE_OPTIONS: a quote has no end: expected another "
		     "'");
	expect_blame("--ascii", "--bogus", "no option is called '--bogus'");
}

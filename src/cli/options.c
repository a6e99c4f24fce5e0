#include "cli/options.h"

#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/strbuf.h"
#include "base/text.h"
#include "base/xalloc.h"
#include "catalogue/id.h"
#include "cli/pairs.h"
#include "cli/split.h"

static const struct option_row rows[] = {
#define OPTION(name, letter, word, argument, group, help)                     \
	{ #name, letter, word, argument, OPTIONS_##group, help },
#include "cli/options.def"
};

enum { FIRST_LONG = 256, WIDTH_LEAST = 20, WIDTH_MOST = 1000 };

const struct option_row *option_row(enum option_name option)
{
	return &rows[option];
}

/* What getopt_long() returns for an option. */
static int value_of(enum option_name option)
{
	return rows[option].letter != '\0' ? rows[option].letter :
					     FIRST_LONG + (int)option;
}

static enum option_name option_of(int value)
{
	enum option_name option = 0;

	while (option < OPTION_COUNT && value_of(option) != value)
		option++;
	return option;
}

/* The leading colon makes getopt tell a missing argument from the rest. */
static void describe(struct option long_options[], char *letters)
{
	*letters++ = ':';
	for (enum option_name i = 0; i < OPTION_COUNT; i++) {
		long_options[i] = (struct option){
			.name = rows[i].word,
			.has_arg = rows[i].argument == NULL ?
					   no_argument :
					   required_argument,
			.val = value_of(i),
		};
		if (rows[i].letter == '\0')
			continue;
		*letters++ = rows[i].letter;
		if (rows[i].argument != NULL)
			*letters++ = ':';
	}
	long_options[OPTION_COUNT] = (struct option){ 0 };
	*letters = '\0';
}

static bool say_word(struct problem *why, const char *before,
		     const char *word, const char *after)
{
	return problem_word(why, before, word, strlen(word), after);
}

/* A number that is too large to be told apart is the largest there is. */
static bool parse_count(const char *text, size_t *count)
{
	char *end;

	if (*text < '0' || *text > '9')
		return false;
	*count = strtoul(text, &end, 10);
	return *end == '\0';
}

static bool parse_when(enum when *when, const char *text)
{
	static const char *const words[] = { "auto", "always", "never" };

	for (*when = WHEN_AUTO; *when <= WHEN_NEVER; ++*when) {
		if (strcmp(text, words[*when]) == 0)
			return true;
	}
	return false;
}

static void add_unresolved(struct options *options, enum option_name option,
			   const char *text)
{
	options->unresolved = xgrow(options->unresolved,
				    &options->unresolved_capacity,
				    options->unresolved_count + 1,
				    sizeof(*options->unresolved));
	options->unresolved[options->unresolved_count++] = (struct unresolved){
		.option = option,
		.text = xstrdup(text),
		.habit = options->reading_habits,
	};
}

/* One by habit is gone when the command line is read. */
static void add_catalogue(struct options *options, const char *file)
{
	options->catalogues = xgrow(options->catalogues,
				    &options->catalogue_capacity,
				    options->catalogue_count + 1,
				    sizeof(*options->catalogues));
	options->catalogues[options->catalogue_count++] = xstrdup(file);
}

static void add_log(struct options *options, char *file)
{
	options->logs = xgrow(options->logs, &options->log_capacity,
			      options->log_count + 1, sizeof(*options->logs));
	options->logs[options->log_count++] = file;
}

static bool parse_theme(struct options *options, const char *text)
{
	for (enum theme theme = 0; theme < THEME_COUNT; theme++) {
		if (strcmp(text, theme_names[theme]) == 0) {
			options->theme = theme;
			return true;
		}
	}
	return false;
}

static bool take(struct options *options, enum option_name option,
		 char *argument, struct problem *why)
{
	size_t number;

	options->given[option] = true;
	switch (option) {
	case OPTION_SEARCH:
		if (options->search.length > 0)
			strbuf_add_char(&options->search, ' ');
		strbuf_add(&options->search, argument);
		return true;
	case OPTION_FILTER:
	case OPTION_LOG_ORIGIN:
		add_unresolved(options, option, argument);
		return true;
	case OPTION_CATALOGUE:
		add_catalogue(options, argument);
		return true;
	case OPTION_NEW_CATALOGUE:
		options->new_catalogue = argument;
		return true;
	case OPTION_LIMIT:
		return (parse_count(argument, &options->limit) &&
			options->limit > 0) ||
		       say_word(why, "--limit is", argument,
				": expected a number from 1");
	case OPTION_CHECK:
	case OPTION_LOG:
		add_log(options, argument);
		return true;
	case OPTION_COLOR:
		return parse_when(&options->color, argument) ||
		       say_word(why, "--color is", argument,
				": expected auto, always or never");
	case OPTION_THEME:
		return parse_theme(options, argument) ||
		       say_word(why, "--theme is", argument,
				": expected auto, dark, light or mono");
	case OPTION_HYPERLINK:
		return parse_when(&options->hyperlink, argument) ||
		       say_word(why, "--hyperlink is", argument,
				": expected auto, always or never");
	case OPTION_WIDTH:
		if (!parse_count(argument, &number) ||
		    number < WIDTH_LEAST || number > WIDTH_MOST)
			return say_word(why, "--width is", argument,
					": expected a number from 20 to 1000");
		options->width = (int)number;
		return true;
	default:
		return true;
	}
}

/* How many options `--word` may be the beginning of. */
static size_t begins(const char *word)
{
	size_t length = strcspn(word + 2, "=");
	size_t count = 0;

	for (enum option_name i = 0; i < OPTION_COUNT; i++)
		count += strncmp(rows[i].word, word + 2, length) == 0;
	return count;
}

/*
 * Why getopt_long() refused what it read last: a letter, which it tells, or a
 * long option, which is the word before.
 */
static bool refuse(struct problem *why, int result, char **argv)
{
	char letter[3] = { '-', (char)optopt, '\0' };
	const char *word = argv[optind - 1];
	bool known = optopt != 0 && option_of(optopt) != OPTION_COUNT;

	if (strncmp(word, "--", 2) != 0 || (optopt != 0 && !known))
		word = letter;
	if (result == ':')
		return say_word(why, "the option", word,
				" has no argument: expected one");
	if (known)
		return say_word(why, "the option", word,
				" takes no argument");
	if (optopt == 0 && begins(word) > 1)
		return say_word(why, "the option", word,
				" is the beginning of several");
	return say_word(why, "no option is called", word, "");
}

/* What contradicts something else is refused, not forgotten. */
static bool check_pairs(const struct options *options, struct problem *why)
{
	enum option_name option, other;

	return !pairs_clash(options->given, &option, &other) ||
	       problem_set(why, "--%s does not go together with --%s",
			   rows[option].word, rows[other].word);
}

/* What takes no operand, or is of no use alone. */
static bool check_rest(const struct options *options, struct problem *why)
{
	static const enum option_name alone[] = { OPTION_STATS,
						  OPTION_ANNOTATE,
						  OPTION_NEW_CATALOGUE };
	char before[64];

	for (size_t i = 0; i < sizeof(alone) / sizeof(*alone); i++) {
		if (!options->given[alone[i]] || options->operand_count == 0)
			continue;
		snprintf(before, sizeof(before),
			 "--%s takes no operand, but there is",
			 rows[alone[i]].word);
		return say_word(why, before, options->operands[0], "");
	}
	if (options->given[OPTION_LOG_ORIGIN] && !options->given[OPTION_LOG] &&
	    !options->given[OPTION_ANNOTATE])
		return problem_set(why, "--log-origin goes together with "
					"--log or --annotate");
	return true;
}

/* With --log or --check the operands are files, too. */
static void take_logs(struct options *options)
{
	if (!options->given[OPTION_LOG] && !options->given[OPTION_CHECK])
		return;
	for (size_t i = 0; i < options->operand_count; i++)
		add_log(options, options->operands[i]);
	options->operand_count = 0;
}

/* Take the options of a list of words, and leave the operands. */
static bool read_words(struct options *options, int argc, char **argv,
		       struct problem *why)
{
	struct option long_options[OPTION_COUNT + 1];
	char letters[2 * OPTION_COUNT + 2];
	int result;

	describe(long_options, letters);
	opterr = 0;
	optind = 0; /* not 1, so that getopt forgets an earlier command line */
	while ((result = getopt_long(argc, argv, letters, long_options,
				     NULL)) != -1) {
		enum option_name option = option_of(result);

		if (option == OPTION_COUNT)
			return refuse(why, result, argv);
		if (!take(options, option, optarg, why))
			return false;
		if (option == OPTION_HELP || option == OPTION_VERSION)
			return true;
	}
	options->operands = argv + optind;
	options->operand_count = (size_t)(argc - optind);
	take_logs(options);
	return check_pairs(options, why) && check_rest(options, why);
}

/* ------------------------------------------------------------------------
 * Habits: options that somebody always wants
 */

static bool read_split(struct options *options, const struct split *split,
		       struct problem *why)
{
	static const enum option_name single[] = { OPTION_SEARCH, OPTION_LOG,
						   OPTION_ANNOTATE,
						   OPTION_CHECK,
						   OPTION_NEW_CATALOGUE };

	if (!read_words(options, (int)split->count, split->words, why))
		return false;
	if (options->operand_count > 0)
		return say_word(why, "expected options alone, but there is",
				options->operands[0], "");
	for (size_t i = 0; i < sizeof(single) / sizeof(*single); i++) {
		if (options->given[single[i]])
			return problem_set(why, "--%s is for the command line",
					   rows[single[i]].word);
	}
	return true;
}

static bool blame_habits(struct problem *why, const struct problem *fault)
{
	return problem_set(why, "in HTTREE_OPTIONS: %.480s", fault->text);
}

static bool read_habits(struct options *options, const char *habits,
			struct problem *why)
{
	struct split split;
	struct problem fault;
	bool good;

	options->reading_habits = true;
	good = split_init(&split, "httree", habits, &fault) &&
	       read_split(options, &split, &fault);
	options->reading_habits = false;
	split_clear(&split);
	options->operands = NULL;
	options->operand_count = 0;
	return good || blame_habits(why, &fault);
}

/* Whether a habit cannot be kept beside what the command line asks for. */
static bool gives_way(enum option_name habit, const bool *given,
		      enum option_name form)
{
	return (form != OPTION_COUNT && pairs_is_form(habit)) ||
	       pairs_is_stranger(given, habit);
}

/*
 * Add what is given by habit to what the command line gave, and take back what
 * has to give way.
 */
static bool add_habits(struct options *options, const bool *habits,
		       struct problem *why)
{
	enum option_name form = pairs_form(options->given);
	bool given[OPTION_COUNT];
	bool limited = options->given[OPTION_LIMIT];
	struct problem fault;

	memcpy(given, options->given, sizeof(given));
	for (enum option_name i = 0; i < OPTION_COUNT; i++) {
		if (habits[i] && !gives_way(i, given, form))
			options->given[i] = true;
	}
	/* To ask for a limit is to print; to be used to one is not. */
	options->given[OPTION_LIMIT] = limited;
	if (!limited && pairs_is_stranger(options->given, OPTION_LIMIT))
		options->limit = SIZE_MAX;
	return check_pairs(options, &fault) || blame_habits(why, &fault);
}

bool options_parse(struct options *options, const char *habits, int argc,
		   char **argv, struct problem *why)
{
	bool given[OPTION_COUNT];

	*options = (struct options){ .limit = SIZE_MAX };
	filter_init(&options->filter);
	strbuf_init(&options->search);
	if (habits != NULL && !read_habits(options, habits, why))
		return false;
	memcpy(given, options->given, sizeof(given));
	memset(options->given, 0, sizeof(options->given));
	return read_words(options, argc, argv, why) &&
	       (options->given[OPTION_HELP] || options->given[OPTION_VERSION] ||
		add_habits(options, given, why));
}

void options_clear(struct options *options)
{
	for (size_t i = 0; i < options->catalogue_count; i++)
		free(options->catalogues[i]);
	for (size_t i = 0; i < options->unresolved_count; i++)
		free(options->unresolved[i].text);
	free(options->catalogues);
	free(options->unresolved);
	strbuf_clear(&options->search);
	free(options->logs);
	free(options->log_origin);
}

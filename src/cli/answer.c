#include "cli/answer.h"

#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "base/xalloc.h"
#include "cli/export.h"
#include "query/pattern.h"
#include "query/query.h"

/* The entries of an answer, best first. */
struct answers {
	entry_t *entries;
	size_t count;
	size_t hidden;
};

void answer_question(const struct options *options, struct strbuf *question)
{
	if (options->search != NULL)
		text_clean(question, options->search,
			   strlen(options->search));
	for (size_t i = 0; i < options->operand_count; i++) {
		if (question->length > 0)
			strbuf_add_char(question, ' ');
		text_clean(question, options->operands[i],
			   strlen(options->operands[i]));
	}
}

static void take_all(const struct options *options,
		     const struct catalogue *catalogue,
		     struct answers *answers)
{
	for (entry_t entry = 0; entry < catalogue_count(catalogue); entry++) {
		if (filter_shows(&options->filter, catalogue, entry))
			answers->entries[answers->count++] = entry;
		else
			answers->hidden++;
	}
}

static void take_hits(const struct search *search, struct answers *answers)
{
	for (size_t i = 0; i < search->count; i++)
		answers->entries[answers->count++] = search->hits[i].entry;
	answers->hidden = search->hidden;
}

static bool wants_list(const struct options *options)
{
	return options->given[OPTION_LIST] || options->given[OPTION_JSON] ||
	       options->given[OPTION_TSV] || options->given[OPTION_FULL];
}

static void print_full(const struct manner *manner,
		       const struct catalogue *catalogue,
		       const entry_t *entries, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		if (i > 0)
			fputc('\n', manner->out);
		show_page(manner, catalogue, entries[i]);
	}
}

static void print(const struct options *options, const struct manner *manner,
		  const struct catalogue *catalogue,
		  const struct answers *answers, bool alone)
{
	size_t count = answers->count < options->limit ? answers->count :
							 options->limit;

	if (options->given[OPTION_JSON])
		export_json(manner->out, catalogue, answers->entries, count);
	else if (options->given[OPTION_TSV])
		export_tsv(manner->out, catalogue, answers->entries, count);
	else if (options->given[OPTION_FULL] ||
		 (alone && answers->count == 1 &&
		  !options->given[OPTION_LIST]))
		print_full(manner, catalogue, answers->entries, count);
	else
		show_list(manner, catalogue, answers->entries, count);
}

/* The best fit of any entry, or of any that the filter shows. */
static enum pattern_fit best_fit(const struct pattern *pattern,
				 const struct catalogue *catalogue,
				 const struct filter *filter)
{
	enum pattern_fit best = FIT_NONE;

	for (entry_t entry = 0; entry < catalogue_count(catalogue); entry++) {
		enum pattern_fit fit =
			pattern_match(pattern, catalogue, entry);

		if (fit > best && (filter == NULL ||
				   filter_shows(filter, catalogue, entry)))
			best = fit;
	}
	return best;
}

/* A number of three digits, of which a text may tell, but nobody defines it. */
static bool is_unknown(const struct pattern *pattern,
		       const struct catalogue *catalogue)
{
	unsigned int number;

	return pattern_is_status(pattern, &number) &&
	       best_fit(pattern, catalogue, NULL) < FIT_INSIDE;
}

/* One number and no more, written out, that can be answered for. */
static bool is_number(const struct options *options,
		      const struct catalogue *catalogue,
		      const struct query *query)
{
	const struct pattern *pattern = &query->patterns[0];

	return query->pattern_count == 1 && query->word_count == 0 &&
	       pattern->kind == PATTERN_NUMBER && pattern->exact &&
	       (best_fit(pattern, catalogue, &options->filter) >= FIT_INSIDE ||
		is_unknown(pattern, catalogue));
}

static void read_operand(struct query *query, const char *operand,
			 const struct catalogue *catalogue)
{
	struct strbuf clean;

	strbuf_init(&clean);
	text_clean(&clean, operand, strlen(operand));
	query_init(query, strbuf_text(&clean), catalogue);
	strbuf_clear(&clean);
}

static void part(const struct manner *manner, size_t *shown)
{
	if ((*shown)++ > 0)
		fputc('\n', manner->out);
}

/*
 * The best-known meaning in full, the others as cards; the order of the
 * entries is that of how well known they are.
 */
static void print_meanings(const struct options *options,
			   const struct manner *manner,
			   const struct catalogue *catalogue,
			   const struct pattern *pattern, size_t *shown)
{
	bool first = true;

	for (enum pattern_fit fit = FIT_ID; fit >= FIT_INSIDE; fit--) {
		for (entry_t entry = 0; entry < catalogue_count(catalogue) &&
					*shown < options->limit;
		     entry++) {
			if (pattern_match(pattern, catalogue, entry) != fit ||
			    !filter_shows(&options->filter, catalogue, entry))
				continue;
			part(manner, shown);
			if (first)
				show_page(manner, catalogue, entry);
			else
				show_card(manner, catalogue, entry);
			first = false;
		}
	}
}

/* Returns whether somebody defines the number. */
static bool print_number(const struct options *options,
			 const struct manner *manner,
			 const struct catalogue *catalogue,
			 const struct pattern *pattern, size_t *shown)
{
	unsigned int number;

	if (!is_unknown(pattern, catalogue)) {
		print_meanings(options, manner, catalogue, pattern, shown);
		return true;
	}
	if (*shown < options->limit && pattern_is_status(pattern, &number)) {
		part(manner, shown);
		show_unknown(manner, catalogue, number);
	}
	return false;
}

/* Answer when every operand is one number; false when one is not. */
static bool answer_numbers(const struct options *options,
			   const struct manner *manner,
			   const struct catalogue *catalogue, int *status)
{
	bool all = options->operand_count > 0;
	bool found = false;
	size_t shown = 0;
	struct query query;

	for (size_t i = 0; all && i < options->operand_count; i++) {
		read_operand(&query, options->operands[i], catalogue);
		all = is_number(options, catalogue, &query);
		query_clear(&query);
	}
	for (size_t i = 0; all && i < options->operand_count; i++) {
		read_operand(&query, options->operands[i], catalogue);
		found |= print_number(options, manner, catalogue,
				      &query.patterns[0], &shown);
		query_clear(&query);
	}
	*status = found ? 0 : 1;
	return all;
}

static int refuse(const struct answers *answers, const char *question,
		  struct problem *why)
{
	if (answers->hidden > 0)
		problem_set(why, "nothing matches '%s' (%zu hidden by the filter)",
			    question, answers->hidden);
	else
		problem_set(why, "nothing matches '%s'", question);
	return 1;
}

static bool prints_data(const struct options *options)
{
	return options->given[OPTION_JSON] || options->given[OPTION_TSV];
}

/*
 * The number that was asked for and that nobody defines, else 0.  A search in
 * all texts may find one that tells of it.
 */
static unsigned int unknown_number(const struct options *options,
				   const struct catalogue *catalogue,
				   const struct search *search)
{
	unsigned int number = search_status(search);

	if (number == 0 ||
	    !is_unknown(&search->query.patterns[0], catalogue) ||
	    (options->search != NULL &&
	     (search->count > 0 || search->hidden > 0)))
		return 0;
	return number;
}

static int answer_search(const struct options *options,
			 const struct catalogue *catalogue,
			 const struct manner *manner, const char *question,
			 struct answers *answers, struct problem *why)
{
	struct search search;
	struct strbuf near;
	unsigned int unknown;
	int status = 0;

	search_init(&search, catalogue);
	strbuf_init(&near);
	search_run(&search, question, &options->filter);
	take_hits(&search, answers);
	unknown = unknown_number(options, catalogue, &search);
	search_describe_lost(&search, &near);
	if (unknown > 0 && !prints_data(options)) {
		show_unknown(manner, catalogue, unknown);
		status = 1;
	} else if (unknown > 0 || answers->count == 0) {
		if (options->given[OPTION_JSON])
			export_json(manner->out, catalogue, NULL, 0);
		status = refuse(answers, question, why);
	} else {
		if (near.length > 0)
			problem_set(why, "%s", near.text);
		print(options, manner, catalogue, answers, true);
	}
	strbuf_clear(&near);
	search_clear(&search);
	return status;
}

static int answer_all(const struct options *options,
		      const struct catalogue *catalogue,
		      const struct manner *manner, struct answers *answers,
		      struct problem *why)
{
	take_all(options, catalogue, answers);
	print(options, manner, catalogue, answers, false);
	if (answers->count > 0)
		return 0;
	problem_set(why, "the filter hides everything");
	return 1;
}

int answer(const struct options *options, const struct catalogue *catalogue,
	   const struct manner *manner, struct problem *why)
{
	struct answers answers = {
		.entries = xmalloc(catalogue_count(catalogue) *
				   sizeof(entry_t)),
	};
	struct strbuf question;
	int status = 0;

	why->text[0] = '\0';
	strbuf_init(&question);
	answer_question(options, &question);
	if (options->given[OPTION_STATS])
		show_stats(manner, catalogue);
	else if (options->search == NULL && options->operand_count == 0)
		status = answer_all(options, catalogue, manner, &answers, why);
	else if (options->search != NULL || wants_list(options) ||
		 !answer_numbers(options, manner, catalogue, &status))
		status = answer_search(options, catalogue, manner,
				       strbuf_text(&question), &answers, why);
	strbuf_clear(&question);
	free(answers.entries);
	return status;
}

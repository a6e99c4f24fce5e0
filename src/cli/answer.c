#include "cli/answer.h"

#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "base/xalloc.h"
#include "cli/export.h"
#include "query/pattern.h"

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

/*
 * A number: its best-known meaning in full, the others as cards.  False when
 * the word is not one number, or no entry has exactly that one.
 */
static bool print_number(const struct options *options,
			 const struct manner *manner,
			 const struct catalogue *catalogue, const char *word)
{
	struct pattern pattern;
	bool found = false;
	size_t shown = 0;

	if (!pattern_parse(&pattern, word, strlen(word)) ||
	    pattern.kind != PATTERN_NUMBER || !pattern.exact)
		return false;
	/* The order of the entries is that of how well known they are. */
	for (enum pattern_fit fit = FIT_EXACT; fit >= FIT_INSIDE; fit--) {
		for (entry_t entry = 0; entry < catalogue_count(catalogue) &&
					shown < options->limit;
		     entry++) {
			if (pattern_match(&pattern, catalogue, entry) != fit ||
			    !filter_shows(&options->filter, catalogue, entry))
				continue;
			if (found)
				fputc('\n', manner->out);
			if (found)
				show_card(manner, catalogue, entry);
			else
				show_page(manner, catalogue, entry);
			found = true;
			shown++;
		}
	}
	return found;
}

/* Every operand is one number that somebody defines. */
static bool print_numbers(const struct options *options,
			  const struct manner *manner,
			  const struct catalogue *catalogue)
{
	struct search search;
	bool all = options->operand_count > 0;

	search_init(&search, catalogue);
	for (size_t i = 0; all && i < options->operand_count; i++) {
		search_run(&search, options->operands[i], &options->filter);
		all = search.query.pattern_count == 1 &&
		      search.query.word_count == 0 &&
		      search.query.patterns[0].kind == PATTERN_NUMBER &&
		      search.query.patterns[0].exact && search.count > 0 &&
		      pattern_match(&search.query.patterns[0], catalogue,
				    search.hits[0].entry) >= FIT_INSIDE;
	}
	search_clear(&search);
	for (size_t i = 0; all && i < options->operand_count; i++) {
		if (i > 0)
			fputc('\n', manner->out);
		print_number(options, manner, catalogue,
			     options->operands[i]);
	}
	return all;
}

static int refuse(const struct search *search, const char *question,
		  struct problem *why)
{
	if (search->hidden > 0)
		problem_set(why, "nothing matches '%s' (%zu hidden by the filter)",
			    question, search->hidden);
	else
		problem_set(why, "nothing matches '%s'", question);
	return 1;
}

static bool prints_data(const struct options *options)
{
	return options->given[OPTION_JSON] || options->given[OPTION_TSV];
}

static int answer_search(const struct options *options,
			 const struct catalogue *catalogue,
			 const struct manner *manner, const char *question,
			 struct answers *answers, struct problem *why)
{
	struct search search;
	struct strbuf near;
	unsigned int number;
	int status = 0;

	search_init(&search, catalogue);
	strbuf_init(&near);
	search_run(&search, question, &options->filter);
	take_hits(&search, answers);
	number = search_status(&search);
	search_describe_near(&search, &near);
	if (answers->count == 0 && number > 0 && search.hidden == 0 &&
	    !prints_data(options)) {
		show_unknown(manner, catalogue, number);
		status = 1;
	} else if (answers->count == 0) {
		if (options->given[OPTION_JSON])
			export_json(manner->out, catalogue, NULL, 0);
		status = refuse(&search, question, why);
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
		 !print_numbers(options, manner, catalogue))
		status = answer_search(options, catalogue, manner,
				       strbuf_text(&question), &answers, why);
	strbuf_clear(&question);
	free(answers.entries);
	return status;
}

#include "cli/found.h"

#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "base/xalloc.h"
#include "query/pattern.h"
#include "query/query.h"
#include "query/search.h"

void found_init(struct found *found, const struct catalogue *catalogue)
{
	size_t count = catalogue_count(catalogue);

	*found = (struct found){
		.catalogue = catalogue,
		.taken = xcalloc(count, sizeof(*found->taken)),
	};
}

void found_clear(struct found *found)
{
	for (size_t i = 0; i < found->count; i++)
		free(found->items[i].remark);
	free(found->items);
	free(found->taken);
}

entry_t *found_entries(const struct found *found)
{
	entry_t *entries = xmalloc((found->entries + 1) * sizeof(*entries));
	size_t count = 0;

	for (size_t i = 0; i < found->count; i++) {
		if (found->items[i].kind == FOUND_ENTRY)
			entries[count++] = found->items[i].entry;
	}
	return entries;
}

void found_remark(const struct found *found, bool explained,
		  struct strbuf *remarks)
{
	for (size_t i = 0; i < found->count; i++) {
		const struct found_item *item = &found->items[i];

		if (item->kind == FOUND_ENTRY ||
		    (item->kind == FOUND_UNKNOWN && explained &&
		     found->entries == 0))
			continue;
		strbuf_add(remarks, item->remark);
		strbuf_add_char(remarks, '\n');
	}
}

/* Append a word as it may be printed; white space of any sort is blanks. */
static void clean(struct strbuf *text, const char *word)
{
	char *copy = xstrdup(word);

	for (char *at = strpbrk(copy, "\t\n\v\f\r"); at != NULL;
	     at = strpbrk(at, "\t\n\v\f\r"))
		*at = ' ';
	text_clean(text, copy, strlen(copy));
	free(copy);
}

void found_question(const struct options *options, struct strbuf *question)
{
	clean(question, strbuf_text(&options->search));
	for (size_t i = 0; i < options->operand_count; i++) {
		if (question->length > 0)
			strbuf_add_char(question, ' ');
		clean(question, options->operands[i]);
	}
}

/* ------------------------------------------------------------------------
 * Items
 */

static void add(struct found *found, struct found_item item)
{
	found->items = xgrow(found->items, &found->capacity, found->count + 1,
			     sizeof(*found->items));
	found->items[found->count++] = item;
}

static void add_entry(struct found *found, entry_t entry, bool first)
{
	if (found->taken[entry])
		return;
	found->taken[entry] = true;
	found->entries++;
	add(found, (struct found_item){ .kind = FOUND_ENTRY,
					.entry = entry,
					.first = first });
}

/* Whoever asks twice in vain is told once.  The item's remark is taken over. */
static void add_vain(struct found *found, struct found_item item)
{
	for (size_t i = 0; i < found->count; i++) {
		if (found->items[i].kind != FOUND_ENTRY &&
		    strcmp(found->items[i].remark, item.remark) == 0) {
			free(item.remark);
			return;
		}
	}
	add(found, item);
}

/* Nothing matches the `length` bytes of `word`, or all that does is hidden. */
static void add_nothing(struct found *found, const char *word, size_t length,
			size_t hidden)
{
	struct strbuf text;

	strbuf_init(&text);
	strbuf_addf(&text, "nothing matches '%.*s'", (int)length, word);
	if (hidden > 0)
		strbuf_addf(&text, " (%zu hidden by the filter)", hidden);
	add_vain(found, (struct found_item){ .kind = FOUND_NOTHING,
					     .remark = text.text });
}

static void add_unknown(struct found *found, unsigned int number)
{
	entry_t near[2];
	struct strbuf text;
	const char *before = "; the nearest codes are ";

	strbuf_init(&text);
	strbuf_addf(&text, "nobody defines %03u", number);
	catalogue_neighbours(found->catalogue, number, &near[0], &near[1]);
	for (size_t i = 0; i < 2; i++) {
		if (near[i] == ENTRY_NONE)
			continue;
		strbuf_addf(&text, "%s%s", before,
			    catalogue_id(found->catalogue, near[i]));
		before = " and ";
	}
	add_vain(found, (struct found_item){ .kind = FOUND_UNKNOWN,
					     .number = number,
					     .remark = text.text });
}

/* ------------------------------------------------------------------------
 * Numbers and patterns
 */

/* The best fit of any entry, whatever the filter shows. */
static enum pattern_fit best_fit(const struct found *found,
				 const struct pattern *pattern)
{
	enum pattern_fit best = FIT_NONE;

	for (entry_t i = 0; i < catalogue_count(found->catalogue); i++) {
		enum pattern_fit fit =
			pattern_match(pattern, found->catalogue, i);

		if (fit > best)
			best = fit;
	}
	return best;
}

/* A number of three digits, of which texts may tell, but nobody defines it. */
static bool is_unknown(const struct found *found,
		       const struct pattern *pattern, unsigned int *number)
{
	return pattern_is_status(pattern, number) &&
	       best_fit(found, pattern) < FIT_INSIDE;
}

/*
 * The best-known meaning first: the order of the entries is that of how well
 * known they are.
 */
static void take_meanings(struct found *found, const struct pattern *pattern,
			  const struct filter *filter)
{
	const struct catalogue *catalogue = found->catalogue;
	bool first = true;
	size_t hidden = 0;

	for (enum pattern_fit fit = FIT_ID; fit >= FIT_INSIDE; fit--) {
		for (entry_t i = 0; i < catalogue_count(catalogue); i++) {
			if (pattern_match(pattern, catalogue, i) != fit)
				continue;
			if (filter_shows(filter, catalogue, i)) {
				add_entry(found, i, first);
				first = false;
			} else {
				hidden++;
			}
		}
	}
	if (first)
		add_nothing(found, pattern->text, pattern->length, hidden);
}

static void take_hits(struct found *found, const struct search *search)
{
	for (size_t i = 0; i < search->count; i++)
		add_entry(found, search->hits[i].entry, false);
}

/* What the pattern describes or begins, best first. */
static void take_matches(struct found *found, const struct pattern *pattern,
			 const struct filter *filter)
{
	char *text = xmemdup(pattern->text, pattern->length);
	struct search search;

	search_init(&search, found->catalogue);
	search_run(&search, text, filter);
	if (search.count == 0)
		add_nothing(found, pattern->text, pattern->length,
			    search.hidden);
	take_hits(found, &search);
	search_clear(&search);
	free(text);
}

static void take_pattern(struct found *found, const struct pattern *pattern,
			 const struct filter *filter)
{
	bool number = pattern->kind == PATTERN_NUMBER && pattern->exact;
	unsigned int unknown;

	if (is_unknown(found, pattern, &unknown)) {
		add_unknown(found, unknown);
	} else if (number && best_fit(found, pattern) >= FIT_INSIDE) {
		take_meanings(found, pattern, filter);
	} else {
		found->numbers = false;
		take_matches(found, pattern, filter);
	}
}

/* ------------------------------------------------------------------------
 * Operands
 */

/*
 * What one operand holds.  It is read one comma at a time: a query holds only
 * so many patterns, and what a shell expands to has no such limit.
 */
struct operand {
	struct strbuf text;
	size_t patterns;
	size_t labels; /* words that announce a number: `http', `error' */
	size_t words;  /* others */
};

static void operand_clear(struct operand *operand)
{
	strbuf_clear(&operand->text);
}

/*
 * Read the next piece behind `*at`; false at the end.  The query is to be
 * cleared.
 */
static bool next_piece(const struct operand *operand, size_t *at,
		       const struct catalogue *catalogue, struct query *query)
{
	const char *text = strbuf_text(&operand->text);
	size_t length;
	char *piece;

	if (*at > operand->text.length)
		return false;
	length = strcspn(text + *at, ",");
	piece = xmemdup(text + *at, length);
	query_init(query, piece, catalogue);
	free(piece);
	*at += length + 1;
	return true;
}

static void count_words(struct operand *operand, const struct query *query)
{
	for (size_t i = 0; i < query->word_count; i++) {
		const struct query_word *word = &query->words[i];

		if (pattern_is_label(query->text + word->start,
				     word->end - word->start))
			operand->labels++;
		else
			operand->words++;
	}
}

static void operand_init(struct operand *operand, const char *text,
			 const struct catalogue *catalogue)
{
	struct query query;
	size_t at = 0;

	*operand = (struct operand){ .patterns = 0 };
	strbuf_init(&operand->text);
	clean(&operand->text, text);
	while (next_piece(operand, &at, catalogue, &query)) {
		operand->patterns += query.pattern_count;
		count_words(operand, &query);
		query_clear(&query);
	}
}

static void take_operand(struct found *found, const char *text,
			 const struct filter *filter)
{
	struct operand operand;
	struct query query;
	size_t at = 0;

	operand_init(&operand, text, found->catalogue);
	found->numbers &= operand.patterns < 2;
	if (operand.patterns + operand.labels + operand.words == 0)
		add_nothing(found, strbuf_text(&operand.text),
			    operand.text.length, 0);
	while (next_piece(&operand, &at, found->catalogue, &query)) {
		for (size_t i = 0; i < query.pattern_count; i++)
			take_pattern(found, &query.patterns[i], filter);
		query_clear(&query);
	}
	operand_clear(&operand);
}

static void take_operands(struct found *found, const struct options *options)
{
	found->numbers = true;
	for (size_t i = 0; i < options->operand_count; i++)
		take_operand(found, options->operands[i], &options->filter);
}

/* Words make a question of all operands; labels do when there is no number. */
static bool have_words(const struct options *options,
		       const struct catalogue *catalogue)
{
	size_t patterns = 0, labels = 0, words = 0;

	for (size_t i = 0; i < options->operand_count; i++) {
		struct operand operand;

		operand_init(&operand, options->operands[i], catalogue);
		patterns += operand.patterns;
		labels += operand.labels;
		words += operand.words;
		operand_clear(&operand);
	}
	return words > 0 || (labels > 0 && patterns == 0);
}

/* ------------------------------------------------------------------------
 * Questions
 */

/* How many entries the pattern describes or begins. */
static size_t count_matches(const struct found *found,
			    const struct pattern *pattern,
			    const struct filter *filter, size_t *hidden)
{
	size_t count = 0;

	*hidden = 0;
	for (entry_t i = 0; i < catalogue_count(found->catalogue); i++) {
		if (pattern_match(pattern, found->catalogue, i) == FIT_NONE)
			continue;
		if (filter_finds(filter, found->catalogue, i))
			count++;
		else
			++*hidden;
	}
	return count;
}

/* Say so when a pattern has no part in what its question found. */
static void tell_idle(struct found *found, const struct pattern *pattern,
		      const struct filter *filter)
{
	unsigned int number;
	size_t hidden;

	if (count_matches(found, pattern, filter, &hidden) > 0)
		return;
	if (hidden == 0 && pattern_is_status(pattern, &number))
		add_unknown(found, number);
	else
		add_nothing(found, pattern->text, pattern->length, hidden);
}

/*
 * The operands that are numbers and patterns; in a longer text a number may be
 * of any sort.
 */
static void tell_idle_operands(struct found *found,
			       const struct options *options)
{
	for (size_t i = 0; i < options->operand_count; i++) {
		struct operand operand;
		struct query query;
		size_t at = 0;

		operand_init(&operand, options->operands[i], found->catalogue);
		while (operand.words == 0 &&
		       next_piece(&operand, &at, found->catalogue, &query)) {
			for (size_t k = 0; k < query.pattern_count; k++)
				tell_idle(found, &query.patterns[k],
					  &options->filter);
			query_clear(&query);
		}
		operand_clear(&operand);
	}
}

/* Whether a search is about a number alone that nobody defines. */
static bool asks_unknown(const struct found *found,
			 const struct search *search, unsigned int *number)
{
	return search_status(search) > 0 &&
	       is_unknown(found, &search_query(search)->patterns[0], number);
}

/* Say what became of words that nothing has. */
static void tell_lost(struct found *found, const struct search *search)
{
	struct strbuf text;

	strbuf_init(&text);
	search_describe_lost(search, &text);
	if (text.length > 0)
		add_vain(found, (struct found_item){ .kind = FOUND_NOTHING,
						     .remark = text.text });
}

static void take_question(struct found *found, const struct options *options)
{
	struct strbuf question;
	struct search search;
	unsigned int number;

	strbuf_init(&question);
	found_question(options, &question);
	search_init(&search, found->catalogue);
	search_run(&search, strbuf_text(&question), &options->filter);
	if (!options->given[OPTION_SEARCH] && search_query(&search)->pattern_count > 0 &&
	    search_lost_all(&search)) {
		tell_lost(found, &search);
		take_operands(found, options);
	} else if (search.count > 0) {
		take_hits(found, &search);
		tell_lost(found, &search);
		tell_idle_operands(found, options);
		if (search_status(&search) > 0)
			tell_idle(found, &search_query(&search)->patterns[0],
				  &options->filter);
	} else if (search.hidden == 0 &&
		   asks_unknown(found, &search, &number)) {
		add_unknown(found, number);
	} else {
		add_nothing(found, strbuf_text(&question), question.length,
			    search.hidden);
	}
	search_clear(&search);
	strbuf_clear(&question);
}

static void take_all(struct found *found, const struct filter *filter)
{
	for (entry_t i = 0; i < catalogue_count(found->catalogue); i++) {
		if (filter_shows(filter, found->catalogue, i))
			add_entry(found, i, false);
	}
	if (found->entries == 0)
		add_vain(found, (struct found_item){
				.kind = FOUND_NOTHING,
				.remark = xstrdup("the filter hides "
						  "everything") });
}

void found_collect(struct found *found, const struct options *options)
{
	if (options->given[OPTION_SEARCH] ||
	    have_words(options, found->catalogue))
		take_question(found, options);
	else if (options->operand_count > 0)
		take_operands(found, options);
	else
		take_all(found, &options->filter);
}

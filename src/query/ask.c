#include "query/ask.h"

#include <stdlib.h>
#include <string.h>

#include "base/bitset.h"
#include "base/intern.h"
#include "base/xalloc.h"
#include "query/meanings.h"
#include "query/operands.h"
#include "query/search.h"

/* What is needed while a question is answered. */
struct asking {
	struct ask *ask;
	const struct catalogue *catalogue;
	const struct question *question;
	struct operands operands;
	struct meanings meanings; /* of the pattern that is looked up */
	struct bitset taken;  /* entries that are among the items */
	struct intern told;   /* the remarks of the items */
};

/* ------------------------------------------------------------------------
 * Items
 */

static void add(struct asking *asking, struct ask_item item)
{
	struct ask *ask = asking->ask;

	ask->items = xgrow(ask->items, &ask->capacity, ask->count + 1,
			   sizeof(*ask->items));
	ask->items[ask->count++] = item;
}

static void add_entry(struct asking *asking, entry_t entry, bool first)
{
	if (!bitset_add(&asking->taken, entry))
		return;
	asking->ask->entries++;
	add(asking, (struct ask_item){
			    .kind = ASK_ENTRY, .entry = entry, .first = first });
}

/* Whoever asks twice in vain is told once.  The remark is taken over. */
static void add_vain(struct asking *asking, struct ask_item item)
{
	size_t told = asking->told.count;

	intern_add(&asking->told, item.remark, strlen(item.remark));
	if (asking->told.count > told)
		add(asking, item);
	else
		free(item.remark);
}

/* Nothing matches the `length` bytes of `word`, or all that does is hidden. */
static void add_nothing(struct asking *asking, const char *word, size_t length,
			size_t hidden)
{
	struct strbuf text;

	strbuf_init(&text);
	strbuf_addf(&text, "nothing matches '%.*s'", (int)length, word);
	if (hidden > 0)
		strbuf_addf(&text, " (%zu hidden by the filter)", hidden);
	add_vain(asking, (struct ask_item){ .kind = ASK_NOTHING,
					    .remark = text.text });
}

static void add_unknown(struct asking *asking, unsigned int number)
{
	entry_t near[2];
	struct strbuf text;
	const char *before = "; the nearest codes are ";

	strbuf_init(&text);
	strbuf_addf(&text, "nobody defines %03u", number);
	catalogue_neighbours(asking->catalogue, number, &near[0], &near[1]);
	for (size_t i = 0; i < 2; i++) {
		if (near[i] == ENTRY_NONE)
			continue;
		strbuf_addf(&text, "%s%s", before,
			    catalogue_id(asking->catalogue, near[i]));
		before = " and ";
	}
	add_vain(asking, (struct ask_item){ .kind = ASK_UNKNOWN,
					    .number = number,
					    .remark = text.text });
}

/* ------------------------------------------------------------------------
 * Numbers and patterns
 */

static bool is_shown(const struct asking *asking, entry_t entry)
{
	return filter_finds(asking->question->filter, asking->catalogue,
			    entry);
}

/* Take what the filter shows of what was found; returns how much it hides. */
static size_t take_shown(struct asking *asking)
{
	const struct meanings *meanings = &asking->meanings;
	bool first = meanings->sort == MEANINGS_NUMBER;
	size_t hidden = 0;

	for (size_t i = 0; i < meanings->count; i++) {
		if (is_shown(asking, meanings->entries[i])) {
			add_entry(asking, meanings->entries[i], first);
			first = false;
		} else {
			hidden++;
		}
	}
	return hidden;
}

static void take_pattern(struct asking *asking, const struct pattern *pattern)
{
	struct meanings *meanings = &asking->meanings;
	size_t hidden;

	meanings_find(meanings, asking->catalogue, pattern);
	if (meanings->sort == MEANINGS_UNKNOWN) {
		add_unknown(asking, meanings->unknown);
		return;
	}
	if (meanings->sort == MEANINGS_LIST)
		asking->ask->numbers = false;
	hidden = take_shown(asking);
	if (hidden == meanings->count)
		add_nothing(asking, pattern->text, pattern->length, hidden);
}

/* Say so when a pattern has no part in what its question found. */
static void tell_idle(struct asking *asking, const struct pattern *pattern)
{
	unsigned int number;
	size_t hidden = 0;

	meanings_find(&asking->meanings, asking->catalogue, pattern);
	for (entry_t i = 0; i < catalogue_count(asking->catalogue); i++) {
		if (asking->meanings.fits[i] == FIT_NONE)
			continue;
		if (is_shown(asking, i))
			return;
		hidden++;
	}
	if (hidden == 0 && pattern_is_status(pattern, &number))
		add_unknown(asking, number);
	else
		add_nothing(asking, pattern->text, pattern->length, hidden);
}

/* ------------------------------------------------------------------------
 * Operands
 */

static void take_operand(struct asking *asking, const struct operand *operand)
{
	size_t count = operand->end - operand->first;

	asking->ask->numbers &= count < 2;
	if (count + operand->labels + operand->words == 0)
		add_nothing(asking, operand->text.text, operand->text.length,
			    0);
	for (size_t i = operand->first; i < operand->end; i++)
		take_pattern(asking, &asking->operands.patterns[i]);
}

static void take_operands(struct asking *asking)
{
	asking->ask->numbers = true;
	for (size_t i = 0; i < asking->operands.count; i++)
		take_operand(asking, &asking->operands.items[i]);
}

/* ------------------------------------------------------------------------
 * Questions
 */

/*
 * The operands that are numbers and patterns; in a longer text a number may be
 * of any sort.
 */
static void tell_idle_operands(struct asking *asking)
{
	for (size_t i = 0; i < asking->operands.count; i++) {
		const struct operand *operand = &asking->operands.items[i];

		for (size_t k = operand->first;
		     operand->words == 0 && k < operand->end; k++)
			tell_idle(asking, &asking->operands.patterns[k]);
	}
}

/* Say what became of words that nothing has. */
static void tell_lost(struct asking *asking, const struct search *search)
{
	struct strbuf text;

	strbuf_init(&text);
	search_describe_lost(search, &text);
	if (text.length > 0)
		add_vain(asking, (struct ask_item){ .kind = ASK_NOTHING,
						    .remark = text.text });
}

/* Nothing was found, which may be a number alone that nobody defines. */
static void tell_nothing(struct asking *asking, const struct search *search)
{
	struct meanings *meanings = &asking->meanings;

	meanings->sort = MEANINGS_LIST;
	if (search->hidden == 0 && search_status(search) > 0)
		meanings_find(meanings, asking->catalogue,
			    &search_query(search)->patterns[0]);
	if (meanings->sort == MEANINGS_UNKNOWN)
		add_unknown(asking, meanings->unknown);
	else
		add_nothing(asking, strbuf_text(&asking->ask->text),
			    asking->ask->text.length, search->hidden);
}

static void take_hits(struct asking *asking, const struct search *search)
{
	for (size_t i = 0; i < search->count; i++)
		add_entry(asking, search->hits[i].entry, false);
	tell_lost(asking, search);
	tell_idle_operands(asking);
	if (search_status(search) > 0)
		tell_idle(asking, &search_query(search)->patterns[0]);
}

static void take_question(struct asking *asking)
{
	struct search search;

	search_init(&search, asking->catalogue);
	search_run(&search, strbuf_text(&asking->ask->text),
		   asking->question->filter);
	if (asking->question->search == NULL && asking->operands.pattern_count > 0 &&
	    search_lost_all(&search)) {
		tell_lost(asking, &search);
		take_operands(asking);
	} else if (search.count > 0) {
		take_hits(asking, &search);
	} else {
		tell_nothing(asking, &search);
	}
	search_clear(&search);
}

static void take_all(struct asking *asking)
{
	for (entry_t i = 0; i < catalogue_count(asking->catalogue); i++) {
		if (filter_shows(asking->question->filter, asking->catalogue,
				 i))
			add_entry(asking, i, false);
	}
	if (asking->ask->entries == 0)
		add_vain(asking, (struct ask_item){
				.kind = ASK_NOTHING,
				.remark = xstrdup("the filter hides "
						  "everything") });
}

/* ------------------------------------------------------------------------
 * Asking
 */

static void asking_init(struct asking *asking, struct ask *ask,
			const struct catalogue *catalogue,
			const struct question *question)
{
	*asking = (struct asking){
		.ask = ask,
		.catalogue = catalogue,
		.question = question,
	};
	operands_init(&asking->operands, catalogue, question->operands,
		      question->operand_count);
	meanings_init(&asking->meanings, catalogue);
	bitset_init(&asking->taken, catalogue_count(catalogue));
	intern_init(&asking->told);
}

static void asking_clear(struct asking *asking)
{
	operands_clear(&asking->operands);
	meanings_clear(&asking->meanings);
	bitset_clear(&asking->taken);
	intern_clear(&asking->told);
}

/* All that is asked, as one text. */
static void join_text(struct asking *asking)
{
	const char *search = asking->question->search;
	struct strbuf *text = &asking->ask->text;

	strbuf_add(text, "");
	operands_clean(text, search == NULL ? "" : search);
	for (size_t i = 0; i < asking->operands.count; i++) {
		if (text->length > 0)
			strbuf_add_char(text, ' ');
		strbuf_add(text, asking->operands.items[i].text.text);
	}
}

void ask_init(struct ask *ask, const struct catalogue *catalogue,
	      const struct question *question)
{
	struct asking asking;

	*ask = (struct ask){ .catalogue = catalogue };
	asking_init(&asking, ask, catalogue, question);
	join_text(&asking);
	if (question->search != NULL || operands_have_words(&asking.operands))
		take_question(&asking);
	else if (question->operand_count > 0)
		take_operands(&asking);
	else
		take_all(&asking);
	/* What is lost among others is told of nowhere else. */
	if (ask->count == 0)
		add_nothing(&asking, strbuf_text(&ask->text), ask->text.length,
			    0);
	asking_clear(&asking);
}

void ask_clear(struct ask *ask)
{
	for (size_t i = 0; i < ask->count; i++)
		free(ask->items[i].remark);
	free(ask->items);
	strbuf_clear(&ask->text);
}

void ask_remark(const struct ask *ask, bool explained, struct strbuf *remarks)
{
	for (size_t i = 0; i < ask->count; i++) {
		const struct ask_item *item = &ask->items[i];

		if (item->kind == ASK_ENTRY ||
		    (item->kind == ASK_UNKNOWN && explained &&
		     ask->entries == 0))
			continue;
		strbuf_add(remarks, item->remark);
		strbuf_add_char(remarks, '\n');
	}
}

entry_t *ask_entries(const struct ask *ask)
{
	entry_t *entries = xmalloc((ask->entries + 1) * sizeof(*entries));
	size_t count = 0;

	for (size_t i = 0; i < ask->count; i++) {
		if (ask->items[i].kind == ASK_ENTRY)
			entries[count++] = ask->items[i].entry;
	}
	return entries;
}

entry_t ask_first(const struct ask *ask)
{
	for (size_t i = 0; i < ask->count; i++) {
		if (ask->items[i].kind == ASK_ENTRY)
			return ask->items[i].entry;
	}
	return ENTRY_NONE;
}

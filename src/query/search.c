/*
 * A search looks up what its words are met by (resolve.c), adds up what that
 * gives to entries (tally.c, phrase.c), and puts those in order that have
 * enough of it.  Scanning the folded text with memmem() was the alternative:
 * simpler, and fast enough for the built-in catalogue, but a hundred times
 * larger one would take longer than a frame.
 */
#include "query/search.h"

#include <stdlib.h>
#include <string.h>

#include "base/xalloc.h"
#include "query/engine.h"
#include "query/guides.h"
#include "query/rank.h"

void search_init(struct search *search, const struct catalogue *catalogue)
{
	*search = (struct search){ .catalogue = catalogue,
				   .engine = engine_new(catalogue) };
}

void search_clear(struct search *search)
{
	engine_free(search->engine);
	*search = (struct search){ .catalogue = search->catalogue };
}

/* ------------------------------------------------------------------------
 * Hits
 */

enum { MEANT_SHIFT = 56 }; /* above any score of words and numbers */

/* A bit for each phrase in quotes. */
static uint32_t quotes_wanted(const struct search *search)
{
	size_t count = search->engine->query.quote_count;

	return count == 0  ? 0 :
	       count >= 32 ? UINT32_MAX :
			     (UINT32_C(1) << count) - 1;
}

static bool has_quotes(const struct search *search, const struct tally *tally)
{
	uint32_t wanted = quotes_wanted(search);

	return (tally->quotes & wanted) == wanted;
}

/* Whether a phrase in quotes stands nowhere. */
static bool lost_quote(const struct search *search)
{
	const struct ledger *ledger = &search->engine->now;
	const struct bitset *touched = &ledger->touched;
	uint32_t found = 0;

	for (size_t i = bitset_next(touched, 0); i < touched->limit;
	     i = bitset_next(touched, i + 1))
		found |= ledger->tallies[i].quotes;
	return (~found & quotes_wanted(search)) != 0;
}

/* Whether the query is as long as a line of a log. */
static bool is_long(const struct search *search)
{
	return search->engine->telling_words >= FACTOR_COVER_WORDS;
}

/* The share of the query that an entry must have, of `engine->asked`. */
static uint64_t least_cover(const struct search *search)
{
	const struct engine *engine = search->engine;
	const struct bitset *touched = &engine->now.touched;
	uint64_t share = is_long(search) ? FACTOR_COVER_LONG : FACTOR_COVER;
	uint64_t least = (uint64_t)engine->asked * share / 100;
	uint64_t best = 0;

	for (size_t i = bitset_next(touched, 0); i < touched->limit;
	     i = bitset_next(touched, i + 1)) {
		if (engine->now.tallies[i].covered > best)
			best = engine->now.tallies[i].covered;
	}
	return best >= least ? least : best * FACTOR_COVER_OF_BEST / 100;
}

static uint32_t entry_worth(const struct search *search, entry_t entry)
{
	uint32_t worth = rank_entry(search->catalogue, entry);

	if (search->engine->query.system &&
	    (catalogue_kind(search->catalogue, entry) == KIND_VENDOR ||
	     catalogue_sort(search->catalogue, entry) == SORT_REASON))
		worth = worth * FACTOR_SYSTEM_ERROR / 100;
	return worth;
}

static uint64_t final_score(const struct search *search, entry_t entry,
			    const struct tally *tally)
{
	uint64_t total = search->engine->total;
	uint64_t share = total == 0 ? 0 :
				      tally->carried * UINT64_C(256) / total;
	uint32_t worth = entry_worth(search, entry);
	uint64_t score = tally->score * worth +
			 tally->number * (search->engine->query.labelled ? worth : 100);

	/* What is meant stands before all that is not. */
	return score * share / 256 + ((uint64_t)tally->meant << MEANT_SHIFT);
}

/* Whether the entry has enough of the query. */
static bool has_enough(const struct search *search, const struct tally *tally,
		       uint64_t least)
{
	return tally->named || (tally->covered > 0 && tally->covered >= least &&
				has_quotes(search, tally));
}

/*
 * Whether a number marks the code itself, beside the words.  The word of a
 * reason is found as a word; a page has its name for a code.
 */
static bool has_number(const struct search *search, entry_t entry)
{
	return catalogue_sort(search->catalogue, entry) != SORT_REASON &&
	       catalogue_text(search->catalogue, entry, FIELD_CODE) != NULL;
}

static struct hit hit_of(const struct search *search,
			 const struct standing *standing)
{
	const struct tally *tally =
		&search->engine->now.tallies[standing->entry];
	uint32_t words = tally->phrases > 0 ? tally->phrases : tally->matches;
	bool number = tally->number > 0 &&
		      (words == 0 || has_number(search, standing->entry));
	uint32_t matches = words + number;

	return (struct hit){
		.entry = standing->entry,
		.score = standing->score,
		.matches = matches > 0 ? matches : 1,
		.before = (uint32_t)search->matches,
		.where = (enum field)tally->where,
		.phrase = tally->phrases > 0,
		.number = number,
	};
}

static bool is_shown(const struct search *search, const struct filter *filter,
		     entry_t entry)
{
	return filter == NULL || filter_finds(filter, search->catalogue, entry);
}

/* Half of the room is for sorting. */
static void add_standing(struct search *search, entry_t entry)
{
	struct engine *engine = search->engine;

	engine->order = xgrow(engine->order, &engine->order_capacity,
			       2 * (search->count + 1),
			       sizeof(*engine->order));
	engine->order[search->count++] = (struct standing){
		final_score(search, entry, &engine->now.tallies[entry]), entry
	};
}

static void find_standings(struct search *search)
{
	const struct engine *engine = search->engine;
	const struct bitset *touched = &engine->now.touched;
	uint64_t least = least_cover(search);

	search->count = 0;
	for (size_t i = bitset_next(touched, 0); i < touched->limit;
	     i = bitset_next(touched, i + 1)) {
		if (has_enough(search, &engine->now.tallies[i], least))
			add_standing(search, (entry_t)i);
	}
}

/* The least score of a hit that has not all of the query. */
static uint64_t least_score(const struct search *search)
{
	const struct standing *order = search->engine->order;
	uint64_t best = 0;

	if (search->engine->telling_words < FACTOR_SCORE_WORDS)
		return 0;
	for (size_t i = 0; i < search->count; i++)
		best = order[i].score > best ? order[i].score : best;
	return best * FACTOR_SCORE / 100;
}

/* Keep the standings of those that are hits. */
static void keep_hits(struct search *search, const struct filter *filter)
{
	const struct engine *engine = search->engine;
	uint64_t least = least_score(search);
	size_t kept = 0;

	search->hidden = 0;
	for (size_t i = 0; i < search->count; i++) {
		const struct standing *standing = &engine->order[i];

		if (standing->score < least &&
		    !engine_has_all(engine, standing->entry))
			continue;
		if (is_shown(search, filter, standing->entry))
			engine->order[kept++] = *standing;
		else
			search->hidden++;
	}
	search->count = kept;
}

static void collect_hits(struct search *search, const struct filter *filter)
{
	struct engine *engine = search->engine;

	find_standings(search);
	guides_hold_back(engine, engine->order, search->count);
	keep_hits(search, filter);
	/* Without a hit there may be no array yet. */
	if (search->count > 0)
		order_sort(engine->order, engine->order + search->count,
			   search->count);
	guides_bring_forward(engine, engine->order, search->count);
	engine->hits = xgrow(engine->hits, &engine->hit_capacity,
			      search->count, sizeof(*engine->hits));
	search->hits = engine->hits;
	search->matches = 0;
	for (size_t i = 0; i < search->count; i++) {
		search->hits[i] = hit_of(search, &engine->order[i]);
		search->matches += search->hits[i].matches;
	}
}

/* Find the hits of the query as it has been read. */
static void run(struct search *search, const struct filter *filter)
{
	engine_run(search->engine);
	collect_hits(search, filter);
}

static bool met_by_near(const struct engine *engine)
{
	for (size_t i = 0; i < engine->word_count; i++) {
		if (engine->words[i].near || engine->words[i].cut)
			return true;
	}
	return false;
}

void search_run(struct search *search, const char *text,
		const struct filter *filter)
{
	engine_read(search->engine, text);
	run(search, filter);
	/* What was pasted may quote a path or a name that no catalogue has. */
	if ((search->count + search->hidden == 0 ||
	     (search->engine->query.message && lost_quote(search))) &&
	    query_drop_quotes(&search->engine->query))
		run(search, filter);
	search->near = met_by_near(search->engine);
}

const struct query *search_query(const struct search *search)
{
	return &search->engine->query;
}

size_t search_find(const struct search *search, entry_t entry)
{
	size_t at = 0;

	while (at < search->count && search->hits[at].entry != entry)
		at++;
	return at;
}

/* ------------------------------------------------------------------------
 * Words that are lost
 */

bool search_lost_all(const struct search *search)
{
	const struct engine *engine = search->engine;

	for (size_t i = 0; i < engine->word_count; i++) {
		if (engine->words[i].terms.count > 0)
			return false;
	}
	return engine->word_count > 0;
}

/* What was taken instead of a word that the catalogue does not have. */
enum loss {
	LOSS_NONE,   /* it has the word, or that is a figure among others */
	LOSS_ALL,    /* nothing */
	LOSS_INSIDE, /* words that hold it */
	LOSS_NEAR,   /* words that are spelled nearly so */
	LOSS_HALVES, /* two words, of which this is the first */
};

/* Addresses, times and sizes in a line of a log are no loss. */
static enum loss loss_of(const struct engine *engine, size_t at)
{
	const struct search_word *word = &engine->words[at];
	const char *text = strbuf_text(&word->text);

	if (engine->query.line)
		return LOSS_NONE;
	if (word->cut)
		return LOSS_HALVES;
	if (word->near)
		return LOSS_NEAR;
	if (terms_meet_more(&word->terms) ||
	    (engine->word_count > 1 &&
	     text[strspn(text, "0123456789.")] == '\0'))
		return LOSS_NONE;
	return word->terms.count > 0 ? LOSS_INSIDE : LOSS_ALL;
}

/* Append the first words of the index that were taken with this quality. */
static void add_taken(const struct engine *engine,
		      const struct search_word *word, enum quality quality,
		      struct strbuf *text)
{
	enum { SHOWN = 3 };
	const char *between = ": ";

	for (size_t i = 0, shown = 0; i < word->terms.count && shown < SHOWN;
	     i++) {
		const struct term *term = &word->terms.terms[i];

		if (term->quality != quality)
			continue;
		strbuf_addf(text, "%s%s", between,
			    terms_text(index_of(engine), term->word));
		between = ", ";
		shown++;
	}
}

static void add_instead(const struct engine *engine, size_t at,
			enum loss loss, struct strbuf *text)
{
	const struct search_word *word = &engine->words[at];

	if (loss == LOSS_INSIDE) {
		strbuf_add(text, "inside");
		add_taken(engine, word, QUALITY_PART, text);
	} else if (loss == LOSS_NEAR) {
		strbuf_add(text, "near");
		add_taken(engine, word, QUALITY_NEAR, text);
	} else {
		strbuf_addf(text, "near: %s %s", strbuf_text(&word->text),
			    strbuf_text(&word[1].text));
	}
}

static void describe_loss(const struct engine *engine, size_t at,
			  enum loss loss, struct strbuf *text)
{
	const struct search_word *word = &engine->words[at];

	strbuf_addf(text, "'%s%s' is nowhere", strbuf_text(&word->text),
		    loss == LOSS_HALVES ? strbuf_text(&word[1].text) : "");
	if (loss != LOSS_ALL) {
		strbuf_add(text, loss == LOSS_INSIDE ? " but " : "; ");
		add_instead(engine, at, loss, text);
	}
}

void search_describe_lost(const struct search *search, struct strbuf *text)
{
	enum { TOLD = 3 };
	const struct engine *engine = search->engine;
	size_t lost = 0;

	for (size_t i = 0; i < engine->word_count; i++) {
		enum loss loss = loss_of(engine, i);

		if (loss == LOSS_NONE || ++lost > TOLD)
			continue;
		if (lost > 1)
			strbuf_add(text, "; ");
		describe_loss(engine, i, loss, text);
	}
	if (lost > TOLD)
		strbuf_addf(text, "; and %zu more", lost - TOLD);
}

void search_describe_instead(const struct search *search, struct strbuf *text)
{
	const struct engine *engine = search->engine;

	for (size_t i = 0; i < engine->word_count; i++) {
		enum loss loss = loss_of(engine, i);

		if (loss > LOSS_ALL) {
			add_instead(engine, i, loss, text);
			return;
		}
	}
	search_describe_lost(search, text);
}

unsigned int search_status(const struct search *search)
{
	unsigned int number;

	if (search->engine->query.pattern_count == 1 && search->engine->query.word_count <= 1 &&
	    search->engine->query.patterns[0].length == 3 &&
	    pattern_is_status(&search->engine->query.patterns[0], &number))
		return number;
	return 0;
}

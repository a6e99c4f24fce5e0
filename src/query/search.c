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
#include "query/order.h"
#include "query/phrase.h"
#include "query/rank.h"
#include "query/resolve.h"
#include "query/tally.h"

void search_init(struct search *search, const struct catalogue *catalogue)
{
	*search = (struct search){ .catalogue = catalogue };
}

void search_clear(struct search *search)
{
	for (size_t i = 0; i < QUERY_WORDS; i++) {
		strbuf_clear(&search->words[i].text);
		terms_clear(&search->words[i].terms);
	}
	query_clear(&search->query);
	tally_clear(search);
	search_init(search, search->catalogue);
}

/* ------------------------------------------------------------------------
 * Words that are kept
 */

/* The words [first, end), and the parts of the query that they end. */
static void tally_words(struct search *search, size_t first, size_t end)
{
	for (size_t i = first; i < end; i++) {
		tally_word(search, &search->words[i]);
		if (search->word_count >= PHRASE_PARTS &&
		    search->query.quote_count == 0)
			phrase_tally_part(search, i);
	}
}

/* Whether what is kept is the beginning of this query too. */
static bool is_kept(const struct search *search)
{
	size_t count = search->scratch->kept_words;

	if (count > search->word_count)
		return false;
	for (size_t i = 0; i < count; i++) {
		if (!search->words[i].kept || search->words[i].joined)
			return false;
	}
	return true;
}

/*
 * The words that will stay while the last one is typed.  What is not a word's
 * own may come and go, and what parts of a query count depends on its length.
 */
static size_t words_to_keep(const struct search *search)
{
	size_t limit = search->word_count;
	size_t count = 0;

	if (search->word_count < PHRASE_PARTS)
		return 0;
	if (search->words[limit - 1].open)
		limit--;
	while (count < limit && resolve_owns_terms(&search->words[count]))
		count++;
	return count;
}

/* Tally `count` words of which others may have been kept; go on from there. */
static void tally_kept(struct search *search, size_t count)
{
	struct scratch *scratch = search->scratch;

	if (scratch->kept.tallies == NULL)
		ledger_init(&scratch->kept, search->catalogue->image);
	if (!is_kept(search)) {
		ledger_reset(&scratch->kept);
		scratch->kept_words = 0;
	}
	scratch->ledger = &scratch->kept;
	for (; scratch->kept_words < count; scratch->kept_words++) {
		tally_words(search, scratch->kept_words,
			    scratch->kept_words + 1);
		search->words[scratch->kept_words].kept = true;
	}
	scratch->ledger = &scratch->now;
	ledger_copy(&scratch->now, &scratch->kept);
}

/* Numbers are tallied before words, so there is nothing to go on from. */
static void tally_query(struct search *search)
{
	size_t kept = 0;

	if (search->query.pattern_count == 0 && search->query.quote_count == 0)
		kept = words_to_keep(search);
	if (kept > 0) {
		tally_kept(search, kept);
		kept = search->scratch->kept_words;
	}
	tally_words(search, kept, search->word_count);
	phrase_tally_quotes(search);
	if (search->word_count > 0 && search->query.quote_count == 0)
		phrase_tally_query(search);
}

/* ------------------------------------------------------------------------
 * Hits
 */

static bool has_quotes(const struct search *search, const struct tally *tally)
{
	size_t count = search->query.quote_count;
	uint32_t wanted = count == 0  ? 0 :
			  count >= 32 ? UINT32_MAX :
					(UINT32_C(1) << count) - 1;

	return (tally->quotes & wanted) == wanted;
}

/* Whether the query is as long as a line of a log. */
static bool is_long(const struct search *search)
{
	return search->scratch->telling_words >= FACTOR_COVER_WORDS;
}

/* The share of the query that an entry must have, of `scratch->asked`. */
static uint64_t least_cover(const struct search *search)
{
	const struct scratch *scratch = search->scratch;
	const struct bitset *touched = &scratch->now.touched;
	uint64_t share = is_long(search) ? FACTOR_COVER_LONG : FACTOR_COVER;
	uint64_t least = (uint64_t)scratch->asked * share / 100;
	uint64_t best = 0;

	for (size_t i = bitset_next(touched, 0); i < touched->limit;
	     i = bitset_next(touched, i + 1)) {
		if (scratch->now.tallies[i].covered > best)
			best = scratch->now.tallies[i].covered;
	}
	return best >= least ? least : best * FACTOR_COVER_OF_BEST / 100;
}

static uint64_t final_score(const struct search *search, entry_t entry,
			    const struct tally *tally)
{
	uint64_t total = search->scratch->total;
	uint64_t share = total == 0 ? 0 :
				      tally->carried * UINT64_C(256) / total;
	uint32_t worth = rank_entry(search->catalogue, entry);
	uint64_t score = tally->score * worth +
			 tally->number * (search->query.labelled ? worth : 100);

	return score * share / 256;
}

/* Whether the entry has enough of the query. */
static bool has_enough(const struct search *search, const struct tally *tally,
		       uint64_t least)
{
	return tally->named || (tally->covered > 0 && tally->covered >= least &&
				has_quotes(search, tally));
}

static struct hit hit_of(const struct search *search,
			 const struct standing *standing)
{
	const struct tally *tally =
		&search->scratch->now.tallies[standing->entry];
	uint32_t words = tally->phrases > 0 ? tally->phrases : tally->matches;
	uint32_t matches = words + (tally->number > 0);

	return (struct hit){
		.entry = standing->entry,
		.score = standing->score,
		.matches = matches > 0 ? matches : 1,
		.before = (uint32_t)search->matches,
		.where = (enum field)tally->where,
		.phrase = tally->phrases > 0,
		.number = tally->number > 0,
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
	struct scratch *scratch = search->scratch;

	scratch->order = xgrow(scratch->order, &scratch->order_capacity,
			       2 * (search->count + 1),
			       sizeof(*scratch->order));
	scratch->order[search->count++] = (struct standing){
		final_score(search, entry, &scratch->now.tallies[entry]), entry
	};
}

static void find_standings(struct search *search)
{
	const struct scratch *scratch = search->scratch;
	const struct bitset *touched = &scratch->now.touched;
	uint64_t least = least_cover(search);

	search->count = 0;
	for (size_t i = bitset_next(touched, 0); i < touched->limit;
	     i = bitset_next(touched, i + 1)) {
		if (has_enough(search, &scratch->now.tallies[i], least))
			add_standing(search, (entry_t)i);
	}
}

static bool has_all(const struct search *search, const struct tally *tally)
{
	uint64_t asked = search->scratch->asked;

	return tally->named || tally->covered >= asked * FACTOR_COVER_ALL / 100;
}

/* The least score of a hit that has not all of the query. */
static uint64_t least_score(const struct search *search)
{
	const struct standing *order = search->scratch->order;
	uint64_t best = 0;

	if (search->scratch->telling_words < FACTOR_SCORE_WORDS)
		return 0;
	for (size_t i = 0; i < search->count; i++)
		best = order[i].score > best ? order[i].score : best;
	return best * FACTOR_SCORE / 100;
}

/* Keep the standings of those that are hits. */
static void keep_hits(struct search *search, const struct filter *filter)
{
	const struct scratch *scratch = search->scratch;
	uint64_t least = least_score(search);
	size_t kept = 0;

	search->hidden = 0;
	for (size_t i = 0; i < search->count; i++) {
		const struct standing *standing = &scratch->order[i];

		if (standing->score < least &&
		    !has_all(search, &scratch->now.tallies[standing->entry]))
			continue;
		if (is_shown(search, filter, standing->entry))
			scratch->order[kept++] = *standing;
		else
			search->hidden++;
	}
	search->count = kept;
}

static void collect_hits(struct search *search, const struct filter *filter)
{
	struct scratch *scratch = search->scratch;

	find_standings(search);
	keep_hits(search, filter);
	/* Without a hit there may be no array yet. */
	if (search->count > 0)
		order_sort(scratch->order, scratch->order + search->count,
			   search->count);
	scratch->hits = xgrow(scratch->hits, &scratch->hit_capacity,
			      search->count, sizeof(*scratch->hits));
	search->hits = scratch->hits;
	search->matches = 0;
	for (size_t i = 0; i < search->count; i++) {
		search->hits[i] = hit_of(search, &scratch->order[i]);
		search->matches += search->hits[i].matches;
	}
}

/* Find the hits of the query as it has been read. */
static void run(struct search *search, const struct filter *filter)
{
	tally_start(search);
	resolve_words(search);
	tally_patterns(search);
	tally_query(search);
	collect_hits(search, filter);
}

void search_run(struct search *search, const char *text,
		const struct filter *filter)
{
	query_clear(&search->query);
	query_init(&search->query, text, search->catalogue);
	run(search, filter);
	/* What was pasted may quote a path that no catalogue has. */
	if (search->count + search->hidden == 0 &&
	    query_drop_quotes(&search->query))
		run(search, filter);
}

size_t search_find(const struct search *search, entry_t entry)
{
	size_t at = 0;

	while (at < search->count && search->hits[at].entry != entry)
		at++;
	return at;
}

static void describe_word(const struct search *search,
			  const struct search_word *word, struct strbuf *text)
{
	enum { SHOWN = 3 };
	const struct word_index *index = index_of(search);
	bool any = false;

	strbuf_addf(text, "'%s' is nowhere", strbuf_text(&word->text));
	for (size_t i = 0, shown = 0; i < word->terms.count && shown < SHOWN;
	     i++) {
		if (word->terms.terms[i].quality != QUALITY_NEAR)
			continue;
		strbuf_addf(text, "%s%s", any ? ", " : "; near: ",
			    terms_text(index, word->terms.terms[i].word));
		any = true;
		shown++;
	}
}

/*
 * Whether it is worth saying that the word was not met: addresses, times and
 * sizes in a line of a log are no loss.
 */
static bool is_loss(const struct search *search,
		    const struct search_word *word)
{
	const char *text = strbuf_text(&word->text);

	if (!word->near && word->terms.count > 0)
		return false;
	return word->near || search->word_count == 1 ||
	       text[strspn(text, "0123456789.")] != '\0';
}

void search_describe_lost(const struct search *search, struct strbuf *text)
{
	enum { TOLD = 3 };
	size_t lost = 0;

	for (size_t i = 0; i < search->word_count; i++) {
		const struct search_word *word = &search->words[i];

		if (!is_loss(search, word))
			continue;
		if (++lost > TOLD)
			continue;
		if (lost > 1)
			strbuf_add(text, "; ");
		describe_word(search, word, text);
	}
	if (lost > TOLD)
		strbuf_addf(text, "; and %zu more", lost - TOLD);
}

unsigned int search_status(const struct search *search)
{
	unsigned int number;

	if (search->query.pattern_count == 1 && search->query.word_count <= 1 &&
	    search->query.patterns[0].length == 3 &&
	    pattern_is_status(&search->query.patterns[0], &number))
		return number;
	return 0;
}

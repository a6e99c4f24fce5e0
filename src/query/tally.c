#include "query/engine.h"

#include <stdlib.h>
#include <string.h>

#include "base/xalloc.h"
#include "catalogue/index.h"
#include "query/rank.h"

enum {
	SPOTS_READ = 24, /* of one word in one entry: enough to rank it */
	WHOLE_WORD = 10000, /* a number counts like a word that tells all */
};

static void ledger_init(struct ledger *ledger, const struct image *image)
{
	/* None is read before it is touched, so few are written at all. */
	ledger->tallies = xmalloc(image->count * sizeof(*ledger->tallies));
	bitset_init(&ledger->touched, image->count);
	bitset_init(&ledger->counted, image->index.word_count);
}

static void ledger_reset(struct ledger *ledger)
{
	bitset_reset(&ledger->touched);
	bitset_reset(&ledger->counted);
}

void ledger_start(struct ledger *ledger, const struct image *image)
{
	if (ledger->tallies == NULL)
		ledger_init(ledger, image);
	else
		ledger_reset(ledger);
}

void ledger_clear(struct ledger *ledger)
{
	free(ledger->tallies);
	bitset_clear(&ledger->touched);
	bitset_clear(&ledger->counted);
}

void ledger_copy(struct ledger *ledger, const struct ledger *other)
{
	const struct bitset *touched = &other->touched;

	for (size_t i = bitset_next(touched, 0); i < touched->limit;
	     i = bitset_next(touched, i + 1))
		ledger->tallies[i] = other->tallies[i];
	bitset_copy(&ledger->touched, &other->touched);
	bitset_copy(&ledger->counted, &other->counted);
}

/* Of fields that weigh the same the first of the schema counts as the best. */
static uint32_t weigh_field(enum field field)
{
	return rank_field(field) << 8 | (FIELD_COUNT - field);
}

static enum field weighed_field(uint32_t weight)
{
	return (enum field)(FIELD_COUNT - (weight & 0xff));
}

void tally_init(struct engine *engine)
{
	size_t count = catalogue_count(engine->catalogue);

	engine->shares = xcalloc(count, sizeof(*engine->shares));
	bitset_init(&engine->current, count);
	for (enum field field = 0; field < FIELD_COUNT; field++)
		engine->weights[field] = weigh_field(field);
}

void tally_clear(struct engine *engine)
{
	free(engine->shares);
	bitset_clear(&engine->current);
}

struct tally *tally_of(struct engine *engine, entry_t entry)
{
	struct ledger *ledger = engine->ledger;
	struct tally *tally = &ledger->tallies[entry];

	if (bitset_add(&ledger->touched, entry))
		*tally = (struct tally){ .where = FIELD_SOURCES };
	return tally;
}

/*
 * What a posting is worth: each field once, and a little for repetition; the
 * weight of its best field goes to `*best`.  A letter has a million places, in
 * fields that a processor cannot guess, so nothing branches on them.
 */
static uint32_t posting_worth(const struct engine *engine,
			      const struct posting *posting, uint32_t *best)
{
	const uint32_t *spots = index_of(engine)->spots;
	const uint32_t *weights = engine->weights;
	uint64_t fields = 0;
	uint32_t worth = 0, again = 0, greatest = 0;
	uint32_t end = posting[1].spots;

	if (end - posting->spots > SPOTS_READ)
		end = posting->spots + SPOTS_READ;
	for (uint32_t i = posting->spots; i < end; i++) {
		enum field field = spot_field(spots[i]);
		uint32_t weight = weights[field];
		uint32_t known = fields >> field & 1;

		fields |= UINT64_C(1) << field;
		again += known;
		worth += (weight >> 8) * (known ^ 1);
		greatest = weight > greatest ? weight : greatest;
	}
	*best = greatest;
	return worth + (again < 4 ? again : 4) * FACTOR_AGAIN;
}

/*
 * Two words of the query may meet one of the index, which is marked once.  The
 * shares are met in no order that a processor could guess, so those to come are
 * asked for some time before.
 */
static void share_term(struct engine *engine, const struct term *term)
{
	enum { AHEAD = 12 };
	const struct word_index *index = index_of(engine);
	uint32_t end = index->firsts[index->word_count];
	bool counted = !bitset_add(&engine->ledger->counted, term->word);
	uint32_t keeps = rank_worth(term->quality);
	uint32_t covers = rank_covers(term->quality);

	for (uint32_t i = index->firsts[term->word];
	     i < index->firsts[term->word + 1]; i++) {
		const struct posting *posting = &index->postings[i];
		struct share *share = &engine->shares[posting->entry];
		uint32_t best, worth;

		if (end - i > AHEAD)
			__builtin_prefetch(
				&engine->shares[posting[AHEAD].entry], 1);
		worth = posting_worth(engine, posting, &best) * keeps;

		if (share->covers == 0)
			bitset_add(&engine->current, posting->entry);
		if (covers > share->covers)
			share->covers = (uint8_t)covers;
		if (worth > share->worth)
			share->worth = worth;
		if ((best >> 8) * keeps > share->best) {
			share->best = (best >> 8) * keeps;
			share->where = (uint8_t)weighed_field(best);
		}
		if (!counted)
			share->matches += posting[1].spots - posting->spots;
	}
}

static void add_share(struct tally *tally, const struct share *share,
		      const struct search_word *word)
{
	tally->score += (uint64_t)share->worth * word->rarity / 100;
	tally->covered += share->covers * word->telling;
	tally->carried +=
		share->covers * word->rarity * rank_carries(share->where) / 100;
	tally->matches += share->matches;
	if (share->best > tally->best) {
		tally->best = share->best;
		tally->where = share->where;
	}
}

void tally_word(struct engine *engine, const struct search_word *word)
{

	for (size_t i = 0; i < word->terms.count; i++)
		share_term(engine, &word->terms.terms[i]);
	for (size_t i = bitset_next(&engine->current, 0);
	     i < engine->current.limit;
	     i = bitset_next(&engine->current, i + 1)) {
		add_share(tally_of(engine, (entry_t)i), &engine->shares[i],
			  word);
		engine->shares[i] = (struct share){ 0 };
	}
	bitset_reset(&engine->current);
}

static uint32_t fit_factor(enum pattern_fit fit)
{
	static const uint32_t factors[] = {
		[FIT_BEGINS] = FACTOR_NUMBER_BEGINS,
		[FIT_HEADS] = FACTOR_NUMBER_HEADS,
		[FIT_INSIDE] = FACTOR_NUMBER_INSIDE,
		[FIT_TOLD] = FACTOR_NUMBER_TOLD,
		[FIT_EXACT] = FACTOR_NUMBER_EXACT,
		[FIT_ID] = FACTOR_NUMBER_ID,
	};

	return factors[fit];
}

/* A number counts twice when it is the question. */
static uint32_t number_rarity(const struct engine *engine)
{
	uint32_t rarity = rank_rarity(1, catalogue_count(engine->catalogue));

	return engine->query.labelled ||
			       engine->telling_words <=
				       FACTOR_NUMBER_ALONE ?
		       2 * rarity :
		       rarity;
}

/* Of several numbers the best counts: an entry has one. */
static void add_number(struct tally *tally, enum pattern_fit fit,
		       uint32_t rarity)
{
	uint64_t score = (uint64_t)fit_factor(fit) * rarity;

	if (tally->number == 0) {
		tally->covered += WHOLE_WORD;
		tally->carried += 100 * rarity;
	}
	if (score > tally->number)
		tally->number = score;
	tally->named = tally->named || fit >= FIT_INSIDE;
	tally->where = FIELD_CODE;
	tally->best = UINT32_MAX;
}

static void tally_pattern(struct engine *engine, const struct pattern *pattern,
			  uint32_t rarity)
{
	for (entry_t entry = 0; entry < catalogue_count(engine->catalogue);
	     entry++) {
		enum pattern_fit fit;

		if (pattern_passes_by(pattern, engine->catalogue, entry))
			continue;
		fit = pattern_match(pattern, engine->catalogue, entry);
		if (fit != FIT_NONE)
			add_number(tally_of(engine, entry), fit, rarity);
	}
}

/* What is meant counts like an id, and stands before all that is not. */
static void tally_meant(struct engine *engine, uint32_t rarity)
{
	for (size_t i = 0; i < engine->query.meant_count; i++) {
		const struct query_meant *meant = &engine->query.meant[i];
		struct tally *tally = tally_of(engine, meant->entry);

		add_number(tally, FIT_ID, rarity);
		if (meant->rank > tally->meant)
			tally->meant = meant->rank;
	}
}

/* `404, 410` asks for either; so all numbers together weigh as one. */
void tally_patterns(struct engine *engine)
{
	uint32_t rarity = number_rarity(engine);

	for (size_t i = 0; i < engine->query.pattern_count; i++)
		tally_pattern(engine, &engine->query.patterns[i], rarity);
	tally_meant(engine, rarity);
	if (!bitset_empty(&engine->now.touched)) {
		engine->asked += WHOLE_WORD;
		engine->total += 100 * rarity;
	}
}

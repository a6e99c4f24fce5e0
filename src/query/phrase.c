#include "query/phrase.h"

#include "catalogue/index.h"
#include "query/rank.h"

enum { LEAST_BEGINNING = 3 };

/*
 * Whether a term may stand for the word in a phrase.  What begins with a letter
 * or two is a tenth of all texts, and no phrase that anybody meant.
 */
static bool stands_for(const struct term *term, const struct search_word *word)
{
	return term->quality != QUALITY_PART &&
	       (term->quality != QUALITY_PREFIX ||
		word->text.length >= LEAST_BEGINNING);
}

bool phrase_meets(const struct search_word *word, uint32_t number)
{
	const struct term *terms = word->terms.terms;
	size_t low = 0, high = word->terms.count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (terms[middle].word == number)
			return stands_for(&terms[middle], word);
		if (terms[middle].word < number)
			low = middle + 1;
		else
			high = middle;
	}
	return false;
}

static size_t places(const struct engine *engine,
		     const struct search_word *word)
{
	const struct word_index *index = index_of(engine);
	size_t count = 0;

	for (size_t i = 0; i < word->terms.count; i++) {
		uint32_t number = word->terms.terms[i].word;

		if (!stands_for(&word->terms.terms[i], word))
			continue;
		count += index->postings[index->firsts[number + 1]].spots -
			 index->postings[index->firsts[number]].spots;
	}
	return count;
}

/* Words [first, first + count) of the query, in their order. */
struct run {
	size_t first;
	size_t count;
	size_t anchor; /* the word with the fewest places */
	uint32_t rarity;
};

static bool run_prepare(const struct engine *engine, struct run *run)
{
	size_t fewest = SIZE_MAX;

	run->rarity = 0;
	for (size_t i = 0; i < run->count; i++) {
		const struct search_word *word = &engine->words[run->first + i];
		size_t count = places(engine, word);

		if (count == 0)
			return false;
		if (count < fewest) {
			fewest = count;
			run->anchor = i;
		}
		run->rarity += word->rarity;
	}
	return true;
}

/* Whether the run stands in the entry with its anchor at `at` of the stream. */
static bool run_stands(const struct engine *engine, const struct run *run,
		       const uint32_t *at)
{
	const uint32_t *start = at - run->anchor;

	for (size_t i = 0; i < run->count; i++) {
		if (start[i] == IMAGE_NONE)
			return false;
		if (i != run->anchor &&
		    !phrase_meets(&engine->words[run->first + i], start[i]))
			return false;
	}
	return true;
}

/* Whether the run at `start` is all there is between two gaps. */
static bool is_whole(const struct run *run, const uint32_t *start)
{
	return start[-1] == IMAGE_NONE && start[run->count] == IMAGE_NONE;
}

/* What to do with a run that stands in a field, at `start` of the stream. */
typedef void run_found(struct engine *engine, const struct run *run,
		       entry_t entry, enum field field, const uint32_t *start);

/* Where spot `s` is in the stream; `*posting` goes on to the one it is of. */
static const uint32_t *place_of(const struct word_index *index,
				const struct posting **posting, uint32_t s)
{
	while ((*posting)[1].spots <= s)
		++*posting;
	return index->stream + index->starts[(*posting)->entry] +
	       spot_position(index->spots[s]);
}

/*
 * The stream is large, and its places are met in no order that a processor
 * could guess; so those to come are asked for some time before.
 */
static void run_find_word(struct engine *engine, const struct run *run,
			  uint32_t word, run_found *found)
{
	enum { AHEAD = 16 };
	const struct word_index *index = index_of(engine);
	const struct posting *here = &index->postings[index->firsts[word]];
	const struct posting *ahead = here;
	uint32_t end = index->postings[index->firsts[word + 1]].spots;

	for (uint32_t s = here->spots; s < end; s++) {
		const uint32_t *place = place_of(index, &here, s);
		uint32_t spot = index->spots[s];

		if (end - s > AHEAD)
			__builtin_prefetch(place_of(index, &ahead, s + AHEAD));
		if (spot_position(spot) > run->anchor &&
		    run_stands(engine, run, place))
			found(engine, run, here->entry, spot_field(spot),
			      place - run->anchor);
	}
}

/* Call `found` for each place at which the run stands. */
static void run_find(struct engine *engine, const struct run *run,
		     run_found *found)
{
	const struct search_word *word =
		&engine->words[run->first + run->anchor];

	for (size_t i = 0; i < word->terms.count; i++) {
		const struct term *term = &word->terms.terms[i];

		if (stands_for(term, word))
			run_find_word(engine, run, term->word, found);
	}
}

/*
 * Whether a text of the field names the entry: a name, a keyword, a header
 * field, and the vendor on the vendor's own page.
 */
static bool names(const struct engine *engine, entry_t entry, enum field field)
{
	if (field == FIELD_VENDOR)
		return catalogue_kind(engine->catalogue, entry) == KIND_PAGE;
	return schema_names(field) || field == FIELD_HEADERS;
}

/* Of all places of a run the best counts. */
static void add_worth(struct tally *tally, enum field field, uint32_t rarity,
		      uint32_t factor)
{
	uint64_t score = (uint64_t)rank_field(field) * rarity * factor / 100;

	if (score > tally->worth) {
		tally->score += score - tally->worth;
		tally->worth = (uint32_t)score;
	}
}

/*
 * Words of the query that make one phrase from `first` on: those between
 * quotes, or all of them where nothing is quoted.
 */
static size_t phrase_length(const struct engine *engine, size_t first)
{
	size_t count = 1;

	if (engine->words[first].quote == 0 && engine->query.quote_count > 0)
		return count;
	while (first + count < engine->word_count &&
	       engine->words[first + count].quote ==
		       engine->words[first].quote)
		count++;
	return count;
}

static bool stands_at(const struct engine *engine, size_t first, size_t count,
		      const uint32_t *words)
{
	for (size_t i = 0; i < count; i++) {
		if (!phrase_meets(&engine->words[first + i], words[i]))
			return false;
	}
	return true;
}

size_t phrase_at(const struct engine *engine, const uint32_t *words,
		 size_t room, size_t *first)
{
	size_t size;

	for (*first = 0; *first < engine->word_count; *first += size) {
		size = phrase_length(engine, *first);
		if (size > 1 && size <= room &&
		    stands_at(engine, *first, size, words))
			return size;
	}
	return 0;
}

/* Words of the longest phrase of the query. */
static size_t longest_phrase(const struct engine *engine)
{
	size_t longest = 0, size;

	if (engine->query.quote_count == 0)
		return engine->word_count;
	for (size_t first = 0; first < engine->word_count; first += size) {
		size = phrase_length(engine, first);
		longest = size > longest ? size : longest;
	}
	return longest;
}

/*
 * Whether the run at `start` is marked: as the first of the phrases that stand
 * there, unless one that is marked before reaches over it.
 */
static bool is_marked(const struct engine *engine, const struct run *run,
		      const uint32_t *start)
{
	size_t longest = longest_phrase(engine), first, size;
	const uint32_t *from = start;

	for (const uint32_t *at = start - 1;
	     *at != IMAGE_NONE && (size_t)(from - at) < longest; at--) {
		if (phrase_at(engine, at, SIZE_MAX, &first) > 0)
			from = at;
	}
	for (; from < start; from += size > 0 ? size : 1)
		size = phrase_at(engine, from, SIZE_MAX, &first);
	if (from != start || engine->query.quote_count == 0)
		return from == start;
	phrase_at(engine, start, SIZE_MAX, &first);
	return first == run->first;
}

static void phrase_found(struct engine *engine, const struct run *run,
			 entry_t entry, enum field field, const uint32_t *start)
{
	struct tally *tally = tally_of(engine, entry);
	bool named = is_whole(run, start) && names(engine, entry, field);
	uint32_t factor = !named                ? FACTOR_PHRASE :
			  field == FIELD_VENDOR ? FACTOR_OWN_PAGE :
						  FACTOR_WHOLE;

	if (run->count == 1 && !named)
		return;
	if (run->count > 1 && is_marked(engine, run, start))
		tally->phrases++;
	tally->titled = tally->titled || (named && field == FIELD_PHRASE);
	add_worth(tally, field, run->rarity, factor);
}

/*
 * The rarity of a text that ends with the run when all of it stands in the
 * query, its words side by side; else 0.
 */
static uint32_t rarity_inside(const struct engine *engine,
			      const struct run *run, const uint32_t *start)
{
	size_t word = run->first;
	uint32_t rarity = run->rarity;

	if (start[run->count] != IMAGE_NONE)
		return 0;
	for (start--; *start != IMAGE_NONE; start--) {
		if (word == 0 || !phrase_meets(&engine->words[--word], *start))
			return 0;
		rarity += engine->words[word].rarity;
	}
	return rarity;
}

static void pair_found(struct engine *engine, const struct run *run,
		       entry_t entry, enum field field, const uint32_t *start)
{
	struct tally *tally = tally_of(engine, entry);
	uint32_t inside = names(engine, entry, field) ?
				  rarity_inside(engine, run, start) :
				  0;

	if (inside > 0)
		add_worth(tally, field, inside, FACTOR_INSIDE);
	else
		add_worth(tally, field, run->rarity, FACTOR_PAIR);
}

static void word_found(struct engine *engine, const struct run *run,
		       entry_t entry, enum field field, const uint32_t *start)
{
	(void)start;
	if (names(engine, entry, field))
		add_worth(tally_of(engine, entry), field, run->rarity,
			  FACTOR_INSIDE_WORD);
}

static void note_quote(struct engine *engine, size_t quote, entry_t entry)
{
	if (quote <= 32)
		tally_of(engine, entry)->quotes |= UINT32_C(1) << (quote - 1);
}

static void quote_found(struct engine *engine, const struct run *run,
			entry_t entry, enum field field, const uint32_t *start)
{
	phrase_found(engine, run, entry, field, start);
	note_quote(engine, engine->words[run->first].quote, entry);
}

static void forget_worth(struct engine *engine)
{
	struct ledger *ledger = engine->ledger;
	const struct bitset *touched = &ledger->touched;

	for (size_t i = bitset_next(touched, 0); i < touched->limit;
	     i = bitset_next(touched, i + 1))
		ledger->tallies[i].worth = 0;
}

static void tally_run(struct engine *engine, size_t first, size_t count,
		      run_found *found)
{
	struct run run = { .first = first, .count = count };

	if (!run_prepare(engine, &run))
		return;
	run_find(engine, &run, found);
	forget_worth(engine);
}

/* The posting of a word to which a spot of it belongs. */
static const struct posting *posting_at(const struct word_index *index,
					uint32_t word, uint32_t spot)
{
	uint32_t low = index->firsts[word], high = index->firsts[word + 1];

	while (low + 1 < high) {
		uint32_t middle = low + (high - low) / 2;

		if (index->postings[middle].spots <= spot)
			low = middle;
		else
			high = middle;
	}
	return &index->postings[low];
}

/* One word is no phrase, but may be the whole of a text. */
static void tally_lone(struct engine *engine, size_t at, run_found *found)
{
	static const uint32_t text[] = { IMAGE_NONE, 0, IMAGE_NONE };
	const struct word_index *index = index_of(engine);
	const struct terms *terms = &engine->words[at].terms;
	const struct run run = { .first = at,
				 .count = 1,
				 .rarity = engine->words[at].rarity };

	for (size_t i = 0; i < terms->count; i++) {
		uint32_t word = terms->terms[i].word;
		uint32_t end = index->postings[index->firsts[word + 1]].spots;

		if (terms->terms[i].quality == QUALITY_PART)
			continue;
		for (uint32_t s = index->postings[index->firsts[word]].spots;
		     s < end; s++) {
			if (spot_alone(index->spots[s]))
				found(engine, &run,
				      posting_at(index, word, s)->entry,
				      spot_field(index->spots[s]), text + 1);
		}
	}
	forget_worth(engine);
}

/* Every entry that has the word has the phrase. */
static void tally_quoted_word(struct engine *engine, size_t at)
{
	const struct word_index *index = index_of(engine);
	const struct search_word *word = &engine->words[at];

	for (size_t i = 0; i < word->terms.count; i++) {
		const struct term *term = &word->terms.terms[i];

		if (term->quality == QUALITY_PART)
			continue;
		for (uint32_t p = index->firsts[term->word];
		     p < index->firsts[term->word + 1]; p++)
			note_quote(engine, word->quote,
				   index->postings[p].entry);
	}
	tally_lone(engine, at, phrase_found);
}

void phrase_tally_quotes(struct engine *engine)
{
	for (size_t i = 0; i < engine->word_count;) {
		size_t end = i;
		size_t quote = engine->words[i].quote;

		while (end < engine->word_count &&
		       engine->words[end].quote == quote)
			end++;
		if (quote > 0 && end == i + 1)
			tally_quoted_word(engine, i);
		else if (quote > 0)
			tally_run(engine, i, end - i, quote_found);
		i = end;
	}
}

void phrase_tally_part(struct engine *engine, size_t last)
{
	tally_lone(engine, last, word_found);
	if (last > 0)
		tally_run(engine, last - 1, 2, pair_found);
}

void phrase_tally_query(struct engine *engine)
{
	if (engine->word_count == 1)
		tally_lone(engine, 0, phrase_found);
	else
		tally_run(engine, 0, engine->word_count, phrase_found);
}

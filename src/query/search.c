/*
 * Each word of the query is met by some words of the index, and each of those
 * has postings; so the cost of a query is that of the postings it touches, not
 * of the catalogue's text.  Scanning the folded text with memmem() was the
 * alternative: simpler, and fast enough for the built-in catalogue, but a
 * hundred times larger one would take longer than a frame.
 */
#include "query/search.h"

#include <stdlib.h>
#include <string.h>

#include "base/bitset.h"
#include "base/words.h"
#include "base/xalloc.h"
#include "catalogue/index.h"
#include "query/order.h"

enum {
	SPOTS_READ = 24, /* of one word in one entry: enough to rank it */
	LEAST_HALF = 3,	 /* letters of a word that was joined to another */
};

/*
 * What is known of an entry while a query runs, apart from the word that is
 * being looked at: a letter meets thousands of words, each in many entries, so
 * what changes with each of them is kept close together.
 */
struct tally {
	uint64_t score;	  /* of words and phrases */
	uint64_t number;  /* of a number of the query; 0 without one */
	uint32_t covered; /* rarity of the words found, times 100 */
	uint32_t worth;	  /* of the phrase being looked at */
	uint32_t best;	  /* weight of the best field so far */
	uint32_t matches;
	uint32_t phrases;
	uint32_t quotes; /* quoted phrases found, one bit each */
	uint8_t where;
};

/* The same of the word. */
struct share {
	uint32_t worth;
	uint32_t best;
	uint32_t matches;
	uint8_t covers;
	uint8_t where;
};

/* What is known of all entries. */
struct ledger {
	struct tally *tallies;
	struct bitset touched; /* entries with a tally */
	struct bitset counted; /* words of which the matches are counted */
};

/*
 * While somebody types the last word of many, those before it stay: what they
 * give is kept in `kept`, and `now` begins with a copy of it.
 */
struct scratch {
	struct ledger now;
	struct ledger kept;
	size_t kept_words;
	struct ledger *ledger; /* the one that is being written */
	struct share *shares;
	struct bitset current; /* entries with a share */
	struct standing *order;
	size_t order_capacity;
	struct hit *hits;
	size_t hit_capacity;
	uint32_t total; /* rarity of all words that count, times 100 */
	uint32_t weights[FIELD_COUNT]; /* as weigh_field() gives them */
};

void search_init(struct search *search, const struct catalogue *catalogue)
{
	*search = (struct search){ .catalogue = catalogue };
}

static void ledger_init(struct ledger *ledger, const struct image *image)
{
	ledger->tallies = xcalloc(image->count, sizeof(*ledger->tallies));
	bitset_init(&ledger->touched, image->count);
	bitset_init(&ledger->counted, image->index.word_count);
}

static void ledger_clear(struct ledger *ledger)
{
	free(ledger->tallies);
	bitset_clear(&ledger->touched);
	bitset_clear(&ledger->counted);
}

static void ledger_reset(struct ledger *ledger)
{
	const struct bitset *touched = &ledger->touched;

	for (size_t i = bitset_next(touched, 0); i < touched->limit;
	     i = bitset_next(touched, i + 1))
		ledger->tallies[i] = (struct tally){ 0 };
	bitset_reset(&ledger->touched);
	bitset_reset(&ledger->counted);
}

/* Make `ledger`, which is empty, the same as `other`. */
static void ledger_copy(struct ledger *ledger, const struct ledger *other)
{
	const struct bitset *touched = &other->touched;

	for (size_t i = bitset_next(touched, 0); i < touched->limit;
	     i = bitset_next(touched, i + 1))
		ledger->tallies[i] = other->tallies[i];
	bitset_copy(&ledger->touched, &other->touched);
	bitset_copy(&ledger->counted, &other->counted);
}

void search_clear(struct search *search)
{
	for (size_t i = 0; i < QUERY_WORDS; i++) {
		strbuf_clear(&search->words[i].text);
		terms_clear(&search->words[i].terms);
	}
	query_clear(&search->query);
	if (search->scratch != NULL) {
		ledger_clear(&search->scratch->now);
		ledger_clear(&search->scratch->kept);
		free(search->scratch->shares);
		bitset_clear(&search->scratch->current);
		free(search->scratch->order);
		free(search->scratch->hits);
		free(search->scratch);
	}
	search_init(search, search->catalogue);
}

static const struct word_index *index_of(const struct search *search)
{
	return &search->catalogue->image->index;
}

/* ------------------------------------------------------------------------
 * Words
 */

static bool same_text(const struct search_word *word, const char *text,
		      size_t length)
{
	return word->text.length == length &&
	       memcmp(strbuf_text(&word->text), text, length) == 0;
}

/* Near spellings, and words made with a neighbour, are not a word's own. */
static bool owns_terms(const struct search_word *word)
{
	return !word->near && !word->joined;
}

static bool goes_on(const struct search_word *word, const char *text,
		    size_t length)
{
	return word->text.length >= 3 && word->text.length < length &&
	       owns_terms(word) && terms_complete(&word->terms) &&
	       memcmp(word->text.text, text, word->text.length) == 0;
}

/* Find the terms of a word, from what its place held before where it can. */
static void find_terms(struct search *search, struct search_word *word,
		       const char *text, size_t length, bool open)
{
	const struct word_index *index = index_of(search);

	if (!same_text(word, text, length) || word->open != open ||
	    !owns_terms(word)) {
		if (goes_on(word, text, length))
			terms_narrow(&word->terms, index, text, length);
		else
			terms_find(&word->terms, index, text, length, open);
		word->near = word->joined = word->kept = false;
		strbuf_reset(&word->text);
		strbuf_add_bytes(&word->text, text, length);
	}
	word->open = open;
}

/*
 * How many entries hold the word: by the word itself and its inflections where
 * it has any, else by all that it meets.
 */
static size_t holders(const struct search *search,
		      const struct search_word *word)
{
	const struct word_index *index = index_of(search);
	size_t close = 0, all = 0;

	for (size_t i = 0; i < word->terms.count; i++) {
		const struct term *term = &word->terms.terms[i];
		size_t count = index->firsts[term->word + 1] -
			       index->firsts[term->word];

		all += count;
		if (term->quality <= QUALITY_STEM)
			close += count;
	}
	return close > 0 ? close : all;
}

static struct search_word *add_word(struct search *search, const char *text,
				    size_t length, bool open, size_t quote)
{
	struct search_word *word;

	if (search->word_count == QUERY_WORDS)
		return NULL;
	word = &search->words[search->word_count++];
	word->quote = quote;
	find_terms(search, word, text, length, open);
	return word;
}

/* Where a hump of `MethodNotAllowed` ends, from `at` on. */
static size_t hump_end(const char *text, size_t at, size_t length)
{
	size_t end = at + 1;

	while (end < length) {
		bool upper = text[end] >= 'A' && text[end] <= 'Z';
		bool before = text[end - 1] >= 'A' && text[end - 1] <= 'Z';
		bool after = end + 1 < length && text[end + 1] >= 'a' &&
			     text[end + 1] <= 'z';

		if (upper && (!before || after))
			break;
		end++;
	}
	return end;
}

/* `MethodNotAllowedException`: take its humps when the whole is unknown. */
static bool add_humps(struct search *search, const char *source, size_t length,
		      size_t quote)
{
	size_t first = search->word_count;

	if (hump_end(source, 0, length) == length)
		return false;
	for (size_t at = 0; at < length;) {
		size_t end = hump_end(source, at, length);
		struct words words;
		struct word word;

		words_start(&words, source + at, end - at);
		while (words_next(&words, &word))
			add_word(search, word.folded, word.length, false,
				 quote);
		words_end(&words);
		at = end;
	}
	return search->word_count > first;
}

/* `contentlength`: take two words of the index that make the unknown one. */
static bool add_halves(struct search *search, const char *text, size_t length,
		       size_t quote)
{
	const struct word_index *index = index_of(search);
	uint32_t number;

	for (size_t cut = length; length >= 8 && cut-- > LEAST_HALF;) {
		if (length - cut < LEAST_HALF ||
		    !terms_lookup(index, text, cut, &number) ||
		    !terms_lookup(index, text + cut, length - cut, &number))
			continue;
		add_word(search, text, cut, false, quote);
		add_word(search, text + cut, length - cut, false, quote);
		return true;
	}
	return false;
}

/*
 * Whether the word is met by more than parts of others: `erly` is in
 * `properly`, but `early` was meant.
 */
static bool meets_more(const struct search_word *word)
{
	for (size_t i = 0; i < word->terms.count; i++) {
		if (word->terms.terms[i].quality != QUALITY_PART)
			return true;
	}
	return false;
}

/* Add near spellings, of which each is at most `limit` away. */
static bool add_near(struct search *search, struct search_word *word,
		     const char *text, size_t length, size_t limit)
{
	if (!terms_add_near(&word->terms, index_of(search), text, length,
			    limit))
		return false;
	word->near = true;
	search->near = true;
	return true;
}

/*
 * What a word means that nothing has as it is: a near spelling, the parts that
 * it was joined of, a spelling that is less near, in this order.
 */
static void take_word(struct search *search, const struct query_word *source,
		      const char *text)
{
	const char *raw = search->query.text + source->start;
	size_t length = source->length;
	struct search_word *word =
		add_word(search, text, length, source->open, source->quote);

	if (word == NULL || meets_more(word))
		return;
	search->word_count--;
	if (word->terms.count == 0 &&
	    add_humps(search, raw, source->end - source->start, source->quote))
		return;
	search->word_count++;
	if (add_near(search, word, text, length, 1) || word->terms.count > 0)
		return;
	search->word_count--;
	if (add_halves(search, text, length, source->quote))
		return;
	search->word_count++;
	add_near(search, word, text, length, 2);
}

static void join(struct search_word *word, uint32_t number)
{
	terms_add(&word->terms, number, QUALITY_STEM);
	word->joined = true;
}

/* `time out` also meets `timeout`: the joined word counts for both. */
static void join_neighbours(struct search *search)
{
	struct strbuf joined;

	strbuf_init(&joined);
	for (size_t i = 0; i + 1 < search->word_count; i++) {
		struct search_word *left = &search->words[i];
		struct search_word *right = &search->words[i + 1];
		uint32_t number;

		strbuf_reset(&joined);
		strbuf_add(&joined, strbuf_text(&left->text));
		strbuf_add(&joined, strbuf_text(&right->text));
		if (joined.length < 6 ||
		    !terms_lookup(index_of(search), joined.text, joined.length,
				  &number))
			continue;
		join(left, number);
		join(right, number);
	}
	strbuf_clear(&joined);
}

static uint32_t rarity_of(const struct search *search,
			  const struct search_word *word, size_t count)
{
	const char *text = strbuf_text(&word->text);
	uint32_t rarity =
		rank_rarity(count, catalogue_count(search->catalogue)) *
		rank_telling(text, word->text.length) / 100;

	return rarity > 0 ? rarity : 1;
}

static void weigh_words(struct search *search)
{
	search->scratch->total = 0;
	for (size_t i = 0; i < search->word_count; i++) {
		struct search_word *word = &search->words[i];
		size_t count = holders(search, word);

		word->rarity = count == 0 ? 0 : rarity_of(search, word, count);
		search->scratch->total += 100 * word->rarity;
	}
}

static void take_words(struct search *search)
{
	search->word_count = 0;
	search->near = false;
	for (size_t i = 0; i < search->query.word_count; i++)
		take_word(search, &search->query.words[i],
			  query_word(&search->query, i));
	weigh_words(search);
	join_neighbours(search);
}

/* ------------------------------------------------------------------------
 * Tallies
 */

static struct tally *tally_of(struct search *search, entry_t entry)
{
	struct ledger *ledger = search->scratch->ledger;
	struct tally *tally = &ledger->tallies[entry];

	if (tally->where == 0) {
		/* No hit is by its id, so 0, FIELD_ID, marks a fresh tally. */
		tally->where = FIELD_SOURCES;
		bitset_add(&ledger->touched, entry);
	}
	return tally;
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

/*
 * What a posting is worth: each field once, and a little for repetition; the
 * weight of its best field goes to `*best`.  A letter has a million places, in
 * fields that a processor cannot guess, so nothing branches on them.
 */
static uint32_t posting_worth(const struct search *search,
			      const struct posting *posting, uint32_t *best)
{
	const uint32_t *spots = index_of(search)->spots;
	const uint32_t *weights = search->scratch->weights;
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

/* Two words of the query may meet one of the index, which is marked once. */
static void share_term(struct search *search, const struct term *term)
{
	const struct word_index *index = index_of(search);
	struct scratch *scratch = search->scratch;
	bool counted = !bitset_add(&scratch->ledger->counted, term->word);
	uint32_t keeps = rank_worth(term->quality);
	uint32_t covers = rank_covers(term->quality);

	for (uint32_t i = index->firsts[term->word];
	     i < index->firsts[term->word + 1]; i++) {
		const struct posting *posting = &index->postings[i];
		struct share *share = &scratch->shares[posting->entry];
		uint32_t best;
		uint32_t worth = posting_worth(search, posting, &best) * keeps;

		if (share->covers == 0)
			bitset_add(&scratch->current, posting->entry);
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
		      uint32_t rarity)
{
	tally->score += (uint64_t)share->worth * rarity / 100;
	tally->covered += share->covers * rarity;
	tally->matches += share->matches;
	if (share->best > tally->best) {
		tally->best = share->best;
		tally->where = share->where;
	}
}

static void tally_word(struct search *search, const struct search_word *word)
{
	struct scratch *scratch = search->scratch;

	for (size_t i = 0; i < word->terms.count; i++)
		share_term(search, &word->terms.terms[i]);
	for (size_t i = bitset_next(&scratch->current, 0);
	     i < scratch->current.limit;
	     i = bitset_next(&scratch->current, i + 1)) {
		add_share(tally_of(search, (entry_t)i), &scratch->shares[i],
			  word->rarity);
		scratch->shares[i] = (struct share){ 0 };
	}
	bitset_reset(&scratch->current);
}

static uint32_t fit_factor(enum pattern_fit fit)
{
	static const uint32_t factors[] = {
		[FIT_BEGINS] = FACTOR_NUMBER_BEGINS,
		[FIT_INSIDE] = FACTOR_NUMBER_INSIDE,
		[FIT_EXACT] = FACTOR_NUMBER_EXACT,
		[FIT_ID] = FACTOR_NUMBER_ID,
	};

	return factors[fit];
}

/* Words of the query that are not noise. */
static int telling_words(const struct search *search)
{
	int words = 0;

	for (size_t i = 0; i < search->word_count; i++) {
		const struct strbuf *text = &search->words[i].text;

		words += !rank_noise(strbuf_text(text), text->length);
	}
	return words;
}

/* How much a number counts: the less, the more words stand beside it. */
static uint32_t number_rarity(const struct search *search)
{
	uint32_t rarity = rank_rarity(1, catalogue_count(search->catalogue));

	return telling_words(search) <= FACTOR_NUMBER_ALONE ? 2 * rarity :
							      rarity;
}

/* Of several numbers the best counts: an entry has one. */
static void tally_pattern(struct search *search, const struct pattern *pattern,
			  uint32_t rarity)
{
	for (entry_t entry = 0; entry < catalogue_count(search->catalogue);
	     entry++) {
		enum pattern_fit fit =
			pattern_match(pattern, search->catalogue, entry);
		struct tally *tally;
		uint64_t score;

		if (fit == FIT_NONE)
			continue;
		tally = tally_of(search, entry);
		score = (uint64_t)fit_factor(fit) * rarity;
		if (tally->number == 0)
			tally->covered += 100 * rarity;
		if (score > tally->number)
			tally->number = score;
		tally->where = FIELD_CODE;
		tally->best = UINT32_MAX;
	}
}

/* `404, 410` asks for either; so all numbers together weigh as one. */
static void tally_patterns(struct search *search)
{
	uint32_t rarity = number_rarity(search);

	for (size_t i = 0; i < search->query.pattern_count; i++)
		tally_pattern(search, &search->query.patterns[i], rarity);
	if (!bitset_empty(&search->scratch->now.touched))
		search->scratch->total += 100 * rarity;
}

/* ------------------------------------------------------------------------
 * Phrases
 */

/*
 * Whether a word of the index is one of the terms.  Those of a letter or two
 * are many, and all words from the first to the last.
 */
static bool meets(const struct terms *terms, uint32_t word)
{
	const struct term *first = terms->terms;
	size_t low = 0, high = terms->count;

	if (word < first->word || word > first[high - 1].word)
		return false;
	if (first[high - 1].word - first->word == high - 1) {
		low = word - first->word;
		high = low + 1;
	}
	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (terms->terms[middle].word == word)
			return terms->terms[middle].quality != QUALITY_PART;
		if (terms->terms[middle].word < word)
			low = middle + 1;
		else
			high = middle;
	}
	return false;
}

static size_t places(const struct search *search,
		     const struct search_word *word)
{
	const struct word_index *index = index_of(search);
	size_t count = 0;

	for (size_t i = 0; i < word->terms.count; i++) {
		uint32_t number = word->terms.terms[i].word;

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

static bool run_prepare(const struct search *search, struct run *run)
{
	size_t fewest = SIZE_MAX;

	run->rarity = 0;
	for (size_t i = 0; i < run->count; i++) {
		const struct search_word *word =
			&search->words[run->first + i];
		size_t count = places(search, word);

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
static bool run_stands(const struct search *search, const struct run *run,
		       const uint32_t *at)
{
	const uint32_t *start = at - run->anchor;

	for (size_t i = 0; i < run->count; i++) {
		if (start[i] == IMAGE_NONE)
			return false;
		if (i != run->anchor &&
		    !meets(&search->words[run->first + i].terms, start[i]))
			return false;
	}
	return true;
}

/* Whether the run at `start` is all there is between two gaps. */
static bool is_whole(const struct run *run, const uint32_t *start)
{
	return start[-1] == IMAGE_NONE && start[run->count] == IMAGE_NONE;
}

typedef void run_found(struct search *search, const struct run *run,
		       entry_t entry, enum field field, bool whole);

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
static void run_find_word(struct search *search, const struct run *run,
			  uint32_t word, run_found *found)
{
	enum { AHEAD = 16 };
	const struct word_index *index = index_of(search);
	const struct posting *here = &index->postings[index->firsts[word]];
	const struct posting *ahead = here;
	uint32_t end = index->postings[index->firsts[word + 1]].spots;

	for (uint32_t s = here->spots; s < end; s++) {
		const uint32_t *place = place_of(index, &here, s);
		uint32_t spot = index->spots[s];

		if (end - s > AHEAD)
			__builtin_prefetch(place_of(index, &ahead,
						    s + AHEAD));
		if (spot_position(spot) > run->anchor &&
		    run_stands(search, run, place))
			found(search, run, here->entry,
			      spot_field(spot),
			      is_whole(run, place - run->anchor));
	}
}

/* Call `found` for each place at which the run stands. */
static void run_find(struct search *search, const struct run *run,
		     run_found *found)
{
	const struct terms *terms =
		&search->words[run->first + run->anchor].terms;

	for (size_t i = 0; i < terms->count; i++) {
		if (terms->terms[i].quality != QUALITY_PART)
			run_find_word(search, run, terms->terms[i].word, found);
	}
}

/*
 * Whether a text of the field names the entry: a name, a keyword, a header
 * field, and the vendor on the vendor's own page.
 */
static bool names(const struct search *search, entry_t entry,
		  enum field field)
{
	if (field == FIELD_VENDOR)
		return catalogue_kind(search->catalogue, entry) == KIND_PAGE;
	return field == FIELD_PHRASE || field == FIELD_ALIASES ||
	       field == FIELD_KEYWORDS || field == FIELD_HEADERS;
}

static void phrase_found(struct search *search, const struct run *run,
			 entry_t entry, enum field field, bool whole)
{
	struct tally *tally = tally_of(search, entry);
	bool named = whole && names(search, entry, field);
	uint32_t factor = !named		  ? FACTOR_PHRASE :
			  field == FIELD_VENDOR ? FACTOR_OWN_PAGE :
						  FACTOR_WHOLE;
	uint64_t score = (uint64_t)rank_field(field) * run->rarity * factor /
			 100;

	if (run->count == 1 && !named)
		return;
	if (run->count > 1)
		tally->phrases++;
	/* The best place counts, the others a little. */
	if (score > tally->worth) {
		tally->score += score - tally->worth;
		tally->worth = (uint32_t)score;
	}
}

static void pair_found(struct search *search, const struct run *run,
		       entry_t entry, enum field field, bool whole)
{
	struct tally *tally = tally_of(search, entry);
	uint64_t score = (uint64_t)rank_field(field) * run->rarity *
			 FACTOR_PAIR / 100;

	(void)whole;
	if (score > tally->worth) {
		tally->score += score - tally->worth;
		tally->worth = (uint32_t)score;
	}
}

static void note_quote(struct search *search, size_t quote, entry_t entry)
{
	if (quote <= 32)
		tally_of(search, entry)->quotes |= UINT32_C(1) << (quote - 1);
}

static void quote_found(struct search *search, const struct run *run,
			entry_t entry, enum field field, bool whole)
{
	phrase_found(search, run, entry, field, whole);
	note_quote(search, search->words[run->first].quote, entry);
}

static void forget_worth(struct search *search)
{
	struct ledger *ledger = search->scratch->ledger;
	const struct bitset *touched = &ledger->touched;

	for (size_t i = bitset_next(touched, 0); i < touched->limit;
	     i = bitset_next(touched, i + 1))
		ledger->tallies[i].worth = 0;
}

static void tally_run(struct search *search, size_t first, size_t count,
		      run_found *found)
{
	struct run run = { .first = first, .count = count };

	if (!run_prepare(search, &run))
		return;
	run_find(search, &run, found);
	forget_worth(search);
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

/* One word is no phrase, but may be the whole of a name. */
static void tally_lone(struct search *search, size_t at)
{
	const struct word_index *index = index_of(search);
	const struct terms *terms = &search->words[at].terms;
	const struct run run = { .first = at,
				 .count = 1,
				 .rarity = search->words[at].rarity };

	for (size_t i = 0; i < terms->count; i++) {
		uint32_t word = terms->terms[i].word;
		uint32_t end = index->postings[index->firsts[word + 1]].spots;

		if (terms->terms[i].quality == QUALITY_PART)
			continue;
		for (uint32_t s = index->postings[index->firsts[word]].spots;
		     s < end; s++) {
			if (spot_alone(index->spots[s]))
				phrase_found(search, &run,
					     posting_at(index, word, s)->entry,
					     spot_field(index->spots[s]), true);
		}
	}
	forget_worth(search);
}

/* Every entry that has the word has the phrase. */
static void tally_quoted_word(struct search *search, size_t at)
{
	const struct word_index *index = index_of(search);
	const struct search_word *word = &search->words[at];

	for (size_t i = 0; i < word->terms.count; i++) {
		const struct term *term = &word->terms.terms[i];

		if (term->quality == QUALITY_PART)
			continue;
		for (uint32_t p = index->firsts[term->word];
		     p < index->firsts[term->word + 1]; p++)
			note_quote(search, word->quote,
				   index->postings[p].entry);
	}
	tally_lone(search, at);
}

/* The quoted phrases, each a run of words with one number. */
static void tally_quotes(struct search *search)
{
	for (size_t i = 0; i < search->word_count;) {
		size_t end = i;
		size_t quote = search->words[i].quote;

		while (end < search->word_count &&
		       search->words[end].quote == quote)
			end++;
		if (quote > 0 && end == i + 1)
			tally_quoted_word(search, i);
		else if (quote > 0)
			tally_run(search, i, end - i, quote_found);
		i = end;
	}
}

/* Two words side by side count in a query of more. */
static void tally_pair(struct search *search, size_t first)
{
	if (search->word_count >= 3)
		tally_run(search, first, 2, pair_found);
}

static void tally_phrase(struct search *search)
{
	if (search->word_count == 1)
		tally_lone(search, 0);
	else
		tally_run(search, 0, search->word_count, phrase_found);
}

/* ------------------------------------------------------------------------
 * Words that are kept
 */

/* The words [first, end), and how each stands to the one before it. */
static void tally_words(struct search *search, size_t first, size_t end)
{
	for (size_t i = first; i < end; i++) {
		tally_word(search, &search->words[i]);
		if (i > 0 && search->query.quote_count == 0)
			tally_pair(search, i - 1);
	}
}

/* Whether what is kept is the beginning of this query too. */
static bool is_kept(const struct search *search)
{
	size_t count = search->scratch->kept_words;

	if (count > search->word_count ||
	    (count > 1 && search->word_count < 3))
		return false;
	for (size_t i = 0; i < count; i++) {
		if (!search->words[i].kept || search->words[i].joined)
			return false;
	}
	return true;
}

/*
 * The words that will stay while the last one is typed.  What is not a word's
 * own may come and go, and pairs count only among three words.
 */
static size_t words_to_keep(const struct search *search)
{
	size_t limit = search->word_count;
	size_t count = 0;

	if (search->words[limit - 1].open)
		limit--;
	if (search->word_count < 3 && limit > 1)
		limit = 1;
	while (count < limit && owns_terms(&search->words[count]))
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

	if (search->word_count > 0 && search->query.pattern_count == 0 &&
	    search->query.quote_count == 0)
		kept = words_to_keep(search);
	if (kept > 0) {
		tally_kept(search, kept);
		kept = search->scratch->kept_words;
	}
	tally_words(search, kept, search->word_count);
	tally_quotes(search);
	if (search->word_count > 0 && search->query.quote_count == 0)
		tally_phrase(search);
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

/* The share of the query that an entry must have, of `scratch->total`. */
static uint64_t least_cover(const struct search *search)
{
	const struct scratch *scratch = search->scratch;
	const struct bitset *touched = &scratch->now.touched;
	uint64_t share = telling_words(search) >= FACTOR_COVER_WORDS ?
				 FACTOR_COVER_LONG :
				 FACTOR_COVER;
	uint64_t least = scratch->total * share / 100;
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
	uint64_t cover = total == 0 ? 0 : tally->covered * UINT64_C(256) / total;
	uint64_t score = tally->score * rank_entry(search->catalogue, entry) +
			 tally->number * 100;

	return score * cover * cover / 65536;
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

static void find_standings(struct search *search, const struct filter *filter)
{
	const struct scratch *scratch = search->scratch;
	const struct bitset *touched = &scratch->now.touched;
	uint64_t least = least_cover(search);

	search->count = search->hidden = 0;
	for (size_t i = bitset_next(touched, 0); i < touched->limit;
	     i = bitset_next(touched, i + 1)) {
		const struct tally *tally = &scratch->now.tallies[i];

		if (tally->covered < least || tally->covered == 0 ||
		    !has_quotes(search, tally))
			continue;
		if (is_shown(search, filter, (entry_t)i))
			add_standing(search, (entry_t)i);
		else
			search->hidden++;
	}
}

static void collect_hits(struct search *search, const struct filter *filter)
{
	struct scratch *scratch = search->scratch;

	find_standings(search, filter);
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

static void prepare(struct search *search)
{
	size_t count = catalogue_count(search->catalogue);
	struct scratch *scratch = search->scratch;

	if (scratch == NULL) {
		scratch = xcalloc(1, sizeof(*scratch));
		ledger_init(&scratch->now, search->catalogue->image);
		scratch->ledger = &scratch->now;
		scratch->shares = xcalloc(count, sizeof(*scratch->shares));
		bitset_init(&scratch->current, count);
		for (enum field field = 0; field < FIELD_COUNT; field++)
			scratch->weights[field] = weigh_field(field);
		search->scratch = scratch;
	}
	ledger_reset(&scratch->now);
}

/* Find the hits of the query as it has been read. */
static void run(struct search *search, const struct filter *filter)
{
	prepare(search);
	take_words(search);
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

void search_describe_lost(const struct search *search, struct strbuf *text)
{
	enum { TOLD = 3 };
	size_t lost = 0;

	for (size_t i = 0; i < search->word_count; i++) {
		const struct search_word *word = &search->words[i];

		if (!word->near && word->terms.count > 0)
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

	if (search->query.pattern_count == 1 &&
	    search->query.word_count <= 1 &&
	    search->query.patterns[0].length == 3 &&
	    pattern_is_status(&search->query.patterns[0], &number))
		return number;
	return 0;
}

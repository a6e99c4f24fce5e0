/*
 * engine -- how a search finds what it found: shared by its files alone.
 *
 * Each word of the query is met by some words of the index, and each of those
 * has postings; so the cost of a query is that of the postings it touches, not
 * of the catalogue's text.
 *
 * What was found out about a word stays in its place for the next query.  The
 * terms of a place bear a stamp, new whenever they are made anew, and the
 * ledger of what is kept remembers the stamps that it was added up from: it
 * holds for every query that begins with the same ones.
 */
#ifndef HTTREE_QUERY_ENGINE_H
#define HTTREE_QUERY_ENGINE_H

#include <limits.h>

#include "base/bitset.h"
#include "base/strbuf.h"
#include "query/order.h"
#include "query/query.h"
#include "query/search.h"
#include "query/terms.h"

/* What became of one word of the query. */
struct search_word {
	struct strbuf text; /* folded */
	struct terms terms;
	uint64_t stamp;	  /* of `terms`; 0 before there were any */
	uint32_t telling; /* per cent of a word; 0 when nothing has it */
	uint32_t rarity;  /* sixteenths, less where it does not tell all */
	size_t quote;
	bool near;   /* near spellings are among `terms` */
	bool open;
	bool joined; /* a word made with a neighbour is among `terms` */
	bool cut;    /* it was run together with the next one */
};

/*
 * What is known of an entry while a query runs, apart from the word that is
 * being looked at: a letter meets thousands of words, each in many entries, so
 * what changes with each of them is kept close together.
 */
struct tally {
	uint64_t score;	  /* of words and phrases */
	uint64_t number;  /* of a number of the query; 0 without one */
	uint32_t covered; /* words found, each 10,000 when it tells all */
	uint32_t carried; /* rarity of what they answer, times 100 */
	uint32_t worth;	  /* of the phrase being looked at */
	uint32_t best;	  /* weight of the best field so far */
	uint32_t matches;
	uint32_t phrases;
	uint32_t quotes; /* quoted phrases found, one bit each */
	uint8_t where;
	uint8_t meant; /* the rank of what is meant whatever else is there */
	bool named;  /* a number of the query is its number */
	bool titled; /* the query is its name */
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
	struct tally *tallies; /* of the entries that are touched */
	struct bitset touched; /* entries with a tally */
	struct bitset counted; /* words of which the matches are counted */
};

/*
 * While somebody types the last word of many, those before it stay: what they
 * give is kept in `kept`, and `now` begins with a copy of it.
 */
struct engine {
	const struct catalogue *catalogue;
	struct query query;
	struct search_word words[QUERY_WORDS];
	size_t word_count;
	uint64_t stamps;    /* given out so far */
	struct terms trial; /* of a word that is not placed yet */
	struct ledger now;
	struct ledger kept;
	uint64_t kept_stamps[QUERY_WORDS]; /* of the words in `kept` */
	size_t kept_words;
	struct ledger *ledger; /* the one that is being written */
	struct share *shares;
	struct bitset current; /* entries with a share */
	struct standing *order; /* of the hits, and room for sorting them */
	size_t order_capacity;
	struct hit *hits;
	size_t hit_capacity;
	uint32_t asked; /* all words and numbers of the query, as `covered` */
	uint32_t total; /* the same, as `carried` */
	uint32_t telling_words; /* words of the query that are not noise */
	uint32_t weights[FIELD_COUNT]; /* as tally.c packs them */
	bool heads[UCHAR_MAX + 1]; /* first bytes of the words counted */
};

static inline const struct word_index *index_of(const struct engine *engine)
{
	return &engine->catalogue->image->index;
}

struct engine *engine_new(const struct catalogue *catalogue);
void engine_free(struct engine *engine);

/* Read a query; it is run by engine_run(), perhaps without its quotes. */
void engine_read(struct engine *engine, const char *text);

/* Tally the query that was read, in `now`. */
void engine_run(struct engine *engine);

/* Whether the entry has all that was asked, or is named by a number. */
bool engine_has_all(const struct engine *engine, entry_t entry);

/* Make the ledger, the first time, else forget what is in it. */
void ledger_start(struct ledger *ledger, const struct image *image);
void ledger_clear(struct ledger *ledger);

/* Make `ledger`, which is empty, the same as `other`. */
void ledger_copy(struct ledger *ledger, const struct ledger *other);

void tally_init(struct engine *engine);
void tally_clear(struct engine *engine);

/* The tally of an entry in the ledger that is being written. */
struct tally *tally_of(struct engine *engine, entry_t entry);

/* Add what a word gives to the entries that have it. */
void tally_word(struct engine *engine, const struct search_word *word);

/* Add what the numbers of the query give, and note what it means at once. */
void tally_patterns(struct engine *engine);

#endif

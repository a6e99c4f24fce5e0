/*
 * tally -- what each entry gets from the words and numbers of a query.
 *
 * Each word of the query is met by some words of the index, and each of those
 * has postings; so the cost of a query is that of the postings it touches, not
 * of the catalogue's text.  This header is shared by the files of the search
 * alone; what others may use is in search.h.
 */
#ifndef HTTREE_QUERY_TALLY_H
#define HTTREE_QUERY_TALLY_H

#include "base/bitset.h"
#include "query/order.h"
#include "query/search.h"

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
	bool named; /* a number of the query is its number */
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
	uint32_t asked; /* all words and numbers of the query, as `covered` */
	uint32_t total; /* the same, as `carried` */
	uint32_t telling_words; /* words of the query that are not noise */
	uint32_t weights[FIELD_COUNT]; /* as tally.c packs them */
};

static inline const struct word_index *index_of(const struct search *search)
{
	return &search->catalogue->image->index;
}

void ledger_init(struct ledger *ledger, const struct image *image);
void ledger_clear(struct ledger *ledger);

/* Forget all tallies. */
void ledger_reset(struct ledger *ledger);

/* Make `ledger`, which is empty, the same as `other`. */
void ledger_copy(struct ledger *ledger, const struct ledger *other);

/* Make room for tallies, the first time, and forget those of the last run. */
void tally_start(struct search *search);

/* Give back all of `search->scratch`. */
void tally_clear(struct search *search);

/* The tally of an entry in the ledger that is being written. */
struct tally *tally_of(struct search *search, entry_t entry);

/* Add what a word gives to the entries that have it. */
void tally_word(struct search *search, const struct search_word *word);

/* Add what the numbers of the query give. */
void tally_patterns(struct search *search);

#endif

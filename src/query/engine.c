#include "query/engine.h"

#include <stdlib.h>
#include <string.h>

#include "base/xalloc.h"
#include "query/phrase.h"
#include "query/rank.h"
#include "query/resolve.h"

struct engine *engine_new(const struct catalogue *catalogue)
{
	struct engine *engine = xcalloc(1, sizeof(*engine));

	engine->catalogue = catalogue;
	tally_init(engine);
	return engine;
}

void engine_free(struct engine *engine)
{
	if (engine == NULL)
		return;
	for (size_t i = 0; i < QUERY_WORDS; i++) {
		strbuf_clear(&engine->words[i].text);
		terms_clear(&engine->words[i].terms);
	}
	terms_clear(&engine->trial);
	query_clear(&engine->query);
	ledger_clear(&engine->now);
	ledger_clear(&engine->kept);
	tally_clear(engine);
	free(engine->order);
	free(engine->hits);
	free(engine);
}

void engine_read(struct engine *engine, const char *text)
{
	query_clear(&engine->query);
	query_init(&engine->query, text, engine->catalogue);
}

bool engine_has_all(const struct engine *engine, entry_t entry)
{
	const struct tally *tally = &engine->now.tallies[entry];
	uint64_t asked = engine->asked;

	return bitset_has(&engine->now.touched, entry) &&
	       (tally->named ||
		tally->covered >= asked * FACTOR_COVER_ALL / 100);
}

/* The word at `at`, and the parts of the query that it ends. */
static void tally_at(struct engine *engine, size_t at)
{
	tally_word(engine, &engine->words[at]);
	if (engine->word_count >= PHRASE_PARTS &&
	    engine->query.quote_count == 0)
		phrase_tally_part(engine, at);
}

/* ------------------------------------------------------------------------
 * Words that are kept
 */

/* Whether what is kept is the beginning of this query too. */
static bool is_kept(const struct engine *engine)
{
	size_t count = engine->kept_words;

	if (count > engine->word_count)
		return false;
	for (size_t i = 0; i < count; i++) {
		if (engine->words[i].stamp != engine->kept_stamps[i])
			return false;
	}
	return true;
}

/*
 * How many words will stay while the last one is typed, which may still make a
 * word with the one before it.  What parts of a query count depends on its
 * length.
 */
static size_t words_to_keep(const struct engine *engine)
{
	size_t limit = engine->word_count;
	size_t count = 0;

	if (engine->word_count < PHRASE_PARTS)
		return 0;
	if (engine->words[limit - 1].open)
		limit--;
	while (count < limit && !engine->words[count].joined)
		count++;
	return count;
}

/* Tally `count` words of which others may have been kept; go on from there. */
static void tally_kept(struct engine *engine, size_t count)
{
	if (engine->kept_words == 0 || !is_kept(engine)) {
		ledger_start(&engine->kept, engine->catalogue->image);
		engine->kept_words = 0;
	}
	engine->ledger = &engine->kept;
	for (size_t i = engine->kept_words; i < count; i++) {
		tally_at(engine, i);
		engine->kept_stamps[i] = engine->words[i].stamp;
		engine->kept_words = i + 1;
	}
	engine->ledger = &engine->now;
	ledger_copy(&engine->now, &engine->kept);
}

/* Numbers are tallied before words, so there is nothing to go on from. */
static void tally_words(struct engine *engine)
{
	size_t kept = 0;

	if (engine->query.pattern_count + engine->query.meant_count +
		    engine->query.quote_count ==
	    0)
		kept = words_to_keep(engine);
	if (kept > 0) {
		tally_kept(engine, kept);
		kept = engine->kept_words;
	}
	for (size_t i = kept; i < engine->word_count; i++)
		tally_at(engine, i);
}

/* Most words of a page begin with what no term does. */
static void note_heads(struct engine *engine)
{
	const struct word_index *index = index_of(engine);

	memset(engine->heads, 0, sizeof(engine->heads));
	for (size_t i = 0; i < engine->word_count; i++) {
		const struct terms *terms = &engine->words[i].terms;

		for (size_t t = 0; t < terms->count; t++) {
			uint32_t word = terms->terms[t].word;

			engine->heads[(unsigned char)*terms_text(index, word)] =
				true;
		}
	}
}

void engine_run(struct engine *engine)
{
	ledger_start(&engine->now, engine->catalogue->image);
	engine->ledger = &engine->now;
	resolve_words(engine);
	tally_patterns(engine);
	tally_words(engine);
	phrase_tally_quotes(engine);
	if (engine->word_count > 0 && engine->query.quote_count == 0)
		phrase_tally_query(engine);
	note_heads(engine);
}

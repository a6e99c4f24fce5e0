#include "model/hiding.h"

enum action hiding_switch(enum kind kind)
{
	static const enum action switches[KIND_COUNT] = {
		[KIND_STANDARD] = ACTION_STANDARD,
		[KIND_VENDOR] = ACTION_VENDOR,
		[KIND_WARNING] = ACTION_WARNING,
		[KIND_PAGE] = ACTION_COUNT,
	};

	return switches[kind];
}

bool hiding_by_sets(const struct state *state, entry_t entry)
{
	struct filter sets = state->filter;

	for (enum kind kind = 0; kind < KIND_COUNT; kind++)
		sets.hidden[kind] = false;
	sets.only = NULL;
	return !filter_shows(&sets, state->catalogue, entry);
}

static void add_key(struct strbuf *keys, const char *key)
{
	strbuf_addf(keys, "%s%s", keys->length > 0 ? " and " : "", key);
}

void hiding_keys(const struct state *state, entry_t entry,
		 struct strbuf *keys)
{
	enum kind kind = catalogue_kind(state->catalogue, entry);
	const struct bitset *only = state->narrowing.only;

	if (state->filter.hidden[kind])
		add_key(keys, action_row(hiding_switch(kind))->keys);
	if (hiding_by_sets(state, entry))
		add_key(keys, action_row(ACTION_FILTERS_OFF)->keys);
	if (only != NULL && !bitset_has(only, entry))
		add_key(keys, action_row(ACTION_NARROW)->keys);
}

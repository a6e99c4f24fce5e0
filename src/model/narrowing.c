#include "model/narrowing.h"

#include "base/bitset.h"
#include "model/filtering.h"
#include "model/matches.h"
#include "model/prompt.h"

static void narrow(struct state *state)
{
	struct narrowing *narrowing = &state->narrowing;
	const struct search *search = &state->matches.search;

	if (narrowing->folds == NULL)
		narrowing->folds = rows_save_folds(&state->rows);
	bitset_free(narrowing->only);
	narrowing->only = bitset_new(catalogue_count(state->catalogue));
	for (size_t i = 0; i < search->count; i++)
		bitset_add(narrowing->only, search->hits[i].entry);
	strbuf_reset(&narrowing->text);
	strbuf_add(&narrowing->text, strbuf_text(&state->matches.query));
	rows_fold_all(&state->rows, false);
	filtering_apply(state);
}

void narrowing_end(struct state *state)
{
	struct narrowing *narrowing = &state->narrowing;

	if (narrowing->only == NULL)
		return;
	bitset_free(narrowing->only);
	narrowing->only = NULL;
	strbuf_reset(&narrowing->text);
	rows_restore_folds(&state->rows, narrowing->folds);
	bitset_free(narrowing->folds);
	narrowing->folds = NULL;
	filtering_apply(state);
	rows_reveal(&state->rows, state->row);
}

/* What narrows the tree anew is not narrowed by what did before. */
static void narrow_changed(struct state *state)
{
	matches_typed(state, false);
}

static void narrow_cancel(struct state *state)
{
	prompt_close(state);
	matches_restore(state);
}

static void narrow_accept(struct state *state)
{
	if (state->lost.any) {
		matches_say_lost(state);
	} else if (*prompt_text(state) == '\0') {
		narrow_cancel(state);
		narrowing_end(state);
	} else {
		matches_take(state, narrow);
	}
}

static const struct purpose narrowing_purpose = {
	.sign = '&',
	.lists = true,
	.changed = narrow_changed,
	.accept = narrow_accept,
	.cancel = narrow_cancel,
	.next = matches_next,
	.scroll = matches_scroll,
	.hints = matches_hints,
};

void narrowing_prompt(struct state *state)
{
	matches_keep(state);
	prompt_open(state, &narrowing_purpose);
}

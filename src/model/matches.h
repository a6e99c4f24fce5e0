/*
 * matches -- what a text matches: hits while it is typed, and then from match
 * to match.
 */
#ifndef HTTREE_MODEL_MATCHES_H
#define HTTREE_MODEL_MATCHES_H

#include <stdbool.h>

#include "model/prompt.h"
#include "model/state.h"

/* Ask for a text to search for. */
void matches_prompt(struct state *state);

/*
 * Search for a text, among the entries of the narrowed tree alone when `within`
 * it.  Whether the matches live is the caller's to say.
 */
void matches_run(struct state *state, const char *text, bool within);

/* Search again among what is shown; the hit seen last stays that, if it can. */
void matches_again(struct state *state);

/* Go to the next or previous match in the page, else to the next hit. */
void matches_step(struct state *state, bool forward);

/* Mark nothing any more; `matches_step` takes the search up again. */
void matches_end(struct state *state);

/*
 * What the purposes of search share.  Keep where the reader is before a prompt
 * is opened; go back there.
 */
void matches_keep(struct state *state);
void matches_restore(struct state *state);

/* The text of the prompt has changed: list its hits. */
void matches_typed(struct state *state, bool within);

/* Say that the text of the prompt has no hit, and why. */
void matches_say_lost(struct state *state);

/* Close the prompt and go to the selected hit, the tree as it was before. */
void matches_take(struct state *state, void (*prepare)(struct state *));

/* Select the next or previous hit in the list. */
void matches_next(struct state *state, bool down);

/* Select a hit, if there is one of that number. */
void matches_select(struct state *state, size_t hit);

/* The first hit that is on a screen of so many rows. */
size_t matches_first_shown(const struct state *state, size_t rows);

/* Scroll the page of the selected hit. */
void matches_scroll(struct state *state, struct travel travel);

/* Whether Enter leads on from a text without a hit: to its number's page. */
bool matches_lost_lead_on(const struct state *state);

const char *const *matches_hints(const struct state *state);

#endif

/*
 * place -- where the reader is, as a value: row, page, scroll, focus and folds;
 * and the places that were visited, which lie behind and ahead like a path.
 */
#ifndef HTTREE_MODEL_PLACE_H
#define HTTREE_MODEL_PLACE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/bitset.h"
#include "model/layout.h"
#include "model/reader.h"

struct state;

struct place {
	size_t row;
	size_t top; /* of the tree */
	enum pane focus;
	struct reading reading;
	struct bitset *folds;
};

void place_clear(struct place *place);

/* Make `place` where the reader of `state` is. */
void place_keep(struct place *place, const struct state *state);

/* Go back to a place, which stays as it is. */
void place_restore(const struct place *place, struct state *state);

enum { VISITED_LIMIT = 200 };

struct visited {
	struct place *places;
	size_t count;
	size_t capacity;
	size_t at; /* the one that was come to last */
};

void visited_clear(struct visited *visited);

/* Where the reader is has been visited. */
void visited_add(struct visited *visited, const struct state *state);

/*
 * While the reader stays at the place that was come to last, it is kept as the
 * reader leaves it.
 */
void visited_follow(struct visited *visited, const struct state *state);

/*
 * The place to go to, forward or back; NULL when there is none.  From a page
 * that was not visited, back is to the one that was visited last.
 */
const struct place *visited_step(struct visited *visited,
				 const struct state *state, bool forward);

#endif

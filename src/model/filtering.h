/*
 * filtering -- which codes are shown.
 */
#ifndef HTTREE_MODEL_FILTERING_H
#define HTTREE_MODEL_FILTERING_H

#include "model/action.h"
#include "model/state.h"

/* Take account of the filter and of what narrows the tree, in place. */
void filtering_apply(struct state *state);

/*
 * Show what `filter` lets through.  What it leaves out as a whole kind is put
 * into the kind's switch, so that the key of the kind shows it again.
 */
void filtering_set(struct state *state, const struct filter *filter);

/*
 * Keep the place until nothing is hidden any more; then, having hidden codes,
 * unfold all that is shown.
 */
void filtering_keep(struct state *state);
void filtering_unfold(struct state *state);

/* Switch a kind off or on, or show it alone. */
void filtering_step(struct state *state, enum action action);

#endif

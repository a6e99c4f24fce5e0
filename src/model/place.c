#include "model/place.h"

#include <stdlib.h>
#include <string.h>

#include "base/xalloc.h"
#include "model/state.h"

void place_clear(struct place *place)
{
	bitset_free(place->folds);
	*place = (struct place){ .row = 0 };
}

void place_keep(struct place *place, const struct state *state)
{
	bitset_free(place->folds);
	*place = (struct place){
		.row = state->row,
		.top = state->tree.top,
		.focus = state->focus,
		.reading = reader_keep(&state->reader),
		.folds = rows_save_folds(&state->rows),
	};
}

void place_restore(const struct place *place, struct state *state)
{
	rows_restore_folds(&state->rows, place->folds);
	state->row = place->row;
	state->tree.top = place->top;
	state->focus = place->focus;
	state->jumped = false;
	reader_restore(&state->reader, place->reading);
}

void visited_clear(struct visited *visited)
{
	for (size_t i = 0; i < visited->count; i++)
		place_clear(&visited->places[i]);
	free(visited->places);
	*visited = (struct visited){ .count = 0 };
}

/* Whether the reader is where it came to last. */
static bool is_there(const struct visited *visited, const struct state *state)
{
	return visited->count > 0 &&
	       shown_same(visited->places[visited->at].reading.shown,
			  state->reader.shown);
}

static void forget_ahead(struct visited *visited)
{
	while (visited->count > visited->at + 1)
		place_clear(&visited->places[--visited->count]);
}

static void forget_oldest(struct visited *visited)
{
	place_clear(&visited->places[0]);
	visited->count--;
	memmove(visited->places, visited->places + 1,
		visited->count * sizeof(*visited->places));
}

void visited_add(struct visited *visited, const struct state *state)
{
	if (is_there(visited, state))
		return;
	if (visited->count > 0)
		forget_ahead(visited);
	if (visited->count == VISITED_LIMIT)
		forget_oldest(visited);
	visited->places = xgrow(visited->places, &visited->capacity,
				visited->count + 1, sizeof(*visited->places));
	visited->at = visited->count++;
	visited->places[visited->at] = (struct place){ .row = 0 };
	place_keep(&visited->places[visited->at], state);
}

void visited_follow(struct visited *visited, const struct state *state)
{
	if (is_there(visited, state))
		place_keep(&visited->places[visited->at], state);
}

const struct place *visited_step(struct visited *visited,
				 const struct state *state, bool forward)
{
	if (visited->count == 0)
		return NULL;
	if (forward && visited->at + 1 == visited->count)
		return NULL;
	if (!forward && is_there(visited, state) && visited->at == 0)
		return NULL;
	if (forward)
		visited->at++;
	else if (is_there(visited, state))
		visited->at--;
	return &visited->places[visited->at];
}

/*
 * update -- the one place where a key changes the state.
 */
#ifndef HTTREE_MODEL_UPDATE_H
#define HTTREE_MODEL_UPDATE_H

#include "model/action.h"
#include "model/effect.h"
#include "model/mouse.h"
#include "model/state.h"
#include "query/ask.h"

/* In which context the next key is read. */
enum context update_context(const struct state *state);

/*
 * Act on a key.  Every key changes the state or says on the status line why
 * not.  What the state cannot do itself is returned.
 */
struct effect update_key(struct state *state, hkey_t key);

/* Act on a click, or on the wheel. */
struct effect update_mouse(struct state *state, const struct mouse *mouse);

/* Act on text that was pasted: search for its first line. */
void update_paste(struct state *state, const char *text, size_t length);

/*
 * No key came for as long as a number waits for its next digit, three seconds:
 * it rests, and the next digit begins a new one.  The model has no clock; who
 * reads the keys tells it.
 */
void update_rest(struct state *state);

/* The screen has another size. */
void update_resize(struct state *state, int screen_rows, int screen_cols);

/* Show what `filter` lets through, from now on. */
void update_filter(struct state *state, const struct filter *filter);

/*
 * Show the statuses that a log holds, with their counts, and nothing else until
 * the filters are taken off.  The report must outlive the state.
 */
void update_log(struct state *state, const struct report *report);

/*
 * Open at the first entry that was asked for, as `httree -i` does; false for
 * none.  What was asked is searched for, too, so that the other hits are a key
 * away.  With one pane the page is open, as after Enter; with two the tree has
 * the focus.
 */
bool update_open_at(struct state *state, const struct ask *ask);

#endif

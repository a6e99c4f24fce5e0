#include "model/steps.h"

#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "base/xalloc.h"
#include "model/state.h"

enum { PROMPT_LIMIT = 1000 }; /* bytes */

/* ------------------------------------------------------------------------
 * The place to come back to
 */

static void keep_place(struct state *state)
{
	struct place_kept *place = &state->place;

	free(place->folds);
	place->row = state->row;
	place->top = state->top;
	place->entry = state->entry;
	place->unknown = state->unknown;
	place->scroll = state->scroll;
	place->focus = state->focus;
	place->match = state->match;
	place->hit = state->hit;
	place->alive = state->alive;
	place->folds = rows_save_folds(&state->rows);
	strbuf_reset(&place->query);
	strbuf_add(&place->query, strbuf_text(&state->query));
}

static void restore_place(struct state *state)
{
	struct place_kept *place = &state->place;

	rows_restore_folds(&state->rows, place->folds);
	state->row = place->row;
	state->top = place->top;
	state->entry = place->entry;
	state->unknown = place->unknown;
	state->scroll = place->scroll;
	state->focus = place->focus;
	state->match = place->match;
	state->hit = place->hit;
	state->alive = place->alive;
	state->jumped = false;
	state->stale = true;
	if (place->alive)
		step_run(state, strbuf_text(&place->query));
}

/* ------------------------------------------------------------------------
 * Running
 */

void step_run(struct state *state, const char *text)
{
	char *copy = xstrdup(text);
	struct filter filter = state->filter;

	/* What narrows the tree anew is not narrowed by what did before. */
	if (!state->prompt.open || state->prompt.purpose != PURPOSE_NARROW)
		filter.only = state->only;
	search_run(&state->search, copy, &filter);
	strbuf_reset(&state->query);
	strbuf_add(&state->query, copy);
	free(copy);
	state->stale = true;
}

/* Show the selected hit's page at its first match. */
static void show_hit(struct state *state)
{
	if (state->hit >= state->search.count)
		return;
	state_show(state, state->search.hits[state->hit].entry);
	state->scroll = 0;
	state->match = 0;
	state_show_match(state);
}

/*
 * The text of the prompt has changed.  When it has no hit, those of the last
 * text that had some stay.
 */
static void changed(struct state *state)
{
	struct prompt *prompt = &state->prompt;
	char *before;

	prompt->recalled = 0;
	state->lost = false;
	if (prompt->purpose == PURPOSE_HELP) {
		step_help_search(state, strbuf_text(&prompt->text));
		return;
	}
	if (prompt->text.length == 0) {
		restore_place(state);
		return;
	}
	state->hit = 0;
	before = xstrdup(state->alive ? strbuf_text(&state->query) : "");
	step_run(state, strbuf_text(&prompt->text));
	state->alive = state->search.count > 0;
	if (!state->alive) {
		state->lost = true;
		state->lost_number = search_status(&state->search);
		state->lost_hidden = state->search.hidden;
		if (*before != '\0')
			step_run(state, before);
		state->alive = state->search.count > 0;
	}
	free(before);
	show_hit(state);
}

/* ------------------------------------------------------------------------
 * The prompt
 */

void step_open_prompt(struct state *state, enum purpose purpose)
{
	struct prompt *prompt = &state->prompt;

	prompt->open = true;
	prompt->purpose = purpose;
	prompt->cursor = 0;
	prompt->recalled = 0;
	strbuf_reset(&prompt->text);
	state->lost = false;
	state->help_before = state->help_scroll;
	if (purpose != PURPOSE_HELP) {
		keep_place(state);
		state->hit = 0;
	}
	state->stale = true;
}

static void close_prompt(struct state *state)
{
	state->prompt.open = false;
	state->lost = false;
	state->stale = true;
}

static void cancel(struct state *state)
{
	bool help = state->prompt.purpose == PURPOSE_HELP;

	close_prompt(state);
	if (help)
		step_help_search(state, "");
	else
		restore_place(state);
}

static void narrow(struct state *state)
{
	size_t size = catalogue_count(state->catalogue) / 8 + 1;

	if (state->narrow_folds == NULL)
		state->narrow_folds = rows_save_folds(&state->rows);
	free(state->only);
	state->only = xcalloc(size, 1);
	for (size_t i = 0; i < state->search.count; i++) {
		entry_t entry = state->search.hits[i].entry;

		state->only[entry / 8] |= (uint8_t)(1 << entry % 8);
	}
	strbuf_reset(&state->narrowed);
	strbuf_add(&state->narrowed, strbuf_text(&state->query));
	rows_fold_all(&state->rows, false);
	step_refilter(state);
}

void step_end_narrow(struct state *state)
{
	if (state->only == NULL)
		return;
	free(state->only);
	state->only = NULL;
	strbuf_reset(&state->narrowed);
	rows_restore_folds(&state->rows, state->narrow_folds);
	free(state->narrow_folds);
	state->narrow_folds = NULL;
	step_refilter(state);
	rows_reveal(&state->rows, state->row);
}

/* Without a hit only a number that nobody defines has a page to go to. */
static void accept_lost(struct state *state)
{
	const char *text = strbuf_text(&state->prompt.text);
	unsigned int number = state->lost_number;

	if (!state_lost_leads_on(state)) {
		state_say(state, state->lost_hidden > 0 ?
					 "every code with '%s' is hidden" :
					 "no code has '%s'",
			  text);
		return;
	}
	history_add(&state->history, text);
	close_prompt(state);
	restore_place(state);
	state->focus = PANE_TREE;
	step_unknown(state, number);
}

/* Stay on the selected hit: in the tree, its ancestors unfolded. */
static void accept(struct state *state)
{
	struct prompt *prompt = &state->prompt;
	entry_t entry;

	if (state->lost) {
		accept_lost(state);
		return;
	}
	if (prompt->text.length > 0 && prompt->purpose != PURPOSE_HELP)
		history_add(&state->history, strbuf_text(&prompt->text));
	close_prompt(state);
	if (prompt->purpose == PURPOSE_HELP)
		return;
	if (prompt->text.length == 0) {
		restore_place(state);
		if (prompt->purpose == PURPOSE_NARROW)
			step_end_narrow(state);
		return;
	}
	entry = state->search.hits[state->hit].entry;
	rows_restore_folds(&state->rows, state->place.folds);
	if (prompt->purpose == PURPOSE_NARROW)
		narrow(state);
	state->focus = PANE_TREE;
	state_go(state, entry);
	state_show_match(state);
	state_visit(state);
}

static void recall(struct state *state, bool older)
{
	struct prompt *prompt = &state->prompt;
	const struct history *history = &state->history;
	size_t wanted = older ? prompt->recalled + 1 : prompt->recalled - 1;

	if ((!older && prompt->recalled == 0) || wanted > history->count) {
		state_say(state, "the history has no %s text",
			  older ? "older" : "newer");
		return;
	}
	strbuf_reset(&prompt->text);
	if (wanted > 0)
		strbuf_add(&prompt->text, history->texts[wanted - 1]);
	prompt->cursor = prompt->text.length;
	changed(state);
	prompt->recalled = wanted;
}

static void next_hit(struct state *state, bool down)
{
	size_t count = state->search.count;

	if (state->prompt.text.length == 0 || state->prompt.recalled > 0) {
		recall(state, !down);
	} else if (state->prompt.purpose == PURPOSE_HELP) {
		step_help_match(state, down);
	} else if (count == 0) {
		state_say(state, "there are no hits to step through");
	} else if (down ? state->hit + 1 == count : state->hit == 0) {
		state_say(state, "this is the %s hit",
			  down ? "last" : "first");
	} else {
		state->hit = down ? state->hit + 1 : state->hit - 1;
		show_hit(state);
	}
}

static size_t before_cursor(const struct prompt *prompt)
{
	return prompt->cursor == 0 ?
		       0 :
		       text_last_cluster(strbuf_text(&prompt->text),
					 prompt->cursor);
}

static size_t after_cursor(const struct prompt *prompt)
{
	return prompt->cursor == prompt->text.length ?
		       0 :
		       text_cluster(prompt->text.text + prompt->cursor,
				    prompt->text.length - prompt->cursor);
}

/* Bytes of the word before the cursor, and of the blanks after it. */
static size_t word_before(const struct prompt *prompt)
{
	size_t at = prompt->cursor;

	while (at > 0 && prompt->text.text[at - 1] == ' ')
		at--;
	while (at > 0 && prompt->text.text[at - 1] != ' ')
		at--;
	return prompt->cursor - at;
}

static void erase(struct state *state, size_t before, size_t after)
{
	struct prompt *prompt = &state->prompt;

	if (before + after == 0) {
		state_say(state, "there is nothing to erase");
		return;
	}
	strbuf_remove(&prompt->text, prompt->cursor - before, before + after);
	prompt->cursor -= before;
	changed(state);
}

static void move_cursor(struct state *state, size_t to)
{
	if (to == state->prompt.cursor)
		state_say(state, to == 0 ? "this is the start of the text" :
					   "this is the end of the text");
	state->prompt.cursor = to;
	/* Who edits a text of the history has made it the prompt's own. */
	state->prompt.recalled = 0;
}

void step_prompt(struct state *state, enum action action)
{
	struct prompt *prompt = &state->prompt;

	switch (action) {
	case ACTION_ACCEPT:
		accept(state);
		break;
	case ACTION_CANCEL:
		cancel(state);
		break;
	case ACTION_HIT_NEXT:
		next_hit(state, true);
		break;
	case ACTION_HIT_PREVIOUS:
		next_hit(state, false);
		break;
	case ACTION_CURSOR_LEFT:
		move_cursor(state, prompt->cursor - before_cursor(prompt));
		break;
	case ACTION_CURSOR_RIGHT:
		move_cursor(state, prompt->cursor + after_cursor(prompt));
		break;
	case ACTION_CURSOR_START:
		move_cursor(state, 0);
		break;
	case ACTION_CURSOR_END:
		move_cursor(state, prompt->text.length);
		break;
	case ACTION_ERASE:
		if (prompt->text.length == 0)
			cancel(state);
		else
			erase(state, before_cursor(prompt), 0);
		break;
	case ACTION_ERASE_AHEAD:
		erase(state, 0, after_cursor(prompt));
		break;
	case ACTION_ERASE_WORD:
		erase(state, word_before(prompt), 0);
		break;
	case ACTION_ERASE_ALL:
		erase(state, prompt->cursor, 0);
		break;
	default:
		break;
	}
}

void step_type(struct state *state, const char *text, size_t length)
{
	struct prompt *prompt = &state->prompt;

	size_t room = PROMPT_LIMIT - prompt->text.length;
	size_t fits = 0;

	while (fits < length) {
		size_t size = text_cluster(text + fits, length - fits);

		if (fits + size > room)
			break;
		fits += size;
	}
	if (fits < length)
		state_say(state, "the text is too long, and is cut");
	length = fits;
	strbuf_insert(&prompt->text, prompt->cursor, text, length);
	prompt->cursor += length;
	changed(state);
}

/* ------------------------------------------------------------------------
 * From match to match
 */

static void go_to_hit(struct state *state, size_t hit, bool last_match)
{
	state_go(state, state->search.hits[hit].entry);
	state->hit = hit;
	state->match = 0;
	state_show_match(state);
	if (last_match && state->page.match_count > 0)
		state->match = state->page.match_count - 1;
	state_show_match(state);
	state_visit(state);
}

/* The hit after or before the one that is shown. */
static size_t hit_from_here(const struct state *state, bool forward,
			    bool *wraps)
{
	size_t count = state->search.count;
	size_t hit = search_find(&state->search, state->entry);

	/* Who has left the hits goes on from the one seen last. */
	if (hit == count) {
		hit = state->hit < count ? state->hit : count - 1;
		hit += !forward;
	}
	*wraps = forward ? hit + 1 == count : hit == 0;
	if (*wraps)
		return forward ? 0 : count - 1;
	return forward ? hit + 1 : hit - 1;
}

void step_match(struct state *state, bool forward)
{
	bool in_text = state->focus == PANE_DETAIL && state_hit(state) != NULL;
	bool wraps;
	size_t hit;

	if (!state->alive || state->search.count == 0) {
		state_say(state,
			  state->alive ? "every hit is hidden" :
					 "nothing was searched for; "
					 "/ searches");
		return;
	}
	if (in_text && (forward ? state->match + 1 < state->page.match_count :
				  state->match > 0)) {
		state->match += forward ? 1 : (size_t)-1;
		state_show_match(state);
		return;
	}
	hit = hit_from_here(state, forward, &wraps);
	go_to_hit(state, hit, in_text && !forward);
	if (wraps)
		state_say(state, forward ?
					 "the search wrapped to the first hit" :
					 "the search wrapped to the last hit");
}

void step_end_search(struct state *state)
{
	state->alive = false;
	state->match = 0;
	strbuf_reset(&state->query);
	state->stale = true;
}

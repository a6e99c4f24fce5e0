#include "model/matches.h"

#include <stdlib.h>

#include "base/xalloc.h"
#include "model/number.h"

/* ------------------------------------------------------------------------
 * Running
 */

void matches_run(struct state *state, const char *text, bool within)
{
	struct matches *matches = &state->matches;
	char *copy = xstrdup(text);
	struct filter filter = state->filter;

	filter.only = within ? state->narrowing.only : NULL;
	search_run(&matches->search, copy, &filter);
	strbuf_reset(&matches->query);
	strbuf_add(&matches->query, copy);
	free(copy);
	state->reader.stale = true;
}

void matches_again(struct state *state)
{
	struct matches *matches = &state->matches;
	const struct search *search = &matches->search;
	entry_t seen = matches->hit < search->count ?
			       search->hits[matches->hit].entry :
			       ENTRY_NONE;

	matches_run(state, strbuf_text(&matches->query), true);
	matches->hit = search_find(search, seen);
}

void matches_end(struct state *state)
{
	state->matches.alive = false;
	state->reader.match = 0;
	state->reader.stale = true;
}

/* ------------------------------------------------------------------------
 * What was before
 */

void matches_keep(struct state *state)
{
	struct before *before = &state->before;

	place_keep(&before->place, state);
	before->alive = state->matches.alive;
	before->hit = state->matches.hit;
	strbuf_reset(&before->query);
	strbuf_add(&before->query, strbuf_text(&state->matches.query));
	state->matches.hit = 0;
	state->lost = (struct lost){ .any = false };
}

void matches_restore(struct state *state)
{
	const struct before *before = &state->before;

	place_restore(&before->place, state);
	state->matches.alive = before->alive;
	state->matches.hit = before->hit;
	state->lost = (struct lost){ .any = false };
	matches_run(state, strbuf_text(&before->query), true);
}

/* ------------------------------------------------------------------------
 * While a text is typed
 */

/* Show the selected hit's page at its first match. */
static void show_hit(struct state *state)
{
	const struct search *search = &state->matches.search;

	if (state->matches.hit >= search->count)
		return;
	state_show(state, search->hits[state->matches.hit].entry);
	state->reader.view.top = 0;
	state->reader.match = 0;
	state_show_match(state);
}

/* The text has no hit: remember why, and keep those of the text before. */
static void lose(struct state *state, const char *before, bool within)
{
	struct search *search = &state->matches.search;

	state->lost = (struct lost){
		.any = true,
		.number = search_status(search),
		.hidden = search->hidden,
	};
	if (*before != '\0')
		matches_run(state, before, within);
}

void matches_typed(struct state *state, bool within)
{
	struct matches *matches = &state->matches;
	char *before;

	state->lost = (struct lost){ .any = false };
	if (*prompt_text(state) == '\0') {
		matches_restore(state);
		return;
	}
	matches->hit = 0;
	before = xstrdup(matches->alive ? strbuf_text(&matches->query) : "");
	matches_run(state, prompt_text(state), within);
	if (matches->search.count == 0)
		lose(state, before, within);
	matches->alive = matches->search.count > 0;
	free(before);
	show_hit(state);
}

void matches_next(struct state *state, bool down)
{
	struct matches *matches = &state->matches;
	size_t count = matches->search.count;

	if (count == 0) {
		state_say(state, "there are no hits to step through");
	} else if (down ? matches->hit + 1 == count : matches->hit == 0) {
		state_say(state, "this is the %s hit",
			  down ? "last" : "first");
	} else {
		matches->hit = down ? matches->hit + 1 : matches->hit - 1;
		show_hit(state);
	}
}

void matches_select(struct state *state, size_t hit)
{
	if (*prompt_text(state) == '\0' ||
	    hit >= state->matches.search.count)
		return;
	state->matches.hit = hit;
	show_hit(state);
}

size_t matches_first_shown(const struct state *state, size_t rows)
{
	size_t selected = state->matches.hit;

	return selected >= rows ? selected - rows + 1 : 0;
}

void matches_scroll(struct state *state, struct travel travel)
{
	if (state_layout(state).detail.rows > 0)
		state_scroll(state, &state->reader.view, travel);
	else
		state_say(state, "no room for the page");
}

void matches_say_lost(struct state *state)
{
	state_say(state,
		  state->lost.hidden > 0 ?
			  "every code with '%s' is hidden; F shows all" :
			  "no code has '%s'",
		  prompt_text(state));
}

static void go_to_hit(struct state *state, size_t hit, bool last_match)
{
	struct reader *reader = &state->reader;

	state_go(state, state->matches.search.hits[hit].entry);
	state->matches.hit = hit;
	reader->match = 0;
	state_show_match(state);
	if (last_match && reader->page.match_count > 0)
		reader->match = reader->page.match_count - 1;
	state_show_match(state);
	state_visit(state);
}

void matches_take(struct state *state, void (*prepare)(struct state *))
{
	history_add(&state->history, prompt_text(state));
	prompt_close(state);
	rows_restore_folds(&state->rows, state->before.place.folds);
	if (prepare != NULL)
		prepare(state);
	state->focus = PANE_TREE;
	go_to_hit(state, state->matches.hit, false);
}

/* ------------------------------------------------------------------------
 * From match to match
 */

/* The hit after or before the one that is shown. */
static size_t hit_from_here(const struct state *state, bool forward,
			    bool *wraps)
{
	const struct search *search = &state->matches.search;
	size_t count = search->count;
	size_t hit = search_find(search, state->reader.shown.entry);

	/* Who has left the hits goes on from the one seen last. */
	if (hit == count) {
		hit = state->matches.hit < count ? state->matches.hit :
						   count - 1;
		hit += !forward;
	}
	*wraps = forward ? hit + 1 == count : hit == 0;
	if (*wraps)
		return forward ? 0 : count - 1;
	return forward ? hit + 1 : hit - 1;
}

/* Go to the next match of the page; false when it has no more. */
static bool step_in_page(struct state *state, bool forward)
{
	struct reader *reader = &state->reader;

	if (forward ? reader->match + 1 >= reader->page.match_count :
		      reader->match == 0)
		return false;
	reader->match += forward ? 1 : (size_t)-1;
	state_show_match(state);
	return true;
}

/* Whether the page that is read is a hit: its matches come before others. */
static bool reads_hit(const struct state *state)
{
	return state->focus == PANE_DETAIL && state_hit(state) != NULL;
}

static void go_on(struct state *state, bool forward)
{
	bool in_text = reads_hit(state);
	bool wraps;
	size_t hit;

	if (in_text && step_in_page(state, forward))
		return;
	hit = hit_from_here(state, forward, &wraps);
	go_to_hit(state, hit, in_text && !forward);
	if (wraps)
		state_say(state, forward ?
					 "the search wrapped to the first hit" :
					 "the search wrapped to the last hit");
}

/* Take up again what was searched for: mark it, and go on from here. */
static void take_up(struct state *state, bool forward)
{
	state->matches.alive = true;
	matches_again(state);
	if (state->matches.search.count == 0) {
		state_say(state, "every hit is hidden");
	} else if (reads_hit(state)) {
		state->reader.match = 0;
		state_show_match(state);
	} else {
		go_on(state, forward);
	}
}

void matches_step(struct state *state, bool forward)
{
	struct matches *matches = &state->matches;

	if (!matches->alive && matches->query.length > 0)
		take_up(state, forward);
	else if (!matches->alive)
		state_say(state, "nothing was searched for; / searches");
	else if (matches->search.count == 0)
		state_say(state, "every hit is hidden");
	else
		go_on(state, forward);
}

/* Do the last search again: on to its next hit, or to the first of all. */
static void repeat(struct state *state)
{
	if (state->matches.query.length > 0) {
		matches_step(state, true);
		return;
	}
	matches_run(state, state->history.texts[0], true);
	state->matches.alive = state->matches.search.count > 0;
	if (state->matches.alive)
		go_to_hit(state, 0, false);
	else
		state_say(state, "no code has '%s'", state->history.texts[0]);
}

/* ------------------------------------------------------------------------
 * The prompt
 */

bool matches_lost_lead_on(const struct state *state)
{
	return state->lost.any && state->lost.number > 0 &&
	       state->lost.hidden == 0;
}

const char *const *matches_hints(const struct state *state)
{
	static const char *const hits[] = { "Enter go   Esc back", "Esc back",
					    "" };
	static const char *const none[] = { "Esc back", "", "" };

	return state->lost.any || *prompt_text(state) == '\0' ? none : hits;
}

/* What was searched for last, now or another time; NULL for nothing. */
static const char *last_text(const struct state *state)
{
	if (state->matches.query.length > 0)
		return strbuf_text(&state->matches.query);
	return state->history.count > 0 ? state->history.texts[0] : NULL;
}

static const char *const *search_hints(const struct state *state)
{
	static const char *const leads[] = { "Enter go   Esc back", "Esc back",
					     "" };
	static const char *const again[] = { "Enter again   Esc back",
					     "Esc back", "" };

	if (matches_lost_lead_on(state))
		return leads;
	return *prompt_text(state) == '\0' && last_text(state) != NULL ?
		       again :
		       matches_hints(state);
}

static void search_changed(struct state *state)
{
	matches_typed(state, true);
}

/* Without a hit only a number that nobody defines has a page to go to. */
static void accept_lost(struct state *state)
{
	unsigned int number = state->lost.number;

	if (!matches_lost_lead_on(state)) {
		matches_say_lost(state);
		return;
	}
	history_add(&state->history, prompt_text(state));
	prompt_close(state);
	matches_restore(state);
	state->focus = PANE_TREE;
	number_show_unknown(state, number);
}

static void search_accept(struct state *state)
{
	if (state->lost.any) {
		accept_lost(state);
	} else if (*prompt_text(state) != '\0') {
		matches_take(state, NULL);
	} else if (last_text(state) != NULL) {
		prompt_close(state);
		matches_restore(state);
		repeat(state);
	} else {
		state_say(state, "nothing was searched for yet");
	}
}

static void search_cancel(struct state *state)
{
	prompt_close(state);
	matches_restore(state);
}

static const struct purpose searching = {
	.sign = '/',
	.lists = true,
	.changed = search_changed,
	.accept = search_accept,
	.cancel = search_cancel,
	.next = matches_next,
	.scroll = matches_scroll,
	.hints = search_hints,
};

void matches_prompt(struct state *state)
{
	matches_keep(state);
	prompt_open(state, &searching);
}

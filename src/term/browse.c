#include "term/browse.h"

#include <stdlib.h>

#include "model/update.h"
#include "paint/paint.h"
#include "term/effects.h"
#include "term/modes.h"
#include "term/screen.h"

enum { STATUS_NO_TERMINAL = 2, STATUS_INTERRUPTED = 130 };

enum {
	FRAME = 50, /* milliseconds after which what came is drawn */
	REST = 3000 /* without a key, after which a number is done with */
};

struct browser {
	struct state state;
	struct view view;
	struct frame frame;
	int64_t rest; /* when the keys will have rested; negative for never */
};

static void draw(struct browser *browser)
{
	view_build(&browser->view, &browser->state);
	paint(&browser->frame, &browser->view);
	screen_show(&browser->frame);
}

static void say_if_cut(struct state *state)
{
	if (screen_is_cut())
		state_say(state,
			  "the terminal claims more than the %dx%d "
			  "cells that are drawn on",
			  state->screen_cols, state->screen_rows);
}

static void take_size(struct browser *browser)
{
	int rows, cols;

	screen_size(&rows, &cols);
	update_resize(&browser->state, rows, cols);
	say_if_cut(&browser->state);
}

static struct effect take_key(struct browser *browser, hkey_t key)
{
	browser->rest = screen_clock() + REST;
	return update_key(&browser->state, key);
}

static struct effect take_click(struct browser *browser,
				const struct input *input)
{
	static const enum mouse_act acts[] = {
		[BUTTON_LEFT] = MOUSE_CLICK,
		[BUTTON_WHEEL_UP] = MOUSE_WHEEL_UP,
		[BUTTON_WHEEL_DOWN] = MOUSE_WHEEL_DOWN,
	};
	struct mouse mouse = { .act = acts[input->button],
			       .row = input->row,
			       .col = input->col };

	return update_mouse(&browser->state, &mouse);
}

/* Act on an event; `*status` is the exit status when false is returned. */
static bool take_event(struct browser *browser, const struct event *event,
		       int *status)
{
	struct effect effect = { EFFECT_NONE, NULL, 0 };

	switch (event->kind) {
	case EVENT_NONE:
		update_rest(&browser->state);
		browser->rest = -1;
		break;
	case EVENT_KEY:
		effect = take_key(browser, event->input.key);
		break;
	case EVENT_PASTE:
		update_paste(&browser->state, event->input.text,
			     event->input.length);
		break;
	case EVENT_CLICK:
		effect = take_click(browser, &event->input);
		break;
	case EVENT_RESIZE:
		take_size(browser);
		break;
	case EVENT_SIGNAL:
		return false;
	case EVENT_HANGUP:
		*status = STATUS_NO_TERMINAL;
		return false;
	}
	effects_perform(&effect, &browser->state);
	*status = effect.kind == EFFECT_INTERRUPT ? STATUS_INTERRUPTED : 0;
	return effect.kind != EFFECT_QUIT && effect.kind != EFFECT_INTERRUPT;
}

/*
 * A held key is drawn once for all that is waiting; but input that never
 * pauses is seen, too.
 */
static int run(struct browser *browser)
{
	struct event event;
	int status = 0;

	draw(browser);
	event = screen_read(browser->rest);
	for (;;) {
		int64_t due = screen_clock() + FRAME;

		do {
			if (!take_event(browser, &event, &status))
				return status;
			event = screen_read(0);
		} while (event.kind != EVENT_NONE && screen_clock() < due);
		draw(browser);
		if (event.kind == EVENT_NONE)
			event = screen_read(browser->rest);
	}
}

/* An id that this catalogue does not have may be one of another. */
static void load_history(struct state *state)
{
	const struct history *history = &state->history;
	entry_t last;

	history_load(&state->history);
	if (history->place == NULL)
		return;
	last = catalogue_find(state->catalogue, history->place);
	if (last != ENTRY_NONE)
		state_remember(state, last,
			       history->unfolded == NULL ? "" :
							   history->unfolded);
}

static void save_history(struct state *state)
{
	struct last_place last = state_last_place(state);
	struct strbuf unfolded;

	if (last.entry != ENTRY_NONE) {
		strbuf_init(&unfolded);
		rows_print_folds(&state->rows, last.folds, &unfolded);
		history_set_place(&state->history,
				  catalogue_id(state->catalogue, last.entry),
				  strbuf_text(&unfolded));
		strbuf_clear(&unfolded);
	}
	history_save(&state->history);
}

/* A catalogue with faults, and what is not as the terminal says, told once. */
static void remark(struct state *state)
{
	struct strbuf wrong;

	strbuf_init(&wrong);
	if (state->collection != NULL)
		collection_remark(state->collection, false, &wrong);
	if (wrong.length > 0)
		state_say(state, "%s", strbuf_text(&wrong));
	strbuf_clear(&wrong);
	if (screen_drawn_as() != NULL)
		state_say(state, "TERM=%s is not known here; drawn as %s",
			  getenv("TERM"), screen_drawn_as());
	say_if_cut(state);
}

static void start(struct browser *browser, const struct catalogue *catalogue,
		  const struct browse_options *options)
{
	int rows, cols;

	browser->rest = -1;
	screen_size(&rows, &cols);
	state_init(&browser->state, catalogue, rows, cols, options->ascii);
	browser->state.collection = options->collection;
	if (options->filter != NULL)
		update_filter(&browser->state, options->filter);
	if (options->log != NULL)
		update_log(&browser->state, options->log);
	if (!options->forget)
		load_history(&browser->state);
	if (options->asked != NULL)
		update_open_at(&browser->state, options->asked);
	remark(&browser->state);
	browser->state.mouse = options->mouse && modes_mouse(true);
	view_init(&browser->view);
	frame_init(&browser->frame);
}

static void finish(struct browser *browser)
{
	save_history(&browser->state);
	frame_clear(&browser->frame);
	view_clear(&browser->view);
	state_clear(&browser->state);
}

int browse(const struct catalogue *catalogue,
	   const struct browse_options *options, struct problem *why)
{
	struct browser browser;
	int status;

	if (!screen_open(options->theme, why))
		return STATUS_NO_TERMINAL;
	start(&browser, catalogue, options);
	status = run(&browser);
	screen_close();
	finish(&browser);
	screen_die();
	if (status == STATUS_NO_TERMINAL)
		problem_set(why, "the terminal has gone");
	return status;
}

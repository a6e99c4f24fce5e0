#include "term/browse.h"

#include "model/update.h"
#include "paint/paint.h"
#include "term/screen.h"

enum { STATUS_NO_TERMINAL = 2, STATUS_INTERRUPTED = 130 };

struct browser {
	struct state state;
	struct view view;
	struct frame frame;
	struct strbuf paste;
};

static void draw(struct browser *browser)
{
	view_build(&browser->view, &browser->state);
	paint(&browser->frame, &browser->view);
	screen_show(&browser->frame);
}

/* Take one event; `*status` is the exit status when false is returned. */
static bool take_event(struct browser *browser, int *status)
{
	struct effect effect = { EFFECT_NONE, NULL, 0 };
	hkey_t key = HKEY_NONE;
	int rows, cols;

	switch (screen_read(&key, &browser->paste)) {
	case EVENT_KEY:
		effect = update_key(&browser->state, key);
		break;
	case EVENT_PASTE:
		update_paste(&browser->state, strbuf_text(&browser->paste),
			     browser->paste.length);
		strbuf_reset(&browser->paste);
		break;
	case EVENT_RESIZE:
		screen_size(&rows, &cols);
		update_resize(&browser->state, rows, cols);
		break;
	case EVENT_SIGNAL:
		return false;
	case EVENT_HANGUP:
		*status = STATUS_NO_TERMINAL;
		return false;
	}
	if (effect.kind == EFFECT_REDRAW)
		screen_redraw();
	else if (effect.kind == EFFECT_SUSPEND)
		screen_suspend();
	*status = effect.kind == EFFECT_INTERRUPT ? STATUS_INTERRUPTED : 0;
	return effect.kind != EFFECT_QUIT && effect.kind != EFFECT_INTERRUPT;
}

static int run(struct browser *browser)
{
	int status = 0;

	do {
		draw(browser);
		/* A held key is drawn once for all that is waiting. */
		do {
			if (!take_event(browser, &status))
				return status;
		} while (screen_pending());
	} while (true);
}

/* An id that this catalogue does not have may be one of another. */
static const char *last_place(const struct state *state)
{
	entry_t last = state_last_place(state);

	return last == ENTRY_NONE ? state->history.last :
				    catalogue_id(state->catalogue, last);
}

static void load_history(struct state *state)
{
	entry_t last;

	history_load(&state->history);
	if (state->history.last == NULL)
		return;
	last = catalogue_find(state->catalogue, state->history.last);
	if (last != ENTRY_NONE)
		state_remember(state, last);
}

static void start(struct browser *browser, const struct catalogue *catalogue,
		  const struct browse_options *options)
{
	int rows, cols;

	screen_size(&rows, &cols);
	state_init(&browser->state, catalogue, rows, cols, options->ascii);
	if (options->filter != NULL)
		update_filter(&browser->state, options->filter);
	if (!options->forget)
		load_history(&browser->state);
	if (options->open_at != NULL)
		update_open_at(&browser->state, options->open_at);
	view_init(&browser->view);
	frame_init(&browser->frame);
	strbuf_init(&browser->paste);
}

static void finish(struct browser *browser)
{
	history_save(&browser->state.history, last_place(&browser->state));
	strbuf_clear(&browser->paste);
	frame_clear(&browser->frame);
	view_clear(&browser->view);
	state_clear(&browser->state);
}

int browse(const struct catalogue *catalogue,
	   const struct browse_options *options, struct problem *why)
{
	struct browser browser;
	int status;

	if (!screen_open(options->plain, why))
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

#include "model/update.h"

#include "base/text.h"
#include "model/filtering.h"
#include "model/help.h"
#include "model/layer.h"
#include "model/matches.h"

enum context update_context(const struct state *state)
{
	return layer_top(state)->context;
}

static bool is_text(hkey_t key)
{
	return key == HKEY_SPACE || (key >= 0x20 && key != 0x7f &&
				     (key < 0x80 || key >= 0xa0) &&
				     key < HKEY_FIRST);
}

static void type_key(struct state *state, hkey_t key)
{
	struct strbuf text;

	strbuf_init(&text);
	if (key == HKEY_SPACE)
		strbuf_add_char(&text, ' ');
	else if (text_refused(key) == NULL)
		text_encode(&text, key);
	if (text.length > 0)
		layer_top(state)->type(state, text.text, text.length);
	else
		state_say(state, "this sign cannot be searched for");
	strbuf_clear(&text);
}

static void say_unbound(struct state *state, hkey_t key)
{
	char name[24];

	hkey_name(key, name, sizeof(name));
	state_say(state,
		  layer_top(state)->context == CONTEXT_BROWSE ?
			  "%s does nothing here; ? lists the keys" :
			  "%s does nothing here",
		  name);
}

/* What a key leaves to the terminal wherever it is pressed. */
static enum effect_kind effect_of(enum action action)
{
	switch (action) {
	case ACTION_REDRAW:
		return EFFECT_REDRAW;
	case ACTION_SUSPEND:
		return EFFECT_SUSPEND;
	case ACTION_INTERRUPT:
		return EFFECT_INTERRUPT;
	case ACTION_QUIT_NOW:
		return EFFECT_QUIT;
	default:
		return EFFECT_NONE;
	}
}

/* Take away what does not take the key, but for Esc, which does just that. */
static void make_way(struct state *state, enum action action)
{
	const struct layer *layer = layer_top(state);

	if (layer->takes != NULL && action != ACTION_BACK &&
	    !layer->takes(action))
		layer->back(state);
}

static void act(struct state *state, enum action action)
{
	const struct layer *layer = layer_top(state);

	if (effect_of(action) != EFFECT_NONE)
		state_leave(state, effect_of(action), NULL);
	else if (action == ACTION_BACK || action == ACTION_CANCEL)
		layer->back(state);
	else if (action == ACTION_HELP_ASIDE)
		help_open(state);
	else if (action != ACTION_COUNT)
		layer->step(state, action);
	else if (layer->type != NULL && is_text(state->key))
		type_key(state, state->key);
	else if (layer->fleeting)
		layer->back(state);
	else
		say_unbound(state, state->key);
}

/* The help has been closed by a line of it that is to be done. */
static void perform_pending(struct state *state)
{
	enum action action = state->pending;

	state->pending = ACTION_COUNT;
	if (action != ACTION_COUNT)
		act(state, action);
}

static void begin(struct state *state)
{
	strbuf_reset(&state->message);
	state_leave(state, EFFECT_NONE, NULL);
	state->touched = true;
	if (stack_top(&state->stack) == LAYER_PANES)
		visited_follow(&state->visited, state);
}

static struct effect finish(struct state *state)
{
	state_settle(state);
	return (struct effect){ state->effect, strbuf_text(&state->payload),
				state->payload.length };
}

struct effect update_key(struct state *state, hkey_t key)
{
	enum action action = action_of_key(update_context(state), key);

	begin(state);
	state->key = key;
	make_way(state, action);
	act(state, action);
	perform_pending(state);
	return finish(state);
}

/* Where there is no more to it, the wheel goes from line to line. */
static void wheel(struct state *state, bool down)
{
	for (int i = 0; i < MOUSE_LINES; i++)
		layer_top(state)->step(state,
				       down ? ACTION_NEXT : ACTION_PREVIOUS);
}

/* What is drawn has the mouse, unless a prompt lies on top of it. */
static void use_mouse(struct state *state, const struct mouse *mouse)
{
	const struct layer *top = layer_top(state);
	const struct layer *drawn = layer_drawn(state);

	if (top->fleeting)
		top->back(state);
	else if (drawn->draw == NULL)
		mouse_panes(state, mouse);
	else if (drawn == top && mouse->act == MOUSE_CLICK)
		top->click(state, mouse->row, mouse->col);
	else if (drawn == top)
		wheel(state, mouse->act == MOUSE_WHEEL_DOWN);
}

struct effect update_mouse(struct state *state, const struct mouse *mouse)
{
	begin(state);
	make_way(state, ACTION_COUNT);
	use_mouse(state, mouse);
	perform_pending(state);
	return finish(state);
}

/* The first line of a text that has anything in it, without controls. */
static void add_first_line(struct strbuf *line, const char *text,
			   size_t length)
{
	for (size_t i = 0; i < length;) {
		uint32_t character;
		size_t size = text_decode(text + i, length - i, &character);

		if (character == '\n' || character == '\r') {
			if (line->length > 0)
				break;
		} else if (character == '\t') {
			strbuf_add_char(line, ' ');
		} else if (text_refused(character) == NULL) {
			text_encode(line, character);
		}
		i += size;
	}
}

/* Open a line that can be typed into: of what is on top, or of the panes. */
static void open_line(struct state *state)
{
	make_way(state, ACTION_SEARCH);
	while (layer_top(state)->type == NULL) {
		if (layer_top(state)->fleeting)
			layer_top(state)->back(state);
		else
			layer_top(state)->step(state, ACTION_SEARCH);
	}
}

void update_paste(struct state *state, const char *text, size_t length)
{
	struct strbuf line;

	strbuf_init(&line);
	add_first_line(&line, text, length);
	strbuf_reset(&state->message);
	open_line(state);
	if (line.length > 0)
		layer_top(state)->type(state, line.text, line.length);
	else
		state_say(state, "nothing was pasted that can be searched");
	state_settle(state);
	strbuf_clear(&line);
}

void update_rest(struct state *state)
{
	if (layer_top(state)->rests)
		layer_top(state)->back(state);
}

void update_resize(struct state *state, int screen_rows, int screen_cols)
{
	state->screen_rows = screen_rows;
	state->screen_cols = screen_cols;
	state_rewrap(state);
	for (enum layer_name name = 0; name < LAYER_COUNT; name++) {
		if (stack_has(&state->stack, name) &&
		    layer_row(name)->resize != NULL)
			layer_row(name)->resize(state);
	}
	state_settle(state);
}

void update_filter(struct state *state, const struct filter *filter)
{
	filtering_set(state, filter);
	state_settle(state);
}

/* What occurs is unfolded, since it is little. */
void update_log(struct state *state, const struct report *report)
{
	struct filter filter = state->filter;
	struct strbuf undefined;

	logged_init(&state->log, state->catalogue, report);
	filter_add_logged(&filter, &state->log.entries);
	rows_fold_all(&state->rows, false);
	filtering_set(state, &filter);
	strbuf_init(&undefined);
	logged_describe_undefined(&state->log, &undefined);
	if (undefined.length > 0)
		state_say(state, "%s", undefined.text);
	strbuf_clear(&undefined);
	state_settle(state);
}

bool update_open_at(struct state *state, const struct ask *ask)
{
	entry_t entry = ask_first(ask);

	if (entry == ENTRY_NONE) {
		state_settle(state);
		return false;
	}
	matches_run(state, strbuf_text(&ask->text), true);
	state->matches.alive = state->matches.search.count > 0;
	state_go(state, entry);
	/* Where one pane has the screen, that is the page, as after Enter. */
	if (!state_layout(state).two)
		state_focus(state, PANE_DETAIL);
	state_show_match(state);
	state_visit(state);
	state_settle(state);
	return true;
}

#include "term/effects.h"

#include <stdlib.h>

#include "term/clipboard.h"
#include "term/modes.h"
#include "term/opener.h"
#include "term/screen.h"

static bool is_set(const char *name)
{
	const char *value = getenv(name);

	return value != NULL && *value != '\0';
}

static enum multiplexer within(void)
{
	if (is_set("TMUX"))
		return WITHIN_TMUX;
	return is_set("STY") ? WITHIN_SCREEN : WITHIN_NONE;
}

static void copy(const struct effect *effect, struct state *state)
{
	struct strbuf sequence;

	if (!screen_is_modern()) {
		state_say(state, "this terminal has no clipboard to write to");
		return;
	}
	if (effect->length > CLIPBOARD_LIMIT) {
		state_say(state, "%zu bytes are too many for the clipboard",
			  effect->length);
		return;
	}
	strbuf_init(&sequence);
	clipboard_sequence(&sequence, effect->text, effect->length, within());
	modes_send(strbuf_text(&sequence));
	strbuf_clear(&sequence);
}

static void open_address(const struct effect *effect, struct state *state)
{
	struct problem why;

	if (!opener_open(effect->text, &why))
		state_say(state, "%s", why.text);
}

static void set_mouse(bool on, struct state *state)
{
	if (!modes_mouse(on))
		state_say(state, "this terminal does not report its mouse");
}

void effects_perform(const struct effect *effect, struct state *state)
{
	switch (effect->kind) {
	case EFFECT_REDRAW:
		screen_redraw();
		break;
	case EFFECT_SUSPEND:
		screen_suspend();
		break;
	case EFFECT_COPY:
		copy(effect, state);
		break;
	case EFFECT_OPEN:
		open_address(effect, state);
		break;
	case EFFECT_MOUSE_ON:
	case EFFECT_MOUSE_OFF:
		set_mouse(effect->kind == EFFECT_MOUSE_ON, state);
		break;
	case EFFECT_NONE:
	case EFFECT_QUIT:
	case EFFECT_INTERRUPT:
	case EFFECT_COUNT:
		break;
	}
}

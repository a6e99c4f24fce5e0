#include "model/layer.h"

#include "model/comparing.h"
#include "model/copying.h"
#include "model/help.h"
#include "model/menu.h"
#include "model/number.h"
#include "model/panes.h"
#include "model/prompt.h"

static const struct layer layers[LAYER_COUNT] = {
	[LAYER_PANES] = {
		.context = CONTEXT_BROWSE,
		.step = panes_step,
		.back = panes_back,
		.hints = panes_hints,
		.position = panes_position,
	},
	[LAYER_NUMBER] = {
		.context = CONTEXT_BROWSE,
		.takes = number_takes,
		.rests = true,
		.step = number_step,
		.back = number_back,
		.title = number_title,
		.hints = panes_hints,
		.position = panes_position,
	},
	[LAYER_COPY] = {
		.context = CONTEXT_COPY,
		.fleeting = true,
		.step = copying_step,
		.back = copying_back,
		.title = copying_title,
		.hints = copying_hints,
	},
	[LAYER_SOURCE] = {
		.context = CONTEXT_BROWSE,
		.takes = source_takes,
		.step = source_step,
		.back = copying_back,
		.title = source_title,
		.hints = copying_hints,
	},
	[LAYER_MENU] = {
		.context = CONTEXT_MENU,
		.step = menu_step,
		.back = menu_back,
		.type = menu_type,
		.resize = menu_resize,
		.title = menu_title,
		.hints = menu_hints,
		.position = menu_position,
		.draw = menu_draw,
		.click = menu_click,
	},
	[LAYER_COMPARE] = {
		.context = CONTEXT_COMPARE,
		.step = comparing_step,
		.back = comparing_back,
		.resize = comparing_resize,
		.title = comparing_title,
		.hints = comparing_hints,
		.position = comparing_position,
		.draw = comparing_draw,
		.click = comparing_click,
	},
	[LAYER_HELP] = {
		.context = CONTEXT_HELP,
		.step = help_step,
		.back = help_back,
		.resize = help_resize,
		.title = help_title,
		.hints = help_hints,
		.position = help_position,
		.draw = help_draw,
		.click = help_click,
	},
	[LAYER_PROMPT] = {
		.context = CONTEXT_PROMPT,
		.step = prompt_step,
		.back = prompt_back,
		.type = prompt_type,
		.resize = prompt_resize,
		.hints = prompt_hints,
		.position = prompt_position,
	},
};

const struct layer *layer_row(enum layer_name name)
{
	return &layers[name];
}

const struct layer *layer_top(const struct state *state)
{
	return layer_row(stack_top(&state->stack));
}

const struct layer *layer_drawn(const struct state *state)
{
	for (size_t i = state->stack.count; i-- > 0;) {
		const struct layer *layer = layer_row(state->stack.names[i]);

		if (layer->draw != NULL)
			return layer;
	}
	return layer_row(LAYER_PANES);
}

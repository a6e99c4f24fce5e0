#include "model/pane_detail.h"

#include "model/links.h"

void pane_detail_step(struct state *state, enum action action)
{
	struct travel travel;

	if (action_travels(action, &travel))
		state_scroll(state, &state->reader.view, travel);
	else if (action == ACTION_OUT)
		state_focus(state, PANE_TREE);
	else
		links_follow(state);
}

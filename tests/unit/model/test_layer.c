#include "model/layer.h"

#include "unit/model/mind.h"

TestSuite(layer, .init = use_utf8);

Test(layer, each_has_what_every_layer_needs)
{
	for (enum layer_name name = 0; name < LAYER_COUNT; name++) {
		const struct layer *layer = layer_row(name);

		cr_expect_neq(layer->context, 0, "%d", name);
		cr_expect_not_null(layer->step, "%d", name);
		cr_expect_not_null(layer->back, "%d", name);
		cr_expect_not_null(layer->hints, "%d", name);
		cr_expect_eq(layer->draw != NULL, layer->click != NULL, "%d",
			     name);
	}
}

Test(layer, the_one_on_top_has_the_keys_and_the_last_drawn_the_screen)
{
	struct state state;

	mind_start(&state, "");
	cr_expect_eq(layer_top(&state), layer_row(LAYER_PANES));
	cr_expect_eq(layer_drawn(&state), layer_row(LAYER_PANES));
	press(&state, "4");
	cr_expect_eq(layer_top(&state), layer_row(LAYER_NUMBER));
	cr_expect_eq(layer_drawn(&state), layer_row(LAYER_PANES));
	press(&state, "? /");
	cr_expect_eq(layer_top(&state), layer_row(LAYER_PROMPT));
	cr_expect_eq(layer_drawn(&state), layer_row(LAYER_HELP));
	press(&state, "Esc Esc");
	cr_expect_eq(layer_top(&state), layer_row(LAYER_PANES));
	state_clear(&state);
}

/*
 * long -- a day at the keys, in simulated time: whether memory stays what it is.
 *
 *     long KEYS RESIZES [SEED]
 *
 * Presses so many keys, nearly all of those that there are, on the catalogue as
 * built, with so many new sizes among them, a pause now and then, pastes and
 * clicks, and paints after each.  Prints the memory in use ten times.  What is
 * open differs; so it fails when the most of the later half is more than a
 * quarter above the most of the first one.
 */
#include <locale.h>
#include <malloc.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "catalogue/builtin.h"
#include "model/update.h"
#include "paint/paint.h"
#include "support/press.h"

enum { PRINTS = 10 };

static void resize(struct state *state, unsigned int *seed)
{
	int rows = 1 + (int)(press_number(seed) % 60);
	int cols = 1 + (int)(press_number(seed) % 200);

	update_resize(state, rows, cols);
}

static void act(struct state *state, unsigned int *seed)
{
	struct mouse mouse = {
		.act = (enum mouse_act)(press_number(seed) %
					(MOUSE_WHEEL_DOWN + 1)),
		.row = (int)(press_number(seed) % 60),
		.col = (int)(press_number(seed) % 200),
	};

	switch (press_number(seed) % 100) {
	case 0:
		update_paste(state, "rate limit", 10);
		break;
	case 1:
		update_mouse(state, &mouse);
		break;
	case 2:
		update_rest(state);
		break;
	default:
		update_key(state, press_some_key(seed));
		break;
	}
}

static size_t in_use(void)
{
	struct mallinfo2 info = mallinfo2();

	return info.uordblks + info.hblkhd;
}

/* Print how much memory is in use, and keep the most. */
static void note(long keys, size_t *most)
{
	size_t bytes = in_use();

	printf("%9ld keys: %zu bytes\n", keys, bytes);
	fflush(stdout);
	if (bytes > *most)
		*most = bytes;
}

int main(int argc, char **argv)
{
	static const struct catalogue catalogue = { &builtin_image };
	long keys = argc > 2 ? strtol(argv[1], NULL, 10) : 0;
	long resizes = argc > 2 ? strtol(argv[2], NULL, 10) : 0;
	unsigned int seed = argc > 3 ? (unsigned int)atoi(argv[3]) : 1;
	size_t most[2] = { 0, 0 };
	struct state state;
	struct view view;
	struct frame frame;

	if (keys < PRINTS || resizes < 1) {
		fputs("usage: long KEYS RESIZES [SEED]\n", stderr);
		return 2;
	}
	setlocale(LC_ALL, "C.UTF-8");
	state_init(&state, &catalogue, 24, 80, false);
	view_init(&view);
	frame_init(&frame);
	for (long i = 1; i <= keys; i++) {
		if (i % (keys / resizes > 0 ? keys / resizes : 1) == 0)
			resize(&state, &seed);
		act(&state, &seed);
		view_build(&view, &state);
		paint(&frame, &view);
		if (i % (keys / PRINTS) == 0)
			note(i, &most[i > keys / 2]);
	}
	frame_clear(&frame);
	view_clear(&view);
	state_clear(&state);
	return most[1] > most[0] + most[0] / 4;
}

/*
 * laps -- what a key of the browser costs, without a terminal.
 *
 *     laps TIMES
 *
 * A lap is what a key takes from the model to the cells of the screen: the
 * state updated, the view built, the frame painted, at 120x40.  Measures the
 * catalogue as built when TIMES is 1, else one grown to TIMES its size, and
 * prints a line for each kind of key, parted by tabs: how many entries, the
 * name, and milliseconds of the median and the slowest key.  A lap waits for
 * nothing, so they are the processor's, and each key costs the median of several
 * runs: what the machine does beside counts little.
 */
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "bench/figures.h"
#include "bench/grow.h"
#include "catalogue/builder.h"
#include "catalogue/builtin.h"
#include "model/update.h"
#include "paint/paint.h"
#include "support/press.h"

enum { ROWS = 40, COLS = 120, RUNS = 7, MOST_KEYS = 32 };

/* Keys that are measured, behind some that are not. */
struct lap {
	const char *name;
	const char *before;
	const char *keys;
};

static const struct lap laps[] = {
	{ "Down", "*", "j j j j j j j j" },
	{ "PageDown", "*", "PgDn PgDn PgDn PgDn PgDn PgDn" },
	{ "the last row, the first", "*", "G g G g" },
	{ "unfold and fold all", "", "* - * -" },
	{ "a page, scrolled", "4 2 9 Enter", "j j J G g" },
	{ "the next link, and Enter", "4 2 9 Enter", "] Enter < ] ] Enter" },
	{ "a kind hidden", "*", "v v w w s s" },
	{ "one kind alone", "*", "V V W W" },
	{ "a number", "", "4 0 4 . 7" },
	{ "a letter of a search", "/", "r a t e Space l i m i t" },
	{ "from hit to hit", "/ l i m i t Enter", "n n n n N" },
	{ "the tree narrowed", "&", "t o k e n Enter" },
	{ "the filter menu opened", "", "f Esc f" },
	{ "a letter in the filter menu", "f", "n g i" },
	{ "a choice in the filter menu", "f n g i", "Space Space Enter" },
	{ "a comparison", "4 2 9 Esc", "c j j J" },
	{ "help", "", "? j j PgDn" },
};

struct screen {
	struct state state;
	struct view view;
	struct frame frame;
};

static void start(struct screen *screen, const struct catalogue *catalogue)
{
	state_init(&screen->state, catalogue, ROWS, COLS, false);
	view_init(&screen->view);
	frame_init(&screen->frame);
}

static void end(struct screen *screen)
{
	frame_clear(&screen->frame);
	view_clear(&screen->view);
	state_clear(&screen->state);
}

static void draw(struct screen *screen)
{
	view_build(&screen->view, &screen->state);
	paint(&screen->frame, &screen->view);
}

/* Run the keys of a lap once, from the start; returns how many there are. */
static size_t run(const struct catalogue *catalogue, const struct lap *lap,
		  double costs[MOST_KEYS])
{
	char keys[120], *rest = keys, *name;
	struct screen screen;
	size_t count = 0;

	start(&screen, catalogue);
	press(&screen.state, lap->before);
	draw(&screen);
	snprintf(keys, sizeof(keys), "%s", lap->keys);
	while ((name = strsep(&rest, " ")) != NULL) {
		double since = figures_spent();

		press(&screen.state, name);
		draw(&screen);
		costs[count++] = figures_spent() - since;
	}
	end(&screen);
	return count;
}

static void measure(const struct catalogue *catalogue, const struct lap *lap)
{
	static double costs[RUNS][MOST_KEYS];
	double column[RUNS], keys[MOST_KEYS];
	size_t count = 0;

	for (size_t i = 0; i < RUNS; i++)
		count = run(catalogue, lap, costs[i]);
	for (size_t key = 0; key < count; key++) {
		for (size_t i = 0; i < RUNS; i++)
			column[i] = costs[i][key];
		keys[key] = figures_median(column, RUNS);
	}
	printf("%zu\t%s\t%.2f\t", catalogue_count(catalogue), lap->name,
	       figures_median(keys, count));
	/* They are in order now. */
	printf("%.2f\n", keys[count - 1]);
}

int main(int argc, char **argv)
{
	const struct catalogue builtin = { &builtin_image };
	struct catalogue catalogue = builtin;
	long times = argc == 2 ? strtol(argv[1], NULL, 10) : 0;
	struct image *grown = NULL;

	setlocale(LC_CTYPE, "C.UTF-8");
	if (times < 1) {
		fputs("laps: expected TIMES\n", stderr);
		return 2;
	}
	if (times > 1)
		catalogue.image = grown = grow(&builtin, (unsigned int)times);
	for (size_t i = 0; i < sizeof(laps) / sizeof(*laps); i++)
		measure(&catalogue, &laps[i]);
	image_free(grown);
	return 0;
}

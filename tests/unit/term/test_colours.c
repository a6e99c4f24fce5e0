#include "term/colours.h"

#include <criterion/criterion.h>
#include <stdlib.h>
#include <unistd.h>

/* curses that draws nowhere. */
struct canvas {
	SCREEN *screen;
	FILE *stream;
};

static void canvas_open(struct canvas *canvas, const char *terminal)
{
	unsetenv("NO_COLOR");
	canvas->stream = fopen("/dev/null", "r+");
	canvas->screen = newterm(terminal, canvas->stream, canvas->stream);
	cr_assert_neq(canvas->screen, NULL);
}

static void canvas_close(struct canvas *canvas)
{
	endwin();
	delscreen(canvas->screen);
	fclose(canvas->stream);
}

static chtype look_of(enum role role, enum cell_mark mark)
{
	struct cell cell = { .text = "x",
			     .role = (unsigned char)role,
			     .mark = (unsigned char)mark };

	return colours_of(&cell);
}

/* How many roles are shown in a colour. */
static size_t count_coloured(void)
{
	size_t count = 0;

	for (enum role role = 0; role < ROLE_COUNT; role++) {
		for (enum cell_mark mark = 0; mark <= MARK_CURRENT; mark++)
			count += PAIR_NUMBER(look_of(role, mark)) != 0;
	}
	return count;
}

/* Expect of a role the look that the theme has for such a terminal. */
static void expect_look(enum role role, unsigned int wanted, int colour)
{
	chtype look = look_of(role, MARK_NONE);
	short pair = (short)PAIR_NUMBER(look);
	short foreground, background;

	cr_expect_eq((look & A_BOLD) != 0, (wanted & STYLE_BOLD) != 0);
	cr_expect_eq((look & A_DIM) != 0, (wanted & STYLE_DIM) != 0);
	cr_expect_eq((look & A_UNDERLINE) != 0,
		     (wanted & STYLE_UNDERLINE) != 0);
	cr_expect_eq((look & A_REVERSE) != 0,
		     (wanted & STYLE_REVERSE) != 0);
	if (colour < 0) {
		cr_expect_eq(pair, 0);
		return;
	}
	pair_content(pair, &foreground, &background);
	cr_expect_eq(foreground, (short)colour);
	cr_expect_eq(background, -1);
}

Test(colours, with_few_colours_a_role_has_the_basic_one_of_the_theme)
{
	struct canvas canvas;

	canvas_open(&canvas, "xterm");
	colours_start(THEME_AUTO);
	for (enum role role = 0; role < ROLE_COUNT; role++) {
		struct style style = theme_style(role);

		expect_look(role, style.attributes, style.colour);
	}
	canvas_close(&canvas);
}

static void expect_tints(enum theme theme)
{
	struct canvas canvas;

	canvas_open(&canvas, "xterm-256color");
	colours_start(theme);
	for (enum role role = 0; role < ROLE_COUNT; role++) {
		struct style style = theme_style(role);

		if (style.tint == TINT_NONE)
			expect_look(role, style.attributes, style.colour);
		else
			expect_look(role, style.tinted,
				    theme_tint(style.tint, theme));
	}
	canvas_close(&canvas);
}

Test(colours, with_256_colours_a_role_has_its_tint)
{
	expect_tints(THEME_AUTO);
}

Test(colours, a_known_ground_has_tints_of_its_own)
{
	expect_tints(THEME_LIGHT);
	expect_tints(THEME_DARK);
}

Test(colours, a_match_keeps_the_attributes_of_its_role)
{
	struct canvas canvas;
	static const chtype attributes = A_ATTRIBUTES & ~A_COLOR;
	chtype plain, match, current;

	canvas_open(&canvas, "xterm-256color");
	colours_start(THEME_AUTO);

	plain = look_of(ROLE_TITLE, MARK_NONE) & attributes;
	match = look_of(ROLE_TITLE, MARK_MATCH) & attributes;
	current = look_of(ROLE_TITLE, MARK_CURRENT) & attributes;

	cr_expect_eq(match & plain, plain);
	cr_expect_eq(current & plain, plain);
	canvas_close(&canvas);
}

Test(colours, match_and_current_match_are_told_apart_without_colour)
{
	struct canvas canvas;

	canvas_open(&canvas, "vt100");
	colours_start(THEME_AUTO);
	cr_expect_neq(look_of(ROLE_TEXT, MARK_NONE),
		      look_of(ROLE_TEXT, MARK_MATCH));
	cr_expect_neq(look_of(ROLE_TEXT, MARK_CURRENT),
		      look_of(ROLE_TEXT, MARK_MATCH));
	cr_expect_neq(look_of(ROLE_TEXT, MARK_NONE),
		      look_of(ROLE_TEXT, MARK_CURRENT));
	canvas_close(&canvas);
}

Test(colours, a_match_on_the_selected_row_has_no_colour)
{
	struct canvas canvas;

	canvas_open(&canvas, "xterm-256color");
	colours_start(THEME_AUTO);
	cr_expect_eq(PAIR_NUMBER(look_of(ROLE_SELECTED, MARK_MATCH)), 0);
	canvas_close(&canvas);
}

Test(colours, a_terminal_that_has_colours_shows_some)
{
	struct canvas canvas;

	canvas_open(&canvas, "xterm-256color");
	colours_start(THEME_AUTO);
	cr_expect_gt(count_coloured(), 0);
	canvas_close(&canvas);
}

Test(colours, a_terminal_without_colours_gets_none)
{
	struct canvas canvas;

	canvas_open(&canvas, "vt100");
	colours_start(THEME_AUTO);
	cr_expect_eq(count_coloured(), 0);
	canvas_close(&canvas);
}

Test(colours, no_color_is_honoured)
{
	struct canvas canvas;

	canvas_open(&canvas, "xterm-256color");
	setenv("NO_COLOR", "1", 1);
	colours_start(THEME_AUTO);
	cr_expect_eq(count_coloured(), 0);
	canvas_close(&canvas);
}

Test(colours, an_empty_no_color_counts_as_not_set)
{
	struct canvas canvas;

	canvas_open(&canvas, "xterm-256color");
	setenv("NO_COLOR", "", 1);
	colours_start(THEME_AUTO);
	cr_expect_gt(count_coloured(), 0);
	canvas_close(&canvas);
}

Test(colours, who_asks_for_none_gets_none)
{
	struct canvas canvas;

	canvas_open(&canvas, "xterm-256color");
	colours_start(THEME_MONO);
	cr_expect_eq(count_coloured(), 0);
	canvas_close(&canvas);
}

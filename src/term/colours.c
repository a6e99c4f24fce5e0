#include "term/colours.h"

#include <stdlib.h>

enum { MANY_COLOURS = 256 };

static bool coloured;
static bool many; /* tints can be shown */

/* A pair of a role's own, so that it needs no other table. */
static void make_pair(enum role role, enum theme theme)
{
	struct style style = theme_style(role);
	int number = many && style.tint != TINT_NONE ?
			     theme_tint(style.tint, theme) :
			     (int)style.colour;

	if (number >= 0)
		init_pair((short)(role + 1), (short)number, -1);
}

void colours_start(enum theme theme)
{
	const char *refused = getenv("NO_COLOR");

	coloured = theme != THEME_MONO &&
		   (refused == NULL || *refused == '\0') && has_colors() &&
		   start_color() == OK && use_default_colors() == OK;
	many = coloured && COLORS >= MANY_COLOURS;
	for (enum role role = 0; coloured && role < ROLE_COUNT; role++)
		make_pair(role, theme);
}

static chtype attributes_of(struct style style)
{
	unsigned int wanted = many && style.tint != TINT_NONE ?
				      style.tinted :
				      style.attributes;
	chtype attributes = A_NORMAL;

	if ((wanted & STYLE_BOLD) != 0)
		attributes |= A_BOLD;
	if ((wanted & STYLE_DIM) != 0)
		attributes |= A_DIM;
	if ((wanted & STYLE_UNDERLINE) != 0)
		attributes |= A_UNDERLINE;
	if ((wanted & STYLE_REVERSE) != 0)
		attributes |= A_REVERSE;
	return attributes;
}

static short pair_of(enum role role)
{
	struct style style = theme_style(role);
	bool some = style.colour != COLOUR_NONE ||
		    (many && style.tint != TINT_NONE);

	return coloured && some ? (short)(role + 1) : 0;
}

chtype colours_of(const struct cell *cell)
{
	enum role role = (enum role)cell->role;
	chtype attributes = attributes_of(theme_style(role));
	short pair = pair_of(role);

	if (cell->mark != MARK_NONE) {
		enum role mark = cell->mark == MARK_CURRENT ? ROLE_CURRENT :
							      ROLE_MATCH;

		attributes |= attributes_of(theme_style(mark));
		/* Colour on a reverse row is hard to read. */
		pair = role == ROLE_SELECTED ? 0 : pair_of(mark);
	}
	return attributes | (chtype)COLOR_PAIR(pair);
}

#include "term/colours.h"

#include <stdlib.h>

static bool coloured;

void colours_start(bool plain)
{
	const char *refused = getenv("NO_COLOR");

	coloured = !plain && (refused == NULL || *refused == '\0') &&
		   has_colors() && start_color() == OK &&
		   use_default_colors() == OK;
	for (short colour = 0; coloured && colour < 8; colour++)
		init_pair((short)(colour + 1), colour, -1);
}

static attr_t attributes_of(struct style style)
{
	attr_t attributes = A_NORMAL;

	if ((style.attributes & STYLE_BOLD) != 0)
		attributes |= A_BOLD;
	if ((style.attributes & STYLE_UNDERLINE) != 0)
		attributes |= A_UNDERLINE;
	if ((style.attributes & STYLE_REVERSE) != 0)
		attributes |= A_REVERSE;
	return attributes;
}

void colours_of(const struct cell *cell, attr_t *attributes, short *pair)
{
	enum role role = (enum role)cell->role;
	struct style style = theme_style(role);

	*attributes = attributes_of(style);
	if (cell->mark != MARK_NONE) {
		style = theme_style(cell->mark == MARK_CURRENT ? ROLE_CURRENT :
								 ROLE_MATCH);
		*attributes |= attributes_of(style);
		/* Colour on a reverse row is hard to read. */
		if (role == ROLE_SELECTED)
			style.colour = COLOUR_NONE;
	}
	*pair = coloured && style.colour != COLOUR_NONE ?
			(short)(style.colour + 1) :
			0;
}

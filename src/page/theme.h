/*
 * theme -- the roles that text plays, and how each looks.  theme.def lists
 * them.
 */
#ifndef HTTREE_PAGE_THEME_H
#define HTTREE_PAGE_THEME_H

enum role {
#define ROLE(name, colour, attributes) ROLE_##name,
#include "page/theme.def"
	ROLE_COUNT
};

enum colour {
	COLOUR_NONE = -1,
	COLOUR_BLACK,
	COLOUR_RED,
	COLOUR_GREEN,
	COLOUR_YELLOW,
	COLOUR_BLUE,
	COLOUR_MAGENTA,
	COLOUR_CYAN,
	COLOUR_WHITE,
};

enum attributes {
	STYLE_PLAIN = 0,
	STYLE_BOLD = 1,
	STYLE_UNDERLINE = 2,
	STYLE_REVERSE = 4,
};

struct style {
	enum colour colour;
	unsigned int attributes; /* of enum attributes */
};

struct style theme_style(enum role role);

#endif

/*
 * theme -- the roles that text plays, and how each looks.  theme.def lists
 * them.
 */
#ifndef HTTREE_PAGE_THEME_H
#define HTTREE_PAGE_THEME_H

#include "catalogue/names.h"

enum role {
#define ROLE(name, colour, attributes, tint, tinted) ROLE_##name,
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

/* A colour among 256. */
enum tint {
	TINT_NONE = -1,
#define TINT(name, both, dark, light) TINT_##name,
#include "page/theme.def"
	TINT_COUNT
};

enum attributes {
	STYLE_PLAIN = 0,
	STYLE_BOLD = 1,
	STYLE_UNDERLINE = 2,
	STYLE_REVERSE = 4,
	STYLE_DIM = 8,
};

/* How a role looks: with the basic colours or none, and with 256. */
struct style {
	enum colour colour;
	unsigned int attributes; /* of enum attributes */
	enum tint tint;
	unsigned int tinted; /* attributes beside a tint */
};

/* What the colours are made for; THEME_AUTO: any ground, THEME_MONO: none. */
enum theme { THEME_AUTO, THEME_DARK, THEME_LIGHT, THEME_MONO, THEME_COUNT };

/* By its name: "auto". */
extern const char *const theme_names[THEME_COUNT];

struct style theme_style(enum role role);

/* The number of a tint among the 256 colours of xterm; not for THEME_MONO. */
int theme_tint(enum tint tint, enum theme theme);

/* The role of a code's number, by its class. */
enum role theme_code_role(enum code_class code_class);

#endif

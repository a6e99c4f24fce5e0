#include "page/theme.h"

struct style theme_style(enum role role)
{
	static const struct style styles[] = {
#define ROLE(name, colour, attributes) { COLOUR_##colour, STYLE_##attributes },
#include "page/theme.def"
	};

	return styles[role];
}

#include "page/theme.h"

#include <assert.h>

const char *const theme_names[THEME_COUNT] = {
	[THEME_AUTO] = "auto",
	[THEME_DARK] = "dark",
	[THEME_LIGHT] = "light",
	[THEME_MONO] = "mono",
};

struct style theme_style(enum role role)
{
	static const struct style styles[] = {
#define ROLE(name, colour, attributes, tint, tinted)             \
	{ COLOUR_##colour, STYLE_##attributes, TINT_##tint, STYLE_##tinted },
#include "page/theme.def"
	};

	return styles[role];
}

int theme_tint(enum tint tint, enum theme theme)
{
	static const short numbers[][THEME_MONO] = {
#define TINT(name, both, dark, light) { both, dark, light },
#include "page/theme.def"
	};

	assert(tint != TINT_NONE && theme < THEME_MONO);
	return numbers[tint][theme];
}

enum role theme_code_role(enum code_class code_class)
{
	switch (code_class) {
	case CLASS_1XX:
		return ROLE_CODE_1XX;
	case CLASS_2XX:
		return ROLE_CODE_2XX;
	case CLASS_3XX:
		return ROLE_CODE_3XX;
	case CLASS_4XX:
		return ROLE_CODE_4XX;
	case CLASS_5XX:
		return ROLE_CODE_5XX;
	default:
		return ROLE_CODE;
	}
}

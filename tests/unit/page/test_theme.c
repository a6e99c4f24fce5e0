#include "page/theme.h"

#include <criterion/criterion.h>
#include <math.h>

#define COUNT(array) (sizeof(array) / sizeof(*(array)))

static const char *const names[] = {
#define ROLE(name, colour, attributes, tint, tinted) #name,
#include "page/theme.def"
};

static unsigned int attributes(enum role role)
{
	return theme_style(role).attributes;
}

Test(theme, plain_text_is_the_terminals_own)
{
	cr_expect_eq(theme_style(ROLE_TEXT).colour, COLOUR_NONE);
	cr_expect_eq(attributes(ROLE_TEXT), STYLE_PLAIN);
}

Test(theme, each_role_is_one_of_the_colours_that_show_on_light_and_dark)
{
	for (enum role role = 0; role < ROLE_COUNT; role++) {
		enum colour colour = theme_style(role).colour;

		cr_expect(colour >= COLOUR_NONE && colour <= COLOUR_WHITE, "%s",
			  names[role]);
		cr_expect_neq(colour, COLOUR_BLACK, "%s", names[role]);
		cr_expect_neq(colour, COLOUR_WHITE, "%s", names[role]);
	}
}

/* The share of light that a colour component of sRGB gives (IEC 61966-2-1). */
static double linear(int component)
{
	double share = component / 255.0;

	return share <= 0.04045 ? share / 12.92 :
				  pow((share + 0.055) / 1.055, 2.4);
}

/* A step of the cube of xterm's 256 colours, 0 to 5, as a component. */
static int cube(int step)
{
	return step == 0 ? 0 : 55 + 40 * step;
}

static double luminance(int number)
{
	int grey = 8 + 10 * (number - 232);
	int cell = number - 16;

	cr_assert(number >= 16 && number < 256, "%d", number);
	if (number >= 232)
		return linear(grey);
	return 0.2126 * linear(cube(cell / 36)) +
	       0.7152 * linear(cube(cell / 6 % 6)) +
	       0.0722 * linear(cube(cell % 6));
}

/* The contrast of WCAG 2, of a tint on a ground. */
static double contrast(enum tint tint, enum theme theme, double ground)
{
	double light = luminance(theme_tint(tint, theme));
	double more = light > ground ? light : ground;
	double less = light > ground ? ground : light;

	return (more + 0.05) / (less + 0.05);
}

Test(theme, each_tint_has_contrast_enough_on_black_and_on_white)
{
	for (enum tint tint = 0; tint < TINT_COUNT; tint++) {
		cr_expect_geq(contrast(tint, THEME_AUTO, 0.0), 3.0, "%d",
			      (int)tint);
		cr_expect_geq(contrast(tint, THEME_AUTO, 1.0), 3.0, "%d",
			      (int)tint);
		cr_expect_geq(contrast(tint, THEME_DARK, 0.0), 7.0, "%d",
			      (int)tint);
		cr_expect_geq(contrast(tint, THEME_LIGHT, 1.0), 4.5, "%d",
			      (int)tint);
	}
}

Test(theme, the_contrast_of_black_and_white_is_21)
{
	cr_expect_float_eq((linear(255) + 0.05) / (linear(0) + 0.05), 21.0,
			   0.001);
	cr_expect_float_eq(luminance(231), 1.0, 0.001);
	cr_expect_float_eq(luminance(16), 0.0, 0.001);
}

Test(theme, a_codes_number_is_tinted_by_its_class)
{
	static const enum code_class classes[] = { CLASS_1XX, CLASS_2XX,
						   CLASS_3XX, CLASS_4XX,
						   CLASS_5XX, CLASS_OUTSIDE };

	for (size_t i = 0; i < COUNT(classes); i++) {
		for (size_t k = 0; k < i; k++)
			cr_expect_neq(
				theme_style(theme_code_role(classes[i])).tint,
				theme_style(theme_code_role(classes[k])).tint);
	}
}

/*
 * What a reader must tell apart where there is no colour.  A link stands in
 * brackets, a kind has its letter, and a label its place, so these need not.
 */
Test(theme, what_must_be_told_apart_is_so_without_colour)
{
	static const enum role pairs[][2] = {
		{ ROLE_SELECTED, ROLE_TEXT },  { ROLE_SELECTED, ROLE_MATCH },
		{ ROLE_MATCH, ROLE_TEXT },     { ROLE_CURRENT, ROLE_TEXT },
		{ ROLE_CURRENT, ROLE_MATCH },  { ROLE_HEADING, ROLE_TEXT },
		{ ROLE_TITLE, ROLE_TEXT },     { ROLE_CODE, ROLE_TEXT },
		{ ROLE_KEY, ROLE_TEXT },       { ROLE_LINK, ROLE_TEXT },
		{ ROLE_MESSAGE, ROLE_STATUS }, { ROLE_MATCH, ROLE_HEADING },
		{ ROLE_MATCH, ROLE_TITLE },    { ROLE_MATCH, ROLE_CODE },
		{ ROLE_STATUS, ROLE_TEXT },    { ROLE_OUT, ROLE_TEXT },
	};

	for (size_t i = 0; i < COUNT(pairs); i++)
		cr_expect_neq(attributes(pairs[i][0]), attributes(pairs[i][1]),
			      "%s and %s look alike", names[pairs[i][0]],
			      names[pairs[i][1]]);
}

Test(theme, search_and_selection_need_no_bold)
{
	static const enum role roles[] = { ROLE_SELECTED, ROLE_MATCH,
					   ROLE_CURRENT };

	for (size_t i = 0; i < COUNT(roles); i++)
		cr_expect_neq(attributes(roles[i]) & ~(unsigned int)STYLE_BOLD,
			      STYLE_PLAIN, "%s", names[roles[i]]);
}

#include "page/theme.h"

#include <criterion/criterion.h>

#define COUNT(array) (sizeof(array) / sizeof(*(array)))

static const char *const names[] = {
#define ROLE(name, colour, attributes) #name,
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

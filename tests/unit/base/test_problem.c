#include "base/problem.h"

#include <criterion/criterion.h>
#include <string.h>

Test(problem, is_filled_and_the_call_is_false)
{
	struct problem why;

	cr_expect_not(problem_set(&why, "no entry '%s' in %d", "404", 7));
	cr_expect_str_eq(why.text, "no entry '404' in 7");
}

Test(problem, replaces_the_one_before)
{
	struct problem why;

	problem_set(&why, "a long one that was there first");
	problem_set(&why, "short");
	cr_expect_str_eq(why.text, "short");
}

Test(problem, is_cut_when_it_is_too_long)
{
	struct problem why;
	char text[sizeof(why.text) + 100];

	memset(text, 'x', sizeof(text) - 1);
	text[sizeof(text) - 1] = '\0';

	problem_set(&why, "%s", text);
	cr_expect_eq(strlen(why.text), sizeof(why.text) - 1);
}

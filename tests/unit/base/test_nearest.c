#include "base/nearest.h"

#include <criterion/criterion.h>

static const char *near(const char *wanted, const char *const *others,
			size_t count)
{
	struct nearest nearest;

	nearest_start(&nearest, wanted);
	for (size_t i = 0; i < count; i++)
		nearest_offer(&nearest, others[i]);
	return nearest.found == NULL ? "" : nearest.found;
}

Test(nearest, the_fewest_slips_win_and_then_the_first)
{
	static const char *const keys[] = { "phase", "phrase", "phrases" };

	cr_expect_str_eq(near("phrsae", keys, 3), "phrase");
	cr_expect_str_eq(near("phras", keys, 3), "phrase");
	cr_expect_str_eq(near("phrase", keys, 3), "phrase");
}

Test(nearest, what_is_far_is_not_taken)
{
	static const char *const keys[] = { "summary", "id", "to", "kind" };

	cr_expect_str_eq(near("colour", keys, 4), "");
	cr_expect_str_eq(near("", keys, 4), "");
	cr_expect_str_eq(near("x", keys, 4), "");
	/* Two letters of two are another word. */
	cr_expect_str_eq(near("at", keys, 4), "");
	cr_expect_str_eq(near("kimd", keys, 4), "kind");
}

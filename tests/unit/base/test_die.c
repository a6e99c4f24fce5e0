#include "base/die.h"

#include <criterion/criterion.h>
#include <unistd.h>

#include "unit/base/child.h"

static void die_of_it(void)
{
	die("no %s for %d", "room", 404);
}

static void restore(void)
{
	cr_expect_eq(write(STDERR_FILENO, "restored\n", 9), 9);
}

static void restore_and_die(void)
{
	die_restore(restore);
	die("gone");
}

static void forget_and_die(void)
{
	die_restore(restore);
	die_restore(NULL);
	die("gone");
}

Test(die, prints_the_message_and_exits_with_status_2)
{
	char printed[100];

	cr_expect_eq(child_run(die_of_it, printed, sizeof(printed)), 2);
	cr_expect_str_eq(printed, "httree: no room for 404\n");
}

Test(die, gives_the_terminal_back_before_the_message)
{
	char printed[100];

	cr_expect_eq(child_run(restore_and_die, printed, sizeof(printed)), 2);
	cr_expect_str_eq(printed, "restored\nhttree: gone\n");
}

Test(die, restores_nothing_after_that_was_taken_back)
{
	char printed[100];

	cr_expect_eq(child_run(forget_and_die, printed, sizeof(printed)), 2);
	cr_expect_str_eq(printed, "httree: gone\n");
}

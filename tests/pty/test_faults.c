/*
 * The browser when the world fails it: no memory, no home, no terminal of its
 * own, signals that interrupt it, no room to save.
 */
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "pty/session.h"

/* ------------------------------------------------------------------------
 * Memory
 */

/* The same program, of which one allocation fails: tests/faults/failing.c. */
static void use_failing(void)
{
	const char *builddir = getenv("builddir");
	char path[PATH_SIZE];

	cr_assert_not_null(builddir, "builddir names no folder");
	snprintf(path, sizeof(path), "%s/tests/faults/httree", builddir);
	setenv("HTTREE", path, 1);
	/* A leak of a process that ends there and then is none. */
	setenv("ASAN_OPTIONS", "detect_leaks=0", 1);
}

TestSuite(memory, .init = use_failing, .timeout = 3 * PATIENCE);

/* Use the browser until an allocation fails; whether one did. */
static bool fails_at(unsigned int number)
{
	struct session session;
	char variable[40];
	int status;

	snprintf(variable, sizeof(variable), "FAIL_AT=%u", number);
	session_init(&session);
	session.environment = variable;
	session.mute = true;
	session_start(&session);
	type(&session, "jj/limit\r]\rc\033fob\r?/fold\r\0334*Q");
	status = wait_for_end(&session);
	cr_expect(WIFEXITED(status), "%u: %#x", number, (unsigned int)status);
	if (WEXITSTATUS(status) == 2)
		cr_expect_gt(last_of(&session, "httree: out of memory"), 0,
			     "%u: %s", number, shown(&session));
	else
		cr_expect_eq(WEXITSTATUS(status), 0, "%u", number);
	expect_restored(&session);
	session_clear(&session);
	return WEXITSTATUS(status) != 0;
}

Test(memory, without_it_the_browser_gives_the_terminal_back_and_tells)
{
	unsigned int number = 1;

	while (fails_at(number) && number < 1000000)
		number += 1 + number / 6;
	cr_expect_lt(number, 1000000);
	cr_expect_gt(number, 100);
}

/* ------------------------------------------------------------------------
 * Homes, rooms, terminals
 */

Test(pty, without_a_home_it_is_used_as_ever, .timeout = PATIENCE)
{
	static const char *const homes[] = { "HOME=", "HOME=relative",
					     "HOME=/no/such/home" };

	for (size_t i = 0; i < sizeof(homes) / sizeof(*homes); i++) {
		struct session session;

		session_init(&session);
		session.environment = homes[i];
		session.state = "";
		session_start(&session);
		wait_for_first_screen(&session);
		type(&session, "/teapot\r");
		wait_for(&session, "(Unused)");
		type(&session, "Q");
		expect_exit(&session, 0);
		expect_restored(&session);
		session_clear(&session);
	}
}

/* As when the disk is full: what was kept before is kept. */
Test(pty, without_room_the_history_stays_as_it_was, .timeout = PATIENCE)
{
	const struct rlimit none = { 0, RLIM_INFINITY };
	const struct rlimit all = { RLIM_INFINITY, RLIM_INFINITY };
	struct session session;

	session_init(&session);
	session_start(&session);
	wait_for_first_screen(&session);
	type(&session, "/teapot\rQ");
	expect_exit(&session, 0);
	close(session.master);

	signal(SIGXFSZ, SIG_IGN);
	cr_assert_eq(setrlimit(RLIMIT_FSIZE, &none), 0);
	set_mark(&session);
	session_start(&session);
	wait_for_first_screen(&session);
	type(&session, "/limit\rQ");
	expect_exit(&session, 0);
	expect_restored(&session);
	close(session.master);
	cr_assert_eq(setrlimit(RLIMIT_FSIZE, &all), 0);

	expect_last_search(&session, "/teapot");
	session_clear(&session);
}

/* Neither standard input nor /dev/tty is a terminal to read keys from. */
Test(pty, without_a_terminal_for_keys_a_sentence_says_so, .timeout = PATIENCE)
{
	struct session session;

	session_init(&session);
	session.input = "/dev/null";
	session.foreign = true;
	session_start(&session);
	expect_exit(&session, 2);
	cr_expect_not_null(strstr(shown(&session),
				  "there is no terminal to read keys from"));
	expect_never_drawn(&session);
	session_clear(&session);
}

/* ------------------------------------------------------------------------
 * Interruptions
 */

/* SIGWINCH and SIGCONT interrupt what it waits for, reads and writes. */
Test(pty, signals_that_interrupt_it_lose_no_key, .timeout = PATIENCE)
{
	static const struct timespec moment = { .tv_nsec = 200000 };
	static const char text[] = "requests";
	struct session session;

	session_init(&session);
	session_start(&session);
	wait_for_first_screen(&session);
	type(&session, "/");
	for (size_t i = 0; text[i] != '\0'; i++) {
		char key[] = { text[i], '\0' };

		for (int k = 0; k < 20; k++) {
			kill(session.child, k % 2 == 0 ? SIGWINCH : SIGCONT);
			nanosleep(&moment, NULL);
		}
		type(&session, key);
	}
	expect_drawn(&session, "/requests");
	type(&session, "\003Q");
	expect_exit(&session, 0);
	expect_restored(&session);
	session_clear(&session);
}

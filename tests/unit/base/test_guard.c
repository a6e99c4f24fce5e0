#include "base/guard.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <sys/stat.h>

#include "unit/base/child.h"

static void must(bool holds, int status)
{
	if (!holds)
		_exit(status);
}

static void expect_child(void (*run)(void), const char *printed)
{
	char text[200];

	cr_expect_eq(child_run(run, text, sizeof(text)), 0);
	cr_expect_str_eq(text, printed);
}

/* --------------------------------------------------------------------------
 * Rights
 */

enum { NOBODY = 65534 };

/* As an executable of root's that anybody may start: set-uid, set-gid. */
static void start_as_somebody(void)
{
	must(setresgid(NOBODY, 0, 0) == 0 && setresuid(NOBODY, 0, 0) == 0, 10);
	guard_start();
	must(geteuid() == NOBODY && getegid() == NOBODY, 11);
	must(setuid(0) != 0 && seteuid(0) != 0, 12);
	must(setgid(0) != 0 && setegid(0) != 0, 13);
	must(open("/proc/1/environ", O_RDONLY) < 0, 14);
}

Test(guard, the_rights_of_another_user_are_given_up_for_good)
{
	if (geteuid() != 0)
		cr_skip_test("only root can be somebody else");
	expect_child(start_as_somebody, "");
}

static void start_as_oneself(void)
{
	uid_t user = geteuid();
	gid_t group = getegid();

	guard_start();
	must(geteuid() == user && getegid() == group, 10);
}

Test(guard, the_users_own_rights_stay)
{
	expect_child(start_as_oneself, "");
}

/* --------------------------------------------------------------------------
 * Streams
 */

static void start_without_streams(void)
{
	char byte = 'x';

	for (int descriptor = 0; descriptor < 3; descriptor++)
		close(descriptor);
	guard_start();
	must(open("/dev/null", O_RDWR) > 2, 10);
	must(read(0, &byte, 1) < 0 && errno == EBADF, 11);
	must(write(1, &byte, 1) < 0 && errno == EBADF, 12);
	must(write(2, &byte, 1) < 0 && errno == EBADF, 13);
}

Test(guard, no_file_takes_the_place_of_a_closed_stream)
{
	expect_child(start_without_streams, "");
}

static void start_with_streams(void)
{
	struct stat before, after;

	must(fstat(2, &before) == 0, 10);
	guard_start();
	must(fstat(2, &after) == 0 && after.st_ino == before.st_ino, 11);
	must(write(2, "said", 4) == 4, 12);
}

Test(guard, streams_that_are_open_stay)
{
	expect_child(start_with_streams, "said");
}

/* --------------------------------------------------------------------------
 * Calls
 */

static void confine(void)
{
	char word[] = "true";
	char *const words[] = { word, NULL };
	int ends[2];

	must(guard_confine(), 9);
	must(socket(AF_INET, SOCK_STREAM, 0) < 0 && errno == EPERM, 10);
	must(socket(AF_UNIX, SOCK_DGRAM, 0) < 0 && errno == EPERM, 11);
	must(socketpair(AF_UNIX, SOCK_STREAM, 0, ends) < 0 && errno == EPERM,
	     12);
	must(execv("/bin/true", words) < 0 && errno == EPERM, 13);
	/* Files are read and written as before. */
	must(open("/dev/null", O_RDWR) >= 0 && pipe(ends) == 0, 14);
	must(write(2, "said", 4) == 4, 15);
}

static void tell_confinement(void)
{
	must(guard_confine(), 1);
}

Test(guard, a_confined_process_neither_connects_nor_executes)
{
	char text[200];

	if (getenv("HTTREE_VALGRIND") != NULL)
		cr_skip_test("valgrind dies of an execve() that fails");
	if (child_run(tell_confinement, text, sizeof(text)) != 0)
		cr_skip_test("this system confines nobody");
	expect_child(confine, "said");
}

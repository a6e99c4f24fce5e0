#include "term/signals.h"

#include <errno.h>
#include <poll.h>
#include <stddef.h>
#include <sys/select.h>
#include <time.h>
#include <unistd.h>

#include "base/die.h"

static volatile sig_atomic_t ended; /* of which signal */
static volatile sig_atomic_t stopped;
static volatile sig_atomic_t continued;
static volatile sig_atomic_t resized;

static sigset_t held;
static sigset_t before; /* the mask that the program was started with */
static bool can_stop;

static void note_end(int number)
{
	ended = number;
}

static void note_stop(int number)
{
	(void)number;
	stopped = 1;
}

/* Whoever stopped the program may have changed the terminal meanwhile. */
static void note_continued(int number)
{
	(void)number;
	continued = 1;
}

static void note_size(int number)
{
	(void)number;
	resized = 1;
}

static bool is_fault(int number)
{
	static const int faults[] = { SIGSEGV, SIGBUS, SIGFPE, SIGILL,
				      SIGABRT, SIGSYS, SIGTRAP };

	for (size_t i = 0; i < sizeof(faults) / sizeof(*faults); i++) {
		if (faults[i] == number)
			return true;
	}
	return false;
}

/* What a signal is handled by; SIG_DFL leaves it alone. */
static void (*handler_of(int number, void (*fault)(int)))(int)
{
	switch (number) {
	case SIGTSTP:
		return note_stop;
	case SIGCONT:
		return note_continued;
	case SIGWINCH:
		return note_size;
	case SIGKILL:
	case SIGSTOP:
	/* These two stop what touches a terminal that is not its own. */
	case SIGTTIN:
	case SIGTTOU:
	case SIGCHLD:
	case SIGURG:
		return SIG_DFL;
	default:
		return is_fault(number) ? fault : note_end;
	}
}

/* Returns whether it is caught now. */
static bool catch_one(int number, void (*handler)(int))
{
	struct sigaction action = { .sa_handler = handler };
	struct sigaction chosen;

	sigemptyset(&action.sa_mask);
	if (handler == SIG_DFL || sigaction(number, NULL, &chosen) != 0 ||
	    chosen.sa_handler != SIG_DFL)
		return false;
	return sigaction(number, &action, NULL) == 0;
}

/*
 * All that there are, those of real time too: each ends a program that has no
 * handler for it, and would leave the terminal in its modes.
 */
void signals_catch(void (*fault)(int number))
{
	sigemptyset(&held);
	for (int number = 1; number <= SIGRTMAX; number++) {
		void (*handler)(int) = handler_of(number, fault);
		bool caught = catch_one(number, handler);

		if (caught && handler != fault)
			sigaddset(&held, number);
		if (number == SIGTSTP)
			can_stop = caught;
	}
	sigprocmask(SIG_BLOCK, &held, &before);
}

enum notice signals_take(void)
{
	sigset_t mask;

	sigprocmask(SIG_SETMASK, &before, &mask);
	sigprocmask(SIG_SETMASK, &mask, NULL);
	if (ended != 0)
		return NOTICE_END;
	if (stopped != 0) {
		stopped = 0;
		return NOTICE_STOP;
	}
	if (continued != 0) {
		continued = 0;
		return NOTICE_CONTINUED;
	}
	if (resized != 0) {
		resized = 0;
		return NOTICE_SIZE;
	}
	return NOTICE_NONE;
}

#ifdef HAVE_PPOLL

static int wait_for(int descriptor, const struct timespec *limit)
{
	struct pollfd input = { .fd = descriptor, .events = POLLIN };

	return ppoll(&input, 1, limit, &before);
}

#else

/* Every system has this one, which cannot hold a high descriptor. */
static int wait_for(int descriptor, const struct timespec *limit)
{
	fd_set input;

	if (descriptor >= FD_SETSIZE)
		die("the terminal is open as number %d, which is too high",
		    descriptor);
	FD_ZERO(&input);
	FD_SET(descriptor, &input);
	return pselect(descriptor + 1, &input, NULL, NULL, limit, &before);
}

#endif

bool signals_wait(int descriptor, int milliseconds)
{
	struct timespec limit = {
		.tv_sec = milliseconds / 1000,
		.tv_nsec = milliseconds % 1000 * 1000000L,
	};

	return wait_for(descriptor, milliseconds < 0 ? NULL : &limit) > 0;
}

void signals_stop(pid_t whom)
{
	struct sigaction plain = { .sa_handler = SIG_DFL }, own;
	sigset_t stops, mask;

	sigemptyset(&plain.sa_mask);
	sigaction(SIGTSTP, &plain, &own);
	kill(whom, SIGTSTP);
	sigemptyset(&stops);
	sigaddset(&stops, SIGTSTP);
	sigaddset(&stops, SIGCONT);
	sigprocmask(SIG_UNBLOCK, &stops, &mask);
	sigprocmask(SIG_SETMASK, &mask, NULL);
	sigaction(SIGTSTP, &own, NULL);
}

bool signals_can_stop(void)
{
	return can_stop;
}

void signals_release(void)
{
	sigprocmask(SIG_SETMASK, &before, NULL);
}

bool signals_ended(void)
{
	return ended != 0;
}

void signals_die(void)
{
	sigset_t one;

	signal(ended, SIG_DFL);
	sigemptyset(&one);
	sigaddset(&one, ended);
	raise(ended);
	sigprocmask(SIG_UNBLOCK, &one, NULL);
	_exit(128 + ended);
}

#include "base/guard.h"

#include <errno.h>
#include <fcntl.h>
#include <stddef.h>
#include <unistd.h>

#include "base/die.h"

#ifdef HAVE_LINUX_SECCOMP_H
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#endif

/* The saved rights go too, since the real ones are set. */
static void give_up_rights(void)
{
	if (getegid() != getgid() && setregid(getgid(), getgid()) != 0)
		die("cannot give up the rights of another group");
	if (geteuid() != getuid() && setreuid(getuid(), getuid()) != 0)
		die("cannot give up the rights of another user");
}

/* Opened the wrong way round, so that using it fails as before. */
static void hold(int descriptor)
{
	int mode = descriptor == STDIN_FILENO ? O_WRONLY : O_RDONLY;

	if (fcntl(descriptor, F_GETFD) < 0 && open("/dev/null", mode) < 0)
		die("a standard stream is closed, and /dev/null is missing");
}

void guard_start(void)
{
	give_up_rights();
	hold(STDIN_FILENO);
	hold(STDOUT_FILENO);
	hold(STDERR_FILENO);
}

/* --------------------------------------------------------------------------
 * Calls that are taken away
 */

#if defined(HAVE_LINUX_SECCOMP_H) && defined(__x86_64__)
#define GUARD_ARCH AUDIT_ARCH_X86_64
#elif defined(HAVE_LINUX_SECCOMP_H) && defined(__aarch64__)
#define GUARD_ARCH AUDIT_ARCH_AARCH64
#endif

#ifdef GUARD_ARCH

/* AddressSanitizer looks for leaks by tracing its own process. */
#ifdef WITH_SANITIZERS
#define GUARD_PTRACE 0xffffffff
#else
#define GUARD_PTRACE __NR_ptrace
#endif

/* Go on with the next instruction, or skip as many as lie before REFUSE. */
#define REFUSE(call, left) \
	BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, (call), (left), 0)

/*
 * Another architecture has other numbers: a 32-bit call, and on x86 one of the
 * x32 kind, could be any of them, so all are refused.
 */
static struct sock_filter filter[] = {
	BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, arch)),
	BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, GUARD_ARCH, 0, 11),
	BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, nr)),
	BPF_JUMP(BPF_JMP | BPF_JGE | BPF_K, 0x40000000, 9, 0),
	REFUSE(__NR_socket, 8),
	REFUSE(__NR_socketpair, 7),
	REFUSE(__NR_connect, 6),
	REFUSE(__NR_bind, 5),
	REFUSE(__NR_execve, 4),
	REFUSE(__NR_execveat, 3),
	REFUSE(GUARD_PTRACE, 2),
	REFUSE(__NR_process_vm_writev, 1),
	BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
	BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | EPERM),
};

bool guard_confine(void)
{
	const struct sock_fprog program = {
		.len = sizeof(filter) / sizeof(*filter),
		.filter = filter,
	};

	return prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 &&
	       prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program) == 0;
}

#else

bool guard_confine(void)
{
	return false;
}

#endif

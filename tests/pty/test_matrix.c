/*
 * Every terminal, in every locale and size, is used and left as it was.
 */
#include <locale.h>
#include <poll.h>
#include <signal.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "pty/session.h"

/* They are made for the tests, see tests/local.mk. */
static const char *const locales[] = {
	"C", "C.UTF-8", "de_DE.ISO-8859-1", "tr_TR.UTF-8", "ja_JP.EUC-JP",
};

enum { LOCALES = sizeof(locales) / sizeof(*locales) };

/* A check that did not run must not look like one that passed. */
static void need_locales(void)
{
	for (size_t i = 0; i < LOCALES; i++)
		if (setlocale(LC_ALL, locales[i]) == NULL)
			cr_skip_test("there is no locale %s here", locales[i]);
	setlocale(LC_ALL, "C");
}

/* Where letters are not those of UTF-8, signs are ASCII. */
static void expect_letters(const struct session *session, const char *locale)
{
	size_t length = strlen(locale);

	if (length > 5 && strcmp(locale + length - 5, "UTF-8") == 0)
		return;
	for (size_t i = 0; i < session->output.length; i++)
		cr_assert_lt((unsigned char)session->output.text[i], 0x80,
			     "%s: byte %zu", locale, i);
}

/* Use a terminal a little, and leave it as it was. */
static void expect_use(const char *terminal, const char *locale,
		       unsigned short rows, unsigned short cols)
{
	struct session session;
	int status;

	session_init(&session);
	session.terminal = terminal;
	session.locale = locale;
	session.rows = rows;
	session.cols = cols;
	session_start(&session);
	wait_until_taken(&session);
	type(&session, "jjl*G/na\303\257ve limit\r?/a\r");
	resize(&session, cols, rows);
	type(&session, "\033[A\303\033OB");
	resize(&session, rows, cols);
	type(&session, "Q");
	status = wait_for_end(&session);
	cr_expect(WIFEXITED(status) && WEXITSTATUS(status) == 0,
		  "%s, %s, %hux%hu: %#x", terminal, locale, cols, rows,
		  (unsigned int)status);
	expect_restored(&session);
	expect_letters(&session, locale);
	session_clear(&session);
}

/* Those without a description are drawn as their relatives are. */
Test(pty, every_terminal_in_every_locale_and_size_is_left_as_it_was,
     .timeout = 3 * PATIENCE)
{
	static const char *const terminals[] = {
		"xterm-256color", "xterm", "screen-256color", "tmux-256color",
		"linux", "vt100", "vt220", "vt52", "ansi",
		"rxvt-unicode-256color", "xterm-mono", "xterm-kitty", "foot",
		"alacritty",
	};
	static const unsigned short sizes[][2] = { { 1, 1 },	{ 4, 20 },
						   { 15, 60 },	{ 24, 80 },
						   { 100, 300 } };

	need_locales();
	for (size_t i = 0; i < sizeof(terminals) / sizeof(*terminals); i++) {
		for (size_t j = 0; j < sizeof(sizes) / sizeof(*sizes); j++)
			expect_use(terminals[i], locales[(i + j) % LOCALES],
				   sizes[j][0], sizes[j][1]);
	}
}

Test(pty, what_is_typed_finds_the_same_in_every_locale, .timeout = PATIENCE)
{
	need_locales();
	for (size_t i = 0; i < LOCALES; i++) {
		struct session session;

		session_init(&session);
		session.locale = locales[i];
		session_start(&session);
		wait_for_first_screen(&session);
		/* In Turkish the small letter of I is another one. */
		type(&session, "/I'M A TEAPOT\r");
		wait_for(&session, "(Unused)");
		type(&session, "Q");
		expect_exit(&session, 0);
		expect_restored(&session);
		session_clear(&session);
	}
}

Test(pty, stopped_and_continued_every_terminal_is_drawn_again,
     .timeout = PATIENCE)
{
	static const char *const terminals[] = { "xterm-256color", "linux",
						 "vt100", "vt52", "ansi",
						 "screen" };

	for (size_t i = 0; i < sizeof(terminals) / sizeof(*terminals); i++) {
		struct session session;
		int status;

		session_init(&session);
		session.terminal = terminals[i];
		session_start(&session);
		wait_for_first_screen(&session);
		cr_assert_eq(kill(session.child, SIGSTOP), 0);
		cr_assert_eq(waitpid(session.child, &status, WUNTRACED),
			     session.child);
		set_mark(&session);
		cr_assert_eq(kill(session.child, SIGCONT), 0);
		wait_for_first_screen(&session);
		type(&session, "q");
		expect_exit(&session, 0);
		expect_restored(&session);
		session_clear(&session);
	}
}

/* ------------------------------------------------------------------------
 * Keys without a plan
 */

/* Numbers that look random and are the same each time. */
static unsigned int next_number(unsigned int *seed)
{
	*seed = *seed * 1103515245U + 12345U;
	return *seed >> 16;
}

/*
 * Anything but what ends the program; ^\ does where it comes while ^Z has given
 * the terminal back.
 */
static char some_byte(unsigned int *seed)
{
	char byte;

	do
		byte = (char)next_number(seed);
	while (byte == 'q' || byte == 'Q' || byte == '\003' ||
	       byte == '\034');
	return byte;
}

/* Type bytes, and read meanwhile, since a terminal holds only so many. */
static void type_all(struct session *session, const char *bytes, size_t length)
{
	struct pollfd ends = { .fd = session->master,
			       .events = POLLIN | POLLOUT };

	while (length > 0) {
		cr_assert_gt(poll(&ends, 1, ANSWER_PATIENCE), 0);
		if ((ends.revents & POLLIN) != 0)
			cr_assert(read_more(session));
		if ((ends.revents & POLLOUT) != 0) {
			ssize_t written = write(session->master, bytes,
						length < 50 ? length : 50);

			cr_assert_gt(written, 0);
			bytes += written;
			length -= (size_t)written;
		}
	}
}

Test(pty, ten_thousand_bytes_of_any_kind_do_no_harm, .timeout = 3 * PATIENCE)
{
	enum { BYTES = 10000 };
	static char bytes[BYTES];
	unsigned int seed = 1;
	struct session session;
	int status;

	for (size_t i = 0; i < BYTES; i++)
		bytes[i] = some_byte(&seed);
	session_init(&session);
	session.environment = "BROWSER=true";
	session_start(&session);
	wait_for_first_screen(&session);
	type_all(&session, bytes, BYTES);
	/* The end of a paste that may have been begun. */
	type_all(&session, "\033[201~", 6);
	set_mark(&session);
	resize(&session, 3, 60);
	wait_for(&session, "needs 20x4");
	cr_assert_eq(kill(session.child, SIGTERM), 0);
	status = wait_for_end(&session);
	cr_expect(WIFSIGNALED(status) && WTERMSIG(status) == SIGTERM, "%#x",
		  (unsigned int)status);
	expect_restored(&session);
	session_clear(&session);
}

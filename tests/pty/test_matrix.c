/*
 * Every terminal, in every locale and size, is used and left as it was.
 */
#include <stdio.h>
#include <sys/wait.h>

#include "pty/session.h"

/* Use a terminal a little, and leave it as it was. */
static void expect_use(const char *terminal, const char *locale,
		       unsigned short rows, unsigned short cols)
{
	struct session session;
	int status;

	session_init(&session);
	session.terminal = terminal;
	session.environment = locale;
	session.rows = rows;
	session.cols = cols;
	session_start(&session);
	cr_assert(read_more(&session));
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
	static const char *const locales[] = { "LC_ALL=C", "LC_ALL=C.UTF-8" };
	static const unsigned short sizes[][2] = { { 1, 1 },	{ 4, 20 },
						   { 15, 60 },	{ 24, 80 },
						   { 100, 300 } };

	for (size_t i = 0; i < sizeof(terminals) / sizeof(*terminals); i++) {
		for (size_t j = 0; j < sizeof(sizes) / sizeof(*sizes); j++)
			expect_use(terminals[i], locales[(i + j) % 2],
				   sizes[j][0], sizes[j][1]);
	}
}

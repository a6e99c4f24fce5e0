#include "term/effects.h"

#include <criterion/criterion.h>
#include <locale.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "term/clipboard.h"
#include "support/small.h"
#include "term/screen.h"
#include "unit/term/terminal.h"

enum { PATIENCE = 20 };

/* A terminal that was taken, and a state to say something in. */
struct stage {
	struct terminal terminal;
	struct state state;
};

static void stage_open(struct stage *stage, const char *terminal)
{
	struct problem why = { "" };

	setlocale(LC_ALL, "C.UTF-8");
	unsetenv("TMUX");
	unsetenv("STY");
	terminal_take(&stage->terminal, terminal, 24, 80);
	state_init(&stage->state, small_catalogue(), 24, 80, false);
	cr_assert(screen_open(THEME_AUTO, &why), "%s", why.text);
	terminal_output(&stage->terminal);
}

static void stage_close(struct stage *stage)
{
	screen_close();
	state_clear(&stage->state);
	terminal_leave(&stage->terminal);
}

static void perform(struct stage *stage, enum effect_kind kind,
		    const char *text)
{
	struct effect effect = { kind, text, text == NULL ? 0 : strlen(text) };

	effects_perform(&effect, &stage->state);
}

static const char *said(const struct stage *stage)
{
	return strbuf_text(&stage->state.message);
}

Test(effects, a_text_is_copied_through_the_terminal, .timeout = PATIENCE)
{
	struct stage stage;
	const char *output;

	stage_open(&stage, "xterm-256color");
	perform(&stage, EFFECT_COPY, "foobar");
	cr_expect_str_eq(terminal_output(&stage.terminal),
			 "\033]52;c;Zm9vYmFy\007");
	cr_expect_str_empty(said(&stage));

	setenv("TMUX", "/tmp/tmux-0/default,1,0", 1);
	perform(&stage, EFFECT_COPY, "foobar");
	output = terminal_output(&stage.terminal);
	cr_expect_neq(strstr(output, "\033Ptmux;"), NULL);

	setenv("TMUX", "", 1);
	setenv("STY", "1.tty", 1);
	perform(&stage, EFFECT_COPY, "foobar");
	cr_expect_eq(strncmp(terminal_output(&stage.terminal),
			     "\033P\033]52;", 7),
		     0);
	stage_close(&stage);
}

Test(effects, a_terminal_without_a_clipboard_gets_nothing,
     .timeout = PATIENCE)
{
	struct stage stage;

	stage_open(&stage, "vt100");
	perform(&stage, EFFECT_COPY, "foobar");
	cr_expect_str_empty(terminal_output(&stage.terminal));
	cr_expect_str_eq(said(&stage),
			 "this terminal has no clipboard to write to");
	stage_close(&stage);
}

Test(effects, a_text_that_is_too_long_is_not_copied, .timeout = PATIENCE)
{
	struct stage stage;
	char *text = calloc(1, CLIPBOARD_LIMIT + 2);

	cr_assert_not_null(text);
	memset(text, 'x', CLIPBOARD_LIMIT + 1);
	stage_open(&stage, "xterm-256color");
	perform(&stage, EFFECT_COPY, text);
	cr_expect_str_empty(terminal_output(&stage.terminal));
	cr_expect_str_eq(said(&stage),
			 "74995 bytes are too many for the clipboard");
	free(text);
	stage_close(&stage);
}

Test(effects, the_mouse_is_reported_until_the_terminal_is_given_back,
     .timeout = PATIENCE)
{
	struct stage stage;
	struct event event;
	const char *output;

	stage_open(&stage, "xterm-256color");
	perform(&stage, EFFECT_MOUSE_ON, NULL);
	cr_expect_neq(strstr(terminal_output(&stage.terminal), "?1000h"),
		      NULL);
	terminal_type(&stage.terminal, "\033[<0;5;3M");
	event = screen_read(-1);
	cr_expect_eq(event.kind, EVENT_CLICK);
	cr_expect_eq(event.input.row, 2);
	cr_expect_eq(event.input.col, 4);

	perform(&stage, EFFECT_MOUSE_OFF, NULL);
	cr_expect_neq(strstr(terminal_output(&stage.terminal), "?1000l"),
		      NULL);
	perform(&stage, EFFECT_MOUSE_ON, NULL);
	terminal_output(&stage.terminal);
	screen_suspend();
	output = strstr(terminal_output(&stage.terminal), "?1000l");
	cr_assert_not_null(output);
	cr_expect_neq(strstr(output, "?1000h"), NULL);
	screen_close();
	cr_expect_neq(strstr(terminal_output(&stage.terminal), "?1000l"),
		      NULL);
	stage_close(&stage);
}

Test(effects, a_terminal_that_cannot_report_a_mouse_is_not_asked,
     .timeout = PATIENCE)
{
	struct stage stage;

	stage_open(&stage, "vt100");
	perform(&stage, EFFECT_MOUSE_ON, NULL);
	cr_expect_str_empty(terminal_output(&stage.terminal));
	cr_expect_str_eq(said(&stage),
			 "this terminal does not report its mouse");
	stage_close(&stage);
}

/* ------------------------------------------------------------------------
 * The browser
 */

static char folder[300];

/* A program that writes down what it was called with, and which signals it
 * has held. */
static void make_browser(void)
{
	char path[400];
	FILE *file;
	const char *parent = getenv("TMPDIR");

	snprintf(folder, sizeof(folder), "%s/browser.XXXXXX",
		 parent == NULL ? "/tmp" : parent);
	cr_assert_not_null(mkdtemp(folder));
	snprintf(path, sizeof(path), "%s/browser", folder);
	file = fopen(path, "w");
	cr_assert_not_null(file);
	fprintf(file,
		"#!/bin/sh\n"
		"echo noise; echo noise >&2\n"
		"for word; do echo \"[$word]\"; done >%s/part\n"
		"test -t 0 && echo terminal >>%s/part\n"
		"grep SigBlk /proc/self/status >>%s/part\n"
		"mv %s/part %s/called\n",
		folder, folder, folder, folder, folder);
	cr_assert_eq(fclose(file), 0);
	cr_assert_eq(chmod(path, 0700), 0);
}

/* What the browser has written down, when it has. */
static void wait_for_call(char *text, size_t size)
{
	static const struct timespec pause = { .tv_nsec = 5000000 };
	char path[400];
	FILE *file;
	size_t length;

	snprintf(path, sizeof(path), "%s/called", folder);
	while ((file = fopen(path, "r")) == NULL)
		nanosleep(&pause, NULL);
	length = fread(text, 1, size - 1, file);
	text[length] = '\0';
	fclose(file);
	unlink(path);
}

static void expect_call(struct stage *stage, const char *browser,
			const char *wanted)
{
	char text[400];

	setenv("BROWSER", browser, 1);
	perform(stage, EFFECT_OPEN, "https://example.org/?a=$(b)&c;d");
	wait_for_call(text, sizeof(text));
	cr_expect_eq(strncmp(text, wanted, strlen(wanted)), 0, "%s: %s",
		     browser, text);
	cr_expect_eq(strstr(text, "terminal"), NULL, "%s", text);
	cr_expect_neq(strstr(text, "SigBlk:\t0000000000000000"), NULL, "%s",
		      text);
	cr_expect_str_empty(said(stage));
}

Test(effects, an_address_is_an_argument_of_the_browsers_own,
     .timeout = PATIENCE)
{
	struct stage stage;
	char browser[400];

	make_browser();
	stage_open(&stage, "xterm-256color");
	setenv("PATH", "/usr/bin:/bin", 1);
	snprintf(browser, sizeof(browser), "%s/browser", folder);
	expect_call(&stage, browser, "[https://example.org/?a=$(b)&c;d]\n");
	snprintf(browser, sizeof(browser), "%s/browser --new %%s  -x",
		 folder);
	expect_call(&stage, browser,
		    "[--new]\n[https://example.org/?a=$(b)&c;d]\n[-x]\n");
	snprintf(browser, sizeof(browser), ":/no/such: no-such :%s/browser",
		 folder);
	expect_call(&stage, browser, "[https://example.org/?a=$(b)&c;d]\n");
	/* What it prints goes nowhere. */
	cr_expect_str_empty(terminal_output(&stage.terminal));
	stage_close(&stage);
}

Test(effects, without_a_browser_that_is_said, .timeout = PATIENCE)
{
	static const char *const browsers[] = { "", " ", ":", "/no/such",
						"/" };
	struct stage stage;

	stage_open(&stage, "xterm-256color");
	setenv("PATH", "/no/such/folder", 1);
	for (size_t i = 0; i < sizeof(browsers) / sizeof(*browsers); i++) {
		strbuf_reset(&stage.state.message);
		setenv("BROWSER", browsers[i], 1);
		perform(&stage, EFFECT_OPEN, "https://example.org/");
		cr_expect_eq(strncmp(said(&stage), "no browser can be started",
				     25),
			     0, "'%s': %s", browsers[i], said(&stage));
	}
	stage_close(&stage);
}

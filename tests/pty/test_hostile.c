/*
 * Nothing that comes from outside reaches the terminal as a command to it or
 * as an order of reading: each control character and the sequences that begin
 * with one, through each way in, where standard output and standard error are
 * the terminal.
 */
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/text.h"
#include "pty/session.h"

enum { PIECES = 120, AT_ONCE = 12 };

/* Sequences that neither curses nor httree ever sends. */
static const char *const sequences[] = {
	"\033]0;owned\007", "\033]8;;x:\033\\", "\033P+q\033\\", "\033_x\033\\",
	"\033^x\033\\",	     "\033c",		 "\033[6n",	"\033[5i",
	"\033[7;77m",	     "\302\2336n",	 "\2336n",	"\302\2350;x\007",
	"\2350;x\007",
	/* Letters of UTF-8 whose second byte is a command elsewhere. */
	"\304\2336n",	     "\303\2350;x\007",
};

enum { SEQUENCES = sizeof(sequences) / sizeof(*sequences) };

/* Characters that change the order in which a line is read, or break it. */
static const uint32_t disordering[] = {
	0x202a, 0x202b, 0x202c, 0x202d, 0x202e, 0x2066, 0x2067, 0x2068,
	0x2069, 0x200e, 0x200f, 0x061c, 0x2028, 0x2029, 0xfeff, 0xe0001,
};

enum { DISORDERING = sizeof(disordering) / sizeof(*disordering) };

static char *pieces[PIECES];
static size_t piece_count;

static void add_piece(const char *bytes, size_t length)
{
	pieces[piece_count++] = strndup(bytes, length);
}

static void add_character(uint32_t character)
{
	struct strbuf text;

	strbuf_init(&text);
	text_encode(&text, character);
	add_piece(text.text, text.length);
	strbuf_clear(&text);
}

/* A blank would part arguments, and a newline lines; both are harmless. */
static void make_pieces(void)
{
	for (char byte = 1; byte < ' '; byte++) {
		if (byte != '\n')
			add_piece(&byte, 1);
	}
	add_character(0x7f);
	for (uint32_t character = 0x80; character < 0xa0; character++) {
		char byte = (char)character;

		add_character(character);
		if (character % 3 == 0)
			add_piece(&byte, 1);
	}
	for (size_t i = 0; i < DISORDERING; i++)
		add_character(disordering[i]);
	for (size_t i = 0; i < SEQUENCES; i++)
		add_piece(sequences[i], strlen(sequences[i]));
	cr_assert_leq(piece_count, PIECES);
}

TestSuite(hostile, .init = make_pieces, .timeout = 3 * PATIENCE);

/* ------------------------------------------------------------------------
 * What must not arrive
 */

static bool is_disordering(uint32_t character)
{
	for (size_t i = 0; i < DISORDERING; i++)
		if (disordering[i] == character)
			return true;
	return false;
}

/* The output without the sequences that a screen is drawn with. */
static void strip(const struct session *session, struct strbuf *text)
{
	const char *at = session->output.text;
	const char *end = at + session->output.length;

	strbuf_init(text);
	while (at < end) {
		/* CSI, but no report; then what vt100 and xterm begin with. */
		if (at[0] == '\033' && end - at > 1 && at[1] == '[') {
			size_t length = 2 + strspn(at + 2, "0123456789;?");

			if (strchr("ABCDGHJKLMPSTX@bdfghlmrt", at[length]) &&
			    strncmp(at, "\033[7;77m", 7) != 0) {
				at += length + 1;
				continue;
			}
		} else if (at[0] == '\033' && end - at > 2 &&
			   strchr("()", at[1]) != NULL) {
			at += 3;
			continue;
		} else if (at[0] == '\033' && end - at > 1 &&
			   strchr("=>78M", at[1]) != NULL) {
			at += 2;
			continue;
		}
		strbuf_add_char(text, *at++);
	}
}

static void expect_harmless(struct session *session, bool drawn,
			    const char *way)
{
	bool utf8 = strstr(session->locale, "UTF-8") != NULL;
	struct strbuf text;

	strip(session, &text);
	if (!drawn)
		cr_expect_eq(memchr(session->output.text, '\033',
				    session->output.length),
			     NULL, "%s: an escape", way);
	for (size_t at = 0; at < text.length;) {
		uint32_t character = (unsigned char)text.text[at];
		size_t step = 1;

		if (utf8)
			step = text_decode(text.text + at, text.length - at,
					   &character);
		cr_assert(character >= ' ' ||
				  strchr("\r\n\t\b\016\017",
					 (int)character) != NULL,
			  "%s, %s: the control character %#x in '%s'", way,
			  session->locale, character, shown(session));
		cr_assert(character < 0x7f || character > 0x9f,
			  "%s, %s: %#x in '%s'", way, session->locale,
			  character, shown(session));
		cr_assert_not(is_disordering(character), "%s, %s: U+%04X", way,
			      session->locale, character);
		at += step;
	}
	strbuf_clear(&text);
}

/* ------------------------------------------------------------------------
 * The ways in
 */

/* `%s` stands for what is hostile, and a bar for a newline of a file. */
struct way {
	const char *name;
	const char *arguments;
	const char *environment;
	const char *terminal;
	const char *input;   /* what standard input holds */
	const char *log;     /* what the file `log' holds */
	const char *history; /* what the file of searches holds */
	const char *keys;    /* in the browser; else it prints */
};

static const struct way ways[] = {
	{ .name = "an operand", .arguments = "-- a%sb" },
	{ .name = "an operand that is an id", .arguments = "nginx:4%s" },
	{ .name = "a search", .arguments = "--search=a%sb" },
	{ .name = "a search that finds", .arguments = "-s limit%s" },
	{ .name = "a filter", .arguments = "--filter=a%sb" },
	{ .name = "a limit", .arguments = "-n 1%s" },
	{ .name = "a width", .arguments = "--width=1%s" },
	{ .name = "a theme", .arguments = "--theme=a%sb" },
	{ .name = "when to colour", .arguments = "--color=a%sb" },
	{ .name = "an option", .arguments = "--a%sb" },
	{ .name = "a letter", .arguments = "-%s" },
	{ .name = "a log that is not there", .arguments = "--log /no/a%sb" },
	{ .name = "the origin of a log",
	  .arguments = "--log-origin=a%sb --log log" },
	{ .name = "options by habit",
	  .environment = "HTTREE_OPTIONS=--a%sb",
	  .arguments = "404" },
	{ .name = "a search by habit",
	  .environment = "HTTREE_OPTIONS=-s a%sb",
	  .arguments = "-n 1" },
	{ .name = "a terminal that prints",
	  .terminal = "a%sb",
	  .arguments = "-n 1 404" },
	{ .name = "a terminal that is not known",
	  .terminal = "a%sb",
	  .arguments = "-i" },
	{ .name = "a pager",
	  .environment = "HTTREE_PAGER=/no/a%sb",
	  .arguments = "404" },
	{ .name = "a log",
	  .arguments = "--log log",
	  .log = "192.0.2.1 - a%sb [21/Nov/2026:06:43:36 +0000] "
		 "\"GET /%s HTTP/1.1\" 499 0 \"%s\" \"%s\"|%s|"
		 "[2026-09-09T15:00:05.600Z] \"GET / HTTP/1.1\" 503 U%sC - "
		 "\"-\" 0 95 3|{\"status\":499,\"level\":\"%s\"}|" },
	{ .name = "a log that is none",
	  .arguments = "--log log",
	  .log = "%s|a%sb|" },
	{ .name = "a log as JSON and its name",
	  .arguments = "--json --log log",
	  .log = "192.0.2.1 - - [21/Nov/2026:06:43:36 +0000] "
		 "\"GET /%s HTTP/1.1\" 499 0|" },
	{ .name = "a log that is annotated",
	  .arguments = "--annotate",
	  .input = "192.0.2.1 - a%sb [21/Nov/2026:06:43:36 +0000] "
		   "\"GET /%s HTTP/1.1\" 499 0 \"%s\" \"%s\"|a%sb|" },
	{ .name = "a catalogue that is checked",
	  .arguments = "--check log",
	  .log = "- id: user:4%s4|  phrase: a%sb|  %s: x|  kind: \"%s\"|" },
	{ .name = "a catalogue with escapes",
	  .arguments = "--check log",
	  .log = "- id: \"user:\\x1b[6n%s\"|  phrase: \"\\u202e\\x9b6n\"|" },
	{ .name = "a catalogue that is not there",
	  .arguments = "--check /no/a%sb" },
	{ .name = "a catalogue that is used and is not there",
	  .arguments = "-c /no/a%sb -n 1 -l" },
	{ .name = "a catalogue with faults that is used",
	  .arguments = "-c log -n 1 -l",
	  .log = "- id: \"acme:4%s4\"|  phrase: a%sb|  %s: x|" },
	{ .name = "a new catalogue", .arguments = "--new-catalogue a%sb" },
	{ .name = "a folder for catalogues",
	  .environment = "XDG_CONFIG_HOME=/no/a%sb",
	  .arguments = "-n 1 -l" },
	{ .name = "a terminal that is drawn as another",
	  .terminal = "xterm-%s",
	  .arguments = "-i",
	  .keys = "Q" },
	{ .name = "keys",
	  .arguments = "-i",
	  .keys = "/a%sb\r\003" },
	{ .name = "a paste",
	  .arguments = "-i",
	  .keys = "\033[200~a%sb\033[201~\r\003" },
	{ .name = "a paste into the filter menu",
	  .arguments = "-i",
	  .keys = "f\033[200~a%sb\033[201~\r\003" },
	{ .name = "what it opens at",
	  .arguments = "-i limit%s",
	  .keys = "nNQ" },
	{ .name = "the colours of the terminal",
	  .environment = "COLORFGBG=a%sb",
	  .arguments = "-i 404",
	  .keys = "Q" },
	{ .name = "a browser that is not there",
	  .environment = "BROWSER=/no/a%sb",
	  .arguments = "-i 404",
	  .keys = "oooQ" },
	{ .name = "a home",
	  .environment = "HOME=/no/a%sb",
	  .arguments = "-i 404",
	  .keys = "/x\rQ" },
	{ .name = "a folder for state",
	  .environment = "XDG_STATE_HOME=/no/a%sb",
	  .arguments = "-i 404",
	  .keys = "/x\rQ" },
	{ .name = "a history",
	  .arguments = "-i",
	  .history = "httree history 1|place 4%s4|unfolded class:%s|"
		     "search a%sb|search limit|%s|",
	  .keys = "/\033[A\033[A\033[A\003" },
	{ .name = "a log that is browsed",
	  .arguments = "-i --log log",
	  .log = "192.0.2.1 - a%sb [21/Nov/2026:06:43:36 +0000] "
		 "\"GET /%s HTTP/1.1\" 499 0 \"%s\" \"%s\"|%s|",
	  .keys = "jlQ" },
};

/* The template with what is hostile in its places. */
static char *fill(const char *text, const char *hostile)
{
	struct strbuf filled;

	if (text == NULL)
		return NULL;
	strbuf_init(&filled);
	for (; *text != '\0'; text++) {
		if (text[0] == '%' && text[1] == 's') {
			strbuf_add(&filled, hostile);
			text++;
		} else {
			strbuf_add_char(&filled, *text == '|' ? '\n' : *text);
		}
	}
	return filled.text;
}

static char *write_file(const struct session *session, const char *name,
			const char *template, const char *hostile)
{
	char *text = fill(template, hostile);
	struct strbuf path;
	FILE *out;

	strbuf_init(&path);
	strbuf_addf(&path, "%s/%s", session->folder, name);
	out = fopen(strbuf_text(&path), "wb");
	cr_assert_not_null(out, "%s", path.text);
	fputs(text, out);
	fclose(out);
	free(text);
	return path.text;
}

/* Files that the way needs, in the session's folder. */
static void make_files(struct session *session, const struct way *way,
		       const char *hostile)
{
	struct strbuf path;

	strbuf_init(&path);
	cr_assert_eq(chdir(session->folder), 0);
	if (way->log != NULL)
		free(write_file(session, "log", way->log, hostile));
	if (way->input != NULL)
		session->input = write_file(session, "in", way->input,
					    hostile);
	if (way->history != NULL) {
		strbuf_addf(&path, "%s/state/httree", session->folder);
		cr_assert_eq(mkdir(strbuf_text(&path), 0700), 0);
		free(write_file(session, "state/httree/history", way->history,
				hostile));
	}
	strbuf_clear(&path);
}

static void go(const struct way *way, const char *hostile, const char *locale)
{
	struct session session;
	char *keys = fill(way->keys, hostile);
	struct strbuf arguments;
	char *filled = fill(way->arguments, hostile);
	int status;

	strbuf_init(&arguments);
	strbuf_addf(&arguments, "--color=never --hyperlink=never %s", filled);
	session_init(&session);
	session.locale = locale;
	session.mute = true;
	session.arguments = strbuf_text(&arguments);
	session.environment = fill(way->environment, hostile);
	if (way->terminal != NULL)
		session.terminal = fill(way->terminal, hostile);
	make_files(&session, way, hostile);
	session_start(&session);
	if (keys != NULL) {
		wait_until_taken(&session);
		type(&session, keys);
		/* Whatever that did, it is told to end. */
		type(&session, "\003\003Q");
	}
	status = wait_for_end(&session);
	cr_expect(WIFEXITED(status), "%s: %#x", way->name,
		  (unsigned int)status);
	expect_harmless(&session, keys != NULL, way->name);
	session_clear(&session);
	strbuf_clear(&arguments);
	free(filled);
	free(keys);
}

/* A few pieces, each between letters. */
static void join(struct strbuf *hostile, size_t first)
{
	strbuf_init(hostile);
	for (size_t i = first; i < first + AT_ONCE && i < piece_count; i++)
		strbuf_addf(hostile, "x%s", pieces[i]);
	strbuf_add_char(hostile, 'y');
}

static void go_all_ways(const char *locale)
{
	for (size_t first = 0; first < piece_count; first += AT_ONCE) {
		struct strbuf hostile;

		join(&hostile, first);
		for (size_t i = 0; i < sizeof(ways) / sizeof(*ways); i++)
			go(&ways[i], strbuf_text(&hostile), locale);
		strbuf_clear(&hostile);
	}
}

Test(hostile, nothing_from_outside_commands_the_terminal)
{
	go_all_ways("C.UTF-8");
}

/* There a byte from 0x80 to 0x9f is a control character by itself. */
Test(hostile, nothing_from_outside_commands_a_terminal_of_another_locale)
{
	if (setlocale(LC_ALL, "de_DE.ISO-8859-1") == NULL)
		cr_skip_test("there is no locale de_DE.ISO-8859-1 here");
	setlocale(LC_ALL, "C");
	go_all_ways("de_DE.ISO-8859-1");
}

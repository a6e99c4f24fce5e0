#include "term/input.h"

#include <criterion/criterion.h>
#include <curses.h>
#include <locale.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "unit/term/terminal.h"

enum { PATIENCE = 20 };

/* curses on a terminal, and nothing else. */
struct keyboard {
	struct terminal terminal;
	SCREEN *screen;
};

static void keyboard_open(struct keyboard *keyboard)
{
	setlocale(LC_ALL, "");
	terminal_take(&keyboard->terminal, "xterm-256color", 24, 80);
	keyboard->screen = newterm(NULL, stdout, stdin);
	cr_assert_neq(keyboard->screen, NULL);
	raw();
	noecho();
	nonl();
	keypad(stdscr, TRUE);
	set_escdelay(25);
	input_define_paste();
}

static void keyboard_close(struct keyboard *keyboard)
{
	endwin();
	delscreen(keyboard->screen);
	terminal_leave(&keyboard->terminal);
}

static void type(const struct keyboard *keyboard, const char *keys)
{
	size_t length = strlen(keys);

	cr_assert_eq(write(keyboard->terminal.master, keys, length), (ssize_t)length);
}

/* Read a key that must begin a paste, and the paste. */
static void read_paste(struct strbuf *paste)
{
	wint_t character;

	cr_assert_eq(input_read(&character), KEY_CODE_YES);
	cr_assert(input_is_paste(character));
	strbuf_init(paste);
	input_read_paste(paste);
}

Test(input, keys_that_curses_knows_have_their_name)
{
	static const struct {
		wint_t curses;
		hkey_t key;
	} rows[] = {
		{ KEY_UP, HKEY_UP },	       { KEY_DOWN, HKEY_DOWN },
		{ KEY_LEFT, HKEY_LEFT },       { KEY_RIGHT, HKEY_RIGHT },
		{ KEY_HOME, HKEY_HOME },       { KEY_END, HKEY_END },
		{ KEY_FIND, HKEY_HOME },       { KEY_SELECT, HKEY_END },
		{ KEY_PPAGE, HKEY_PAGE_UP },   { KEY_NPAGE, HKEY_PAGE_DOWN },
		{ KEY_DC, HKEY_DELETE },       { KEY_BACKSPACE, HKEY_BACKSPACE },
		{ KEY_BTAB, HKEY_BACKTAB },    { KEY_ENTER, HKEY_ENTER },
		{ KEY_F(1), HKEY_F1 },	       { KEY_F(12), HKEY_F12 },
		{ KEY_F(13), HKEY_OTHER },     { KEY_F(0), HKEY_OTHER },
		{ KEY_SUSPEND, HKEY_OTHER },   { KEY_IC, HKEY_OTHER },
	};

	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++)
		cr_expect_eq(input_key(true, rows[i].curses), rows[i].key,
			     "row %zu", i);
}

Test(input, control_characters_that_are_keys_have_their_name)
{
	static const struct {
		wint_t character;
		hkey_t key;
	} rows[] = {
		{ '\r', HKEY_ENTER },	  { '\n', HKEY_ENTER },
		{ '\t', HKEY_TAB },	  { 0x1b, HKEY_ESCAPE },
		{ 0x7f, HKEY_BACKSPACE }, { '\b', HKEY_BACKSPACE },
		{ ' ', HKEY_SPACE },	  { 0, HKEY_OTHER },
		{ 0xfffd, HKEY_OTHER },
	};

	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++)
		cr_expect_eq(input_key(false, rows[i].character), rows[i].key,
			     "row %zu", i);
}

Test(input, other_characters_are_keys_of_their_own)
{
	static const wint_t characters[] = { 'q', '/', '0', 3, 26, 0xe9,
					     0x20ac, 0x1d11e };

	for (size_t i = 0; i < sizeof(characters) / sizeof(*characters); i++)
		cr_expect_eq(input_key(false, characters[i]), characters[i]);
}

Test(input, a_character_with_the_number_of_a_special_key_is_no_special_key)
{
	cr_expect_eq(input_key(false, KEY_UP), (hkey_t)KEY_UP);
}

/* Read `count` characters; special keys become a question mark. */
static void read_characters(wint_t *characters, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		int result = input_read(&characters[i]);

		cr_assert_neq(result, ERR);
		if (result == KEY_CODE_YES)
			characters[i] = '?';
	}
}

Test(input, characters_of_several_bytes_are_read_whole, .timeout = PATIENCE)
{
	struct keyboard keyboard;
	wint_t read[4];

	keyboard_open(&keyboard);
	type(&keyboard, "a\303\251\342\202\254\360\235\204\236");

	read_characters(read, 4);

	cr_expect_eq(read[0], 'a');
	cr_expect_eq(read[1], 0xe9);
	cr_expect_eq(read[2], 0x20ac);
	cr_expect_eq(read[3], 0x1d11e);
	keyboard_close(&keyboard);
}

Test(input, a_byte_that_is_no_character_swallows_no_key, .timeout = PATIENCE)
{
	struct keyboard keyboard;
	wint_t read[6];

	keyboard_open(&keyboard);
	type(&keyboard, "\377q\303q\303\033OA");

	read_characters(read, 5);

	cr_expect_eq(read[0], 0xfffd);
	cr_expect_eq(read[1], 'q');
	cr_expect_eq(read[2], 0xfffd);
	cr_expect_eq(read[3], 'q');
	cr_expect_eq(read[4], '?');
	keyboard_close(&keyboard);
}

Test(input, without_a_locale_a_foreign_letter_swallows_no_key,
     .timeout = PATIENCE)
{
	struct keyboard keyboard;
	wint_t read[3];

	setenv("LC_ALL", "C", 1);
	keyboard_open(&keyboard);
	type(&keyboard, "\303\251q");

	read_characters(read, 3);

	cr_expect_eq(read[2], 'q');
	keyboard_close(&keyboard);
}

Test(input, a_paste_is_read_up_to_its_end, .timeout = PATIENCE)
{
	struct keyboard keyboard;
	struct strbuf paste;
	wint_t character;

	keyboard_open(&keyboard);
	type(&keyboard, "\033[200~not f\303\266und\rq\033[201~x");

	read_paste(&paste);

	cr_expect_str_eq(strbuf_text(&paste), "not f\303\266und\rq");
	cr_expect_eq(input_read(&character), OK);
	cr_expect_eq(character, 'x');
	strbuf_clear(&paste);
	keyboard_close(&keyboard);
}

Test(input, a_key_inside_a_paste_is_dropped, .timeout = PATIENCE)
{
	struct keyboard keyboard;
	struct strbuf paste;

	keyboard_open(&keyboard);
	type(&keyboard, "\033[200~a\033OAb\033[201~");

	read_paste(&paste);

	cr_expect_str_eq(strbuf_text(&paste), "ab");
	strbuf_clear(&paste);
	keyboard_close(&keyboard);
}

Test(input, a_paste_without_an_end_does_not_hold_the_program,
     .timeout = PATIENCE)
{
	struct keyboard keyboard;
	struct strbuf paste;
	wint_t character;

	keyboard_open(&keyboard);
	type(&keyboard, "\033[200~not");

	read_paste(&paste);
	type(&keyboard, "j");

	cr_expect_str_eq(strbuf_text(&paste), "not");
	/* And curses waits for keys as it did before. */
	cr_expect_eq(input_read(&character), OK);
	cr_expect_eq(character, 'j');
	strbuf_clear(&paste);
	keyboard_close(&keyboard);
}

Test(input, an_unknown_key_in_a_paste_without_an_end_does_not_hold_it,
     .timeout = PATIENCE)
{
	struct keyboard keyboard;
	struct strbuf paste;

	keyboard_open(&keyboard);
	type(&keyboard, "\033[200~a\033[99;99vb");

	read_paste(&paste);

	cr_expect_str_eq(strbuf_text(&paste), "ab");
	strbuf_clear(&paste);
	keyboard_close(&keyboard);
}

Test(input, a_key_that_the_terminal_does_not_describe_is_one_key,
     .timeout = PATIENCE)
{
	struct keyboard keyboard;
	wint_t read[3];

	keyboard_open(&keyboard);
	type(&keyboard, "\033[99;99vq");

	read_characters(read, 2);

	cr_expect_eq(input_key(false, read[0]), HKEY_OTHER);
	cr_expect_eq(read[1], 'q');
	keyboard_close(&keyboard);
}

Test(input, the_rest_of_a_long_paste_is_not_taken_for_keys,
     .timeout = PATIENCE)
{
	enum { LINES_PASTED = 2000 };
	struct keyboard keyboard;
	struct strbuf paste;
	wint_t character;
	pid_t writer;

	keyboard_open(&keyboard);
	/* A terminal does not hold that much, so somebody else writes. */
	writer = fork();
	cr_assert_geq(writer, 0);
	if (writer == 0) {
		type(&keyboard, "\033[200~");
		for (int i = 0; i < LINES_PASTED; i++)
			type(&keyboard,
			     "qqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqq");
		type(&keyboard, "\033[201~x");
		_exit(0);
	}

	read_paste(&paste);

	cr_expect_eq(paste.length, 65536);
	cr_expect_eq(input_read(&character), OK);
	cr_expect_eq(character, 'x');
	strbuf_clear(&paste);
	keyboard_close(&keyboard);
}

Test(input, a_new_size_during_a_paste_is_not_lost, .timeout = PATIENCE)
{
	struct keyboard keyboard;
	struct strbuf paste;
	wint_t character;

	keyboard_open(&keyboard);
	type(&keyboard, "\033[200~a");
	cr_assert_eq(input_read(&character), KEY_CODE_YES);
	type(&keyboard, "b\033[201~");
	ungetch(KEY_RESIZE);

	strbuf_init(&paste);
	input_read_paste(&paste);

	cr_expect_str_eq(strbuf_text(&paste), "ab");
	cr_expect_eq(input_read(&character), KEY_CODE_YES);
	cr_expect_eq(character, KEY_RESIZE);
	strbuf_clear(&paste);
	keyboard_close(&keyboard);
}

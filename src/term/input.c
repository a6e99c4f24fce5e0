#include "term/input.h"

#include <curses.h>
#include <string.h>

#include "base/text.h"

enum {
	PASTE_BEGINS = KEY_MAX - 2,
	PASTE_ENDS = KEY_MAX - 1,
	PASTE_LIMIT = 65536, /* characters */
	ESCAPE = 0x1b,
	NO_CHARACTER = 0xfffd,
};

static const struct {
	int curses;
	hkey_t key;
} specials[] = {
	{ KEY_UP, HKEY_UP },
	{ KEY_DOWN, HKEY_DOWN },
	{ KEY_LEFT, HKEY_LEFT },
	{ KEY_RIGHT, HKEY_RIGHT },
	{ KEY_HOME, HKEY_HOME },
	{ KEY_END, HKEY_END },
	{ KEY_A1, HKEY_HOME },
	{ KEY_C1, HKEY_END },
	{ KEY_FIND, HKEY_HOME },
	{ KEY_SELECT, HKEY_END },
	{ KEY_PPAGE, HKEY_PAGE_UP },
	{ KEY_NPAGE, HKEY_PAGE_DOWN },
	{ KEY_DC, HKEY_DELETE },
	{ KEY_BACKSPACE, HKEY_BACKSPACE },
	{ KEY_BTAB, HKEY_BACKTAB },
	{ KEY_ENTER, HKEY_ENTER },
};

static hkey_t special_key(wint_t character)
{
	for (size_t i = 0; i < sizeof(specials) / sizeof(*specials); i++) {
		if ((wint_t)specials[i].curses == character)
			return specials[i].key;
	}
	if (character >= KEY_F(1) && character <= KEY_F(12))
		return HKEY_F1 + (hkey_t)(character - KEY_F(1));
	return HKEY_OTHER;
}

/*
 * An Esc whose next byte is there already, and is one that opens a sequence,
 * was not pressed: it is a key that the terminal's description does not know.
 * Read to the sequence's end (ECMA-48), or its letters would act as commands.
 */
static bool skip_sequence(void)
{
	int delay = wgetdelay(stdscr);
	bool opens;
	int key;

	nodelay(stdscr, TRUE);
	key = getch();
	opens = key == '[' || key == 'O';
	if (!opens && key != ERR)
		ungetch(key);
	while (opens && key != ERR) {
		key = getch();
		if (key >= 0x40 && key <= 0x7e)
			break;
	}
	timeout(delay);
	return opens;
}

int input_read(wint_t *character)
{
	mbstate_t state;
	bool within = false;

	memset(&state, 0, sizeof(state));
	for (;;) {
		int key = getch();
		char byte = (char)key;
		wchar_t wide;
		size_t length;

		*character = (wint_t)key;
		if (key == ERR || key >= KEY_MIN)
			return key == ERR ? ERR : KEY_CODE_YES;
		if (key == ESCAPE && !within && skip_sequence()) {
			*character = NO_CHARACTER;
			return OK;
		}
		length = mbrtowc(&wide, &byte, 1, &state);
		if (length <= 1) {
			*character = (wint_t)wide;
			return OK;
		}
		if (length == (size_t)-1) {
			/* The byte may begin what comes next. */
			if (within)
				ungetch(key);
			*character = NO_CHARACTER;
			return OK;
		}
		within = true;
	}
}

hkey_t input_key(bool special, wint_t character)
{
	if (special)
		return special_key(character);
	switch (character) {
	case '\r':
	case '\n':
		return HKEY_ENTER;
	case '\t':
		return HKEY_TAB;
	case ESCAPE:
		return HKEY_ESCAPE;
	case 0x7f:
	case '\b':
		return HKEY_BACKSPACE;
	case ' ':
		return HKEY_SPACE;
	case 0:
	case NO_CHARACTER:
		return HKEY_OTHER;
	default:
		return (hkey_t)character;
	}
}

void input_define_paste(void)
{
	define_key("\033[200~", PASTE_BEGINS);
	define_key("\033[201~", PASTE_ENDS);
}

bool input_is_paste(wint_t character)
{
	return character == PASTE_BEGINS;
}

void input_read_paste(struct strbuf *paste)
{
	bool resized = false;
	size_t count = 0;
	wint_t character;
	int result;

	/* A paste whose end never comes must not hold the program. */
	timeout(1000);
	while ((result = input_read(&character)) != ERR) {
		if (result == KEY_CODE_YES && character == PASTE_ENDS)
			break;
		if (result == KEY_CODE_YES)
			resized = resized || character == KEY_RESIZE;
		else if (character != NO_CHARACTER && count++ < PASTE_LIMIT)
			text_encode(paste, (uint32_t)character);
	}
	timeout(-1);
	/* For whoever reads the next key. */
	if (resized)
		ungetch(KEY_RESIZE);
}

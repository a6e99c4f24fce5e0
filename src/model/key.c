#include "model/key.h"

#include <stdio.h>
#include <string.h>

#include "base/strbuf.h"
#include "base/text.h"

static const struct {
	hkey_t key;
	const char *name;
} named[] = {
	{ HKEY_UP, "Up" },	    { HKEY_DOWN, "Down" },
	{ HKEY_LEFT, "Left" },	    { HKEY_RIGHT, "Right" },
	{ HKEY_HOME, "Home" },	    { HKEY_END, "End" },
	{ HKEY_PAGE_UP, "PgUp" },   { HKEY_PAGE_DOWN, "PgDn" },
	{ HKEY_DELETE, "Del" },	    { HKEY_BACKSPACE, "Backspace" },
	{ HKEY_BACKTAB, "S-Tab" },  { HKEY_ENTER, "Enter" },
	{ HKEY_TAB, "Tab" },	    { HKEY_ESCAPE, "Esc" },
	{ HKEY_SPACE, "Space" },    { HKEY_F1, "F1" },
	{ HKEY_OTHER, "that key" },
};

enum { NAMED = sizeof(named) / sizeof(*named) };

static const char alt[] = "Alt-";

/* The number of a function key, 0 when the name is none's. */
static hkey_t function_number(const char *name, size_t length)
{
	hkey_t number = 0;

	if (length < 2 || length > 3 || name[0] != 'F' || name[1] == '0')
		return 0;
	for (size_t i = 1; i < length; i++) {
		if (name[i] < '0' || name[i] > '9')
			return 0;
		number = number * 10 + (hkey_t)(name[i] - '0');
	}
	return number <= HKEY_F12 - HKEY_F1 + 1 ? number : 0;
}

/* Alt with a key that has a name; HKEY_NONE for anything else. */
static hkey_t with_alt(const char *name, size_t length)
{
	static const size_t prefix = sizeof(alt) - 1;
	hkey_t key;

	if (length <= prefix || memcmp(name, alt, prefix) != 0)
		return HKEY_NONE;
	key = hkey_parse(name + prefix, length - prefix);
	return key == HKEY_NONE ? HKEY_NONE : HKEY_ALT(key);
}

hkey_t hkey_parse(const char *name, size_t length)
{
	hkey_t number;
	uint32_t character;

	/* Most keys are called by the sign they type. */
	if (length == 1 && (unsigned char)*name < 0x80)
		return (unsigned char)*name;
	number = function_number(name, length);
	for (size_t i = 0; i < NAMED; i++) {
		if (strlen(named[i].name) == length &&
		    memcmp(named[i].name, name, length) == 0)
			return named[i].key;
	}
	if (number > 0)
		return HKEY_F1 + number - 1;
	if (length == 2 && name[0] == '^' && name[1] > '@' && name[1] <= '_')
		return HKEY_CONTROL(name[1]);
	if (length > 0 &&
	    text_decode(name, length, &character) == length)
		return character;
	return with_alt(name, length);
}

void hkey_name(hkey_t key, char *name, size_t size)
{
	static const hkey_t mask = HKEY_ALT(0);
	static const size_t prefix = sizeof(alt) - 1;
	struct strbuf text;

	if ((key & mask) != 0 && size > prefix) {
		memcpy(name, alt, prefix);
		hkey_name(key & ~mask, name + prefix, size - prefix);
		return;
	}
	for (size_t i = 0; i < NAMED; i++) {
		if (named[i].key == key) {
			snprintf(name, size, "%s", named[i].name);
			return;
		}
	}
	if (key > HKEY_F1 && key <= HKEY_F12) {
		snprintf(name, size, "F%u", (unsigned int)(key - HKEY_F1 + 1));
		return;
	}
	if (key < 0x20) {
		snprintf(name, size, "^%c", (char)(key + '@'));
		return;
	}
	/* What must not be shown is not: a name stands on the screen. */
	if (text_refused(key) != NULL) {
		hkey_name(HKEY_OTHER, name, size);
		return;
	}
	strbuf_init(&text);
	text_encode(&text, key);
	snprintf(name, size, "%s", strbuf_text(&text));
	strbuf_clear(&text);
}

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

hkey_t hkey_parse(const char *name, size_t length)
{
	uint32_t character;

	for (size_t i = 0; i < NAMED; i++) {
		if (strlen(named[i].name) == length &&
		    memcmp(named[i].name, name, length) == 0)
			return named[i].key;
	}
	if (length == 2 && name[0] == '^')
		return HKEY_CONTROL(name[1]);
	if (length > 0 &&
	    text_decode(name, length, &character) == length)
		return character;
	return HKEY_NONE;
}

void hkey_name(hkey_t key, char *name, size_t size)
{
	struct strbuf text;

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
	strbuf_init(&text);
	text_encode(&text, key);
	snprintf(name, size, "%s", strbuf_text(&text));
	strbuf_clear(&text);
}

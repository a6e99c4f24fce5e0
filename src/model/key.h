/*
 * key -- what a person pressed, apart from any terminal.
 *
 * A key is a character of Unicode, a control character (1 to 26, `^A` to
 * `^Z`), or one of the named keys, which lie beyond Unicode.  Pressed together
 * with Alt it is a key of its own.
 */
#ifndef HTTREE_MODEL_KEY_H
#define HTTREE_MODEL_KEY_H

#include <stddef.h>
#include <stdint.h>

typedef uint32_t hkey_t;

enum {
	HKEY_NONE = 0,
	HKEY_FIRST = 0x110000,
	HKEY_UP = HKEY_FIRST,
	HKEY_DOWN,
	HKEY_LEFT,
	HKEY_RIGHT,
	HKEY_HOME,
	HKEY_END,
	HKEY_PAGE_UP,
	HKEY_PAGE_DOWN,
	HKEY_DELETE,
	HKEY_BACKSPACE,
	HKEY_BACKTAB,
	HKEY_ENTER,
	HKEY_TAB,
	HKEY_ESCAPE,
	HKEY_SPACE,
	HKEY_F1,
	HKEY_F12 = HKEY_F1 + 11,
	HKEY_OTHER, /* a key that has no name here */
};

#define HKEY_CONTROL(letter) ((hkey_t)(letter) & 0x1f)

/* `key` pressed with Alt; as a name `Alt-b`. */
#define HKEY_ALT(key) ((hkey_t)(key) | 0x40000000)

/* The key called by `length` bytes of `name`; HKEY_NONE when none is. */
hkey_t hkey_parse(const char *name, size_t length);

/* Write how a key is called; `size` bytes of room, 24 suffice. */
void hkey_name(hkey_t key, char *name, size_t size);

#endif

/*
 * editor -- a line of text being edited, whatever it is for.
 *
 * The cursor stands between signs, never inside one.  A word is what blanks
 * part.
 */
#ifndef HTTREE_MODEL_EDITOR_H
#define HTTREE_MODEL_EDITOR_H

#include <stdbool.h>
#include <stddef.h>

#include "base/strbuf.h"

enum { EDITOR_LIMIT = 1000 }; /* bytes that a text has at most */

struct editor {
	struct strbuf text;
	size_t cursor; /* bytes before it */
};

enum edit {
	EDIT_LEFT,
	EDIT_RIGHT,
	EDIT_WORD_LEFT,
	EDIT_WORD_RIGHT,
	EDIT_START,
	EDIT_END,
	EDIT_ERASE, /* the sign before the cursor */
	EDIT_ERASE_AHEAD,
	EDIT_ERASE_WORD,
	EDIT_ERASE_ALL, /* all before the cursor */
	EDIT_COUNT
};

enum edited { EDITED_NOTHING, EDITED_CURSOR, EDITED_TEXT };

void editor_init(struct editor *editor);
void editor_clear(struct editor *editor);

/* Replace the text, and put the cursor behind it. */
void editor_set(struct editor *editor, const char *text);

/* Insert at the cursor; false when there was room for a beginning only. */
bool editor_insert(struct editor *editor, const char *text, size_t length);

/* Do an edit; what it changed. */
enum edited editor_edit(struct editor *editor, enum edit edit);

#endif

#include "model/editor.h"

#include "base/text.h"

void editor_init(struct editor *editor)
{
	*editor = (struct editor){ .cursor = 0 };
}

void editor_clear(struct editor *editor)
{
	strbuf_clear(&editor->text);
	editor_init(editor);
}

void editor_set(struct editor *editor, const char *text)
{
	strbuf_reset(&editor->text);
	strbuf_add(&editor->text, text);
	editor->cursor = editor->text.length;
}

bool editor_insert(struct editor *editor, const char *text, size_t length)
{
	size_t room = EDITOR_LIMIT - editor->text.length;
	size_t fits = 0;

	while (fits < length) {
		size_t size = text_cluster(text + fits, length - fits);

		if (fits + size > room)
			break;
		fits += size;
	}
	strbuf_insert(&editor->text, editor->cursor, text, fits);
	editor->cursor += fits;
	return fits == length;
}

static bool is_blank(const struct editor *editor, size_t at)
{
	return editor->text.text[at] == ' ';
}

static size_t sign_left(const struct editor *editor)
{
	size_t at = editor->cursor;

	return at == 0 ? 0 :
			 at - text_last_cluster(strbuf_text(&editor->text), at);
}

static size_t sign_right(const struct editor *editor)
{
	size_t at = editor->cursor;
	size_t length = editor->text.length;

	return at == length ? length :
			      at + text_cluster(editor->text.text + at,
						length - at);
}

/* Where the word before the cursor begins, blanks behind it passed over. */
static size_t word_left(const struct editor *editor)
{
	size_t at = editor->cursor;

	while (at > 0 && is_blank(editor, at - 1))
		at--;
	while (at > 0 && !is_blank(editor, at - 1))
		at--;
	return at;
}

/* Where the word after the cursor ends, blanks before it passed over. */
static size_t word_right(const struct editor *editor)
{
	size_t at = editor->cursor;
	size_t length = editor->text.length;

	while (at < length && is_blank(editor, at))
		at++;
	while (at < length && !is_blank(editor, at))
		at++;
	return at;
}

static enum edited go(struct editor *editor, size_t to)
{
	bool moved = editor->cursor != to;

	editor->cursor = to;
	return moved ? EDITED_CURSOR : EDITED_NOTHING;
}

static enum edited erase(struct editor *editor, size_t from, size_t to)
{
	if (from == to)
		return EDITED_NOTHING;
	strbuf_remove(&editor->text, from, to - from);
	editor->cursor = from;
	return EDITED_TEXT;
}

enum edited editor_edit(struct editor *editor, enum edit edit)
{
	size_t here = editor->cursor;

	switch (edit) {
	case EDIT_LEFT:
		return go(editor, sign_left(editor));
	case EDIT_RIGHT:
		return go(editor, sign_right(editor));
	case EDIT_WORD_LEFT:
		return go(editor, word_left(editor));
	case EDIT_WORD_RIGHT:
		return go(editor, word_right(editor));
	case EDIT_START:
		return go(editor, 0);
	case EDIT_END:
		return go(editor, editor->text.length);
	case EDIT_ERASE:
		return erase(editor, sign_left(editor), here);
	case EDIT_ERASE_AHEAD:
		return erase(editor, here, sign_right(editor));
	case EDIT_ERASE_WORD:
		return erase(editor, word_left(editor), here);
	default:
		return erase(editor, 0, here);
	}
}

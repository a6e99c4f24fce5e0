#include "model/editor.h"

#include <criterion/criterion.h>
#include <locale.h>
#include <string.h>

static void use_utf8(void)
{
	cr_assert_not_null(setlocale(LC_ALL, "C.UTF-8"));
}

TestSuite(editor, .init = use_utf8);

static void expect_line(const struct editor *editor, const char *text,
			size_t cursor)
{
	cr_expect_str_eq(strbuf_text(&editor->text), text);
	cr_expect_eq(editor->cursor, cursor, "'%s': %zu", text, editor->cursor);
}

Test(editor, words_are_what_blanks_part)
{
	static const struct {
		size_t from;
		enum edit edit;
		size_t to;
	} rows[] = {
		{ 12, EDIT_WORD_LEFT, 9 },  { 9, EDIT_WORD_LEFT, 4 },
		{ 4, EDIT_WORD_LEFT, 0 },   { 0, EDIT_WORD_LEFT, 0 },
		{ 2, EDIT_WORD_LEFT, 0 },   { 0, EDIT_WORD_RIGHT, 3 },
		{ 3, EDIT_WORD_RIGHT, 7 },  { 5, EDIT_WORD_RIGHT, 7 },
		{ 7, EDIT_WORD_RIGHT, 12 }, { 12, EDIT_WORD_RIGHT, 12 },
	};
	struct editor editor;

	editor_init(&editor);
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		enum edited edited;

		editor_set(&editor, "one two  t.x");
		editor.cursor = rows[i].from;
		edited = editor_edit(&editor, rows[i].edit);
		cr_expect_eq(editor.cursor, rows[i].to, "row %zu: %zu", i,
			     editor.cursor);
		cr_expect_eq(edited,
			     rows[i].from == rows[i].to ? EDITED_NOTHING :
							  EDITED_CURSOR,
			     "row %zu", i);
	}
	editor_clear(&editor);
}

Test(editor, an_edit_tells_what_it_changed)
{
	struct editor editor;

	editor_init(&editor);
	for (enum edit edit = 0; edit < EDIT_COUNT; edit++)
		cr_expect_eq(editor_edit(&editor, edit), EDITED_NOTHING, "%d",
			     edit);
	editor_set(&editor, "ab cd");
	cr_expect_eq(editor_edit(&editor, EDIT_ERASE_AHEAD), EDITED_NOTHING);
	cr_expect_eq(editor_edit(&editor, EDIT_ERASE), EDITED_TEXT);
	cr_expect_eq(editor_edit(&editor, EDIT_ERASE_WORD), EDITED_TEXT);
	expect_line(&editor, "ab ", 3);
	cr_expect_eq(editor_edit(&editor, EDIT_LEFT), EDITED_CURSOR);
	cr_expect_eq(editor_edit(&editor, EDIT_ERASE_ALL), EDITED_TEXT);
	expect_line(&editor, " ", 0);
	editor_clear(&editor);
}

Test(editor, the_cursor_never_stands_inside_a_sign)
{
	struct editor editor;

	editor_init(&editor);
	editor_set(&editor, "e\u0301\u914d");
	editor_edit(&editor, EDIT_LEFT);
	cr_expect_eq(editor.cursor, 3);
	editor_edit(&editor, EDIT_LEFT);
	cr_expect_eq(editor.cursor, 0);
	editor_edit(&editor, EDIT_ERASE_AHEAD);
	expect_line(&editor, "\u914d", 0);
	editor_edit(&editor, EDIT_RIGHT);
	cr_expect_eq(editor.cursor, 3);
	editor_clear(&editor);
}

Test(editor, what_is_inserted_stands_before_the_cursor)
{
	struct editor editor;

	editor_init(&editor);
	editor_set(&editor, "ad");
	editor_edit(&editor, EDIT_LEFT);
	cr_expect(editor_insert(&editor, "bc", 2));
	expect_line(&editor, "abcd", 3);
	editor_clear(&editor);
}

Test(editor, a_text_that_is_too_long_is_cut_between_its_signs)
{
	struct editor editor;
	char text[EDITOR_LIMIT + 1];

	memset(text, 'x', sizeof(text));
	memcpy(text + EDITOR_LIMIT - 2, "\u914d", 3);
	editor_init(&editor);
	cr_expect_not(editor_insert(&editor, text, sizeof(text)));
	cr_expect_eq(editor.text.length, EDITOR_LIMIT - 2);
	cr_expect_eq(editor.cursor, EDITOR_LIMIT - 2);
	cr_expect(editor_insert(&editor, "ab", 2));
	cr_expect_not(editor_insert(&editor, "c", 1));
	editor_clear(&editor);
}

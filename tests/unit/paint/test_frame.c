#include "paint/frame.h"

#include <criterion/criterion.h>
#include <locale.h>
#include <stdio.h>
#include <string.h>

#include "base/text.h"

#define COUNT(array) (sizeof(array) / sizeof(*(array)))

static void use_utf8(void)
{
	cr_assert_not_null(setlocale(LC_ALL, "C.UTF-8"));
}

TestSuite(frame, .init = use_utf8);

static void start(struct frame *frame, int rows, int cols)
{
	frame_init(frame);
	frame_start(frame, rows, cols);
}

static int put(struct frame *frame, int row, int col, const char *text)
{
	return frame_text(frame, row, col, frame->cols, ROLE_TEXT, text);
}

static void expect_print(const struct frame *frame, const char *wanted)
{
	struct strbuf text;

	strbuf_init(&text);
	frame_print(frame, &text);
	cr_expect_str_eq(strbuf_text(&text), wanted);
	strbuf_clear(&text);
}

static const char *cell(const struct frame *frame, int row, int col)
{
	return frame_sign(frame, row, col);
}

Test(frame, a_new_frame_is_blank)
{
	struct frame frame;

	start(&frame, 2, 3);
	expect_print(&frame, "\n\n");
	for (int row = 0; row < 2; row++) {
		for (int col = 0; col < 3; col++) {
			const struct cell *at = frame_cell(&frame, row, col);

			cr_expect_str_eq(cell(&frame, row, col), " ");
			cr_expect_eq(at->role, ROLE_TEXT);
			cr_expect_eq(at->mark, MARK_NONE);
		}
	}
	frame_clear(&frame);
}

Test(frame, starting_again_forgets_all_there_was)
{
	struct frame frame;

	start(&frame, 2, 8);
	put(&frame, 0, 0, "full row");
	frame.cursor_row = 1;
	frame.cursor_col = 5;
	frame_start(&frame, 2, 8);
	expect_print(&frame, "\n\n");
	cr_expect_eq(frame.cursor_row, 0);
	cr_expect_eq(frame.cursor_col, 0);
	frame_start(&frame, 1, 20);
	put(&frame, 0, 15, "later");
	expect_print(&frame, "               later\n");
	frame_start(&frame, 0, 0);
	expect_print(&frame, "");
	frame_clear(&frame);
}

Test(frame, text_is_put_where_it_was_asked_for)
{
	struct frame frame;

	start(&frame, 3, 10);
	cr_expect_eq(put(&frame, 1, 2, "abc"), 5);
	expect_print(&frame, "\n  abc\n\n");
	frame_clear(&frame);
}

Test(frame, text_ends_before_its_limit)
{
	struct frame frame;

	start(&frame, 1, 10);
	cr_expect_eq(frame_text(&frame, 0, 2, 5, ROLE_TEXT, "abcdef"), 5);
	expect_print(&frame, "  abc\n");
	cr_expect_eq(frame_text(&frame, 0, 5, 5, ROLE_TEXT, "x"), 5);
	cr_expect_eq(frame_text(&frame, 0, 7, 5, ROLE_TEXT, "x"), 7);
	expect_print(&frame, "  abc\n");
	frame_clear(&frame);
}

Test(frame, nothing_is_put_outside)
{
	static const int places[][2] = { { -1, 0 }, { 2, 0 },  { 0, -1 },
					 { 0, 4 },  { 0, 99 }, { 99, 99 } };
	struct frame frame;

	start(&frame, 2, 4);
	for (size_t i = 0; i < COUNT(places); i++)
		frame_text(&frame, places[i][0], places[i][1], 200, ROLE_TEXT,
			   "xyz");
	expect_print(&frame, "\n\n");
	frame_text(&frame, 0, 2, 200, ROLE_TEXT, "xyz");
	expect_print(&frame, "  xy\n\n");
	frame_clear(&frame);
}

Test(frame, only_the_bytes_given_are_put)
{
	struct frame frame;

	start(&frame, 1, 10);
	frame_put(&frame, 0, 0, 10, ROLE_TEXT, MARK_NONE, "abcdef", 3);
	frame_put(&frame, 0, 5, 10, ROLE_TEXT, MARK_NONE, "abcdef", 0);
	expect_print(&frame, "abc\n");
	frame_clear(&frame);
}

Test(frame, a_wide_sign_takes_two_cells)
{
	struct frame frame;

	start(&frame, 1, 6);
	cr_expect_eq(put(&frame, 0, 1, "漢字"), 5);
	cr_expect_str_eq(cell(&frame, 0, 1), "漢");
	cr_expect_str_eq(cell(&frame, 0, 2), "");
	cr_expect_str_eq(cell(&frame, 0, 3), "字");
	expect_print(&frame, " 漢字\n");
	frame_clear(&frame);
}

Test(frame, a_wide_sign_that_does_not_fit_is_left_out_whole)
{
	struct frame frame;

	start(&frame, 1, 4);
	cr_expect_eq(put(&frame, 0, 1, "漢字"), 3);
	cr_expect_str_eq(cell(&frame, 0, 3), " ");
	expect_print(&frame, " 漢\n");
	frame_clear(&frame);
}

Test(frame, half_a_wide_sign_never_stays)
{
	struct frame frame;

	start(&frame, 1, 6);
	put(&frame, 0, 0, "漢字漢");
	put(&frame, 0, 1, "x");
	put(&frame, 0, 4, "y");
	cr_expect_str_eq(cell(&frame, 0, 0), " ");
	cr_expect_str_eq(cell(&frame, 0, 1), "x");
	cr_expect_str_eq(cell(&frame, 0, 2), "字");
	cr_expect_str_eq(cell(&frame, 0, 4), "y");
	cr_expect_str_eq(cell(&frame, 0, 5), " ");
	put(&frame, 0, 1, "語");
	expect_print(&frame, " 語 y\n");
	frame_clear(&frame);
}

Test(frame, marks_share_the_cell_of_their_letter)
{
	struct frame frame;

	start(&frame, 1, 4);
	cr_expect_eq(put(&frame, 0, 0, "e\u0301\u0302x"), 2);
	cr_expect_str_eq(cell(&frame, 0, 0), "e\u0301\u0302");
	cr_expect_str_eq(cell(&frame, 0, 1), "x");
	frame_clear(&frame);
}

Test(frame, a_text_of_any_length_stays_while_others_are_put)
{
	struct frame frame;
	struct strbuf text;

	strbuf_init(&text);
	start(&frame, 2, CELL_BYTES);
	for (int round = 0; round < 2; round++) {
		/* The letter of column n has n bytes of marks, or one more. */
		for (int col = 0; col < CELL_BYTES - 1; col++) {
			strbuf_reset(&text);
			strbuf_add(&text, col % 2 == 0 ? "a" : "é");
			for (int mark = 1; mark < col; mark += 2)
				strbuf_add(&text, "\u0301");
			put(&frame, 0, col, text.text);
			put(&frame, 1, col, text.text);
		}
		for (int col = 0; col < CELL_BYTES - 1; col++) {
			const char *sign = cell(&frame, 0, col);

			cr_expect_eq(strlen(sign),
				     (size_t)(1 + col % 2 + col / 2 * 2));
			cr_expect_str_eq(sign, cell(&frame, 1, col));
			cr_expect_eq(strncmp(sign, col % 2 ? "é" : "a",
					     (size_t)(1 + col % 2)),
				     0);
			cr_expect_eq(frame_cell(&frame, 0, col)->role,
				     ROLE_TEXT);
		}
		frame_start(&frame, 2, CELL_BYTES);
	}
	strbuf_clear(&text);
	frame_clear(&frame);
}

Test(frame, a_mark_without_a_letter_takes_no_column)
{
	struct frame frame;

	start(&frame, 1, 4);
	cr_expect_eq(put(&frame, 0, 0, "\u0301"), 0);
	cr_expect_str_eq(cell(&frame, 0, 0), " ");
	cr_expect_eq(put(&frame, 0, 0, "x"), 1);
	cr_expect_eq(put(&frame, 0, 1, "\u0301y"), 2);
	cr_expect_str_eq(cell(&frame, 0, 0), "x\u0301");
	cr_expect_str_eq(cell(&frame, 0, 1), "y");
	frame_clear(&frame);
}

Test(frame, a_cluster_without_end_is_cut_between_characters)
{
	/* Of one byte and of two, so that a cut falls on either side. */
	static const char *const letters[] = { "a", "\u00e9" };
	struct frame frame;
	struct strbuf text;
	size_t bad;

	start(&frame, 1, 4);
	strbuf_init(&text);
	for (size_t i = 0; i < COUNT(letters); i++) {
		strbuf_reset(&text);
		strbuf_add(&text, letters[i]);
		for (int mark = 0; mark < 100; mark++)
			strbuf_add(&text, "\u0301");
		strbuf_add(&text, "b");
		cr_expect_eq(put(&frame, 0, 0, text.text), 2);
		cr_expect_lt(strlen(cell(&frame, 0, 0)), CELL_BYTES);
		cr_expect(text_valid(cell(&frame, 0, 0),
				     strlen(cell(&frame, 0, 0)), &bad));
		cr_expect_eq(frame_cell(&frame, 0, 0)->role, ROLE_TEXT);
		cr_expect_str_eq(cell(&frame, 0, 1), "b");
	}
	strbuf_clear(&text);
	frame_clear(&frame);
}

/* ------------------------------------------------------------------------
 * What must never reach a terminal
 */

static void expect_harmless(const struct frame *frame, const char *what)
{
	for (int col = 0; col < frame->cols; col++) {
		const char *text = cell(frame, 0, col);
		size_t length = strlen(text), bad;

		cr_assert(text_valid(text, length, &bad), "%s", what);
		for (size_t at = 0; at < length;) {
			uint32_t character;

			at += text_decode(text + at, length - at, &character);
			cr_assert(character >= 0x20 &&
					  (character < 0x7f ||
					   character >= 0xa0),
				  "%s leaves U+%04X", what,
				  (unsigned int)character);
			cr_assert_neq(character, 0x202e, "%s", what);
			cr_assert_neq(character, 0x2066, "%s", what);
		}
	}
}

Test(frame, no_control_character_gets_in)
{
	struct frame frame;
	struct strbuf text;
	char name[16];

	strbuf_init(&text);
	frame_init(&frame);
	for (uint32_t character = 1; character < 0xa0; character++) {
		if (character == 0x20)
			character = 0x7f;
		strbuf_reset(&text);
		strbuf_add(&text, "a");
		text_encode(&text, character);
		strbuf_add(&text, "b");
		frame_start(&frame, 1, 8);
		put(&frame, 0, 0, text.text);
		snprintf(name, sizeof(name), "U+%04X",
			 (unsigned int)character);
		expect_harmless(&frame, name);
	}
	strbuf_clear(&text);
	frame_clear(&frame);
}

Test(frame, no_sequence_or_broken_byte_gets_in)
{
	static const char *const texts[] = {
		"\033[2J\033[H",	"\033]0;title\007",
		"\xc2\x9bK",		"\x9bK",
		"\xff\xfe",		"\xc3",
		"\xed\xa0\x80",		"\xf4\x90\x80\x80",
		"a\u202eb",		"a\u2066b\u2069",
		"e\u0301\033[31m",	"a\x7f\x80z",
		"line\nline\rline\tx",
	};
	struct frame frame;

	frame_init(&frame);
	for (size_t i = 0; i < COUNT(texts); i++) {
		frame_start(&frame, 1, 30);
		put(&frame, 0, 0, texts[i]);
		expect_harmless(&frame, texts[i]);
	}
	frame_clear(&frame);
}

Test(frame, a_nul_among_the_bytes_ends_nothing_early)
{
	struct frame frame;

	start(&frame, 1, 8);
	frame_put(&frame, 0, 0, 8, ROLE_TEXT, MARK_NONE, "a\0b", 3);
	expect_harmless(&frame, "NUL");
	cr_expect_str_eq(cell(&frame, 0, 2), "b");
	frame_clear(&frame);
}

/* ------------------------------------------------------------------------
 * Roles and marks
 */

Test(frame, a_cell_knows_its_role_and_mark)
{
	struct frame frame;

	start(&frame, 1, 6);
	frame_put(&frame, 0, 1, 6, ROLE_CODE, MARK_CURRENT, "漢x", 4);
	for (int col = 1; col < 4; col++) {
		cr_expect_eq(frame_cell(&frame, 0, col)->role, ROLE_CODE);
		cr_expect_eq(frame_cell(&frame, 0, col)->mark, MARK_CURRENT);
	}
	cr_expect_eq(frame_cell(&frame, 0, 4)->role, ROLE_TEXT);
	frame_clear(&frame);
}

Test(frame, a_role_is_given_and_text_and_mark_stay)
{
	struct frame frame;

	start(&frame, 1, 4);
	frame_put(&frame, 0, 0, 4, ROLE_TEXT, MARK_MATCH, "abcd", 4);
	frame_role(&frame, 0, 1, 3, ROLE_SELECTED);
	expect_print(&frame, "abcd\n");
	cr_expect_eq(frame_cell(&frame, 0, 0)->role, ROLE_TEXT);
	cr_expect_eq(frame_cell(&frame, 0, 1)->role, ROLE_SELECTED);
	cr_expect_eq(frame_cell(&frame, 0, 2)->role, ROLE_SELECTED);
	cr_expect_eq(frame_cell(&frame, 0, 3)->role, ROLE_TEXT);
	cr_expect_eq(frame_cell(&frame, 0, 2)->mark, MARK_MATCH);
	frame_role(&frame, 0, 2, 99, ROLE_KEY);
	cr_expect_eq(frame_cell(&frame, 0, 3)->role, ROLE_KEY);
	frame_clear(&frame);
}

Test(frame, a_row_is_printed_without_blanks_at_its_end)
{
	struct frame frame;

	start(&frame, 3, 10);
	put(&frame, 0, 0, "a b   ");
	put(&frame, 2, 3, "漢  ");
	expect_print(&frame, "a b\n\n   漢\n");
	frame_clear(&frame);
}

/* As many columns are drawn as text_columns() counts, whatever is put. */
Test(frame, a_cluster_longer_than_a_cell_is_drawn_as_wide_as_it_is_counted)
{
	enum { JAMO = 20 };
	struct frame frame;
	struct strbuf text;
	int columns = 0;

	start(&frame, 1, 80);
	strbuf_init(&text);
	for (int i = 0; i < JAMO; i++)
		strbuf_add(&text, "\u1100");
	cr_expect_eq(put(&frame, 0, 1, strbuf_text(&text)), 1 + 2 * JAMO);
	for (int col = 0; col < 80; col++)
		columns += text_columns(cell(&frame, 0, col),
					strlen(cell(&frame, 0, col)));
	cr_expect_eq(columns, 80);
	/* One that has no room as a whole is not put at all. */
	cr_expect_eq(frame_text(&frame, 0, 50, 80, ROLE_TEXT,
				strbuf_text(&text)),
		     50);
	strbuf_clear(&text);
	frame_clear(&frame);
}

Test(frame, marks_without_end_take_one_column)
{
	struct frame frame;
	struct strbuf text;

	start(&frame, 1, 10);
	strbuf_init(&text);
	strbuf_add(&text, "e");
	for (int i = 0; i < 30; i++)
		strbuf_add(&text, "\u0301");
	strbuf_add(&text, "x");
	cr_expect_eq(put(&frame, 0, 0, strbuf_text(&text)), 2);
	cr_expect_str_eq(cell(&frame, 0, 1), "x");
	cr_expect_eq(strncmp(cell(&frame, 0, 0), "e\u0301", 3), 0);
	strbuf_clear(&text);
	frame_clear(&frame);
}

Test(frame, a_sign_without_a_column_stands_on_the_one_before_it)
{
	struct frame frame;

	start(&frame, 1, 6);
	/* A vowel of Hangul is a cluster of its own after a letter. */
	cr_expect_eq(put(&frame, 0, 1, "/\u1161x"), 3);
	cr_expect_str_eq(cell(&frame, 0, 1), "/\u1161");
	cr_expect_str_eq(cell(&frame, 0, 2), "x");
	cr_expect_eq(put(&frame, 0, 0, "\u1161x"), 1);
	cr_expect_str_eq(cell(&frame, 0, 0), "x");
	frame_clear(&frame);
}

Test(frame, where_that_is_asked_for_only_ascii_gets_into_a_cell)
{
	static const struct {
		const char *text;
		const char *shown;
	} rows[] = {
		{ "na\u00efve", "naive" },   { "\u201cx\u201d", "\"x\"" },
		{ "\u6f22x", "??x" },	     { "\u2026", "?" },
		{ "e\u0301\u0302", "e" },    { "\033[1m", "?[1m" },
		{ "\xff", "?" },
	};

	for (size_t i = 0; i < COUNT(rows); i++) {
		struct frame frame;
		struct strbuf text;

		start(&frame, 1, 20);
		frame.ascii = true;
		cr_expect_eq(put(&frame, 0, 0, rows[i].text),
			     text_columns(rows[i].text,
					  strlen(rows[i].text)));
		strbuf_init(&text);
		frame_print(&frame, &text);
		strbuf_cut(&text, text.length - 1);
		cr_expect_str_eq(strbuf_text(&text), rows[i].shown);
		strbuf_clear(&text);
		frame_clear(&frame);
	}
}

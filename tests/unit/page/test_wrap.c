#include "page/wrap.h"

#include <criterion/criterion.h>
#include <locale.h>
#include <stdlib.h>
#include <string.h>

#include "base/strbuf.h"
#include "base/text.h"
#include "base/xalloc.h"

#define COUNT(array) (sizeof(array) / sizeof(*(array)))

static void use_utf8(void)
{
	cr_assert_not_null(setlocale(LC_ALL, "C.UTF-8"));
}

TestSuite(wrap, .init = use_utf8);

/* The lines of a text, parted by bars. */
static void wrap_text(struct strbuf *lines, const char *text, int columns)
{
	size_t length = strlen(text);
	/* Exactly as long, so that reading on is found out. */
	char *copy = xmalloc(length);
	struct wrap wrap;
	size_t start, end;

	memcpy(copy, text, length);
	strbuf_reset(lines);
	wrap_start(&wrap, copy, length);
	while (wrap_next(&wrap, columns, &start, &end)) {
		if (lines->length > 0)
			strbuf_add_char(lines, '|');
		strbuf_add_bytes(lines, copy + start, end - start);
	}
	wrap_end(&wrap);
	free(copy);
}

struct row {
	int columns;
	const char *text;
	const char *lines;
};

static void expect_rows(const struct row *rows, size_t count)
{
	struct strbuf lines;

	strbuf_init(&lines);
	for (size_t i = 0; i < count; i++) {
		wrap_text(&lines, rows[i].text, rows[i].columns);
		cr_expect_str_eq(strbuf_text(&lines), rows[i].lines,
				 "'%s' at %d gives '%s'", rows[i].text,
				 rows[i].columns, strbuf_text(&lines));
	}
	strbuf_clear(&lines);
}

Test(wrap, lines_are_filled_and_broken_at_blanks)
{
	static const struct row rows[] = {
		{ 80, "one two three", "one two three" },
		{ 13, "one two three", "one two three" },
		{ 12, "one two three", "one two|three" },
		{ 7, "one two three", "one two|three" },
		{ 6, "one two three", "one|two|three" },
		{ 3, "one two", "one|two" },
	};

	expect_rows(rows, COUNT(rows));
}

Test(wrap, blanks_around_a_line_are_left_out)
{
	static const struct row rows[] = {
		{ 3, "one    two", "one|two" },
		{ 10, "  one two  ", "one two" },
		{ 5, "one   two", "one|two" },
		{ 10, "one   two", "one   two" },
	};

	expect_rows(rows, COUNT(rows));
}

Test(wrap, a_text_without_words_has_no_lines)
{
	static const struct row rows[] = {
		{ 10, "", "" },
		{ 10, "     ", "" },
	};

	expect_rows(rows, COUNT(rows));
}

Test(wrap, a_name_is_torn_only_when_it_alone_is_wider_than_a_line)
{
	static const struct row rows[] = {
		{ 13, "a Cache-Control b", "a|Cache-Control|b" },
		{ 17, "a Cache-Control b", "a Cache-Control b" },
		{ 16, "in Cache-Control", "in Cache-Control" },
		{ 15, "in Cache-Control", "in|Cache-Control" },
		{ 9, "in Cache-Control", "in|Cache-|Control" },
		{ 9, "use max-age=60 now", "use|max-|age=60|now" },
		{ 10, "use max-age=60", "use|max-age=60" },
		{ 11, "a non-standard b", "a|non-|standard b" },
		{ 17, "é in Cache-Control", "é in|Cache-Control" },
		{ 11, "abcdefghijklmno max-age=60",
		  "abcdefghijk|lmno|max-age=60" },
	};

	expect_rows(rows, COUNT(rows));
}

Test(wrap, an_address_that_is_too_wide_is_broken_after_its_slashes)
{
	static const struct row rows[] = {
		{ 30, "at https://a.example/b/c now",
		  "at https://a.example/b/c now" },
		{ 24, "at https://a.example/b/c", "at https://a.example/b/c" },
		{ 22, "at https://a.example/b/c", "at|https://a.example/b/c" },
		{ 20, "at https://a.example/b/c", "at|https://a.example/b/|c" },
		{ 13, "https://a.example/b/c", "https://|a.example/b/c" },
	};

	expect_rows(rows, COUNT(rows));
}

Test(wrap, what_has_no_break_at_all_is_cut_at_the_width)
{
	static const struct row rows[] = {
		{ 5, "abcdefghijkl", "abcde|fghij|kl" },
		{ 5, "ab abcdefgh", "ab|abcde|fgh" },
		{ 1, "abc", "a|b|c" },
	};

	expect_rows(rows, COUNT(rows));
}

Test(wrap, ideographs_may_part_but_not_before_their_full_stop)
{
	static const struct row rows[] = {
		{ 4, "一二三四", "一二|三四" },
		{ 5, "一二三四", "一二|三四" },
		{ 6, "一二三。四", "一二|三。四" },
		{ 8, "一二（三）", "一二|（三）" },
		{ 6, "ab一二三", "ab一二|三" },
	};

	expect_rows(rows, COUNT(rows));
}

Test(wrap, a_sign_wider_than_the_line_is_taken_all_the_same)
{
	static const struct row rows[] = {
		{ 1, "一二", "一|二" },
		{ 0, "ab", "a|b" },
		{ -5, "一 b", "一|b" },
	};

	expect_rows(rows, COUNT(rows));
}

Test(wrap, marks_take_no_column_and_stay_with_their_letter)
{
	static const struct row rows[] = {
		{ 3, "e\u0301e\u0301e\u0301e\u0301",
		  "e\u0301e\u0301e\u0301|e\u0301" },
		{ 4, "cafe\u0301 au lait", "cafe\u0301|au|lait" },
		{ 1, "a\u0301\u0302b", "a\u0301\u0302|b" },
	};

	expect_rows(rows, COUNT(rows));
}

Test(wrap, a_no_break_space_holds_and_a_zero_width_space_parts)
{
	static const struct row rows[] = {
		{ 6, "in 10\u00a0kB", "in|10\u00a0kB" },
		{ 4, "one\u200btwo", "one\u200b|two" },
	};

	expect_rows(rows, COUNT(rows));
}

Test(wrap, quotes_and_brackets_stay_with_their_words)
{
	static const struct row rows[] = {
		{ 8, "so “quoted” x", "so|“quoted”|x" },
		{ 9, "so (quoted), x", "so|(quoted),|x" },
		{ 6, "is it? yes", "is it?|yes" },
	};

	expect_rows(rows, COUNT(rows));
}

/* ------------------------------------------------------------------------
 * What holds for every text and width
 */

static const char *const texts[] = {
	"The server counts the requests of each client and this one is over.",
	"Set Cache-Control: no-store, max-age=0 and Retry-After: 120.",
	"See https://docs.example.com/limits/by-key/ask?from=429#before now.",
	("閘道計算每個用戶端的請求數量，超過上限時就會拒絕請求，直到下一個計算週"
	 "期開始為止。"),
	"Déjà vu: the “same” text — with dashes, an ellipsis… and 10\u00a0kB.",
	"aaaaaaaaaabbbbbbbbbbccccccccccddddddddddeeeeeeeeee and back to words",
	"a\u0301\u0302\u0303\u0304\u0305\u0306 b\u0301 c",
	"x-y-z/a/b/c?d=e&f=g#h_i.j,k;l:m!n(o)p[q]r{s}t<u>v",
	"Ελλάδα, Москва, ไทย, עברית, العربية",
};

static void add_solid(struct strbuf *solid, const char *text, size_t length)
{
	for (size_t i = 0; i < length; i++) {
		if (text[i] != ' ')
			strbuf_add_char(solid, text[i]);
	}
}

static void expect_sound(const char *text, int columns)
{
	size_t length = strlen(text), start, end, last = 0;
	struct strbuf whole, parts;
	struct wrap wrap;

	strbuf_init(&whole);
	strbuf_init(&parts);
	add_solid(&whole, text, length);
	wrap_start(&wrap, text, length);
	while (wrap_next(&wrap, columns, &start, &end)) {
		cr_expect(start >= last && end > start && end <= length,
			  "'%s' at %d: from %zu to %zu after %zu", text,
			  columns, start, end, last);
		cr_expect(text_columns(text + start, end - start) <= columns ||
				  text_cluster(text + start, end - start) ==
					  end - start,
			  "'%s' at %d: '%.*s' is too wide", text, columns,
			  (int)(end - start), text + start);
		add_solid(&parts, text + start, end - start);
		last = end;
	}
	wrap_end(&wrap);
	cr_expect_str_eq(strbuf_text(&parts), strbuf_text(&whole),
			 "at %d something is lost or twice", columns);
	strbuf_clear(&whole);
	strbuf_clear(&parts);
}

Test(wrap, nothing_is_lost_and_nothing_too_wide_at_any_width)
{
	for (size_t i = 0; i < COUNT(texts); i++) {
		for (int columns = 1; columns <= 90; columns++)
			expect_sound(texts[i], columns);
	}
}

/* ------------------------------------------------------------------------
 * ASCII
 */

/* Where the first line ends. */
static size_t first_end(const char *text, size_t length, int columns)
{
	struct wrap wrap;
	size_t start, end;

	wrap_start(&wrap, text, length);
	cr_assert(wrap_next(&wrap, columns, &start, &end));
	wrap_end(&wrap);
	return end;
}

/*
 * The rule for ASCII is our own, since the library's differs between versions
 * of Unicode: a line parts at a blank, but what closes stays with what is before
 * it, and what opens with what follows.
 */
Test(wrap, words_of_ascii_part_at_blanks_but_not_at_brackets)
{
	static const char closing[] = ")]}!?,.:;/";
	static const char opening[] = "([{";

	for (char left = '!'; left <= '~'; left++) {
		for (char right = '!'; right <= '~'; right++) {
			const char text[] = { 'a', ' ',   'x', left,
					      ' ', right, 'y' };
			bool stays = strchr(closing, right) != NULL ||
				     strchr(opening, left) != NULL;

			cr_expect_eq(first_end(text, sizeof(text), 6),
				     stays ? 1 : 4, "'%.7s'", text);
		}
	}
}

/* The cluster of a blank and its mark is no blank, and has a column. */
Test(wrap, a_mark_on_a_blank_takes_no_line_beyond_its_width)
{
	static const struct row rows[] = {
		{ 3, "abc \u0301def", "abc| \u0301de|f" },
		{ 4, "abc \u0301def", "abc \u0301|def" },
		{ 3, "abc  \u0301 d", "abc| \u0301 d" },
		{ 2, " \u0301 \u0301 \u0301", " \u0301 \u0301| \u0301" },
	};

	expect_rows(rows, COUNT(rows));
	for (int columns = 1; columns < 8; columns++) {
		struct strbuf lines;

		strbuf_init(&lines);
		wrap_text(&lines, "ab \u0301 cd \u0301\u0302 e", columns);
		for (const char *at = strbuf_text(&lines); *at != '\0';) {
			size_t length = strcspn(at, "|");

			cr_expect_leq(text_columns(at, length), columns,
				      "'%.*s' at %d", (int)length, at,
				      columns);
			at += length + (at[length] == '|');
		}
		strbuf_clear(&lines);
	}
}

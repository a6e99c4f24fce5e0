#include "base/text.h"

#include <criterion/criterion.h>
#include <locale.h>
#include <stdlib.h>
#include <string.h>
#include <wchar.h>

#include "base/xalloc.h"

#define COUNT(array) (sizeof(array) / sizeof(*(array)))

static void use_utf8(void)
{
	cr_assert_not_null(setlocale(LC_ALL, "C.UTF-8"));
}

TestSuite(text, .init = use_utf8);

/* A copy without a NUL, so that a sanitizer sees a byte read beyond it. */
static char *exact(const char *text, size_t length)
{
	char *copy = xmalloc(length);

	memcpy(copy, text, length);
	return copy;
}

/* --------------------------------------------------------------------------
 * Characters
 */

Test(text, one_byte_above_ascii_is_seen_wherever_it_stands)
{
	cr_expect(text_is_ascii("", 0));
	for (size_t length = 1; length < 40; length++) {
		char *text = xmalloc(length);

		memset(text, 0x7f, length);
		cr_expect(text_is_ascii(text, length), "of %zu", length);
		for (size_t at = 0; at < length; at++) {
			text[at] = '\x80';
			cr_expect_not(text_is_ascii(text, length), "%zu of %zu",
				      at, length);
			text[at] = '\0';
		}
		free(text);
	}
}

Test(text, decode_reads_characters_of_one_to_four_bytes)
{
	static const struct {
		const char *text;
		uint32_t character;
		size_t size;
	} rows[] = {
		{ "A", 'A', 1 },
		{ "\x7f", 0x7f, 1 },
		{ "\n", '\n', 1 },
		{ "\xc2\x80", 0x80, 2 },
		{ "\xc3\xa9", 0xe9, 2 },
		{ "\xdf\xbf", 0x7ff, 2 },
		{ "\xe0\xa0\x80", 0x800, 3 },
		{ "\xe2\x82\xac", 0x20ac, 3 },
		{ "\xed\x9f\xbf", 0xd7ff, 3 },
		{ "\xee\x80\x80", 0xe000, 3 },
		{ "\xef\xbf\xbf", 0xffff, 3 },
		{ "\xf0\x90\x80\x80", 0x10000, 4 },
		{ "\xf0\x9f\x98\x80", 0x1f600, 4 },
		{ "\xf4\x8f\xbf\xbf", 0x10ffff, 4 },
		{ "\xc3\xa9tude", 0xe9, 2 },
	};

	for (size_t i = 0; i < COUNT(rows); i++) {
		size_t length = strlen(rows[i].text);
		char *text = exact(rows[i].text, length);
		uint32_t character = 0;
		size_t size = text_decode(text, length, &character);

		cr_expect_eq(character, rows[i].character, "row %zu: U+%04X",
			     i, (unsigned int)character);
		cr_expect_eq(size, rows[i].size, "row %zu: %zu bytes", i,
			     size);
		free(text);
	}
}

Test(text, decode_reads_a_nul_as_a_character)
{
	uint32_t character = 1;

	cr_expect_eq(text_decode("\0a", 2, &character), 1);
	cr_expect_eq(character, 0);
}

Test(text, decode_gives_the_replacement_and_one_byte_for_an_invalid_one)
{
	static const struct {
		const char *label;
		const char *text;
		size_t length;
	} rows[] = {
		{ "a continuation alone", "\x80", 1 },
		{ "a continuation before a letter", "\xbf" "a", 2 },
		{ "overlong of two bytes", "\xc0\xaf", 2 },
		{ "overlong of three bytes", "\xe0\x80\xaf", 3 },
		{ "overlong of four bytes", "\xf0\x80\x80\xaf", 4 },
		{ "a surrogate", "\xed\xa0\x80", 3 },
		{ "beyond U+10FFFF", "\xf4\x90\x80\x80", 4 },
		{ "five bytes", "\xf8\x88\x80\x80\x80", 5 },
		{ "0xFE", "\xfe", 1 },
		{ "0xFF", "\xff", 1 },
		{ "cut after one of two", "\xc3", 1 },
		{ "cut after two of three", "\xe2\x82\xac", 2 },
		{ "cut after three of four", "\xf0\x9f\x98\x80", 3 },
		{ "two bytes, the second a letter", "\xc3(", 2 },
		{ "three bytes, the third a letter", "\xe2\x82(", 3 },
		{ "Latin-1", "\xe9t", 2 },
	};

	for (size_t i = 0; i < COUNT(rows); i++) {
		char *text = exact(rows[i].text, rows[i].length);
		uint32_t character = 0;

		cr_expect_eq(text_decode(text, rows[i].length, &character), 1,
			     "%s", rows[i].label);
		cr_expect_eq(character, 0xfffd, "%s: U+%04X", rows[i].label,
			     (unsigned int)character);
		free(text);
	}
}

Test(text, encode_appends_what_decode_read)
{
	static const uint32_t characters[] = { 'a',    0x7f,   0x80,    0x7ff,
					       0x800,  0x20ac, 0xffff,  0x10000,
					       0x1f600, 0x10ffff };

	for (size_t i = 0; i < COUNT(characters); i++) {
		struct strbuf buffer;
		uint32_t character = 0;
		size_t size;

		strbuf_init(&buffer);
		strbuf_add(&buffer, "x");
		text_encode(&buffer, characters[i]);
		size = text_decode(buffer.text + 1, buffer.length - 1,
				   &character);
		cr_expect_eq(character, characters[i], "U+%04X",
			     (unsigned int)characters[i]);
		cr_expect_eq(size, buffer.length - 1, "U+%04X",
			     (unsigned int)characters[i]);
		strbuf_clear(&buffer);
	}
}

Test(text, valid_tells_where_the_first_bad_byte_is)
{
	static const struct {
		const char *text;
		size_t length;
		size_t at; /* the length when all is valid */
	} rows[] = {
		{ "", 0, 0 },
		{ "plain", 5, 5 },
		{ "caf\xc3\xa9 \xe2\x82\xac \xf0\x9f\x98\x80", 14, 14 },
		{ "\xff", 1, 0 },
		{ "caf\xe9 noir", 9, 3 },
		{ "\xc3\xa9\xc3\xa9\xc3", 5, 4 },
		{ "ab\xe2\x82", 4, 2 },
		{ "ab\xed\xa0\x80", 5, 2 },
		{ "ok\n\xc0\xaf", 5, 3 },
	};

	for (size_t i = 0; i < COUNT(rows); i++) {
		char *text = exact(rows[i].text, rows[i].length);
		size_t at = rows[i].length;
		bool valid = text_valid(text, rows[i].length, &at);

		cr_expect_eq(valid, rows[i].at == rows[i].length, "row %zu",
			     i);
		cr_expect_eq(at, rows[i].at, "row %zu: at %zu", i, at);
		free(text);
	}
}

/* --------------------------------------------------------------------------
 * What a catalogue may not hold
 */

Test(text, refused_names_what_could_do_harm)
{
	static const struct {
		uint32_t first;
		uint32_t last;
		const char *noun;
	} rows[] = {
		{ 0x00, 0x09, "control" },
		{ 0x0b, 0x1f, "control" },
		{ 0x7f, 0x9f, "control" },
		{ 0xad, 0xad, "format" },      /* soft hyphen */
		{ 0x061c, 0x061c, "format" },  /* Arabic letter mark */
		{ 0x200b, 0x200f, "format" },  /* zero widths, ZWJ, marks */
		{ 0x202a, 0x202e, "format" },  /* bidi embeddings */
		{ 0x2060, 0x2064, "format" },
		{ 0x2066, 0x2069, "format" },  /* bidi isolates */
		{ 0xfeff, 0xfeff, "format" },  /* byte order mark */
		{ 0xfff9, 0xfffb, "format" },
		{ 0xe0001, 0xe0001, "format" },
		{ 0xe0020, 0xe007f, "format" }, /* tags */
		{ 0x2028, 0x2029, "separator" },
		{ 0xfe00, 0xfe0f, "variation" },
		{ 0x180b, 0x180d, "variation" },
		{ 0xe0100, 0xe01ef, "variation" },
		{ 0x231a, 0x231b, "emoji" },
		{ 0x2705, 0x2705, "emoji" },
		{ 0x26a1, 0x26a1, "emoji" },
		{ 0x1f1e6, 0x1f1ff, "emoji" }, /* halves of flags */
		{ 0x1f3fb, 0x1f3ff, "emoji" }, /* skin tones */
		{ 0x1f600, 0x1f64f, "emoji" },
		{ 0x1f4a9, 0x1f4a9, "emoji" },
		{ 0x0378, 0x0379, "without a meaning" },
		{ 0xd800, 0xdfff, "without a meaning" },
		{ 0xe000, 0xe001, "without a meaning" },
		{ 0xfdd0, 0xfdef, "without a meaning" },
		{ 0xfffe, 0xffff, "without a meaning" },
		{ 0xffffe, 0x100000, "without a meaning" },
		{ 0x10ffff, 0x10ffff, "without a meaning" },
	};

	for (size_t i = 0; i < COUNT(rows); i++) {
		for (uint32_t c = rows[i].first; c <= rows[i].last; c++) {
			const char *noun = text_refused(c);

			cr_expect(noun != NULL &&
					  strstr(noun, rows[i].noun) != NULL,
				  "U+%04X is %s", (unsigned int)c,
				  noun == NULL ? "allowed" : noun);
		}
	}
}

Test(text, refused_lets_writing_pass)
{
	static const struct {
		uint32_t first;
		uint32_t last;
	} rows[] = {
		{ '\n', '\n' },
		{ ' ', '~' },
		{ 0xa0, 0xac },
		{ 0xae, 0x17f }, /* Latin */
		{ 0x300, 0x34e }, /* marks */
		{ 0x391, 0x3a1 },
		{ 0x410, 0x44f },
		{ 0x2010, 0x2027 },
		{ 0x20a0, 0x20bf },
		{ 0x2122, 0x2122 },
		{ 0x2190, 0x2199 },
		{ 0x2264, 0x2265 },
		{ 0x2713, 0x2713 },
		{ 0x3042, 0x3093 },
		{ 0x4e00, 0x4eff },
		{ 0xac00, 0xacff },
		{ 0xff01, 0xff5e },
		{ 0x20000, 0x200ff },
	};

	for (size_t i = 0; i < COUNT(rows); i++) {
		for (uint32_t c = rows[i].first; c <= rows[i].last; c++)
			cr_expect_null(text_refused(c), "U+%04X is %s",
				       (unsigned int)c, text_refused(c));
	}
}

/* --------------------------------------------------------------------------
 * Clusters.  In the rows a bar stands where one ends; most are from the
 * Unicode Consortium's GraphemeBreakTest.txt.
 */

static const char *const clusters[] = {
	"a",
	"a|b|c",
	" | ",
	"\r\n",
	"a|\r\n|b",
	"\n|\r",
	"\r|a",
	"a|\n|\u0308",
	"a\u0308|b",
	"e\u0301|t|e\u0301",
	"a\u0308\u0323\u0301",
	" \u0308| ",
	"\u00e9|t|\u00e9",
	"a\u200d|b",
	"a\u0308\u200d\u0308|b",
	"a\u0903|b",
	"\u0600a|b",
	"\u1100\u1160\u11a8|\u1100",
	"\uac00\u11a8|\u1100",
	"\uac01\u11a8|a",
	"\u65e5|\u672c",
	"\U0001F1E6\U0001F1E7|\U0001F1E8|b",
	"a|\U0001F1E6\U0001F1E7|\U0001F1E8\U0001F1E9|b",
	"\U0001F1E6\U0001F1E7\u200d|\U0001F1E8|b",
	"\U0001F1E6\u200d|\U0001F1E7\U0001F1E8|b",
	"\U0001F476\U0001F3FF|\U0001F476",
	"a\U0001F3FF|\U0001F476",
	"\U0001F6D1\u200d\U0001F6D1|b",
	"a\u200d|\U0001F6D1",
	"\u2701\u200d\u2701|a",
	"\U0001F468\u200d\U0001F469\u200d\U0001F467|\U0001F468",
	"\U0001F469\U0001F3FD\u200d\U0001F680|!",
	"\u2764\ufe0f|a",
	"1\ufe0f\u20e3|2",
};

/* The text of a row without its bars. */
static size_t without_bars(const char *row, char *text)
{
	size_t length = 0;

	for (; *row != '\0'; row++) {
		if (*row != '|')
			text[length++] = *row;
	}
	return length;
}

Test(text, clusters_are_those_of_unicode)
{
	for (size_t i = 0; i < COUNT(clusters); i++) {
		char text[100];
		size_t length = without_bars(clusters[i], text);
		struct strbuf found;

		strbuf_init(&found);
		for (size_t at = 0; at < length;) {
			size_t size = text_cluster(text + at, length - at);

			cr_assert(size > 0 && size <= length - at, "row %zu",
				  i);
			strbuf_add(&found, at > 0 ? "|" : "");
			strbuf_add_bytes(&found, text + at, size);
			at += size;
		}
		cr_expect_str_eq(found.text, clusters[i], "row %zu: %s", i,
				 found.text);
		strbuf_clear(&found);
	}
}

Test(text, last_cluster_finds_the_same_ones_from_the_end)
{
	for (size_t i = 0; i < COUNT(clusters); i++) {
		char text[100];
		size_t length = without_bars(clusters[i], text);
		struct strbuf found;

		strbuf_init(&found);
		strbuf_add_bytes(&found, text, length);
		while (length > 0) {
			size_t size = text_last_cluster(text, length);

			cr_assert(size > 0 && size <= length, "row %zu", i);
			length -= size;
			if (length > 0)
				strbuf_insert(&found, length, "|", 1);
		}
		cr_expect_str_eq(found.text, clusters[i], "row %zu: %s", i,
				 found.text);
		strbuf_clear(&found);
	}
}

/* Every beginning of a text, most of which end inside a character. */
Test(text, clusters_cover_what_is_not_utf8)
{
	static const char whole[] =
		"a\xff\xc3\xa9\xe2\x82\xcc\x81\xf0\x9f\x87\xa9\xf0\x9f\x87"
		"\xaa\xe2\x80\x8d\xf0\x9f\x91\xa8\x80\x80z\r\n\xcc\x81\xed"
		"\xa0\x80";

	for (size_t length = 1; length < sizeof(whole); length++) {
		char *text = exact(whole, length);
		bool ends[sizeof(whole)] = { false };
		size_t at = 0;

		while (at < length) {
			size_t size = text_cluster(text + at, length - at);

			cr_assert(size > 0 && size <= length - at, "%zu",
				  length);
			at += size;
			ends[at] = true;
		}
		while (at > 0) {
			size_t size = text_last_cluster(text, at);

			cr_assert(size > 0 && size <= at, "%zu", length);
			cr_expect(ends[at], "%zu: at %zu", length, at);
			at -= size;
		}
		free(text);
	}
}

/* --------------------------------------------------------------------------
 * Columns
 */

Test(text, columns_are_those_of_the_terminal)
{
	static const struct {
		const char *label;
		const char *text;
		int columns;
	} rows[] = {
		{ "nothing", "", 0 },
		{ "ASCII", "404 Not Found", 13 },
		{ "a letter with its accent", "caf\u00e9", 4 },
		{ "a letter and its accent", "cafe\u0301", 4 },
		{ "three marks on one letter", "a\u0308\u0323\u0301", 1 },
		{ "a mark alone", "\u0301", 0 },
		{ "Han", "\u65e5\u672c", 4 },
		{ "Hangul", "\ud55c\uae00", 4 },
		{ "full width", "\uff14\uff10\uff14", 6 },
		{ "half width Katakana", "\uff76\uff85", 2 },
		{ "Han beyond the first plane", "\U00020000", 2 },
		{ "Greek and Cyrillic", "\u03a9\u0416", 2 },
		{ "a box line", "\u2500\u2502", 2 },
		{ "a non-breaking space", "a\u00a0b", 3 },
		{ "an ellipsis", "\u2026", 1 },
		{ "a zero-width space", "a\u200bb", 2 },
		{ "an emoji", "\U0001F600", 2 },
		{ "control characters, shown as a sign", "a\x01\x1b", 3 },
		{ "a C1 control", "\xc2\x9b", 1 },
		{ "an invalid byte, shown as a sign", "a\xff", 2 },
		{ "two of three bytes", "\xe2\x82", 2 },
	};

	for (size_t i = 0; i < COUNT(rows); i++) {
		int columns = text_columns(rows[i].text, strlen(rows[i].text));

		cr_expect_eq(columns, rows[i].columns, "%s: %d", rows[i].label,
			     columns);
	}
}

/* Curses lays out with wcwidth(), so no character may be counted otherwise. */
Test(text, columns_agree_with_the_c_library)
{
	for (uint32_t c = 1; c < 0x30000; c++) {
		int wanted = wcwidth((wchar_t)c);
		struct strbuf buffer;

		if (c >= 0xd800 && c < 0xe000)
			continue;
		strbuf_init(&buffer);
		text_encode(&buffer, c);
		cr_expect_eq(text_columns(buffer.text, buffer.length),
			     wanted < 0 ? 1 : wanted, "U+%04X",
			     (unsigned int)c);
		strbuf_clear(&buffer);
	}
}

Test(text, fit_takes_whole_clusters_up_to_the_columns)
{
	static const struct {
		const char *label;
		const char *text;
		int columns;
		const char *fits;
	} rows[] = {
		{ "nothing", "", 5, "" },
		{ "no room", "abc", 0, "" },
		{ "less than none", "abc", -1, "" },
		{ "all of it", "abc", 3, "abc" },
		{ "room to spare", "abc", 99, "abc" },
		{ "a part", "abc", 2, "ab" },
		{ "half a wide character", "a\u65e5\u672c", 2, "a" },
		{ "a wide character", "a\u65e5\u672c", 3, "a\u65e5" },
		{ "a mark stays with its letter", "e\u0301x", 1, "e\u0301" },
		{ "a mark at the end", "xe\u0301", 2, "xe\u0301" },
		{ "an accent counts once", "\u00e9\u00e9\u00e9", 2,
		  "\u00e9\u00e9" },
		{ "invalid bytes", "\xff\xff\xff", 2, "\xff\xff" },
		{ "half a joined family",
		  "\U0001F468\u200d\U0001F469x", 3, "" },
		{ "half a flag", "\U0001F1E9\U0001F1EAx", 1, "" },
	};

	for (size_t i = 0; i < COUNT(rows); i++) {
		size_t size = text_fit(rows[i].text, strlen(rows[i].text),
				       rows[i].columns);

		cr_expect_eq(size, strlen(rows[i].fits), "%s: %zu bytes",
			     rows[i].label, size);
	}
}

/* --------------------------------------------------------------------------
 * Line breaks.  In the rows a bar stands where a line may be broken.
 */

Test(text, breaks_are_those_of_unicode)
{
	static const char *const rows[] = {
		"",
		"word",
		"two |words",
		"two   |blanks",
		"blank |after ",
		"a\u00a0b",
		"a\u202fb",
		"zero\u200b|width",
		"word\u2060joiner",
		"non\u2011breaking",
		"re-|try",
		"-1",
		"1-2",
		"co\u00ad|operate",
		"a|\u2014|b",
		"say |(so) |now",
		"what? |So!",
		"\u201cquoted\u201d |word",
		"don\u2019t",
		"it's",
		"1.5 |and |1,000",
		"50% |of |$5",
		"path/|name",
		"e.g. |this, |z.B.\u00e9",
		"www.example.com:80",
		"a,b;c:d",
		"a.|\u65e5",
		"1/2",
		"e\u0301 |e\u0301",
		"\u65e5|\u672c|\u8a9e",
		"\u65e5\u3002|\u672c",
		"\u300c\u65e5\u300d|\u672c",
		"\u65e5\u301c|\u672c",
		"caf\u00e9 |\u00e0",
		"wait\u2026 |now",
		"one\n|two",
		"one\n|\n|two",
		"one\r\n|two",
		"one\u2028|two",
		"end\n",
	};

	for (size_t i = 0; i < COUNT(rows); i++) {
		char text[100];
		bool breaks[100];
		size_t length = without_bars(rows[i], text);
		char *source = exact(text, length);
		struct strbuf found;

		strbuf_init(&found);
		text_breaks(source, length, breaks);
		for (size_t at = 0; at < length; at++) {
			strbuf_add(&found, breaks[at] ? "|" : "");
			strbuf_add_char(&found, text[at]);
		}
		cr_expect_str_eq(strbuf_text(&found), rows[i], "row %zu: %s",
				 i, strbuf_text(&found));
		strbuf_clear(&found);
		free(source);
	}
}

Test(text, breaks_do_not_tear_invalid_bytes_from_a_word)
{
	bool breaks[7];

	text_breaks("ab\xff\xfe cd", 7, breaks);
	for (size_t i = 0; i < 7; i++)
		cr_expect_eq(breaks[i], i == 5, "at %zu", i);
}

/* --------------------------------------------------------------------------
 * Other forms of a text
 */

Test(text, to_ascii_spells_what_it_can)
{
	static const struct {
		const char *text;
		const char *ascii;
	} rows[] = {
		{ "", "" },
		{ "plain ~ text\n", "plain ~ text\n" },
		{ "caf\u00e9", "cafe" },
		{ "cafe\u0301", "cafe" },
		{ "\u00c5ngstr\u00f6m", "Angstrom" },
		{ "\u1ec7", "e" },
		{ "Stra\u00dfe", "Strasse" },
		{ "\u00c6ther \u00e6ther \u01fd", "AEther aether ae" },
		{ "\u0141\u00f3d\u017a \u00d8", "Lodz O" },
		{ "\ufb01le \ufb04", "file ffl" },
		{ "\u201cquoted\u201d \u2018too\u2019", "\"quoted\" 'too'" },
		{ "I\u2019m", "I'm" },
		{ "1\u20132 \u2014 3", "1-2 -- 3" },
		{ "wait\u2026", "wait..." },
		{ "a\u00a0b", "a b" },
		{ "\u2192 \u2190 \u2264 \u2265 \u2260", "-> <- <= >= !=" },
		{ "\u2022 item", "* item" },
		{ "\u00bd \u00be", "1/2 3/4" },
		{ "5\u00d7", "5x" },
		{ "x\u00b2 \u2122 \u2460 \u2163", "x2 TM 1 IV" },
		{ "\uff14\uff10\uff14", "404" },
		{ "\u20ac5", "EUR5" },
		{ "co\u00adop a\u200bb", "coop ab" },
		{ "\u03a9 \u0416 \u65e5", "? ? ?" },
		{ "a\xff", "a?" },
		{ "\U0001F600", "?" },
	};

	for (size_t i = 0; i < COUNT(rows); i++) {
		size_t length = strlen(rows[i].text);
		char *text = exact(rows[i].text, length);
		struct strbuf buffer;

		strbuf_init(&buffer);
		strbuf_add(&buffer, "> ");
		text_to_ascii(&buffer, text, length);
		cr_expect_str_eq(buffer.text + 2, rows[i].ascii, "row %zu: %s",
				 i, buffer.text + 2);
		strbuf_clear(&buffer);
		free(text);
	}
}

Test(text, to_ascii_gives_nothing_but_ascii)
{
	struct strbuf buffer;

	strbuf_init(&buffer);
	for (uint32_t c = 0x80; c < 0x20000; c++) {
		struct strbuf source;

		strbuf_init(&source);
		text_encode(&source, c);
		strbuf_reset(&buffer);
		text_to_ascii(&buffer, strbuf_text(&source), source.length);
		for (size_t i = 0; i < buffer.length; i++)
			cr_expect_lt((unsigned char)buffer.text[i], 0x80,
				     "U+%04X", (unsigned int)c);
		strbuf_clear(&source);
	}
	strbuf_clear(&buffer);
}

Test(text, clean_leaves_nothing_that_commands_a_terminal)
{
	static const struct {
		const char *text;
		const char *clean;
	} rows[] = {
		{ "", "" },
		{ "plain", "plain" },
		{ "caf\u00e9 \u65e5", "caf\u00e9 \u65e5" },
		{ "\x1b[31mred", "?[31mred" },
		{ "a\tb\nc\rd\x7f", "a?b?c?d?" },
		{ "\xc2\x9b" "31m", "?31m" },
		{ "abc\u202e!", "abc?!" },
		{ "a\u2028b\u2029c", "a?b?c" },
		{ "\u202a\u202b\u202d\u2066\u2067\u2068\u2069\u200e\u200f\u061c",
		  "??????????" },
		{ "a\u200db", "a?b" },
		{ "caf\xe9!", "caf\ufffd!" },
		{ "\x9b" "31m", "\ufffd31m" },
		{ "\xe2\x82", "\ufffd\ufffd" },
	};

	for (size_t i = 0; i < COUNT(rows); i++) {
		size_t length = strlen(rows[i].text);
		char *text = exact(rows[i].text, length);
		struct strbuf buffer;

		strbuf_init(&buffer);
		strbuf_add(&buffer, "> ");
		text_clean(&buffer, text, length);
		cr_expect_str_eq(buffer.text + 2, rows[i].clean, "row %zu: %s",
				 i, buffer.text + 2);
		strbuf_clear(&buffer);
		free(text);
	}
}

Test(text, the_case_of_ascii_letters_alone_does_not_count)
{
	cr_expect(text_same_ascii("NGINX", "nginx", 5));
	cr_expect(text_same_ascii("Xa", "xB", 1));
	cr_expect_not(text_same_ascii("Xa", "xB", 2));
	cr_expect(text_same_ascii("ab", "AB", 9));
	cr_expect_not(text_same_ascii("ab", "ABC", 3));
	cr_expect_not(text_same_ascii("@[", "`{", 2));
	cr_expect_not(text_same_ascii("\303\211", "\303\251", 2));
	cr_expect(text_has_ascii("Go to the CODE", "code"));
	cr_expect(text_has_ascii("code", ""));
	cr_expect_not(text_has_ascii("cod", "code"));
	cr_expect_not(text_has_ascii("", "c"));
	cr_expect_eq(text_compare_ascii("Not Found", "not found"), 0);
	cr_expect_lt(text_compare_ascii("a", "B"), 0);
	cr_expect_gt(text_compare_ascii("ab", "A"), 0);
	cr_expect_gt(text_compare_ascii("\303", "z"), 0);
}

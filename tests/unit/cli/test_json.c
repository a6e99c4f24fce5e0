#include "cli/json.h"

#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

#include "base/strbuf.h"

/* What a stream got, the caller's to free. */
static char *written(bool ascii, const char *text, size_t times)
{
	char *bytes = NULL;
	size_t length = 0;
	FILE *out = open_memstream(&bytes, &length);
	struct json json;

	cr_assert_not_null(out);
	json_begin(&json, out, ascii);
	for (size_t i = 0; i < times; i++)
		json_add_string(&json, text);
	json_end(&json);
	fclose(out);
	return bytes;
}

static void expect_string(bool ascii, const char *text, const char *wanted)
{
	char *bytes = written(ascii, text, 1);

	cr_expect_str_eq(bytes, wanted);
	free(bytes);
}

Test(json, what_is_unknown_is_null)
{
	expect_string(false, NULL, "null");
	expect_string(false, "", "\"\"");
}

Test(json, a_sign_is_escaped_wherever_it_stands)
{
	static const struct {
		const char *sign;
		const char *spelled;
		const char *ascii;
	} rows[] = {
		{ "\"", "\\\"", "\\\"" },
		{ "\\", "\\\\", "\\\\" },
		{ "\n", "\\n", "\\n" },
		{ "\x01", "\\u0001", "\\u0001" },
		{ "\x1f", "\\u001f", "\\u001f" },
		{ "\x7f", "\\u007f", "\\u007f" },
		{ " ", " ", " " },
		{ "!", "!", "!" },
		{ "#", "#", "#" },
		{ "[", "[", "[" },
		{ "]", "]", "]" },
		{ "~", "~", "~" },
		{ "\u00e9", "\u00e9", "\\u00e9" },
		{ "\uffff", "\uffff", "\\uffff" },
		{ "\U0001d11e", "\U0001d11e", "\\ud834\\udd1e" },
		{ "\U0010ffff", "\U0010ffff", "\\udbff\\udfff" },
	};
	struct strbuf text, wanted;

	strbuf_init(&text);
	strbuf_init(&wanted);
	/* Eight bytes are looked at at once: on all sides of their borders. */
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		for (int at = 0; at < 20; at++) {
			for (int rest = 0; rest < 20; rest++) {
				strbuf_reset(&text);
				strbuf_addf(&text, "%.*s%s%.*s", at,
					    "abcdefghijklmnopqrst",
					    rows[i].sign, rest,
					    "ABCDEFGHIJKLMNOPQRST");
				for (int ascii = 0; ascii < 2; ascii++) {
					strbuf_reset(&wanted);
					strbuf_addf(&wanted, "\"%.*s%s%.*s\"",
						    at, "abcdefghijklmnopqrst",
						    ascii ? rows[i].ascii :
							    rows[i].spelled,
						    rest,
						    "ABCDEFGHIJKLMNOPQRST");
					expect_string(ascii, text.text,
						      wanted.text);
				}
			}
		}
	}
	strbuf_clear(&text);
	strbuf_clear(&wanted);
}

Test(json, two_signs_beside_each_other_are_both_escaped)
{
	expect_string(false, "12345\"\\7890123\n\n",
		      "\"12345\\\"\\\\7890123\\n\\n\"");
	expect_string(false, "\"#\"!\\[\\]", "\"\\\"#\\\"!\\\\[\\\\]\"");
	expect_string(true, "\u00e9\"\u20ac", "\"\\u00e9\\\"\\u20ac\"");
}

/* A text of this many letters, three times, across the ends of blocks. */
static void expect_letters(size_t length)
{
	char *text = malloc(length + 1);
	char *bytes;

	cr_assert_not_null(text);
	for (size_t i = 0; i < length; i++)
		text[i] = (char)('a' + i % 26);
	text[length] = '\0';
	bytes = written(false, text, 3);
	cr_expect_eq(strlen(bytes), 3 * (length + 2), "%zu", length);
	for (size_t i = 0; i < 3; i++) {
		const char *part = bytes + i * (length + 2);

		cr_expect_eq(part[0], '"');
		cr_expect_eq(memcmp(part + 1, text, length), 0, "%zu", length);
		cr_expect_eq(part[length + 1], '"');
	}
	free(bytes);
	free(text);
}

Test(json, a_text_of_any_length_stays_whole)
{
	expect_letters(JSON_BLOCK / 2);
	for (size_t length = JSON_BLOCK - 4; length < JSON_BLOCK + 4; length++)
		expect_letters(length);
	expect_letters(3 * JSON_BLOCK + 7);
}

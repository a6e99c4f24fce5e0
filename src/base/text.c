#include "base/text.h"

#include <stdlib.h>
#include <string.h>
#include <unictype.h>
#include <unigbrk.h>
#include <unilbrk.h>
#include <uninorm.h>
#include <unistr.h>
#include <wchar.h>

#include "base/xalloc.h"

enum { REPLACEMENT = 0xfffd };

static const uint8_t *bytes_of(const char *text)
{
	return (const uint8_t *)text;
}

static bool is_ascii(const char *text, size_t length)
{
	for (size_t i = 0; i < length; i++) {
		if ((unsigned char)text[i] >= 0x80)
			return false;
	}
	return true;
}

size_t text_decode(const char *text, size_t length, uint32_t *character)
{
	ucs4_t decoded;
	int size;

	if ((unsigned char)*text < 0x80) {
		*character = (unsigned char)*text;
		return 1;
	}
	size = u8_mbtoucr(&decoded, bytes_of(text), length);
	if (size <= 0) {
		*character = REPLACEMENT;
		return 1;
	}
	*character = decoded;
	return (size_t)size;
}

void text_encode(struct strbuf *buffer, uint32_t character)
{
	uint8_t bytes[6];
	int size = u8_uctomb(bytes, character, sizeof(bytes));

	if (size > 0)
		strbuf_add_bytes(buffer, (const char *)bytes, (size_t)size);
}

bool text_valid(const char *text, size_t length, size_t *at)
{
	const uint8_t *bad = u8_check(bytes_of(text), length);

	if (bad != NULL)
		*at = (size_t)(bad - bytes_of(text));
	return bad == NULL;
}

const char *text_refused(uint32_t character)
{
	if (character == '\n' || (character >= 0x20 && character < 0x7f))
		return NULL;
	if (character < 0x20 || (character >= 0x7f && character < 0xa0))
		return "a control character";
	if (uc_is_general_category_withtable(character, UC_CATEGORY_MASK_Cf))
		return "a format character";
	if (uc_is_general_category_withtable(
		    character, UC_CATEGORY_MASK_Cn | UC_CATEGORY_MASK_Co |
				       UC_CATEGORY_MASK_Cs))
		return "a character without a meaning in Unicode";
	if (character == 0x2028 || character == 0x2029)
		return "a line or paragraph separator";
	if (character >= 0xfe00 && character <= 0xfe0f)
		return "a variation selector";
	if (character >= 0x1f000 ||
	    uc_is_property_emoji_presentation(character))
		return "an emoji";
	return NULL;
}

size_t text_cluster(const char *text, size_t length)
{
	const uint8_t *start = bytes_of(text);

	if ((unsigned char)text[0] < 0x80 &&
	    (length == 1 || (unsigned char)text[1] < 0x80))
		return 1;
	return (size_t)(u8_grapheme_next(start, start + length) - start);
}

size_t text_last_cluster(const char *text, size_t length)
{
	const uint8_t *start = bytes_of(text);

	if ((unsigned char)text[length - 1] < 0x80)
		return 1;
	return (size_t)(start + length -
			u8_grapheme_prev(start + length, start));
}

static int character_columns(uint32_t character)
{
	int columns;

	if (character >= 0x20 && character < 0x7f)
		return 1;
	columns = wcwidth((wchar_t)character);
	return columns < 0 ? 1 : columns;
}

int text_columns(const char *text, size_t length)
{
	int columns = 0;
	uint32_t character;

	for (size_t i = 0; i < length;) {
		i += text_decode(text + i, length - i, &character);
		columns += character_columns(character);
	}
	return columns;
}

size_t text_fit(const char *text, size_t length, int columns)
{
	size_t at = 0;

	while (at < length) {
		size_t size = text_cluster(text + at, length - at);

		columns -= text_columns(text + at, size);
		if (columns < 0)
			break;
		at += size;
	}
	return at;
}

void text_breaks(const char *text, size_t length, bool *breaks)
{
	char *found = xmalloc(length);

	u8_possible_linebreaks(bytes_of(text), length, "UTF-8", found);
	for (size_t i = 0; i < length; i++)
		breaks[i] = found[i] == UC_BREAK_POSSIBLE ||
			    found[i] == UC_BREAK_MANDATORY;
	free(found);
}

static const struct {
	uint32_t character;
	const char *ascii;
} spellings[] = {
	{ 0x00a0, " " },     { 0x00a7, "section " }, { 0x00a9, "(c)" },
	{ 0x00ab, "<<" },    { 0x00ae, "(R)" },      { 0x00b0, " degrees" },
	{ 0x00b1, "+/-" },   { 0x00b5, "u" },        { 0x00b7, "*" },
	{ 0x00bb, ">>" },    { 0x00c6, "AE" },       { 0x00d0, "D" },
	{ 0x00d7, "x" },     { 0x00d8, "O" },        { 0x00de, "Th" },
	{ 0x00df, "ss" },    { 0x00e6, "ae" },       { 0x00f0, "d" },
	{ 0x00f8, "o" },     { 0x00fe, "th" },       { 0x0131, "i" },
	{ 0x0141, "L" },     { 0x0142, "l" },        { 0x0152, "OE" },
	{ 0x0153, "oe" },    { 0x2010, "-" },        { 0x2011, "-" },
	{ 0x2012, "-" },     { 0x2013, "-" },        { 0x2014, "--" },
	{ 0x2015, "--" },    { 0x2018, "'" },        { 0x2019, "'" },
	{ 0x201a, "'" },     { 0x201c, "\"" },       { 0x201d, "\"" },
	{ 0x201e, "\"" },    { 0x2020, "+" },        { 0x2022, "*" },
	{ 0x2026, "..." },   { 0x2032, "'" },        { 0x2033, "\"" },
	{ 0x2039, "<" },     { 0x203a, ">" },        { 0x2044, "/" },
	{ 0x20ac, "EUR" },   { 0x2190, "<-" },       { 0x2192, "->" },
	{ 0x2212, "-" },     { 0x2260, "!=" },       { 0x2264, "<=" },
	{ 0x2265, ">=" },
};

static const char *spelling_of(uint32_t character)
{
	for (size_t i = 0; i < sizeof(spellings) / sizeof(*spellings); i++) {
		if (spellings[i].character == character)
			return spellings[i].ascii;
	}
	return NULL;
}

static void add_decomposed(struct strbuf *buffer, uint32_t character)
{
	ucs4_t parts[UC_DECOMPOSITION_MAX_LENGTH];
	int tag;
	int count = uc_decomposition(character, &tag, parts);

	if (count < 1) {
		if (!uc_is_general_category_withtable(character,
						      UC_CATEGORY_MASK_M |
							      UC_CATEGORY_MASK_Cf))
			strbuf_add_char(buffer, '?');
		return;
	}
	for (int i = 0; i < count; i++) {
		if (parts[i] < 0x80)
			strbuf_add_char(buffer, (char)parts[i]);
		else
			add_decomposed(buffer, parts[i]);
	}
}

void text_to_ascii(struct strbuf *buffer, const char *text, size_t length)
{
	uint32_t character;

	if (is_ascii(text, length)) {
		strbuf_add_bytes(buffer, text, length);
		return;
	}
	for (size_t i = 0; i < length;) {
		const char *spelling;

		i += text_decode(text + i, length - i, &character);
		spelling = spelling_of(character);
		if (character < 0x80)
			strbuf_add_char(buffer, (char)character);
		else if (spelling != NULL)
			strbuf_add(buffer, spelling);
		else
			add_decomposed(buffer, character);
	}
}

void text_clean(struct strbuf *buffer, const char *text, size_t length)
{
	uint32_t character;

	for (size_t i = 0; i < length;) {
		i += text_decode(text + i, length - i, &character);
		if (character < 0x20 || (character >= 0x7f && character < 0xa0) ||
		    uc_is_general_category_withtable(character,
						     UC_CATEGORY_MASK_Cf))
			strbuf_add_char(buffer, '?');
		else
			text_encode(buffer, character);
	}
}

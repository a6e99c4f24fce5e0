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

/* Eight bytes at a time: most texts are asked, and most are ASCII. */
bool text_is_ascii(const char *text, size_t length)
{
	uint64_t high = 0, word;

	for (; length >= sizeof(word); length -= sizeof(word)) {
		memcpy(&word, text, sizeof(word));
		high |= word;
		text += sizeof(word);
	}
	for (; length > 0; length--)
		high |= (unsigned char)*text++;
	return (high & UINT64_C(0x8080808080808080)) == 0;
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
	if (uc_is_property_variation_selector(character))
		return "a variation selector";
	if ((character >= 0x1f000 && character < 0x20000) ||
	    uc_is_property_emoji_presentation(character))
		return "an emoji";
	return NULL;
}

/* Whether the first character is a cluster for certain. */
static bool is_plain(const char *text, size_t length)
{
	return (unsigned char)text[0] < 0x80 && text[0] != '\r' &&
	       (length == 1 || (unsigned char)text[1] < 0x80);
}

/*
 * u8_grapheme_next() looks at two characters at a time, which takes flags and
 * joined emoji apart; u8_grapheme_prev() does not survive invalid bytes.
 */
bool text_is_clean(const char *text, size_t length)
{
	size_t bad;

	if (!text_valid(text, length, &bad))
		return false;
	for (size_t at = 0; at < length;) {
		uint32_t character;

		at += text_decode(text + at, length - at, &character);
		if (character == '\n' || text_refused(character) != NULL)
			return false;
	}
	return true;
}

size_t text_cluster(const char *text, size_t length)
{
	uint32_t last, next;
	bool picture = false, half_flag = false;
	size_t at, size;

	if (is_plain(text, length))
		return 1;
	for (at = text_decode(text, length, &last); at < length; at += size, last = next) {
		int class = uc_graphemeclusterbreak_property(last);

		size = text_decode(text + at, length - at, &next);
		picture = uc_is_property_extended_pictographic(last) ||
			  (picture &&
			   (class == GBP_EXTEND || class == GBP_ZWJ));
		half_flag = class == GBP_RI && !half_flag;
		if (picture && class == GBP_ZWJ &&
		    uc_is_property_extended_pictographic(next))
			continue;
		if (half_flag &&
		    uc_graphemeclusterbreak_property(next) == GBP_RI)
			continue;
		if (uc_is_grapheme_break(last, next))
			break;
	}
	return at;
}

/* Only from the start is it known which flags and emoji belong together. */
size_t text_last_cluster(const char *text, size_t length)
{
	size_t at = 0, size = 0;

	for (; at < length; at += size)
		size = text_cluster(text + at, length - at);
	return size;
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
		if (text[i] >= 0x20 && text[i] < 0x7f) {
			columns++;
			i++;
			continue;
		}
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

/*
 * Rule LB29, which libunistring leaves out: a sign such as the full stop of
 * `e.g.` stays with the letter after it.
 */
static bool is_infix_at(const char *text, size_t length, size_t at)
{
	uint32_t character;

	if (memchr(",.:;", text[at - 1], 4) == NULL)
		return false;
	text_decode(text + at, length - at, &character);
	return character_columns(character) == 1 &&
	       uc_is_general_category_withtable(character, UC_CATEGORY_MASK_L);
}

void text_breaks(const char *text, size_t length, bool *breaks)
{
	char *found = xmalloc(length);
	bool hard = false;

	u8_possible_linebreaks(bytes_of(text), length, "UTF-8", found);
	/* What ends a line is marked itself; the break comes after it. */
	for (size_t i = 0; i < length; i++) {
		breaks[i] = false;
		if (((unsigned char)text[i] & 0xc0) == 0x80)
			continue;
		breaks[i] = hard || (found[i] == UC_BREAK_POSSIBLE && i > 0 &&
				     !is_infix_at(text, length, i));
		hard = found[i] == UC_BREAK_MANDATORY;
	}
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

static void add_ascii(struct strbuf *buffer, uint32_t character)
{
	const char *spelling = spelling_of(character);
	ucs4_t parts[UC_DECOMPOSITION_MAX_LENGTH];
	int tag, count;

	if (character < 0x80) {
		strbuf_add_char(buffer, (char)character);
		return;
	}
	if (spelling != NULL) {
		strbuf_add(buffer, spelling);
		return;
	}
	count = uc_decomposition(character, &tag, parts);
	for (int i = 0; i < count; i++)
		add_ascii(buffer, parts[i]);
	if (count < 1 && !uc_is_general_category_withtable(
				 character,
				 UC_CATEGORY_MASK_M | UC_CATEGORY_MASK_Cf))
		strbuf_add_char(buffer, '?');
}

void text_to_ascii(struct strbuf *buffer, const char *text, size_t length)
{
	uint32_t character;

	if (text_is_ascii(text, length)) {
		strbuf_add_bytes(buffer, text, length);
		return;
	}
	for (size_t i = 0; i < length;) {
		i += text_decode(text + i, length - i, &character);
		add_ascii(buffer, character);
	}
}

void text_clean(struct strbuf *buffer, const char *text, size_t length)
{
	uint32_t character;

	for (size_t i = 0; i < length;) {
		i += text_decode(text + i, length - i, &character);
		if (character < 0x20 || (character >= 0x7f && character < 0xa0) ||
		    uc_is_general_category_withtable(character,
						     UC_CATEGORY_MASK_Cf |
							     UC_CATEGORY_MASK_Zl |
							     UC_CATEGORY_MASK_Zp))
			strbuf_add_char(buffer, '?');
		else
			text_encode(buffer, character);
	}
}

static unsigned char lower(char c)
{
	return (unsigned char)(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
}

bool text_same_ascii(const char *a, const char *b, size_t length)
{
	for (size_t i = 0; i < length; i++) {
		if (lower(a[i]) != lower(b[i]))
			return false;
		if (a[i] == '\0')
			return true;
	}
	return true;
}

bool text_has_ascii(const char *text, const char *part)
{
	size_t length = strlen(part);

	while (*text != '\0' && !text_same_ascii(text, part, length))
		text++;
	return *text != '\0' || length == 0;
}

int text_compare_ascii(const char *a, const char *b)
{
	while (*a != '\0' && lower(*a) == lower(*b)) {
		a++;
		b++;
	}
	return (int)lower(*a) - (int)lower(*b);
}

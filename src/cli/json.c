/*
 * A JSON writer is small; what reads it is not.  So this is ours, and the
 * tests read what it writes with a real parser.
 */
#include "cli/json.h"

#include <stdint.h>
#include <stdlib.h>

#include "base/text.h"
#include "base/xalloc.h"

void json_begin(struct json *json, FILE *out, bool ascii)
{
	*json = (struct json){ .out = out, .ascii = ascii };
	json->block = xmalloc(JSON_BLOCK);
}

void json_end(struct json *json)
{
	json_flush(json, "", 0);
	free(json->block);
}

void json_flush(struct json *json, const char *bytes, size_t length)
{
	fwrite(json->block, 1, json->length, json->out);
	json->length = 0;
	fwrite(bytes, 1, length, json->out);
}

static void add_unit(struct json *json, uint16_t unit)
{
	char escape[sizeof("\\uxxxx")];

	snprintf(escape, sizeof(escape), "\\u%04x", unit);
	json_add(json, escape);
}

/* A character as one escape, or as two of its surrogates. */
static void add_escape(struct json *json, uint32_t character)
{
	if (character < 0x10000) {
		add_unit(json, (uint16_t)character);
		return;
	}
	character -= 0x10000;
	add_unit(json, (uint16_t)(0xd800 + (character >> 10)));
	add_unit(json, (uint16_t)(0xdc00 + (character & 0x3ff)));
}

static bool is_plain(unsigned char byte, bool ascii)
{
	return byte >= 0x20 && byte != '"' && byte != '\\' && byte != 0x7f &&
	       (byte < 0x80 || !ascii);
}

#define EACH(byte) (UINT64_C(0x0101010101010101) * (byte))

/* Bit 7 of the lowest byte that is 0, and of none below. */
static uint64_t zeros(uint64_t word)
{
	return (word - EACH(1)) & ~word;
}

enum { WORD = sizeof(uint64_t) };

/* Bit 7 of the bytes that do not stand for themselves, up to the first. */
static uint64_t strange(const char *text, bool ascii)
{
	uint64_t word;

	memcpy(&word, text, WORD);
	return (((word - EACH(0x20)) & ~word) | zeros(word ^ EACH('"')) |
		zeros(word ^ EACH('\\')) | zeros(word ^ EACH(0x7f)) |
		(ascii ? word : 0)) &
	       EACH(0x80);
}

/*
 * Bytes at the beginning of `text` that stand for themselves.  Eight are looked
 * at at once, and of the last eight some twice, rather than one by one.
 */
static size_t plain_length(const char *text, size_t length, bool ascii)
{
	size_t at = 0;

	for (; length - at >= WORD; at += WORD) {
		uint64_t found = strange(text + at, ascii);

		if (found == 0)
			continue;
#if __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
		return at + (size_t)__builtin_ctzll(found) / 8;
#else
		break;
#endif
	}
	if (at > 0 && length - at < WORD &&
	    strange(text + length - WORD, ascii) == 0)
		return length;
	while (at < length && is_plain((unsigned char)text[at], ascii))
		at++;
	return at;
}

/* Add the escape of the character at `text`; returns its length. */
static size_t add_escaped(struct json *json, const char *text, size_t length)
{
	uint32_t character;
	size_t size = text_decode(text, length, &character);

	if (character == '"')
		json_add(json, "\\\"");
	else if (character == '\\')
		json_add(json, "\\\\");
	else if (character == '\n')
		json_add(json, "\\n");
	else
		add_escape(json, character);
	return size;
}

void json_add_string(struct json *json, const char *text)
{
	size_t left;

	if (text == NULL) {
		json_add(json, "null");
		return;
	}
	left = strlen(text);
	json_add(json, "\"");
	while (left > 0) {
		size_t size = plain_length(text, left, json->ascii);

		json_add_bytes(json, text, size);
		if (size < left)
			size += add_escaped(json, text + size, left - size);
		text += size;
		left -= size;
	}
	json_add(json, "\"");
}

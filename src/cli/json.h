/*
 * json -- JSON being written (RFC 8259): strings, and what stands between them.
 *
 * It goes out in blocks, so that it is copied once and no buffer grows with it.
 */
#ifndef HTTREE_CLI_JSON_H
#define HTTREE_CLI_JSON_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

enum { JSON_BLOCK = 1 << 16 };

struct json {
	FILE *out;
	bool ascii; /* other characters are spelled as \u */
	char *block;
	size_t length;
};

void json_begin(struct json *json, FILE *out, bool ascii);

/* Write what is left. */
void json_end(struct json *json);

/* Write the block, and then bytes for which it has no room. */
void json_flush(struct json *json, const char *bytes, size_t length);

/* What is added here, and most that is added is a word, costs no call. */
static inline void json_add_bytes(struct json *json, const char *bytes,
				  size_t length)
{
	if (length > JSON_BLOCK - json->length) {
		json_flush(json, bytes, length);
		return;
	}
	memcpy(json->block + json->length, bytes, length);
	json->length += length;
}

static inline void json_add(struct json *json, const char *text)
{
	json_add_bytes(json, text, strlen(text));
}

/*
 * Add a string; NULL is null.  The text is UTF-8 and has no control character
 * but the newline.
 */
void json_add_string(struct json *json, const char *text);

#endif

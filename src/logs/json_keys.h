/*
 * json_keys -- the keys of JSON lines, as keys.def lists them.
 */
#ifndef HTTREE_LOGS_JSON_KEYS_H
#define HTTREE_LOGS_JSON_KEYS_H

#include <stddef.h>

#include "logs/format.h"
#include "logs/scan.h"

enum json_scope {
#define SCOPE(name) SCOPE_##name,
#include "logs/json_keys.def"
	SCOPES
};

enum json_says {
	SAYS_STATUS,
	SAYS_SECOND, /* the status of the server behind */
	SAYS_WORD, /* why it was sent */
	SAYS_DETAILS, /* another word that says why */
	SAYS_TIME, /* which the server behind took */
	SAYS_HOST, /* the server behind */
	SAYS_LENGTH, /* bytes that it sent */
	SAYS_CACHE, /* what the cache had */
	SAYS_LOGGER,
	SAYS_MARK, /* is there, and says no more */
	SAYS_COUNT,
	SAYS_OPEN, /* an object to look into */
};

struct json_key {
	enum json_scope scope;
	const char *text;
	size_t length;
	enum json_says says;
	enum log_format format; /* LOG_FORMATS: nobody's */
	enum json_scope inside; /* of SAYS_OPEN */
};

enum { JSON_KEY_SLOTS = 128, JSON_KEY_NONE = 255 };

/* The keys by their hash, so that most of a line's are passed over at once. */
struct json_key_index {
	unsigned char first[JSON_KEY_SLOTS];
	unsigned char next[JSON_KEY_NONE];
};

void json_key_index_init(struct json_key_index *index);

/* Of a text that is not empty. */
static inline size_t json_key_slot(struct slice text)
{
	return (text.length * 8 + (unsigned char)text.text[0] +
		(unsigned char)text.text[text.length - 1]) %
	       JSON_KEY_SLOTS;
}

/* The key among those of a slot. */
const struct json_key *json_key_among(const struct json_key_index *index,
				      size_t first, enum json_scope scope,
				      struct slice text);

/* The key of the table, NULL when it is none. */
static inline const struct json_key *
json_key_find(const struct json_key_index *index, enum json_scope scope,
	      struct slice text)
{
	size_t first;

	if (text.length == 0)
		return NULL;
	first = index->first[json_key_slot(text)];
	return first == JSON_KEY_NONE ?
		       NULL :
		       json_key_among(index, first, scope, text);
}

/* All of them in their order; NULL at the end. */
const struct json_key *json_key_at(size_t number);

#endif

#include "logs/json_keys.h"

#include <assert.h>
#include <string.h>

static const struct json_key keys[] = {
#define KEY(scope, text, says, format) \
	{ SCOPE_##scope, text, sizeof(text) - 1, SAYS_##says, format, SCOPES },
#define OPEN(scope, text, inside)                       \
	{ SCOPE_##scope, text,        sizeof(text) - 1, \
	  SAYS_OPEN,     LOG_FORMATS, SCOPE_##inside },
#include "logs/json_keys.def"
};

enum { KEYS = sizeof(keys) / sizeof(*keys) };

static_assert((int)KEYS < (int)JSON_KEY_NONE, "a key's number is a byte");

void json_key_index_init(struct json_key_index *index)
{
	memset(index->first, JSON_KEY_NONE, sizeof(index->first));
	for (size_t i = 0; i < KEYS; i++) {
		size_t slot = json_key_slot(
			(struct slice){ keys[i].text, keys[i].length });

		index->next[i] = index->first[slot];
		index->first[slot] = (unsigned char)i;
	}
}

const struct json_key *json_key_among(const struct json_key_index *index,
				      size_t first, enum json_scope scope,
				      struct slice text)
{
	for (size_t i = first; i != JSON_KEY_NONE; i = index->next[i]) {
		const struct json_key *key = &keys[i];

		if (key->scope == scope && key->length == text.length &&
		    memcmp(key->text, text.text, text.length) == 0)
			return key;
	}
	return NULL;
}

const struct json_key *json_key_at(size_t number)
{
	return number < KEYS ? &keys[number] : NULL;
}

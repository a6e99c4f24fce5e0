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

/* From the last to the first, so that a chain is in the table's order. */
void json_key_index_init(struct json_key_index *index)
{
	memset(index->first, JSON_KEY_NONE, sizeof(index->first));
	for (size_t i = KEYS; i-- > 0;) {
		assert(keys[i].length <= JSON_KEY_LONGEST);
		index->next[i] = index->first[keys[i].length];
		index->first[keys[i].length] = (unsigned char)i;
	}
}

const struct json_key *json_key_find(const struct json_key_index *index,
				     enum json_scope scope, struct slice text)
{
	size_t i;

	if (text.length == 0 || text.length > JSON_KEY_LONGEST)
		return NULL;
	for (i = index->first[text.length]; i != JSON_KEY_NONE;
	     i = index->next[i]) {
		if (keys[i].scope == scope &&
		    *keys[i].text == *text.text &&
		    memcmp(keys[i].text, text.text, text.length) == 0)
			return &keys[i];
	}
	return NULL;
}

const struct json_key *json_key_at(size_t number)
{
	return number < KEYS ? &keys[number] : NULL;
}

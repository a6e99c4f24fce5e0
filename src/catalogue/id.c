#include "catalogue/id.h"

#include <string.h>

#include "catalogue/code.h"

size_t id_origin_length(const char *id)
{
	const char *colon = strchr(id, ':');

	return colon == NULL ? 0 : (size_t)(colon - id);
}

const char *id_rest(const char *id)
{
	const char *colon = strchr(id, ':');

	return colon == NULL ? id : colon + 1;
}

static bool is_origin(const char *text, size_t length)
{
	if (length == 0 || text[0] == '-' || text[length - 1] == '-')
		return false;
	return strspn(text, "abcdefghijklmnopqrstuvwxyz0123456789-") >= length;
}

bool id_starts(const char *id, const char *origin)
{
	size_t length = strlen(origin);

	return id_origin_length(id) == length &&
	       memcmp(id, origin, length) == 0;
}

static bool is_guide(const char *name)
{
	size_t length = strcspn(name, ".");

	while (is_origin(name, length) && name[length] == '.') {
		name += length + 1;
		length = strcspn(name, ".");
	}
	return is_origin(name, length) && name[length] == '\0';
}

bool id_valid(const char *id)
{
	const char *rest = id_rest(id);
	struct code code;

	if (rest == id)
		return strlen(id) == 3 && code_parse(id, &code) &&
		       code.low == code.high && !code_is_word(&code);
	if (!is_origin(id, id_origin_length(id)))
		return false;
	if (id_starts(id, "class"))
		return names_find(&class_names, rest) < class_names.count;
	if (id_starts(id, "vendor"))
		return is_origin(rest, strlen(rest));
	if (id_starts(id, "guide"))
		return is_guide(rest);
	return code_parse(rest, &code) &&
	       !(id_starts(id, "warning") && code_is_word(&code));
}

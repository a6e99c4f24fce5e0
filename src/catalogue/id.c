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

static bool starts(const char *id, const char *origin)
{
	size_t length = strlen(origin);

	return id_origin_length(id) == length &&
	       memcmp(id, origin, length) == 0;
}

bool id_valid(const char *id)
{
	const char *rest = id_rest(id);
	struct code code;

	if (rest == id)
		return strlen(id) == 3 && code_parse(id, &code) &&
		       code.low == code.high;
	if (!is_origin(id, id_origin_length(id)))
		return false;
	if (starts(id, "class"))
		return names_find(&class_names, rest) < class_names.count;
	if (starts(id, "vendor"))
		return is_origin(rest, strlen(rest));
	return code_parse(rest, &code);
}

#include "base/bytes.h"

const char *bytes_find_own(const char *bytes, size_t length, const char *what,
			   size_t what_length)
{
	const char *end = bytes + length;

	if (what_length == 0)
		return bytes;
	while ((size_t)(end - bytes) >= what_length) {
		size_t starts = (size_t)(end - bytes) - what_length + 1;

		bytes = memchr(bytes, *what, starts);
		if (bytes == NULL)
			return NULL;
		if (memcmp(bytes, what, what_length) == 0)
			return bytes;
		bytes++;
	}
	return NULL;
}

const char *bytes_last_own(const char *bytes, size_t length, char what)
{
	while (length > 0) {
		if (bytes[--length] == what)
			return bytes + length;
	}
	return NULL;
}

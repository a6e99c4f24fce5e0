#include "logs/meaning.h"

#include <stdio.h>
#include <string.h>

enum { ID_ROOM = 128 };

static entry_t find_id(const struct catalogue *catalogue, const char *origin,
		       const char *code)
{
	char id[ID_ROOM];
	int length = snprintf(id, sizeof(id), "%s:%s", origin, code);

	if (length < 0 || length >= ID_ROOM)
		return ENTRY_NONE;
	return catalogue_find(catalogue, id);
}

static entry_t find_own(const struct catalogue *catalogue, const char *origin,
			int status)
{
	char code[16];
	entry_t entry;

	snprintf(code, sizeof(code), "%03d", status);
	entry = find_id(catalogue, origin, code);
	if (entry == ENTRY_NONE && status == 0)
		entry = find_id(catalogue, origin, "0");
	return entry;
}

static entry_t find_sub(const struct catalogue *catalogue, const char *origin,
			int status, int sub)
{
	char code[32];

	snprintf(code, sizeof(code), "%d.%d", status, sub);
	return find_id(catalogue, origin, code);
}

static entry_t find_registered(const struct catalogue *catalogue, int status)
{
	char id[16];

	snprintf(id, sizeof(id), "%03d", status);
	return catalogue_find(catalogue, id);
}

/* Whether the entry is a meaning of that number, or of a range around it. */
static bool means(const struct catalogue *catalogue, entry_t entry,
		  uint32_t status, bool ranges)
{
	struct code code = catalogue_code(catalogue, entry);
	enum kind kind = catalogue_kind(catalogue, entry);

	if (kind == KIND_PAGE || kind == KIND_WARNING || code.sub != 0 ||
	    catalogue_text(catalogue, entry, FIELD_CODE) == NULL)
		return false;
	if (!ranges)
		return code.low == status && code.high == status;
	return code.low <= status && status <= code.high;
}

static size_t find_all(const struct catalogue *catalogue, int status,
		       bool ranges, entry_t *entries, size_t room)
{
	size_t count = 0;

	for (entry_t i = 0; i < catalogue_count(catalogue); i++) {
		if (!means(catalogue, i, (uint32_t)status, ranges))
			continue;
		if (count < room)
			entries[count] = i;
		count++;
	}
	return count;
}

/* The one meaning that needs no search. */
static entry_t find_certain(const struct catalogue *catalogue,
			    const char *origin, int status, int sub)
{
	entry_t entry = ENTRY_NONE;

	if (origin != NULL && sub != LINE_NO_SUB)
		entry = find_sub(catalogue, origin, status, sub);
	if (entry == ENTRY_NONE && status > 0)
		entry = find_registered(catalogue, status);
	if (entry == ENTRY_NONE && origin != NULL)
		entry = find_own(catalogue, origin, status);
	return entry;
}

size_t meaning_find(const struct catalogue *catalogue, const char *origin,
		    int status, int sub, entry_t *entries, size_t room)
{
	entry_t entry = find_certain(catalogue, origin, status, sub);
	size_t count;

	if (entry != ENTRY_NONE) {
		if (room > 0)
			entries[0] = entry;
		return 1;
	}
	/* That nothing was sent means something else for each program. */
	if (status == 0 && origin != NULL)
		return 0;
	count = find_all(catalogue, status, false, entries, room);
	if (count == 0)
		count = find_all(catalogue, status, true, entries, room);
	return count;
}

/*
 * Squid puts its words together, from what it asked over to how it ended:
 * TCP_MISS_ABORTED.  The last that the catalogue knows says most.
 */
static entry_t find_part(const struct catalogue *catalogue, const char *origin,
			 const char *word)
{
	entry_t entry = find_id(catalogue, origin, word);

	while (entry == ENTRY_NONE && (word = strchr(word, '_')) != NULL)
		entry = find_id(catalogue, origin, ++word);
	return entry;
}

entry_t meaning_of_word(const struct catalogue *catalogue, const char *origin,
			const char *word)
{
	if (origin == NULL)
		return ENTRY_NONE;
	if (strcmp(origin, "squid") == 0)
		return find_part(catalogue, origin, word);
	return find_id(catalogue, origin, word);
}

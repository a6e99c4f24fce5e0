#include "model/action.h"

#include <string.h>

#define BROWSE CONTEXT_BROWSE
#define PROMPT CONTEXT_PROMPT
#define HELP CONTEXT_HELP

static const struct action_row rows[] = {
#define ACTION(name, where, keys, group, help, text)                          \
	{ #name, where, keys, GROUP_##group, help, text },
#include "model/actions.def"
};

const struct action_row *action_row(enum action action)
{
	return &rows[action];
}

static bool has_key(const char *keys, hkey_t key)
{
	while (*keys != '\0') {
		size_t length = strcspn(keys, " ");

		if (hkey_parse(keys, length) == key)
			return true;
		keys += length;
		keys += *keys == ' ';
	}
	return false;
}

enum action action_of_key(enum context context, hkey_t key)
{
	enum action action = 0;

	while (action < ACTION_COUNT &&
	       ((rows[action].where & context) == 0 ||
		!has_key(rows[action].keys, key)))
		action++;
	return action;
}

const char *group_title(enum group group)
{
	static const char *const titles[] = {
		[GROUP_TREE] = "In the tree", [GROUP_READ] = "Read",
		[GROUP_FIND] = "Find",	      [GROUP_KEEP] = "Keep",
		[GROUP_LEAVE] = "Leave",      [GROUP_PROMPT] = "While searching",
	};

	return titles[group];
}

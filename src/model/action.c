#include "model/action.h"

#include <string.h>

#define BROWSE CONTEXT_BROWSE
#define PROMPT CONTEXT_PROMPT
#define HELP CONTEXT_HELP
#define COPY CONTEXT_COPY
#define MENU CONTEXT_MENU
#define COMPARE CONTEXT_COMPARE

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

bool action_travels(enum action action, struct travel *travel)
{
	static const struct {
		enum action action;
		struct travel travel;
	} travels[] = {
		{ ACTION_NEXT, { STRIDE_LINE, true } },
		{ ACTION_PREVIOUS, { STRIDE_LINE, false } },
		{ ACTION_HALF_DOWN, { STRIDE_HALF, true } },
		{ ACTION_HALF_UP, { STRIDE_HALF, false } },
		{ ACTION_PAGE_DOWN, { STRIDE_PAGE, true } },
		{ ACTION_PAGE_UP, { STRIDE_PAGE, false } },
		{ ACTION_READ_ON, { STRIDE_PAGE, true } },
		{ ACTION_READ_BACK, { STRIDE_PAGE, false } },
		{ ACTION_FIRST, { STRIDE_ALL, false } },
		{ ACTION_LAST, { STRIDE_ALL, true } },
	};

	for (size_t i = 0; i < sizeof(travels) / sizeof(*travels); i++) {
		if (travels[i].action == action) {
			*travel = travels[i].travel;
			return true;
		}
	}
	return false;
}

bool action_edits(enum action action, enum edit *edit)
{
	static const enum action edits[EDIT_COUNT] = {
		[EDIT_LEFT] = ACTION_CURSOR_LEFT,
		[EDIT_RIGHT] = ACTION_CURSOR_RIGHT,
		[EDIT_WORD_LEFT] = ACTION_WORD_LEFT,
		[EDIT_WORD_RIGHT] = ACTION_WORD_RIGHT,
		[EDIT_START] = ACTION_CURSOR_START,
		[EDIT_END] = ACTION_CURSOR_END,
		[EDIT_ERASE] = ACTION_ERASE,
		[EDIT_ERASE_AHEAD] = ACTION_ERASE_AHEAD,
		[EDIT_ERASE_WORD] = ACTION_ERASE_WORD,
		[EDIT_ERASE_ALL] = ACTION_ERASE_ALL,
	};

	for (*edit = 0; *edit < EDIT_COUNT; (*edit)++) {
		if (edits[*edit] == action)
			return true;
	}
	return false;
}

const char *group_title(enum group group)
{
	static const char *const titles[] = {
		[GROUP_MOVE] = "In tree and page",
		[GROUP_TREE] = "In the tree",
		[GROUP_PAGE] = "In the page",
		[GROUP_FIND] = "Find",
		[GROUP_SHOW] = "Show and hide",
		[GROUP_KEEP] = "Keep",
		[GROUP_MENU] = "In the filter menu",
		[GROUP_PROMPT] = "While searching",
		[GROUP_SCREEN] = "Screen and help",
		[GROUP_LEAVE] = "Leave",
	};

	return titles[group];
}

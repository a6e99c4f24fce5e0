#include "model/action.h"

#include <criterion/criterion.h>
#include <string.h>

#define COUNT(array) (sizeof(array) / sizeof(*(array)))

static const enum context contexts[] = { CONTEXT_BROWSE, CONTEXT_PROMPT,
					 CONTEXT_HELP, CONTEXT_COPY,
					 CONTEXT_MENU, CONTEXT_COMPARE };

/* Call `each` with every key of an action. */
typedef void key_found(enum action action, hkey_t key, void *user);

static void each_key(enum action action, key_found *each, void *user)
{
	for (const char *at = action_row(action)->keys; *at != '\0';) {
		size_t length = strcspn(at, " ");
		hkey_t key = hkey_parse(at, length);

		cr_assert_neq(key, HKEY_NONE, "%s: '%.*s' is no key",
			      action_row(action)->name, (int)length, at);
		each(action, key, user);
		at += length + (at[length] == ' ');
	}
}

static void expect_own(enum action action, hkey_t key, void *user)
{
	const struct action_row *row = action_row(action);
	char name[16];

	(void)user;
	hkey_name(key, name, sizeof(name));
	for (size_t i = 0; i < COUNT(contexts); i++) {
		enum action found = action_of_key(contexts[i], key);

		if ((row->where & contexts[i]) == 0)
			continue;
		cr_expect_eq(found, action, "%s in context %d does %s, not %s",
			     name, contexts[i],
			     found < ACTION_COUNT ? action_row(found)->name :
						    "nothing",
			     row->name);
	}
}

Test(action, no_key_is_bound_twice_in_one_context)
{
	for (enum action action = 0; action < ACTION_COUNT; action++)
		each_key(action, expect_own, NULL);
}

Test(action, every_action_is_bound_somewhere_and_said_in_a_sentence)
{
	for (enum action action = 0; action < ACTION_COUNT; action++) {
		const struct action_row *row = action_row(action);
		size_t length = strlen(row->text);

		cr_expect_neq(row->where, 0, "%s", row->name);
		cr_expect_lt(row->group, GROUP_COUNT, "%s", row->name);
		cr_expect(length > 1 && row->text[length - 1] == '.', "%s",
			  row->name);
	}
}

Test(action, a_line_of_help_is_joined_only_to_one_of_its_group)
{
	for (enum action action = 0; action < ACTION_COUNT; action++) {
		if (action_row(action)->help != NULL)
			continue;
		cr_assert_gt(action, 0);
		cr_expect_eq(action_row(action)->group,
			     action_row(action - 1)->group, "%s",
			     action_row(action)->name);
	}
}

Test(action, text_is_never_a_command_while_a_prompt_is_open)
{
	for (hkey_t key = 0x20; key < HKEY_FIRST; key++)
		cr_assert_eq(action_of_key(CONTEXT_PROMPT, key), ACTION_COUNT,
			     "U+%04X", (unsigned int)key);
	cr_expect_eq(action_of_key(CONTEXT_PROMPT, HKEY_SPACE), ACTION_COUNT);
	for (hkey_t key = 0x20; key < HKEY_FIRST; key++)
		cr_assert_eq(action_of_key(CONTEXT_MENU, key), ACTION_COUNT,
			     "U+%04X in the menu", (unsigned int)key);
}

Test(action, a_key_that_is_not_in_the_table_does_nothing)
{
	static const hkey_t keys[] = { HKEY_NONE, HKEY_OTHER,
				       HKEY_F12,  'X',
				       0xe9,	  HKEY_CONTROL('X'),
				       HKEY_DELETE };

	for (size_t i = 0; i < COUNT(keys); i++)
		cr_expect_eq(action_of_key(CONTEXT_BROWSE, keys[i]),
			     ACTION_COUNT, "%#x", (unsigned int)keys[i]);
}

Test(action, every_group_has_a_title_of_its_own)
{
	for (enum group a = 0; a < GROUP_COUNT; a++) {
		cr_assert_not_null(group_title(a));
		for (enum group b = 0; b < a; b++)
			cr_expect_str_neq(group_title(a), group_title(b));
	}
}

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

static void count_plain(enum action action, hkey_t key, void *user)
{
	size_t *plain = user;

	(void)action;
	if (key < HKEY_F1 || key > HKEY_F12)
		(*plain)++;
}

Test(action, every_action_has_a_key_that_is_no_function_key)
{
	for (enum action action = 0; action < ACTION_COUNT; action++) {
		size_t plain = 0;

		each_key(action, count_plain, &plain);
		cr_expect_gt(plain, 0, "%s", action_row(action)->name);
	}
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

/* The table of the keys that users were promised. */
Test(action, the_keys_do_what_was_promised)
{
	static const struct {
		enum context context;
		const char *keys;
		enum action action;
	} rows[] = {
		{ CONTEXT_BROWSE, "j Down ^N", ACTION_NEXT },
		{ CONTEXT_BROWSE, "k Up ^P", ACTION_PREVIOUS },
		{ CONTEXT_BROWSE, "l Right", ACTION_IN },
		{ CONTEXT_BROWSE, "h Left", ACTION_OUT },
		{ CONTEXT_BROWSE, "Enter", ACTION_ENTER },
		{ CONTEXT_BROWSE, "Tab S-Tab", ACTION_OTHER_PANE },
		{ CONTEXT_BROWSE, "Space", ACTION_READ_ON },
		{ CONTEXT_BROWSE, "b", ACTION_READ_BACK },
		{ CONTEXT_BROWSE, "PgDn ^F", ACTION_PAGE_DOWN },
		{ CONTEXT_BROWSE, "PgUp ^B", ACTION_PAGE_UP },
		{ CONTEXT_BROWSE, "d ^D", ACTION_HALF_DOWN },
		{ CONTEXT_BROWSE, "u ^U", ACTION_HALF_UP },
		{ CONTEXT_BROWSE, "J", ACTION_NEXT_CODE },
		{ CONTEXT_BROWSE, "K", ACTION_PREVIOUS_CODE },
		{ CONTEXT_BROWSE, "g Home", ACTION_FIRST },
		{ CONTEXT_BROWSE, "G End", ACTION_LAST },
		{ CONTEXT_BROWSE, "0 1 2 3 4 5 6 7 8 9 .", ACTION_NUMBER },
		{ CONTEXT_BROWSE, "Backspace", ACTION_CORRECT },
		{ CONTEXT_BROWSE, "+ =", ACTION_UNFOLD },
		{ CONTEXT_BROWSE, "-", ACTION_FOLD },
		{ CONTEXT_BROWSE, "*", ACTION_UNFOLD_ALL },
		{ CONTEXT_BROWSE, "_", ACTION_FOLD_ALL },
		{ CONTEXT_BROWSE, "/", ACTION_SEARCH },
		{ CONTEXT_BROWSE, "n", ACTION_NEXT_MATCH },
		{ CONTEXT_BROWSE, "N", ACTION_PREVIOUS_MATCH },
		{ CONTEXT_BROWSE, "&", ACTION_NARROW },
		{ CONTEXT_BROWSE, "s", ACTION_STANDARD },
		{ CONTEXT_BROWSE, "v", ACTION_VENDOR },
		{ CONTEXT_BROWSE, "w", ACTION_WARNING },
		{ CONTEXT_BROWSE, "F", ACTION_FILTERS_OFF },
		{ CONTEXT_BROWSE, "< ^O", ACTION_BACKWARD },
		{ CONTEXT_BROWSE, ">", ACTION_FORWARD },
		{ CONTEXT_BROWSE, "O", ACTION_MAXIMISE },
		{ CONTEXT_BROWSE, "? F1", ACTION_HELP },
		{ CONTEXT_BROWSE, "^L", ACTION_REDRAW },
		{ CONTEXT_BROWSE, "^Z", ACTION_SUSPEND },
		{ CONTEXT_BROWSE, "Esc", ACTION_BACK },
		{ CONTEXT_BROWSE, "q", ACTION_QUIT },
		{ CONTEXT_BROWSE, "Q", ACTION_QUIT_NOW },
		{ CONTEXT_BROWSE, "^C", ACTION_INTERRUPT },
		{ CONTEXT_PROMPT, "Down ^N", ACTION_HIT_NEXT },
		{ CONTEXT_PROMPT, "Up ^P", ACTION_HIT_PREVIOUS },
		{ CONTEXT_PROMPT, "PgDn", ACTION_PAGE_DOWN },
		{ CONTEXT_PROMPT, "PgUp", ACTION_PAGE_UP },
		{ CONTEXT_PROMPT, "Enter", ACTION_ACCEPT },
		{ CONTEXT_PROMPT, "Esc ^C ^G", ACTION_CANCEL },
		{ CONTEXT_PROMPT, "Backspace", ACTION_ERASE },
		{ CONTEXT_PROMPT, "^A", ACTION_CURSOR_START },
		{ CONTEXT_PROMPT, "^E", ACTION_CURSOR_END },
		{ CONTEXT_PROMPT, "^U", ACTION_ERASE_ALL },
		{ CONTEXT_PROMPT, "^W", ACTION_ERASE_WORD },
		{ CONTEXT_PROMPT, "Left", ACTION_CURSOR_LEFT },
		{ CONTEXT_PROMPT, "Right", ACTION_CURSOR_RIGHT },
		{ CONTEXT_BROWSE, "S", ACTION_ONLY_STANDARD },
		{ CONTEXT_BROWSE, "V", ACTION_ONLY_VENDOR },
		{ CONTEXT_BROWSE, "W", ACTION_ONLY_WARNING },
		{ CONTEXT_BROWSE, "}", ACTION_HEADING_NEXT },
		{ CONTEXT_BROWSE, "{", ACTION_HEADING_PREVIOUS },
		{ CONTEXT_BROWSE, "]", ACTION_LINK_NEXT },
		{ CONTEXT_BROWSE, "[", ACTION_LINK_PREVIOUS },
		{ CONTEXT_BROWSE, "y", ACTION_COPY },
		{ CONTEXT_BROWSE, "o", ACTION_OPEN },
		{ CONTEXT_BROWSE, "M", ACTION_MOUSE },
		{ CONTEXT_COPY, "y", ACTION_COPY_LINE },
		{ CONTEXT_COPY, "c", ACTION_COPY_CODE },
		{ CONTEXT_COPY, "u", ACTION_COPY_ADDRESS },
		{ CONTEXT_COPY, "d", ACTION_COPY_ALL },
		{ CONTEXT_PROMPT, "Alt-b", ACTION_WORD_LEFT },
		{ CONTEXT_PROMPT, "Alt-f", ACTION_WORD_RIGHT },
		{ CONTEXT_HELP, "Enter", ACTION_PERFORM },
		{ CONTEXT_BROWSE, "f", ACTION_MENU },
		{ CONTEXT_MENU, "Space", ACTION_TOGGLE },
		{ CONTEXT_MENU, "Enter", ACTION_ONLY_THIS },
		{ CONTEXT_MENU, "Esc ^C ^G", ACTION_CANCEL },
		{ CONTEXT_MENU, "Down ^N", ACTION_HIT_NEXT },
		{ CONTEXT_BROWSE, "m", ACTION_MARK },
		{ CONTEXT_BROWSE, "c", ACTION_COMPARE },
		{ CONTEXT_COMPARE, "c", ACTION_COMPARE },
		{ CONTEXT_COMPARE, "J", ACTION_NEXT_CODE },
		{ CONTEXT_COMPARE, "Enter", ACTION_ENTER },
		{ CONTEXT_COMPARE, "Esc", ACTION_BACK },
		{ CONTEXT_COMPARE, "q", ACTION_QUIT },
		{ CONTEXT_HELP, "? F1", ACTION_HELP },
		{ CONTEXT_HELP, "q", ACTION_QUIT },
		{ CONTEXT_HELP, "Q", ACTION_QUIT_NOW },
		{ CONTEXT_HELP, "Esc", ACTION_BACK },
		{ CONTEXT_HELP, "/", ACTION_SEARCH },
		{ CONTEXT_HELP, "n", ACTION_NEXT_MATCH },
		{ CONTEXT_HELP, "N", ACTION_PREVIOUS_MATCH },
		{ CONTEXT_HELP, "j Down ^N", ACTION_NEXT },
		{ CONTEXT_HELP, "Space", ACTION_READ_ON },
	};

	for (size_t i = 0; i < COUNT(rows); i++) {
		for (const char *at = rows[i].keys; *at != '\0';) {
			size_t length = strcspn(at, " ");
			hkey_t key = hkey_parse(at, length);

			cr_expect_eq(action_of_key(rows[i].context, key),
				     rows[i].action, "%.*s in context %d",
				     (int)length, at, rows[i].context);
			at += length + (at[length] == ' ');
		}
	}
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

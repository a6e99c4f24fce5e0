/*
 * All keys in all layers: what each does is written here once more, as it was
 * promised, and a key that is not written here does nothing.
 */
#include "model/action.h"

#include <criterion/criterion.h>
#include <string.h>

#define COUNT(array) (sizeof(array) / sizeof(*(array)))

struct promise {
	const char *keys;
	enum action action;
};

static const struct promise browse[] = {
	{ "j Down ^N", ACTION_NEXT },
	{ "k Up ^P", ACTION_PREVIOUS },
	{ "g Home", ACTION_FIRST },
	{ "G End", ACTION_LAST },
	{ "d ^D", ACTION_HALF_DOWN },
	{ "u ^U", ACTION_HALF_UP },
	{ "PgDn ^F", ACTION_PAGE_DOWN },
	{ "PgUp ^B", ACTION_PAGE_UP },
	{ "Tab S-Tab", ACTION_OTHER_PANE },
	{ "J", ACTION_NEXT_CODE },
	{ "K", ACTION_PREVIOUS_CODE },
	{ "< ^O", ACTION_BACKWARD },
	{ ">", ACTION_FORWARD },
	{ "l Right", ACTION_IN },
	{ "h Left", ACTION_OUT },
	{ "Enter", ACTION_ENTER },
	{ "+ =", ACTION_UNFOLD },
	{ "-", ACTION_FOLD },
	{ "*", ACTION_UNFOLD_ALL },
	{ "_", ACTION_FOLD_ALL },
	{ "Space", ACTION_READ_ON },
	{ "b", ACTION_READ_BACK },
	{ "}", ACTION_HEADING_NEXT },
	{ "{", ACTION_HEADING_PREVIOUS },
	{ "]", ACTION_LINK_NEXT },
	{ "[", ACTION_LINK_PREVIOUS },
	{ "O", ACTION_MAXIMISE },
	{ "0 1 2 3 4 5 6 7 8 9 .", ACTION_NUMBER },
	{ "Backspace", ACTION_CORRECT },
	{ "/", ACTION_SEARCH },
	{ "n", ACTION_NEXT_MATCH },
	{ "N", ACTION_PREVIOUS_MATCH },
	{ "&", ACTION_NARROW },
	{ "s", ACTION_STANDARD },
	{ "v", ACTION_VENDOR },
	{ "w", ACTION_WARNING },
	{ "S", ACTION_ONLY_STANDARD },
	{ "V", ACTION_ONLY_VENDOR },
	{ "W", ACTION_ONLY_WARNING },
	{ "f", ACTION_MENU },
	{ "F", ACTION_FILTERS_OFF },
	{ "m", ACTION_MARK },
	{ "c", ACTION_COMPARE },
	{ "y", ACTION_COPY },
	{ "o", ACTION_OPEN },
	{ "? F1", ACTION_HELP },
	{ "M", ACTION_MOUSE },
	{ "^L", ACTION_REDRAW },
	{ "^Z", ACTION_SUSPEND },
	{ "Esc", ACTION_BACK },
	{ "q", ACTION_QUIT },
	{ "Q", ACTION_QUIT_NOW },
	{ "^C", ACTION_INTERRUPT },
};

static const struct promise prompt[] = {
	{ "PgDn ^F", ACTION_PAGE_DOWN },
	{ "PgUp ^B", ACTION_PAGE_UP },
	{ "^L", ACTION_REDRAW },
	{ "^Z", ACTION_SUSPEND },
	{ "Enter", ACTION_ACCEPT },
	{ "Esc ^C ^G", ACTION_CANCEL },
	{ "Down ^N", ACTION_HIT_NEXT },
	{ "Up ^P", ACTION_HIT_PREVIOUS },
	{ "F1", ACTION_HELP_ASIDE },
	{ "Left", ACTION_CURSOR_LEFT },
	{ "Right", ACTION_CURSOR_RIGHT },
	{ "Alt-b", ACTION_WORD_LEFT },
	{ "Alt-f", ACTION_WORD_RIGHT },
	{ "^A Home", ACTION_CURSOR_START },
	{ "^E End", ACTION_CURSOR_END },
	{ "Backspace", ACTION_ERASE },
	{ "Del ^D", ACTION_ERASE_AHEAD },
	{ "^W", ACTION_ERASE_WORD },
	{ "^U", ACTION_ERASE_ALL },
};

static const struct promise help[] = {
	{ "j Down ^N", ACTION_NEXT },
	{ "k Up ^P", ACTION_PREVIOUS },
	{ "g Home", ACTION_FIRST },
	{ "G End", ACTION_LAST },
	{ "d ^D", ACTION_HALF_DOWN },
	{ "u ^U", ACTION_HALF_UP },
	{ "PgDn ^F", ACTION_PAGE_DOWN },
	{ "PgUp ^B", ACTION_PAGE_UP },
	{ "Space", ACTION_READ_ON },
	{ "b", ACTION_READ_BACK },
	{ "/", ACTION_SEARCH },
	{ "n", ACTION_NEXT_MATCH },
	{ "N", ACTION_PREVIOUS_MATCH },
	{ "? F1", ACTION_HELP },
	{ "Enter", ACTION_PERFORM },
	{ "^L", ACTION_REDRAW },
	{ "^Z", ACTION_SUSPEND },
	{ "Esc", ACTION_BACK },
	{ "q", ACTION_QUIT },
	{ "Q", ACTION_QUIT_NOW },
	{ "^C", ACTION_INTERRUPT },
};

static const struct promise copy[] = {
	{ "y", ACTION_COPY_LINE },
	{ "c", ACTION_COPY_CODE },
	{ "u", ACTION_COPY_ADDRESS },
	{ "d", ACTION_COPY_ALL },
	{ "^L", ACTION_REDRAW },
	{ "^Z", ACTION_SUSPEND },
	{ "Esc", ACTION_BACK },
};

static const struct promise menu[] = {
	{ "PgDn ^F", ACTION_PAGE_DOWN },
	{ "PgUp ^B", ACTION_PAGE_UP },
	{ "Space", ACTION_TOGGLE },
	{ "Enter", ACTION_ONLY_THIS },
	{ "^L", ACTION_REDRAW },
	{ "^Z", ACTION_SUSPEND },
	{ "Esc ^C ^G", ACTION_CANCEL },
	{ "Down ^N", ACTION_HIT_NEXT },
	{ "Up ^P", ACTION_HIT_PREVIOUS },
	{ "F1", ACTION_HELP_ASIDE },
	{ "Backspace", ACTION_ERASE },
	{ "^W", ACTION_ERASE_WORD },
	{ "^U", ACTION_ERASE_ALL },
};

static const struct promise compare[] = {
	{ "j Down ^N", ACTION_NEXT },
	{ "k Up ^P", ACTION_PREVIOUS },
	{ "g Home", ACTION_FIRST },
	{ "G End", ACTION_LAST },
	{ "d ^D", ACTION_HALF_DOWN },
	{ "u ^U", ACTION_HALF_UP },
	{ "PgDn ^F", ACTION_PAGE_DOWN },
	{ "PgUp ^B", ACTION_PAGE_UP },
	{ "J", ACTION_NEXT_CODE },
	{ "K", ACTION_PREVIOUS_CODE },
	{ "Enter", ACTION_ENTER },
	{ "Space", ACTION_READ_ON },
	{ "b", ACTION_READ_BACK },
	{ "c", ACTION_COMPARE },
	{ "? F1", ACTION_HELP },
	{ "^L", ACTION_REDRAW },
	{ "^Z", ACTION_SUSPEND },
	{ "Esc", ACTION_BACK },
	{ "q", ACTION_QUIT },
	{ "Q", ACTION_QUIT_NOW },
	{ "^C", ACTION_INTERRUPT },
};

static const struct {
	enum context context;
	const struct promise *promises;
	size_t count;
} contexts[] = {
	{ CONTEXT_BROWSE, browse, COUNT(browse) },
	{ CONTEXT_PROMPT, prompt, COUNT(prompt) },
	{ CONTEXT_HELP, help, COUNT(help) },
	{ CONTEXT_COPY, copy, COUNT(copy) },
	{ CONTEXT_MENU, menu, COUNT(menu) },
	{ CONTEXT_COMPARE, compare, COUNT(compare) },
};

/* What was promised of a key; ACTION_COUNT for nothing. */
static enum action promised(const struct promise *promises, size_t count,
			    hkey_t key)
{
	for (size_t i = 0; i < count; i++) {
		for (const char *at = promises[i].keys; *at != '\0';) {
			size_t length = strcspn(at, " ");

			if (hkey_parse(at, length) == key)
				return promises[i].action;
			at += length + (at[length] == ' ');
		}
	}
	return ACTION_COUNT;
}

static void expect_promised(size_t context, hkey_t key)
{
	enum action action = promised(contexts[context].promises,
				      contexts[context].count, key);
	char name[24];

	hkey_name(key, name, sizeof(name));
	cr_expect_eq(action_of_key(contexts[context].context, key), action,
		     "%s in context %d", name, contexts[context].context);
}

Test(keymap, every_key_does_what_was_promised_in_every_layer)
{
	for (size_t i = 0; i < COUNT(contexts); i++) {
		for (hkey_t key = 1; key < 0x200; key++) {
			expect_promised(i, key);
			expect_promised(i, HKEY_ALT(key));
		}
		for (hkey_t key = HKEY_FIRST; key <= HKEY_OTHER; key++) {
			expect_promised(i, key);
			expect_promised(i, HKEY_ALT(key));
		}
	}
}

Test(keymap, nothing_is_reached_by_a_function_key_or_alt_alone)
{
	for (enum action action = 0; action < ACTION_COUNT; action++) {
		bool plain = false;

		for (const char *at = action_row(action)->keys; *at != '\0';) {
			size_t length = strcspn(at, " ");
			hkey_t key = hkey_parse(at, length);

			plain = plain || ((key & HKEY_ALT(0)) == 0 &&
					  (key < HKEY_F1 || key > HKEY_F12));
			at += length + (at[length] == ' ');
		}
		/*
		 * Words are stepped over sign by sign as well, and ? opens the
		 * help where it is no text.
		 */
		cr_expect(plain || action == ACTION_WORD_LEFT ||
				  action == ACTION_WORD_RIGHT ||
				  action == ACTION_HELP_ASIDE,
			  "%s", action_row(action)->name);
	}
}

#include "model/key.h"

#include <criterion/criterion.h>
#include <string.h>

#define COUNT(array) (sizeof(array) / sizeof(*(array)))

static hkey_t parse(const char *name)
{
	return hkey_parse(name, strlen(name));
}

static void expect_both_ways(hkey_t key, const char *name)
{
	char shown[24];

	cr_expect_eq(parse(name), key, "'%s' is %#x", name,
		     (unsigned int)parse(name));
	hkey_name(key, shown, sizeof(shown));
	cr_expect_str_eq(shown, name);
}

Test(key, every_named_key_is_called_as_it_is_parsed)
{
	static const struct {
		hkey_t key;
		const char *name;
	} rows[] = {
		{ HKEY_UP, "Up" },
		{ HKEY_DOWN, "Down" },
		{ HKEY_LEFT, "Left" },
		{ HKEY_RIGHT, "Right" },
		{ HKEY_HOME, "Home" },
		{ HKEY_END, "End" },
		{ HKEY_PAGE_UP, "PgUp" },
		{ HKEY_PAGE_DOWN, "PgDn" },
		{ HKEY_DELETE, "Del" },
		{ HKEY_BACKSPACE, "Backspace" },
		{ HKEY_BACKTAB, "S-Tab" },
		{ HKEY_ENTER, "Enter" },
		{ HKEY_TAB, "Tab" },
		{ HKEY_ESCAPE, "Esc" },
		{ HKEY_SPACE, "Space" },
		{ HKEY_F1, "F1" },
		{ HKEY_F1 + 4, "F5" },
		{ HKEY_F12, "F12" },
	};

	for (size_t i = 0; i < COUNT(rows); i++)
		expect_both_ways(rows[i].key, rows[i].name);
}

Test(key, a_character_is_its_own_name)
{
	for (hkey_t key = '!'; key <= '~'; key++) {
		char name[2] = { (char)key, '\0' };

		expect_both_ways(key, name);
	}
	expect_both_ways(0xe9, "é");
	expect_both_ways(0x6f22, "漢");
}

Test(key, control_keys_are_written_with_a_caret)
{
	for (char letter = 'A'; letter <= 'Z'; letter++) {
		char name[3] = { '^', letter, '\0' };

		expect_both_ways(HKEY_CONTROL(letter), name);
	}
	cr_expect_eq(HKEY_CONTROL('A'), 1);
	cr_expect_eq(parse("^"), '^');
}

Test(key, a_key_pressed_with_alt_is_another_key)
{
	expect_both_ways(HKEY_ALT('b'), "Alt-b");
	expect_both_ways(HKEY_ALT(HKEY_UP), "Alt-Up");
	expect_both_ways(HKEY_ALT(HKEY_BACKSPACE), "Alt-Backspace");
	expect_both_ways(HKEY_ALT(HKEY_CONTROL('C')), "Alt-^C");
	expect_both_ways(HKEY_ALT(0x6f22), "Alt-漢");
	cr_expect_neq(HKEY_ALT('b'), 'b');
	cr_expect_neq(HKEY_ALT(HKEY_ESCAPE), HKEY_ESCAPE);
}

Test(key, what_is_no_name_is_no_key)
{
	static const char *const names[] = { "",      "up",  "Escape", "jj",
					     "F0",    "F13", "^AB",    "Fx",
					     "F1a",   "F01", "éé",     "^1",
					     "Space ", "Alt-", "Alt-up", "Alt" };

	for (size_t i = 0; i < COUNT(names); i++)
		cr_expect_eq(parse(names[i]), HKEY_NONE, "'%s' is %#x",
			     names[i], (unsigned int)parse(names[i]));
}

Test(key, only_the_bytes_given_are_read)
{
	cr_expect_eq(hkey_parse("Upwards", 2), HKEY_UP);
	cr_expect_eq(hkey_parse("j k", 1), 'j');
}

Test(key, whatever_is_pressed_has_a_name_that_can_be_shown)
{
	char name[24];

	for (hkey_t key = HKEY_NONE; key <= 2 * HKEY_OTHER; key++) {
		hkey_t pressed = key <= HKEY_OTHER ?
					 key :
					 HKEY_ALT(key - HKEY_OTHER);

		hkey_name(pressed, name, sizeof(name));
		cr_assert(strlen(name) > 0 && strlen(name) < sizeof(name) - 1,
			  "%#x", (unsigned int)pressed);
		for (const char *at = name; *at != '\0'; at++)
			cr_assert((unsigned char)*at >= 0x20 && *at != 0x7f,
				  "%#x is called by the byte %#x",
				  (unsigned int)pressed, (unsigned char)*at);
	}
}

Test(key, a_name_is_cut_to_its_room)
{
	char name[4];

	hkey_name(HKEY_BACKSPACE, name, sizeof(name));
	cr_expect_str_eq(name, "Bac");
}

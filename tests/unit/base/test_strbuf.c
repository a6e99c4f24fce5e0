#include "base/strbuf.h"

#include <criterion/criterion.h>
#include <string.h>

Test(strbuf, is_empty_before_the_first_addition)
{
	struct strbuf buffer;

	strbuf_init(&buffer);
	cr_expect_null(buffer.text);
	cr_expect_eq(buffer.length, 0);
	cr_expect_str_eq(strbuf_text(&buffer), "");
	strbuf_clear(&buffer);
}

Test(strbuf, additions_follow_each_other)
{
	struct strbuf buffer;

	strbuf_init(&buffer);
	strbuf_add(&buffer, "one ");
	strbuf_add_bytes(&buffer, "two three", 3);
	strbuf_add_char(&buffer, ' ');
	strbuf_addf(&buffer, "%d%s", 4, "04");
	cr_expect_str_eq(buffer.text, "one two 404");
	cr_expect_eq(buffer.length, 11);
	cr_expect_eq(strbuf_text(&buffer), buffer.text);
	strbuf_clear(&buffer);
}

Test(strbuf, an_empty_addition_ends_the_text_with_a_nul)
{
	struct strbuf buffer;

	strbuf_init(&buffer);
	strbuf_add(&buffer, "");
	cr_assert_not_null(buffer.text);
	cr_expect_str_eq(buffer.text, "");
	strbuf_add_bytes(&buffer, NULL, 0);
	strbuf_addf(&buffer, "%s", "");
	cr_expect_eq(buffer.length, 0);
	strbuf_clear(&buffer);
}

Test(strbuf, holds_a_nul_among_its_bytes)
{
	struct strbuf buffer;

	strbuf_init(&buffer);
	strbuf_add_bytes(&buffer, "a\0b", 3);
	cr_expect_eq(buffer.length, 3);
	cr_expect_eq(memcmp(buffer.text, "a\0b", 4), 0);
	strbuf_clear(&buffer);
}

Test(strbuf, grows_with_its_text)
{
	struct strbuf buffer;
	struct strbuf wanted;

	strbuf_init(&buffer);
	strbuf_init(&wanted);
	for (int i = 0; i < 3000; i++) {
		strbuf_addf(&buffer, "%d,", i);
		strbuf_add_char(&wanted, (char)('a' + i % 26));
	}
	cr_expect_eq(buffer.length, 10 * 2 + 90 * 3 + 900 * 4 + 2000 * 5);
	cr_expect_eq(strlen(buffer.text), buffer.length);
	cr_expect_str_eq(buffer.text + buffer.length - 10, "2998,2999,");
	cr_expect_eq(wanted.length, 3000);
	cr_expect_eq(wanted.text[2999], 'a' + 2999 % 26);
	strbuf_clear(&buffer);
	strbuf_clear(&wanted);
}

Test(strbuf, a_formatted_text_longer_than_any_block_is_whole)
{
	struct strbuf buffer;
	char text[20001];

	memset(text, 'x', sizeof(text) - 1);
	text[sizeof(text) - 1] = '\0';
	strbuf_init(&buffer);
	strbuf_addf(&buffer, "<%s>", text);
	cr_expect_eq(buffer.length, 20002);
	cr_expect_eq(buffer.text[0], '<');
	cr_expect_str_eq(buffer.text + 20000, "x>");
	strbuf_clear(&buffer);
}

Test(strbuf, formatted_texts_of_all_lengths_follow_each_other)
{
	struct strbuf buffer;
	size_t length = 0;

	strbuf_init(&buffer);
	for (int width = 1; width < 300; width++) {
		strbuf_addf(&buffer, "%*d", width, width % 10);
		length += (size_t)width;
		cr_assert_eq(buffer.length, length);
		cr_assert_lt(buffer.length, buffer.capacity);
		cr_assert_eq(buffer.text[length - 1], '0' + width % 10);
		cr_assert_eq(buffer.text[length], '\0');
	}
	strbuf_clear(&buffer);
}

Test(strbuf, cut_keeps_the_beginning)
{
	struct strbuf buffer;

	strbuf_init(&buffer);
	strbuf_cut(&buffer, 0);
	cr_expect_str_eq(strbuf_text(&buffer), "");
	strbuf_add(&buffer, "gateway");
	strbuf_cut(&buffer, 7);
	cr_expect_str_eq(buffer.text, "gateway");
	strbuf_cut(&buffer, 4);
	cr_expect_str_eq(buffer.text, "gate");
	strbuf_add(&buffer, "s");
	cr_expect_str_eq(buffer.text, "gates");
	strbuf_clear(&buffer);
}

Test(strbuf, reset_forgets_the_text_and_keeps_the_room)
{
	struct strbuf buffer;
	size_t room;

	strbuf_init(&buffer);
	strbuf_add(&buffer, "something that takes room");
	room = buffer.capacity;
	strbuf_reset(&buffer);
	cr_expect_eq(buffer.length, 0);
	cr_expect_str_eq(strbuf_text(&buffer), "");
	cr_expect_eq(buffer.capacity, room);
	strbuf_clear(&buffer);
}

Test(strbuf, insert_moves_what_follows)
{
	struct strbuf buffer;

	strbuf_init(&buffer);
	strbuf_insert(&buffer, 0, "c", 1);
	strbuf_insert(&buffer, 0, "a", 1);
	strbuf_insert(&buffer, 1, "bbb", 3);
	strbuf_insert(&buffer, 5, "d", 1);
	strbuf_insert(&buffer, 2, "", 0);
	cr_expect_str_eq(buffer.text, "abbbcd");
	cr_expect_eq(buffer.length, 6);
	strbuf_clear(&buffer);
}

Test(strbuf, remove_closes_the_gap)
{
	struct strbuf buffer;

	strbuf_init(&buffer);
	strbuf_remove(&buffer, 0, 0);
	strbuf_add(&buffer, "abcdef");
	strbuf_remove(&buffer, 2, 2);
	cr_expect_str_eq(buffer.text, "abef");
	strbuf_remove(&buffer, 3, 1);
	cr_expect_str_eq(buffer.text, "abe");
	strbuf_remove(&buffer, 0, 1);
	cr_expect_str_eq(buffer.text, "be");
	strbuf_remove(&buffer, 1, 0);
	cr_expect_str_eq(buffer.text, "be");
	strbuf_remove(&buffer, 0, 2);
	cr_expect_str_eq(buffer.text, "");
	cr_expect_eq(buffer.length, 0);
	strbuf_clear(&buffer);
}

Test(strbuf, clear_leaves_one_that_can_be_used_again)
{
	struct strbuf buffer;

	strbuf_init(&buffer);
	strbuf_add(&buffer, "first");
	strbuf_clear(&buffer);
	cr_expect_null(buffer.text);
	strbuf_add(&buffer, "second");
	cr_expect_str_eq(buffer.text, "second");
	strbuf_clear(&buffer);
}

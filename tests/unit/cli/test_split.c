#include "cli/split.h"

#include <criterion/criterion.h>
#include <string.h>

#include "base/strbuf.h"

/* The words behind the first, each in angle brackets. */
static void expect_words(const char *text, const char *words)
{
	struct problem why;
	struct strbuf found;
	struct split split;

	strbuf_init(&found);
	cr_expect(split_init(&split, "first", text, &why), "%s", text);
	cr_expect_str_eq(split.words[0], "first");
	cr_expect_eq(split.words[split.count], NULL);
	for (size_t i = 1; i < split.count; i++)
		strbuf_addf(&found, "<%s>", split.words[i]);
	cr_expect_str_eq(strbuf_text(&found), words, "%s: %s", text,
			 strbuf_text(&found));
	strbuf_clear(&found);
	split_clear(&split);
}

Test(split, words_are_parted_by_blanks)
{
	expect_words("", "");
	expect_words(" \t\n", "");
	expect_words("one", "<one>");
	expect_words("  one two\tthree\n", "<one><two><three>");
}

Test(split, quotes_hold_a_word_together)
{
	expect_words("'one two' three", "<one two><three>");
	expect_words("\"one two\" three", "<one two><three>");
	expect_words("--filter='!vendor'", "<--filter=!vendor>");
	expect_words("a'b c'\"d e\"f", "<ab cd ef>");
	expect_words("'' \"\"", "<><>");
	expect_words("'a\"b' \"a'b\"", "<a\"b><a'b>");
}

Test(split, a_backslash_keeps_the_character_behind_it)
{
	expect_words("one\\ two", "<one two>");
	expect_words("\\'one", "<'one>");
	expect_words("\\\\", "<\\>");
	expect_words("\"\\\"\\\\\\n\"", "<\"\\\\n>");
	expect_words("'\\'", "<\\>");
	expect_words("end\\", "<end\\>");
}

Test(split, nothing_is_expanded)
{
	expect_words("$HOME * ~ `x` a=b;c|d", "<$HOME><*><~><`x`><a=b;c|d>");
}

Test(split, a_quote_without_an_end_is_refused)
{
	static const char *const texts[] = { "'", "\"", "one 'two", "\"\\\"",
					     "'a\"" };

	for (size_t i = 0; i < sizeof(texts) / sizeof(*texts); i++) {
		struct problem why;
		struct split split;

		cr_expect_not(split_init(&split, "first", texts[i], &why),
			      "%s", texts[i]);
		cr_expect_eq(strncmp(why.text, "a quote has no end", 18), 0,
			     "%s: %s", texts[i], why.text);
		split_clear(&split);
	}
}

#include "catalogue/prose.h"

#include <criterion/criterion.h>
#include <string.h>

#define COUNT(array) (sizeof(array) / sizeof(*(array)))

/*
 * The blocks of a text, each as `p`, `i` or `v`, capital with a blank line
 * before it, and the block in brackets.
 */
static void cut(struct strbuf *found, const char *text, bool verbatim)
{
	static const char signs[][4] = { "p", "i", "v", "P", "I", "V" };
	struct prose prose;
	struct prose_block block;

	strbuf_reset(found);
	strbuf_add(found, "");
	prose_start(&prose, text, verbatim);
	while (prose_next(&prose, &block)) {
		cr_expect_eq(strlen(block.text), block.length);
		strbuf_addf(found, "%s[%s]",
			    signs[block.kind + 3 * block.apart], block.text);
	}
	prose_end(&prose);
}

struct row {
	const char *text;
	const char *blocks;
};

static void expect_rows(const struct row *rows, size_t count, bool verbatim)
{
	struct strbuf found;

	strbuf_init(&found);
	for (size_t i = 0; i < count; i++) {
		cut(&found, rows[i].text, verbatim);
		cr_expect_str_eq(found.text, rows[i].blocks, "row %zu: %s", i,
				 found.text);
	}
	strbuf_clear(&found);
}

Test(prose, a_blank_line_parts_paragraphs)
{
	static const struct row rows[] = {
		{ "", "" },
		{ "\n\n", "" },
		{ "   \n", "" },
		{ "one", "p[one]" },
		{ "one\n", "p[one]" },
		{ "one\n\ntwo\n", "p[one]P[two]" },
		{ "one\n\n\n\ntwo", "p[one]P[two]" },
		{ "one\n  \ntwo", "p[one]P[two]" },
		{ "one\n\n", "p[one]" },
	};

	expect_rows(rows, COUNT(rows), false);
}

Test(prose, the_lines_of_a_paragraph_are_joined)
{
	static const struct row rows[] = {
		{ "one\ntwo\nthree", "p[one two three]" },
		{ "one\n two\n  three", "p[one two three]" },
		{ "one -\ntwo", "p[one - two]" },
		{ "a-\n-b", "p[a- -b]" },
	};

	expect_rows(rows, COUNT(rows), false);
}

Test(prose, a_hyphen_and_a_blank_begin_an_item)
{
	static const struct row rows[] = {
		{ "- one", "i[one]" },
		{ "- one\n- two\n", "i[one]i[two]" },
		{ "- one\n  more\n- two\n  more\n  yet more",
		  "i[one more]i[two more yet more]" },
		{ "before\n- one\n- two", "p[before]i[one]i[two]" },
		{ "before\n\n- one\n\n- two\n\nafter",
		  "p[before]I[one]I[two]P[after]" },
		{ "-one", "p[-one]" },
		{ "--- one", "p[--- one]" },
	};

	expect_rows(rows, COUNT(rows), false);
}

Test(prose, four_blanks_make_a_line_verbatim)
{
	static const struct row rows[] = {
		{ "    one", "v[one]" },
		{ "    one\n      two\n    three", "v[one]v[  two]v[three]" },
		{ "before:\n\n    GET / HTTP/1.1\n    Host: a\n\nafter",
		  "p[before:]V[GET / HTTP/1.1]v[Host: a]P[after]" },
		{ "before:\n    one\nafter", "p[before:]v[one]p[after]" },
		{ "    a  b", "v[a  b]" },
		{ "before\n   three", "p[before three]" },
		{ "    - a", "v[- a]" },
		{ "    one\n\n    two", "v[one]V[two]" },
		{ "- item\n    one\n- item", "i[item]v[one]i[item]" },
	};

	expect_rows(rows, COUNT(rows), false);
}

Test(prose, an_example_is_verbatim_as_a_whole)
{
	static const struct row rows[] = {
		{ "", "" },
		{ "GET / HTTP/1.1\nHost: a\n", "v[GET / HTTP/1.1]v[Host: a]" },
		{ "one\n\ntwo", "v[one]V[two]" },
		{ "- one\n  two\n    three", "v[- one]v[  two]v[    three]" },
		{ "  one", "v[  one]" },
	};

	expect_rows(rows, COUNT(rows), true);
}

Test(prose, the_text_beyond_ascii_is_kept)
{
	static const struct row rows[] = {
		{ "caf\u00e9\n\u65e5\u672c", "p[caf\u00e9 \u65e5\u672c]" },
	};

	expect_rows(rows, COUNT(rows), false);
}

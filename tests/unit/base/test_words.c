#include "base/words.h"

#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

#include "base/xalloc.h"

#define COUNT(array) (sizeof(array) / sizeof(*(array)))

/* The folded words of a text, each in brackets. */
static void cut(struct strbuf *found, const char *text, size_t length)
{
	struct words words;
	struct word word;
	char *source = xmalloc(length);

	if (length > 0)
		memcpy(source, text, length);
	strbuf_reset(found);
	words_start(&words, source, length);
	while (words_next(&words, &word)) {
		cr_expect_gt(word.length, 0);
		strbuf_add(found, "[");
		strbuf_add_bytes(found, word.folded, word.length);
		strbuf_add(found, "]");
	}
	words_end(&words);
	free(source);
}

struct row {
	const char *text;
	const char *words;
};

static void expect_rows(const struct row *rows, size_t count)
{
	struct strbuf found;

	strbuf_init(&found);
	for (size_t i = 0; i < count; i++) {
		cut(&found, rows[i].text, strlen(rows[i].text));
		cr_expect_str_eq(strbuf_text(&found), rows[i].words,
				 "'%s' is cut into %s", rows[i].text,
				 strbuf_text(&found));
	}
	strbuf_clear(&found);
}

Test(words, a_word_is_a_run_of_letters_and_digits)
{
	static const struct row rows[] = {
		{ "", "" },
		{ " \n ", "" },
		{ "...", "" },
		{ "a", "[a]" },
		{ "Not Found", "[not][found]" },
		{ "  two,words; ", "[two][words]" },
		{ "HTTP/1.1 404", "[http][1.1][404]" },
		{ "Retry-After", "[retry][after]" },
		{ "proxy_pass", "[proxy][pass]" },
		{ "nginx:499", "[nginx][499]" },
		{ "4xx", "[4xx]" },
		{ "MethodNotAllowed", "[methodnotallowed]" },
		{ "a\u2014b \u2026c", "[a][b][c]" },
		{ "\u201cquoted\u201d", "[quoted]" },
		{ "a\u00a0b", "[a][b]" },
		{ "x \u2192 y", "[x][y]" },
	};

	expect_rows(rows, COUNT(rows));
}

Test(words, a_full_stop_between_digits_belongs_to_the_word)
{
	static const struct row rows[] = {
		{ "404.7", "[404.7]" },
		{ "1.1", "[1.1]" },
		{ "127.0.0.1", "[127.0.0.1]" },
		{ "v1.2", "[v1.2]" },
		{ "404.", "[404]" },
		{ "404. 7", "[404][7]" },
		{ ".5", "[5]" },
		{ "1..2", "[1][2]" },
		{ "a.b", "[a][b]" },
		{ "1.b", "[1][b]" },
		{ "a.1", "[a][1]" },
		{ "nginx.conf.", "[nginx][conf]" },
		{ "1,000", "[1][000]" },
		{ "caf\u00e91.2", "[cafe1.2]" },
	};

	expect_rows(rows, COUNT(rows));
}

Test(words, an_apostrophe_inside_a_word_is_dropped)
{
	static const struct row rows[] = {
		{ "I'm", "[im]" },
		{ "I\u2019m", "[im]" },
		{ "it's we\u2019ll", "[its][well]" },
		{ "rock'n'roll", "[rocknroll]" },
		{ "'quoted'", "[quoted]" },
		{ "\u2018quoted\u2019", "[quoted]" },
		{ "users' data", "[users][data]" },
		{ "users\u2019 data", "[users][data]" },
		{ "a''b", "[a][b]" },
		{ "'", "" },
		{ "\u2019", "" },
	};

	expect_rows(rows, COUNT(rows));
}

Test(words, a_sign_without_width_does_not_part_a_word)
{
	static const struct row rows[] = {
		{ "co\u00adoperate", "[cooperate]" },
		{ "time\u200bout", "[timeout]" },
		{ "x\u200dy x\u200cy", "[xy][xy]" },
		{ "end\u00ad", "[end]" },
		{ "\u00ad", "" },
	};

	expect_rows(rows, COUNT(rows));
}

Test(words, case_accents_and_forms_are_folded)
{
	static const struct row rows[] = {
		{ "GATEWAY Gateway", "[gateway][gateway]" },
		{ "\u00c9cole e\u0301cole E\u0301COLE",
		  "[ecole][ecole][ecole]" },
		{ "\u00dcber u\u0308ber", "[uber][uber]" },
		{ "Vi\u1ec7t", "[viet]" },
		{ "Stra\u00dfe STRASSE STRA\u1e9eE",
		  "[strasse][strasse][strasse]" },
		{ "\ufb01le o\ufb03ce", "[file][office]" },
		{ "\u0130stanbul", "[istanbul]" },
		{ "I\u0307", "[i]" },
		{ "\u01c6 \u01c4", "[dz][dz]" },
		{ "\uff28\uff34\uff34\uff30 \uff14\uff10\uff14",
		  "[http][404]" },
		{ "m\u00b2 \u2460 \u2163", "[m2][1][iv]" },
		{ "\u212bngstr\u00f6m", "[angstrom]" },
	};

	expect_rows(rows, COUNT(rows));
}

Test(words, other_scripts_are_folded_too)
{
	static const struct row rows[] = {
		{ "\u039f\u0394\u039f\u03a3 \u03bf\u03b4\u03cc\u03c2",
		  "[\u03bf\u03b4\u03bf\u03c3][\u03bf\u03b4\u03bf\u03c3]" },
		{ "\u03a3\u03af\u03c3\u03c5\u03c6\u03bf\u03c2",
		  "[\u03c3\u03b9\u03c3\u03c5\u03c6\u03bf\u03c3]" },
		{ "\u041e\u0428\u0418\u0411\u041a\u0410",
		  "[\u043e\u0448\u0438\u0431\u043a\u0430]" },
		{ "\u30a8\u30e9\u30fc", "[\u30a8\u30e9\u30fc]" },
		{ "\u65e5\u672c", "[\u65e5\u672c]" },
	};

	expect_rows(rows, COUNT(rows));
}

Test(words, what_folds_to_nothing_is_no_word)
{
	static const struct row rows[] = {
		{ "\u0301", "" },
		{ "\u0301 a", "[a]" },
		{ "\u0301\u0308 \u0301", "" },
		{ "a \u0301 b", "[a][b]" },
	};

	expect_rows(rows, COUNT(rows));
}

Test(words, bytes_that_are_not_utf8_part_words)
{
	struct strbuf found;

	strbuf_init(&found);
	cut(&found, "a\xff" "b\xe2\x82", 5);
	cr_expect_str_eq(strbuf_text(&found), "[a][b]");
	cut(&found, "caf\xe9", 4);
	cr_expect_str_eq(strbuf_text(&found), "[caf]");
	cut(&found, "a\0b", 3);
	cr_expect_str_eq(strbuf_text(&found), "[a][b]");
	strbuf_clear(&found);
}

Test(words, nothing_is_read_beyond_the_length)
{
	struct strbuf found;

	strbuf_init(&found);
	cut(&found, "404.7", 4);
	cr_expect_str_eq(strbuf_text(&found), "[404]");
	cut(&found, "I'm", 2);
	cr_expect_str_eq(strbuf_text(&found), "[i]");
	cut(&found, "caf\u00e9", 4);
	cr_expect_str_eq(strbuf_text(&found), "[caf]");
	cut(&found, "word", 0);
	cr_expect_str_eq(strbuf_text(&found), "");
	strbuf_clear(&found);
}

Test(words, a_word_tells_its_bytes_in_the_source)
{
	static const char text[] = "  I\u2019m at \u00c9cole 404.7.";
	static const char *const wanted[] = { "I\u2019m", "at", "\u00c9cole",
					      "404.7" };
	struct words words;
	struct word word;
	size_t count = 0;

	words_start(&words, text, strlen(text));
	while (words_next(&words, &word)) {
		cr_assert_lt(count, COUNT(wanted));
		cr_expect_eq(word.end - word.start, strlen(wanted[count]),
			     "%s", wanted[count]);
		cr_expect_eq(strncmp(text + word.start, wanted[count],
				     strlen(wanted[count])),
			     0, "%s", wanted[count]);
		count++;
	}
	words_end(&words);
	cr_expect_eq(count, COUNT(wanted));
}

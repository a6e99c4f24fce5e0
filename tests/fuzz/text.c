/*
 * text -- any bytes, measured, folded, cleaned, and wrapped at all widths.
 */
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "base/words.h"
#include "fuzz/fuzz.h"
#include "page/wrap.h"

enum { WIDEST = 90, LONGEST = 2000 };

static void measure(const char *text, size_t length)
{
	size_t at = 0;

	while (at < length) {
		size_t step = text_cluster(text + at, length - at);
		size_t last = text_last_cluster(text, length - at);

		fuzz_expect(step > 0 && step <= length - at,
			    "a cluster lies in its text");
		fuzz_expect(last > 0 && last <= length - at,
			    "the last cluster lies in its text");
		at += step;
	}
	for (int columns = 0; columns < 20; columns++) {
		size_t fit = text_fit(text, length, columns);

		fuzz_expect(fit <= length && text_columns(text, fit) <= columns,
			    "what fits is no wider than its room");
	}
}

/*
 * Folding what is folded changes nothing, so that query and index meet; but a
 * sign that stands for several, as the number with its full stop does, may be
 * cut then.
 */
static void expect_folded(const struct word *word)
{
	struct words words;
	struct word again;

	words_start(&words, word->folded, word->length);
	while (words_next(&words, &again))
		fuzz_expect(memmem(word->folded, word->length, again.folded,
				   again.length) != NULL,
			    "a folded word folds to itself");
	words_end(&words);
}

static void cut_into_words(const char *text, size_t length)
{
	struct words words;
	struct word word;
	size_t end = 0, bad;

	words_start(&words, text, length);
	while (words_next(&words, &word)) {
		fuzz_expect(word.start >= end && word.start < word.end &&
				    word.end <= length && word.length > 0,
			    "words follow each other in their text");
		fuzz_expect(text_valid(word.folded, word.length, &bad),
			    "a folded word is UTF-8");
		expect_folded(&word);
		end = word.end;
	}
	words_end(&words);
}

static void change(const char *text, size_t length)
{
	struct strbuf clean, ascii;

	strbuf_init(&clean);
	strbuf_init(&ascii);
	text_clean(&clean, text, length);
	fuzz_expect_clean(strbuf_text(&clean), clean.length);
	text_to_ascii(&ascii, strbuf_text(&clean), clean.length);
	for (size_t i = 0; i < ascii.length; i++)
		fuzz_expect((unsigned char)ascii.text[i] < 0x80,
			    "what is to be ASCII is");
	strbuf_clear(&ascii);
	strbuf_clear(&clean);
}

static size_t skip_blanks(const char *text, size_t at, size_t end)
{
	while (at < end && (text[at] == ' ' || text[at] == '\n'))
		at++;
	return at;
}

/* Every line fits, and none of the text is lost but blanks between lines. */
static void wrap_at(const char *text, size_t length, int columns)
{
	struct wrap wrap;
	size_t start, end, at = 0;

	wrap_start(&wrap, text, length);
	while (wrap_next(&wrap, columns, &start, &end)) {
		fuzz_expect(start >= at && end >= start && end <= length,
			    "lines follow each other in their text");
		fuzz_expect(skip_blanks(text, at, start) == start,
			    "nothing but blanks is left out between lines");
		fuzz_expect(text_columns(text + start, end - start) <=
					    columns ||
				    text_cluster(text + start, end - start) ==
					    end - start,
			    "a line fits its width");
		at = end;
	}
	fuzz_expect(skip_blanks(text, at, length) == length,
		    "nothing but blanks is left out at the end");
	wrap_end(&wrap);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	const char *text = (const char *)data;
	size_t length = size < LONGEST ? size : LONGEST;
	size_t bad;

	fuzz_locale();
	change(text, length);
	if (!text_valid(text, length, &bad))
		length = bad;
	if (memchr(text, '\0', length) != NULL)
		length = strlen(text);
	measure(text, length);
	cut_into_words(text, length);
	for (int columns = 1; columns <= WIDEST; columns++)
		wrap_at(text, length, columns);
	return 0;
}

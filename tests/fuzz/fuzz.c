#include "fuzz/fuzz.h"

#include <locale.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/text.h"

void fuzz_locale(void)
{
	static const char *locale;

	if (locale == NULL)
		locale = setlocale(LC_ALL, "C.UTF-8");
	fuzz_expect(locale != NULL, "there is no locale C.UTF-8");
}

_Noreturn void fuzz_abort(const char *file, int line, const char *sentence)
{
	fprintf(stderr, "%s:%d: %s\n", file, line, sentence);
	abort();
}

/* U+FFFD stands for what was refused; a letter of any other plane may stay. */
static bool is_clean(uint32_t character)
{
	return character == '\n' || character == '\t' ||
	       (character >= ' ' && character != 0x7f &&
		(character < 0x80 || character > 0x9f) &&
		(character < 0x202a || character > 0x202e) &&
		(character < 0x2066 || character > 0x2069) &&
		character != 0x200e && character != 0x200f &&
		character != 0x2028 && character != 0x2029 &&
		character != 0x61c);
}

void fuzz_expect_clean(const char *text, size_t length)
{
	size_t bad;

	fuzz_expect(text_valid(text, length, &bad), "what is shown is UTF-8");
	for (size_t at = 0; at < length;) {
		uint32_t character;

		at += text_decode(text + at, length - at, &character);
		fuzz_expect(is_clean(character),
			    "nothing that is shown commands a terminal");
	}
}

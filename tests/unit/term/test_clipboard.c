#include "term/clipboard.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

static void expect(const char *text, enum multiplexer within,
		   const char *wanted)
{
	struct strbuf sequence;

	strbuf_init(&sequence);
	clipboard_sequence(&sequence, text, strlen(text), within);
	cr_expect_str_eq(strbuf_text(&sequence), wanted);
	strbuf_clear(&sequence);
}

/* The examples of RFC 4648, section 10. */
Test(clipboard, a_text_is_sent_in_base64)
{
	static const char *const rows[][2] = {
		{ "", "" },		{ "f", "Zg==" },
		{ "fo", "Zm8=" },	{ "foo", "Zm9v" },
		{ "foob", "Zm9vYg==" }, { "fooba", "Zm9vYmE=" },
		{ "foobar", "Zm9vYmFy" },
	};
	char wanted[40];

	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		snprintf(wanted, sizeof(wanted), "\033]52;c;%s\007",
			 rows[i][1]);
		expect(rows[i][0], WITHIN_NONE, wanted);
	}
	/* Whatever is in it commands no terminal. */
	expect("\033[2J\377", WITHIN_NONE, "\033]52;c;G1sySv8=\007");
}

Test(clipboard, tmux_gets_it_as_it_is_and_to_pass_through)
{
	expect("foo", WITHIN_TMUX,
	       "\033]52;c;Zm9v\007"
	       "\033Ptmux;\033\033]52;c;Zm9v\007\033\\");
}

Test(clipboard, screen_passes_it_through_in_pieces)
{
	struct strbuf sequence;
	char text[600];
	const char *at;
	size_t pieces = 0;

	expect("foo", WITHIN_SCREEN, "\033P\033]52;c;Zm9v\007\033\\");
	memset(text, 'x', sizeof(text));
	strbuf_init(&sequence);
	clipboard_sequence(&sequence, text, sizeof(text), WITHIN_SCREEN);
	for (at = strbuf_text(&sequence); *at != '\0'; pieces++) {
		const char *end = strstr(at, "\033\\");

		cr_assert_not_null(end);
		cr_expect_eq(strncmp(at, "\033P", 2), 0);
		cr_expect_leq(end - at, 250);
		at = end + 2;
	}
	cr_expect_eq(pieces, 4);
	strbuf_clear(&sequence);
}

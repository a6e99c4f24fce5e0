#include "term/clipboard.h"

#include <stdint.h>

/* RFC 4648, section 4. */
static void add_base64(struct strbuf *buffer, const char *text, size_t length)
{
	static const char letters[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
				      "abcdefghijklmnopqrstuvwxyz"
				      "0123456789+/";
	const unsigned char *bytes = (const unsigned char *)text;

	for (size_t i = 0; i < length; i += 3) {
		uint32_t group = (uint32_t)bytes[i] << 16;

		if (i + 1 < length)
			group |= (uint32_t)bytes[i + 1] << 8;
		if (i + 2 < length)
			group |= bytes[i + 2];
		strbuf_add_char(buffer, letters[group >> 18 & 63]);
		strbuf_add_char(buffer, letters[group >> 12 & 63]);
		strbuf_add_char(buffer, i + 1 < length ?
						letters[group >> 6 & 63] :
						'=');
		strbuf_add_char(buffer,
				i + 2 < length ? letters[group & 63] : '=');
	}
}

/* tmux takes off its wrapping, and of two escapes one. */
static void wrap_for_tmux(struct strbuf *sequence, const char *plain)
{
	strbuf_add(sequence, "\033Ptmux;");
	for (; *plain != '\0'; plain++) {
		if (*plain == '\033')
			strbuf_add_char(sequence, '\033');
		strbuf_add_char(sequence, *plain);
	}
	strbuf_add(sequence, "\033\\");
}

/* screen passes through pieces that are not long. */
static void wrap_for_screen(struct strbuf *sequence, const char *plain,
			    size_t length)
{
	enum { PIECE = 240 };

	for (size_t at = 0; at < length; at += PIECE) {
		size_t rest = length - at;

		strbuf_add(sequence, "\033P");
		strbuf_add_bytes(sequence, plain + at,
				 rest < PIECE ? rest : PIECE);
		strbuf_add(sequence, "\033\\");
	}
}

void clipboard_sequence(struct strbuf *sequence, const char *text,
			size_t length, enum multiplexer within)
{
	struct strbuf plain;

	strbuf_init(&plain);
	strbuf_add(&plain, "\033]52;c;");
	add_base64(&plain, text, length);
	strbuf_add(&plain, "\007");
	if (within != WITHIN_SCREEN)
		strbuf_add(sequence, plain.text);
	if (within == WITHIN_TMUX)
		wrap_for_tmux(sequence, plain.text);
	else if (within == WITHIN_SCREEN)
		wrap_for_screen(sequence, plain.text, plain.length);
	strbuf_clear(&plain);
}

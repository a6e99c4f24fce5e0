/*
 * curses could decode keys, but it reads and waits while it does, and it does
 * not know Alt.  Terminals of today send what ECMA-48 and xterm have laid
 * down; of the others, their descriptions tell.
 */
#include "term/input.h"

#include <langinfo.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "term/sequence.h"

enum {
	ESCAPE = 0x1b,
	PASTE_LIMIT = 65536, /* characters */
	ESCAPE_DELAY = 25, /* milliseconds */
	SEQUENCE_DELAY = 250,
	PASTE_DELAY = 1000,
};

static const char paste_begins[] = "\033[200~";
static const char paste_ends[] = "\033[201~";

static const struct {
	const char *bytes;
	hkey_t key;
} usual[] = {
	{ "\033[A", HKEY_UP },       { "\033OA", HKEY_UP },
	{ "\033[B", HKEY_DOWN },     { "\033OB", HKEY_DOWN },
	{ "\033[C", HKEY_RIGHT },    { "\033OC", HKEY_RIGHT },
	{ "\033[D", HKEY_LEFT },     { "\033OD", HKEY_LEFT },
	{ "\033[H", HKEY_HOME },     { "\033OH", HKEY_HOME },
	{ "\033[1~", HKEY_HOME },    { "\033[7~", HKEY_HOME },
	{ "\033[F", HKEY_END },      { "\033OF", HKEY_END },
	{ "\033[4~", HKEY_END },     { "\033[8~", HKEY_END },
	{ "\033[5~", HKEY_PAGE_UP }, { "\033[6~", HKEY_PAGE_DOWN },
	{ "\033[3~", HKEY_DELETE },  { "\033[Z", HKEY_BACKTAB },
	{ "\033OM", HKEY_ENTER },    { "\033OP", HKEY_F1 },
	{ "\033[11~", HKEY_F1 },     { "\033[[A", HKEY_F1 },
};

/* A number of an environment variable, `otherwise` where there is none. */
static int delay_of(const char *name, int otherwise)
{
	const char *text = getenv(name);
	char *end = NULL;
	long delay = text == NULL ? 0 : strtol(text, &end, 10);

	if (text == NULL || end == text || *end != '\0' || delay < 0)
		return otherwise;
	return delay < PASTE_DELAY ? (int)delay : PASTE_DELAY;
}

void decoder_init(struct decoder *decoder)
{
	const char *charset = nl_langinfo(CODESET);

	*decoder = (struct decoder){
		.escape_delay = delay_of("ESCDELAY", ESCAPE_DELAY),
		.utf8 = strcmp(charset, "UTF-8") == 0 ||
			strcmp(charset, "ANSI_X3.4-1968") == 0 ||
			strcmp(charset, "US-ASCII") == 0,
	};
	strbuf_init(&decoder->paste);
	for (size_t i = 0; i < sizeof(usual) / sizeof(*usual); i++)
		decoder_define(decoder, usual[i].bytes, usual[i].key);
}

void decoder_clear(struct decoder *decoder)
{
	strbuf_clear(&decoder->paste);
}

void decoder_define(struct decoder *decoder, const char *bytes, hkey_t key)
{
	size_t count = decoder->sequence_count;

	if (bytes == NULL || bytes[0] != ESCAPE || bytes[1] == '\0' ||
	    count == INPUT_SEQUENCES)
		return;
	decoder->sequences[count].bytes = bytes;
	decoder->sequences[count].key = key;
	decoder->sequence_count++;
}

char *decoder_room(struct decoder *decoder, size_t *length)
{
	*length = INPUT_BYTES - decoder->length;
	return decoder->bytes + decoder->length;
}

void decoder_feed(struct decoder *decoder, size_t length)
{
	decoder->length += length;
}

/* ------------------------------------------------------------------------
 * Pastes
 */

static size_t paste_character(struct decoder *decoder,
			      const struct bytes *bytes)
{
	uint32_t character;
	size_t length = sequence_character(bytes, &character);

	if (length > 0 && character != 0xfffd &&
	    decoder->pasted < PASTE_LIMIT) {
		text_encode(&decoder->paste, character);
		decoder->pasted++;
	}
	return length;
}

/* What is pasted goes to the paste; a sequence in it is left out. */
static size_t take_pasted(struct decoder *decoder, const struct bytes *bytes)
{
	struct input dropped = { .kind = INPUT_NONE };

	if (*bytes->at != ESCAPE)
		return paste_character(decoder, bytes);
	if (bytes->length == 1)
		return bytes->waited ? 1 : 0;
	if (strchr("[O]P", bytes->at[1]) == NULL)
		return 1;
	return sequence_escape(bytes, &dropped);
}

static struct input end_paste(struct decoder *decoder)
{
	decoder->pasting = false;
	return (struct input){
		.kind = INPUT_PASTE,
		.text = strbuf_text(&decoder->paste),
		.length = decoder->paste.length,
	};
}

static void begin_paste(struct decoder *decoder)
{
	decoder->pasting = true;
	decoder->pasted = 0;
	strbuf_reset(&decoder->paste);
}

/* ------------------------------------------------------------------------
 * The decoder
 */

static void drop(struct decoder *decoder, size_t length)
{
	decoder->length -= length;
	memmove(decoder->bytes, decoder->bytes + length, decoder->length);
}

static bool begins(const struct bytes *bytes, const char *text)
{
	size_t length = strlen(text);

	return bytes->length >= length && memcmp(bytes->at, text, length) == 0;
}

struct input decoder_next(struct decoder *decoder, bool waited)
{
	struct input input = { .kind = INPUT_NONE };

	while (input.kind == INPUT_NONE && decoder->length > 0) {
		struct bytes bytes = {
			.decoder = decoder,
			.at = decoder->bytes,
			.length = decoder->length,
			/* What has no end has had its time, too. */
			.waited = waited || decoder->length == INPUT_BYTES,
		};
		const char *mark = decoder->pasting ? paste_ends : paste_begins;
		size_t length = strlen(mark);
		bool marked = begins(&bytes, mark);

		if (marked && decoder->pasting)
			input = end_paste(decoder);
		else if (marked)
			begin_paste(decoder);
		else if (decoder->pasting)
			length = take_pasted(decoder, &bytes);
		else
			length = sequence_take(&bytes, &input);
		if (length == 0)
			return input;
		drop(decoder, length);
	}
	/* A paste whose end never comes must not hold the keys. */
	if (input.kind == INPUT_NONE && decoder->pasting && waited)
		return end_paste(decoder);
	return input;
}

int decoder_patience(const struct decoder *decoder)
{
	if (decoder->pasting)
		return PASTE_DELAY;
	if (decoder->length == 0)
		return -1;
	/* Esc, or Alt and a bracket, may have been pressed. */
	return *decoder->bytes == ESCAPE && decoder->length <= 2 ?
		       decoder->escape_delay :
		       SEQUENCE_DELAY;
}

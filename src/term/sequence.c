#include "term/sequence.h"

#include <string.h>
#include <wchar.h>

#include "base/ascii.h"
#include "base/text.h"

enum { ESCAPE = 0x1b, BELL = 0x07 };

static size_t take_key(struct input *input, hkey_t key, size_t length)
{
	input->kind = INPUT_KEY;
	input->key = key;
	return length;
}

/* The key of a character or control character. */
static hkey_t key_of(uint32_t character)
{
	switch (character) {
	case '\r':
	case '\n':
		return HKEY_ENTER;
	case '\t':
		return HKEY_TAB;
	case 0x7f:
	case '\b':
		return HKEY_BACKSPACE;
	case ' ':
		return HKEY_SPACE;
	case 0:
	case 0xfffd:
		return HKEY_OTHER;
	default:
		return (hkey_t)character;
	}
}

/* How many bytes of UTF-8 a character with this first byte has. */
static size_t utf8_length(unsigned char first)
{
	if (first >= 0xc2 && first <= 0xdf)
		return 2;
	if (first >= 0xe0 && first <= 0xef)
		return 3;
	return first >= 0xf0 && first <= 0xf4 ? 4 : 1;
}

/* Whether the bytes are the beginning of a character of UTF-8, and no more. */
static bool is_begun(const char *bytes, size_t length)
{
	size_t at = 1;

	while (at < length && ((unsigned char)bytes[at] & 0xc0) == 0x80)
		at++;
	return at == length && length < utf8_length((unsigned char)*bytes);
}

/* A character of the locale; what is none is U+FFFD, a byte long. */
size_t sequence_character(const struct bytes *bytes, uint32_t *character)
{
	mbstate_t state;
	wchar_t wide;
	size_t length;

	*character = 0xfffd;
	if (bytes->decoder->utf8 && is_begun(bytes->at, bytes->length))
		return bytes->waited ? bytes->length : 0;
	if (bytes->decoder->utf8)
		return text_decode(bytes->at, bytes->length, character);
	memset(&state, 0, sizeof(state));
	length = mbrtowc(&wide, bytes->at, bytes->length, &state);
	if (length == (size_t)-2)
		return bytes->waited ? bytes->length : 0;
	if (length == (size_t)-1)
		return 1;
	*character = (uint32_t)wide;
	return length == 0 ? 1 : length;
}

static bool begins(const struct bytes *bytes, const char *text)
{
	size_t length = strlen(text);

	return bytes->length >= length && memcmp(bytes->at, text, length) == 0;
}

/*
 * The longest sequence of the terminal that the bytes begin with; `*begun`
 * when they are all of them the beginning of a longer one.
 */
static size_t take_defined(const struct bytes *bytes, struct input *input,
			   bool *begun)
{
	const struct decoder *decoder = bytes->decoder;
	size_t longest = 0;

	*begun = false;
	for (size_t i = 0; i < decoder->sequence_count; i++) {
		const char *sequence = decoder->sequences[i].bytes;
		size_t length = strlen(sequence);

		if (length > longest && begins(bytes, sequence))
			longest = take_key(input, decoder->sequences[i].key,
					   length);
		else if (length > bytes->length &&
			 memcmp(sequence, bytes->at, bytes->length) == 0)
			*begun = true;
	}
	return longest;
}

/* The letter at the end of a sequence ends its last number, too. */
static const char *read_number(const char *at, int *number)
{
	for (*number = 0; ascii_is_digit(*at); at++) {
		if (*number < 100000)
			*number = *number * 10 + (*at - '0');
	}
	return at;
}

/* A button that goes up, or is not of use, is nothing. */
static void set_click(struct input *input, int button, int col, int row)
{
	enum { SHIFTS = 4 + 8 + 16, WHEEL_UP = 64, WHEEL_DOWN = 65 };

	button &= ~SHIFTS;
	if (col < 1 || row < 1 ||
	    (button != 0 && button != WHEEL_UP && button != WHEEL_DOWN))
		return;
	input->kind = INPUT_CLICK;
	input->button = button == WHEEL_UP   ? BUTTON_WHEEL_UP :
			button == WHEEL_DOWN ? BUTTON_WHEEL_DOWN :
					       BUTTON_LEFT;
	input->row = row - 1;
	input->col = col - 1;
}

/*
 * A click as xterm's mode 1006 reports it: `<`, button, column and row from 1,
 * and M where the button goes down.
 */
static void read_click(const char *at, struct input *input)
{
	int button, col, row;

	at = read_number(at, &button);
	at = read_number(at + 1, &col);
	at = read_number(at + 1, &row);
	if (*at == 'M')
		set_click(input, button, col, row);
}

/* As a terminal without that mode does: three bytes, 32 added to each. */
static size_t take_old_click(const struct bytes *bytes, struct input *input)
{
	enum { LENGTH = 6, OFFSET = 32 };
	const unsigned char *at = (const unsigned char *)bytes->at + 3;

	if (bytes->length < LENGTH)
		return bytes->waited ? bytes->length : 0;
	set_click(input, at[0] - OFFSET, at[1] - OFFSET, at[2] - OFFSET);
	return LENGTH;
}

/* Whether the parameters are three numbers with semicolons between. */
static bool is_click(const char *at, const char *end)
{
	for (int i = 0; i < 3; i++) {
		if (!ascii_is_digit(*at))
			return false;
		while (ascii_is_digit(*at))
			at++;
		if (*at != ';' && i < 2)
			return false;
		at += i < 2;
	}
	return at == end;
}

/*
 * A control sequence (ECMA-48), or what keypads send, to its end: a key that
 * nobody knows, or else its letters would act as commands.
 */
static size_t take_sequence(const struct bytes *bytes, struct input *input)
{
	const char *first = bytes->at + 2;
	size_t at = 2;

	while (at < bytes->length && bytes->at[at] >= 0x20 &&
	       bytes->at[at] <= 0x3f)
		at++;
	if (at == bytes->length) {
		if (!bytes->waited)
			return 0;
		/* Alt and a bracket, or the terminal has lost the rest. */
		return take_key(input,
				at == 2 ? HKEY_ALT(bytes->at[1]) : HKEY_OTHER,
				at);
	}
	if (bytes->at[at] < 0x40 || bytes->at[at] > 0x7e)
		return take_key(input, HKEY_OTHER, at);
	if (at == 2 && *first == 'M' && bytes->at[1] == '[')
		return take_old_click(bytes, input);
	if (*first == '<' && is_click(first + 1, bytes->at + at))
		read_click(first + 1, input);
	else
		take_key(input, HKEY_OTHER, 0);
	return at + 1;
}

/* A terminal's answer to what somebody asked it before: nobody's key. */
static bool is_answer(const struct bytes *bytes)
{
	if (bytes->length < 3)
		return false;
	return (bytes->at[1] == ']' && bytes->at[2] >= '0' &&
		bytes->at[2] <= '9') ||
	       (bytes->at[1] == 'P' && strchr("01!>", bytes->at[2]) != NULL);
}

static size_t take_answer(const struct bytes *bytes)
{
	for (size_t at = 2; at < bytes->length; at++) {
		if (bytes->at[at] == BELL)
			return at + 1;
		if (bytes->at[at] == ESCAPE && at + 1 < bytes->length)
			return at + (bytes->at[at + 1] == '\\' ? 2 : 0);
	}
	return bytes->waited ? bytes->length : 0;
}

/*
 * Esc twice; or Alt with a key that is a sequence of its own, as rxvt sends
 * it.
 */
static size_t take_escapes(const struct bytes *bytes, struct input *input)
{
	struct bytes rest = *bytes;
	size_t length;

	rest.at++;
	rest.length--;
	if (rest.length == 1 && !bytes->waited)
		return 0;
	if (rest.length == 1 || (rest.at[1] != '[' && rest.at[1] != 'O'))
		return take_key(input, HKEY_ESCAPE, 1);
	length = sequence_escape(&rest, input);
	if (length == 0)
		return 0;
	if (length == 2 || input->kind != INPUT_KEY)
		return take_key(input, HKEY_ESCAPE, 1);
	return take_key(input, HKEY_ALT(input->key), length + 1);
}

/* What begins with Esc: a sequence, Alt and a key, or Esc alone. */
size_t sequence_escape(const struct bytes *bytes, struct input *input)
{
	struct bytes rest = *bytes;
	uint32_t character;
	size_t length;
	bool begun;

	if (bytes->length == 1)
		return bytes->waited ? take_key(input, HKEY_ESCAPE, 1) : 0;
	length = take_defined(bytes, input, &begun);
	if (begun && !bytes->waited)
		return 0;
	if (length > 0)
		return length;
	if (bytes->at[1] == ESCAPE)
		return take_escapes(bytes, input);
	if (bytes->at[1] == '[' || bytes->at[1] == 'O')
		return take_sequence(bytes, input);
	if (is_answer(bytes))
		return take_answer(bytes);
	if ((bytes->at[1] == ']' || bytes->at[1] == 'P') &&
	    bytes->length == 2 && !bytes->waited)
		return 0;
	rest.at++;
	rest.length--;
	length = sequence_character(&rest, &character);
	if (length == 0)
		return 0;
	return take_key(input, HKEY_ALT(key_of(character)), length + 1);
}

size_t sequence_take(const struct bytes *bytes, struct input *input)
{
	uint32_t character;
	size_t length;

	if (*bytes->at == ESCAPE)
		return sequence_escape(bytes, input);
	length = sequence_character(bytes, &character);
	return length == 0 ? 0 : take_key(input, key_of(character), length);
}

#include "base/legible.h"

#include <stdint.h>

#include "base/text.h"

/* A text that is gone through. */
struct reader {
	struct location place;
	const char *text;
	size_t length;
	struct fault_list *faults;
	bool told_returns; /* of lines that end with CR LF one is enough */
};

static void tell(struct reader *reader, const char *what, uint32_t character,
		 const char *expected)
{
	fault_add(reader->faults, reader->place, reader->text, reader->length,
		  "%s, U+%04X; expected %s", what, (unsigned int)character,
		  expected);
}

/* Refuse the character at `at`, if need be. */
static void check(struct reader *reader, size_t at, uint32_t character)
{
	const char *refused = text_refused(character);

	if (refused == NULL)
		return;
	if (character == '\r' && at + 1 < reader->length &&
	    reader->text[at + 1] == '\n') {
		if (!reader->told_returns)
			tell(reader, "a line that ends with CR LF", character,
			     "LF alone");
		reader->told_returns = true;
	} else if (character == 0xfeff && at == 0) {
		tell(reader, "a byte order mark", character,
		     "UTF-8 without one");
	} else {
		tell(reader, refused, character, "printable text");
	}
}

/* How many bytes at `at` are printable ASCII. */
static size_t plain_run(const char *text, size_t at, size_t end)
{
	size_t length = 0;

	while (at + length < end && text[at + length] >= 0x20 &&
	       text[at + length] < 0x7f)
		length++;
	return length;
}

static void step(struct location *place, uint32_t character)
{
	place->column++;
	if (character == '\n') {
		place->line++;
		place->column = 1;
	}
}

bool legible(const char *file, const char *text, size_t length,
	     struct fault_list *faults)
{
	struct reader reader = {
		.place = { .file = file, .line = 1, .column = 1 },
		.text = text,
		.length = length,
		.faults = faults,
	};
	size_t before = faults->total;
	uint32_t character;
	size_t bad = length;

	text_valid(text, length, &bad);
	for (size_t i = 0;
	     i < bad && !(faults->total > before &&
			  fault_enough(faults, file));) {
		size_t run = plain_run(text, i, bad);
		size_t at = i + run;

		i += run;
		reader.place.column += (unsigned int)run;
		if (i == bad)
			break;
		i += text_decode(text + i, length - i, &character);
		check(&reader, at, character);
		step(&reader.place, character);
	}
	if (bad < length)
		fault_add(faults, reader.place, text, length,
			  "a byte that is not UTF-8, 0x%02X; expected UTF-8",
			  (unsigned char)text[bad]);
	return faults->total == before;
}

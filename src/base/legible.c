#include "base/legible.h"

#include <stdint.h>

#include "base/text.h"

bool legible(const char *file, const char *text, size_t length,
	     struct fault_list *faults)
{
	struct place place = { .file = file, .line = 1, .column = 1 };
	size_t before = faults->total;
	uint32_t character;
	size_t bad = length;

	text_valid(text, length, &bad);
	for (size_t i = 0;
	     i < bad && !(faults->total > before &&
			  fault_enough(faults, file));) {
		const char *refused;

		i += text_decode(text + i, length - i,
				 &character);
		refused = text_refused(character);
		if (refused != NULL)
			fault_add(faults, place, text, length,
				  "%s, U+%04X; expected printable text",
				  refused, (unsigned int)character);
		place.column++;
		if (character == '\n') {
			place.line++;
			place.column = 1;
		}
	}
	if (bad < length)
		fault_add(faults, place, text, length,
			  "a byte that is not UTF-8, 0x%02X; expected UTF-8",
			  (unsigned char)text[bad]);
	return faults->total == before;
}

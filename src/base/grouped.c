#include "base/grouped.h"

const char *grouped(uint64_t number, char text[GROUPED_ROOM])
{
	char *at = text + GROUPED_ROOM;
	int digits = 0;

	*--at = '\0';
	do {
		if (digits > 0 && digits % 3 == 0)
			*--at = ',';
		*--at = (char)('0' + number % 10);
		number /= 10;
		digits++;
	} while (number > 0);
	return at;
}

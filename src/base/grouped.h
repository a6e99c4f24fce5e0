/*
 * grouped -- numbers as people read them: 1,234,567.
 */
#ifndef HTTREE_BASE_GROUPED_H
#define HTTREE_BASE_GROUPED_H

#include <stdint.h>

enum { GROUPED_ROOM = 32 }; /* bytes of the longest number, its NUL included */

/* Write the number into `text`, and return where in it that begins. */
const char *grouped(uint64_t number, char text[GROUPED_ROOM]);

#endif

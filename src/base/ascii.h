/*
 * ascii -- what a byte is among the letters and digits of ASCII, whatever the
 * locale says.
 */
#ifndef HTTREE_BASE_ASCII_H
#define HTTREE_BASE_ASCII_H

#include <stdbool.h>

static inline bool ascii_is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static inline bool ascii_is_upper(char c)
{
	return c >= 'A' && c <= 'Z';
}

static inline bool ascii_is_lower(char c)
{
	return c >= 'a' && c <= 'z';
}

static inline bool ascii_is_letter(char c)
{
	return ascii_is_upper(c) || ascii_is_lower(c);
}

#endif

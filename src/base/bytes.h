/*
 * bytes -- where bytes stand in others.
 *
 * The C library of nearly every system has functions for it, by GNU's names; its
 * own are much faster.  Where configure finds one missing, ours takes its place.
 * Both are tested everywhere.
 */
#ifndef HTTREE_BASE_BYTES_H
#define HTTREE_BASE_BYTES_H

#include <stddef.h>
#include <string.h>

/* Where `what` stands first among `length` bytes; NULL where it does not. */
const char *bytes_find_own(const char *bytes, size_t length, const char *what,
			   size_t what_length);

/* Where a character stands last among them; NULL where it does not. */
const char *bytes_last_own(const char *bytes, size_t length, char what);

static inline const char *bytes_find(const char *bytes, size_t length,
				     const char *what, size_t what_length)
{
#ifdef HAVE_MEMMEM
	return memmem(bytes, length, what, what_length);
#else
	return bytes_find_own(bytes, length, what, what_length);
#endif
}

static inline const char *bytes_last(const char *bytes, size_t length,
				     char what)
{
#ifdef HAVE_MEMRCHR
	return memrchr(bytes, what, length);
#else
	return bytes_last_own(bytes, length, what);
#endif
}

#endif

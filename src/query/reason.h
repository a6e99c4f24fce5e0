/*
 * reason -- the words that gateways write beside a status, in what somebody
 * typed: `sH--`, `UF,URX`, `failed_to_pick_backend`, `H12`.
 *
 * Their case is exact, and many of them are also words of sentences.  So one
 * that looks like no other word is meant wherever it stands, and any other
 * only where nothing else was typed.
 */
#ifndef HTTREE_QUERY_REASON_H
#define HTTREE_QUERY_REASON_H

#include <stdbool.h>
#include <stddef.h>

#include "catalogue/catalogue.h"

/*
 * Put into `entries` at most `room` reasons with the word of `length` bytes,
 * behind which dashes may stand; returns how many.  `alone` tells that there
 * are only such words.
 */
size_t reason_find(const struct catalogue *catalogue, const char *text,
		   size_t length, bool alone, entry_t *entries, size_t room);

#endif

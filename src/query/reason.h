/*
 * reason -- the words that gateways write beside a status, in what somebody
 * typed: `sH--`, `UF,URX`, `failed_to_pick_backend`, `H12`, and the numbers that
 * stand for some of them: `grpc-status: 14`.
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

/*
 * The reason that the number of `length` bytes at `at` of `text` stands for,
 * or ENTRY_NONE: of the origin that is named before it and before words such
 * as `status`, the reason that bears the number at the end of its phrase.
 */
entry_t reason_of_number(const struct catalogue *catalogue, const char *text,
			 size_t at, size_t length);

#endif

/*
 * meaning -- which entries of the catalogue a status of a log means.
 *
 * A number has the meaning that its registration gives it; one that has none,
 * that of the program which wrote the log; and only then, when nobody else in
 * the catalogue uses the number, that of whoever does.  A sub-status goes
 * before all of them.
 */
#ifndef HTTREE_LOGS_MEANING_H
#define HTTREE_LOGS_MEANING_H

#include "catalogue/catalogue.h"
#include "logs/line.h"

/*
 * Put at most `room` entries into `entries`, and return how many there are: 0
 * when nobody defines the status, 1 when the meaning is certain.  `origin` is
 * whose log it is, or NULL.  Status 0 is none at all; `sub` may be LINE_NO_SUB.
 */
size_t meaning_find(const struct catalogue *catalogue, const char *origin,
		    int status, int sub, entry_t *entries, size_t room);

/* The entry of a word beside the status, or ENTRY_NONE. */
entry_t meaning_of_word(const struct catalogue *catalogue, const char *origin,
			const char *word);

#endif

/*
 * name -- a status as programs write it: `HttpStatusCode.NotFound`,
 * `SC_NOT_FOUND`, `StatusCode::NOT_FOUND`, `HTTP_404_NOT_FOUND`,
 * `http.StatusNotFound`, `NotFoundException`, `:not_found`.
 *
 * Such a name is the words of a phrase, or of an alias, without what stands
 * between them, behind words that say it is a status.
 */
#ifndef HTTREE_QUERY_NAME_H
#define HTTREE_QUERY_NAME_H

#include <stddef.h>

#include "catalogue/catalogue.h"

/*
 * Put into `entries` at most `room` entries that `length` bytes without a blank
 * name, by their phrases before those by an alias; returns how many.
 */
size_t name_find(const struct catalogue *catalogue, const char *text,
		 size_t length, entry_t *entries, size_t room);

#endif

/*
 * id -- the name of an entry: `404`, `nginx:499`, `haproxy:sH`, `warning:110`,
 * `class:4xx`, `vendor:nginx`, `guide:return.state`.
 */
#ifndef HTTREE_CATALOGUE_ID_H
#define HTTREE_CATALOGUE_ID_H

#include <stdbool.h>
#include <stddef.h>

/* The guide that the others hang under: the first page of a newcomer. */
#define GUIDE_START "guide:start"

/*
 * Whether `id` has one of the forms.  An origin is lower case letters, digits
 * and inner hyphens; the name of a guide is such words with dots between.
 */
bool id_valid(const char *id);

/* Whether the id is of this origin, which may be `class`, `vendor`, `guide`. */
bool id_starts(const char *id, const char *origin);

/* Bytes of what stands before the colon; 0 when there is no colon. */
size_t id_origin_length(const char *id);

/* What stands after the colon, or the whole id. */
const char *id_rest(const char *id);

#endif

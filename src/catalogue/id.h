/*
 * id -- the name of an entry: `404`, `nginx:499`, `warning:110`, `class:4xx`,
 * `vendor:nginx`.
 */
#ifndef HTTREE_CATALOGUE_ID_H
#define HTTREE_CATALOGUE_ID_H

#include <stdbool.h>
#include <stddef.h>

/*
 * Whether `id` has one of the forms.  An origin is lower case letters, digits
 * and inner hyphens.
 */
bool id_valid(const char *id);

/* Bytes of what stands before the colon; 0 when there is no colon. */
size_t id_origin_length(const char *id);

/* What stands after the colon, or the whole id. */
const char *id_rest(const char *id);

#endif

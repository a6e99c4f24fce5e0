/*
 * starter -- a catalogue to start from: a commented file with an entry of each
 * sort, sound as it stands.
 */
#ifndef HTTREE_CLI_STARTER_H
#define HTTREE_CLI_STARTER_H

#include <stdbool.h>
#include <stdio.h>

#include "base/problem.h"
#include "catalogue/catalogue.h"

/*
 * Print it for the origin `name`, in small letters, which must not be one of
 * the catalogue; `today` is the day that its sources were looked at, and
 * `schema` where the schema for editors is.
 */
bool starter_print(FILE *out, const char *name, const char *today,
		   const char *schema, const struct catalogue *catalogue,
		   struct problem *why);

#endif

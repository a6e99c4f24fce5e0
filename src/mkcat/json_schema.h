/*
 * json_schema -- the schema table as a JSON Schema, for editors.
 *
 * An editor's YAML reader sees types that ours does not: an unquoted 2015 is
 * a number, and `yes` may be true.  So text may be a string, a number or a
 * boolean, and a flag is any of the spellings of yes and no.
 */
#ifndef HTTREE_MKCAT_JSON_SCHEMA_H
#define HTTREE_MKCAT_JSON_SCHEMA_H

#include <stdio.h>

void json_schema_print(FILE *out);

#endif

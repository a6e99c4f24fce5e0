/*
 * manual -- the tables as sections of the manual, in mdoc.
 */
#ifndef HTTREE_MKDOC_MANUAL_H
#define HTTREE_MKDOC_MANUAL_H

#include <stdio.h>

/* The keys, a list for each group of the help screen. */
void manual_keys(FILE *out);

/* The options, as items of a list. */
void manual_options(FILE *out);

/* The fields of an entry in JSON, as items of a list. */
void manual_fields(FILE *out);

/* The same as a catalogue has them, with what each value is. */
void manual_format(FILE *out);

#endif

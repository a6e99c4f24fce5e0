/*
 * tables -- the tables of the program that are tables in a document, too, in
 * Markdown.
 */
#ifndef HTTREE_MKDOC_TABLES_H
#define HTTREE_MKDOC_TABLES_H

#include <stdio.h>

/* The fields of a catalogue file. */
void tables_fields(FILE *out);

/* The formats of logs, and the keys of JSON lines. */
void tables_formats(FILE *out);
void tables_keys(FILE *out);

#endif

/*
 * tables -- the tables of the program that are tables in a document, too, in
 * Markdown.
 */
#ifndef HTTREE_MKDOC_TABLES_H
#define HTTREE_MKDOC_TABLES_H

#include <stdio.h>

/* The fields of a catalogue file. */
void tables_fields(FILE *out);

#endif

/*
 * usage -- what --help says.
 */
#ifndef HTTREE_CLI_USAGE_H
#define HTTREE_CLI_USAGE_H

#include <stdio.h>

void usage_print(FILE *out);

#endif

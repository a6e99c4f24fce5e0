/*
 * small -- the small catalogue of the tests, tests/screens/catalogue.yaml.
 *
 * It is read at run time, so that a test which fails can be tried again with
 * another text.  A catalogue that cannot be read ends the program.
 */
#ifndef HTTREE_TESTS_SUPPORT_SMALL_H
#define HTTREE_TESTS_SUPPORT_SMALL_H

#include "catalogue/collection.h"

/* The catalogue; it stays for the life of the program. */
const struct catalogue *small_catalogue(void);

/* The same, and the guides of tests/screens/guides.yaml. */
const struct catalogue *small_with_guides(void);

/*
 * The catalogue with that of a user, tests/screens/own.yaml, in which an entry
 * has faults.
 */
const struct collection *small_with_own(void);

/* The entry with this id, which must be there. */
entry_t small_entry(const char *id);

#endif

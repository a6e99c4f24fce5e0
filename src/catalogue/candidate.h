/*
 * candidate -- a draft with what decides its place in the order of the entries.
 *
 * The order: codes, reasons, pages.  Codes go by class, by number, and among
 * the meanings of one number the registered one comes first, then everyday
 * ones, then those in use, then by name; reasons go by origin and word; guides
 * stand as they are written, classes in their order, families by their numbers,
 * origins by the names that they show.
 */
#ifndef HTTREE_CATALOGUE_CANDIDATE_H
#define HTTREE_CATALOGUE_CANDIDATE_H

#include <stdbool.h>

#include "catalogue/catalogue.h"
#include "catalogue/code.h"
#include "catalogue/reader.h"

/* It comes from a draft or, where that is NULL, is an entry of the base. */
struct candidate {
	const struct draft *draft;
	entry_t entry;
	const char *id;
	const char *phrase;
	struct code code;
	enum sort sort;
	enum kind kind;
	enum entry_state state;
	enum code_class code_class;
	bool everyday;
};

struct candidate candidate_of(const struct draft *draft);
struct candidate candidate_of_entry(const struct catalogue *catalogue,
				    entry_t entry);

/* Compare two candidates, as sort_items() asks. */
int candidate_compare(const void *a, const void *b, const void *unused);

#endif

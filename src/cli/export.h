/*
 * export -- entries for programs: JSON (RFC 8259) and TSV.
 *
 * In JSON every entry is an object of the same shape: the fields of the schema
 * in their order, then `class` and `catalogue`.  A text that is unknown is
 * null, a list that is empty is [], and a flag is true or false; `cacheable`
 * is null where nothing says.
 *
 * TSV has a header line; in a field a tab is written \t, a newline \n, a
 * backslash \\.
 *
 * Where only ASCII may be written, JSON spells other characters as \u and loses
 * nothing; TSV, which has no such way, writes what text does.
 */
#ifndef HTTREE_CLI_EXPORT_H
#define HTTREE_CLI_EXPORT_H

#include "catalogue/catalogue.h"
#include "cli/show.h"

/*
 * A string of JSON; NULL is null.  The text is UTF-8 and has no control
 * character but the newline.
 */
void export_string(const struct manner *manner, const char *text);

void export_json(const struct manner *manner,
		 const struct catalogue *catalogue, const entry_t *entries,
		 size_t count);
void export_tsv(const struct manner *manner,
		const struct catalogue *catalogue, const entry_t *entries,
		size_t count);

#endif

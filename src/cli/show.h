/*
 * show -- entries as text for people: pages, cards, lists, counts.
 */
#ifndef HTTREE_CLI_SHOW_H
#define HTTREE_CLI_SHOW_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

#include "catalogue/catalogue.h"
#include "page/theme.h"
#include "query/search.h"

/* How text is written. */
struct manner {
	FILE *out;
	int width;   /* columns at which text is wrapped */
	int columns; /* at which a line of a list is cut; 0: nowhere */
	bool color;
	bool ascii;
	bool brief;	 /* of a page its beginning alone */
	bool hyperlinks; /* addresses are links of the terminal, by OSC 8 */
};

/*
 * The text as it is written, which is what has to be measured: itself, or in
 * ASCII in `ascii`, from which it is borrowed.
 */
const char *show_text(const struct manner *manner, const char *text,
		      struct strbuf *ascii);

/* Write a text as its role looks. */
void show_put(const struct manner *manner, enum role role, const char *text,
	      size_t length);

/* The page of an entry; when it is to be brief, as far as its facts go. */
void show_page(const struct manner *manner, const struct catalogue *catalogue,
	       entry_t entry);

/* The page of a number that nobody defines. */
void show_unknown(const struct manner *manner,
		  const struct catalogue *catalogue, unsigned int number);

/* Id, phrase and summary. */
void show_card(const struct manner *manner, const struct catalogue *catalogue,
	       entry_t entry);

/*
 * A line for each entry: id, phrase, kind, state, in columns.  What is too
 * long for a line is cut: the phrases first, then kind and state are left out.
 */
void show_list(const struct manner *manner, const struct catalogue *catalogue,
	       const entry_t *entries, size_t count);

/*
 * How many the entries are, by kind and class, and how many vendors and sources
 * they have.
 */
void show_stats(const struct manner *manner,
		const struct catalogue *catalogue, const entry_t *entries,
		size_t count);

#endif

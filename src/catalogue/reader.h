/*
 * reader -- catalogue files as drafts: entries that fit the schema, each value
 * still a node of its file, so that whatever is found wrong later has a place.
 */
#ifndef HTTREE_CATALOGUE_READER_H
#define HTTREE_CATALOGUE_READER_H

#include <stdbool.h>
#include <stddef.h>

#include "base/fault.h"
#include "base/intern.h"
#include "base/problem.h"
#include "catalogue/catalogue.h"
#include "catalogue/schema.h"
#include "catalogue/source.h"

struct draft {
	const struct source *source;
	yaml_t node;
	yaml_t value[FIELD_COUNT]; /* YAML_NONE when absent */
	bool unsound;		   /* breaks a rule, and makes no entry */
};

/* Further text, search words and links of an entry that is known. */
struct note {
	const struct source *source;
	yaml_t node;
	yaml_t value[NOTE_COUNT]; /* YAML_NONE when absent */
};

enum {
	ENTRY_LIMIT = 1024 * 1024,	      /* bytes of text */
	CATALOGUE_LIMIT = 1024 * 1024 * 1024, /* bytes of all files */
};

struct drafts {
	size_t size; /* bytes of all sources */
	struct draft *drafts;
	size_t count;
	size_t capacity;
	struct note *notes;
	size_t note_count;
	size_t note_capacity;
	struct intern lost; /* ids of entries that have a fault of form */
	const struct catalogue *base; /* to which they are added, or NULL */
	struct source **sources;
	size_t source_count;
	size_t source_capacity;
};

/* Nothing yet, and `base`, which may be set, is NULL. */
void drafts_init(struct drafts *drafts);
void drafts_clear(struct drafts *drafts);

/*
 * Add the entries of the file `path`, which together with those before has at
 * most CATALOGUE_LIMIT bytes, and each entry ENTRY_LIMIT.  What is wrong inside is added to
 * `faults`, and an entry with a fault of form is left out; `why` tells when
 * the file cannot be read at all.
 */
bool drafts_read(struct drafts *drafts, const char *path,
		 struct fault_list *faults, struct problem *why);

/* The same for a text that is in memory, called `name` in messages. */
void drafts_read_text(struct drafts *drafts, const char *name, const char *text,
		      size_t length, struct fault_list *faults);

/*
 * Give back the texts of the files, which nothing needs but the faults that
 * are found in them; from then on none is.
 */
void drafts_forget_texts(struct drafts *drafts);

/* The text of a field that is a scalar, or NULL when it is absent. */
const char *draft_text(const struct draft *draft, enum field field);

/* The first item of a list field, YAML_NONE when it is absent or empty. */
yaml_t draft_items(const struct draft *draft, enum field field);

/*
 * The part `part` of the record `item`, or YAML_NONE; of FIELD_HOUSES, too.
 */
yaml_t draft_part(const struct draft *draft, enum field field, yaml_t item,
		  size_t part);

/* Whether an entry with this id was left out for a fault of form. */
bool drafts_lost(const struct drafts *drafts, const char *id);

/* Whether the base, where there is one, has an entry with this id. */
bool drafts_in_base(const struct drafts *drafts, const char *id);

/* What the entry is, by its id and its code. */
enum sort draft_sort(const struct draft *draft);

/* Add a fault at a node of the draft's file. */
void draft_fault(const struct draft *draft, yaml_t node,
		 struct fault_list *faults, const char *format, ...)
	__attribute__((format(printf, 4, 5)));

#endif

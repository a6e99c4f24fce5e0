/*
 * names -- the closed sets of words in a catalogue: kinds, states, classes,
 * emitters, requirement levels.  names.def lists them.
 */
#ifndef HTTREE_CATALOGUE_NAMES_H
#define HTTREE_CATALOGUE_NAMES_H

#include <stdbool.h>
#include <stddef.h>

enum kind {
#define KIND(name, text, mark) KIND_##name,
#include "catalogue/names.def"
	KIND_COUNT
};

enum entry_state {
#define STATE(name, text, in_use) STATE_##name,
#include "catalogue/names.def"
	STATE_COUNT, /* also: a page, which has no state */
};

/*
 * What an entry is: a code, a reason (the word that stands beside a status), or
 * the page of a class, a family of codes or an origin, or a page that asks.
 */
enum sort {
#define SORT(name) SORT_##name,
#include "catalogue/names.def"
};

enum code_class {
#define CLASS(name, text) CLASS_##name,
#include "catalogue/names.def"
	CLASS_COUNT, /* also: belongs to no class */
};

enum overview {
#define OVERVIEW(name, text) OVERVIEW_##name,
#include "catalogue/names.def"
};

/* One closed set. */
struct names {
	const char *const *texts;
	size_t count;
};

extern const struct names kind_names;
extern const struct names state_names;
extern const struct names class_names;
extern const struct names emitter_names;
extern const struct names level_names;
extern const struct names finality_names;
extern const struct names overview_names;

/* Position of `text` among the names, or `names->count`. */
size_t names_find(const struct names *names, const char *text);

/* S, V, W; a blank for a page. */
char kind_mark(enum kind kind);

bool state_in_use(enum entry_state state);

/* How an emitter reads in prose: "origin server" for "origin". */
const char *emitter_shown(const char *text);

#endif

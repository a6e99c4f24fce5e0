#include "catalogue/names.h"

#include <string.h>

static const char *const kinds[] = {
#define KIND(name, text, mark) text,
#include "catalogue/names.def"
};
static const char *const states[] = {
#define STATE(name, text, in_use) text,
#include "catalogue/names.def"
};
static const char *const classes[] = {
#define CLASS(name, text) text,
#include "catalogue/names.def"
};
static const char *const emitters[] = {
#define EMITTER(name, text, shown) text,
#include "catalogue/names.def"
};
static const char *const levels[] = {
#define LEVEL(name, text) text,
#include "catalogue/names.def"
};
static const char *const finalities[] = {
#define FINALITY(name, text) text,
#include "catalogue/names.def"
};
static const char *const overviews[] = {
#define OVERVIEW(name, text) text,
#include "catalogue/names.def"
};

#define NAMES(array) { array, sizeof(array) / sizeof(*(array)) }

const struct names kind_names = NAMES(kinds);
const struct names state_names = NAMES(states);
const struct names class_names = NAMES(classes);
const struct names emitter_names = NAMES(emitters);
const struct names level_names = NAMES(levels);
const struct names finality_names = NAMES(finalities);
const struct names overview_names = NAMES(overviews);

size_t names_find(const struct names *names, const char *text)
{
	size_t at = 0;

	while (at < names->count && strcmp(names->texts[at], text) != 0)
		at++;
	return at;
}

char kind_mark(enum kind kind)
{
	static const char marks[] = {
#define KIND(name, text, mark) mark,
#include "catalogue/names.def"
	};

	return marks[kind];
}

bool state_in_use(enum entry_state state)
{
	static const bool in_use[] = {
#define STATE(name, text, used) used,
#include "catalogue/names.def"
	};

	return state >= STATE_COUNT || in_use[state];
}

const char *emitter_shown(const char *text)
{
	static const char *const shown[] = {
#define EMITTER(name, text, words) words,
#include "catalogue/names.def"
	};
	size_t at = names_find(&emitter_names, text);

	return at < emitter_names.count ? shown[at] : text;
}

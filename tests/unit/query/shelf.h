/*
 * shelf -- a catalogue of a few entries with the words a test is about.
 */
#ifndef HTTREE_TESTS_UNIT_QUERY_SHELF_H
#define HTTREE_TESTS_UNIT_QUERY_SHELF_H

#include <locale.h>

#include "query/search.h"
#include "unit/catalogue/sample.h"

/* An entry of one line; `more` is empty or begins with a comma. */
#define ENTRY(id, code, kind, phrase, text, more)                             \
	"- { id: \"" id "\", code: \"" code "\", kind: " kind                 \
	", state: current, phrase: \"" phrase "\", summary: S., means: \""   \
	text "\"" more ", checked: 2026-11-21,"                               \
	" sources: [{ title: T, url: \"https://a.example/\" }] }\n"
#define CODED(id, phrase, text, more)                                         \
	ENTRY(id, id, "standard", phrase, text, more)
#define OWNED(origin, code, phrase, text, more)                               \
	ENTRY(origin ":" code, code, "vendor", phrase, text,                  \
	      ", vendor: " origin more)
#define LEAF(id, phrase, more)                                                \
	"- { id: \"" id "\", kind: page, phrase: \"" phrase                   \
	"\", summary: S., means: M." more ", checked: 2026-11-21,"            \
	" sources: [{ title: T, url: \"https://a.example/\" }] }\n"

struct shelf {
	struct sample sample;
	struct search search;
};

static inline void shelf_build(struct shelf *shelf, const char *text)
{
	setlocale(LC_ALL, "C.UTF-8");
	sample_build(&shelf->sample, text);
	search_init(&shelf->search, &shelf->sample.catalogue);
}

static inline void shelf_clear(struct shelf *shelf)
{
	search_clear(&shelf->search);
	sample_clear(&shelf->sample);
}

/* The id of a hit of the last search, "" when there are fewer. */
static inline const char *shelf_hit(const struct shelf *shelf, size_t hit)
{
	if (hit >= shelf->search.count)
		return "";
	return catalogue_id(&shelf->sample.catalogue,
			    shelf->search.hits[hit].entry);
}

static inline const char *shelf_first(struct shelf *shelf, const char *query)
{
	search_run(&shelf->search, query, NULL);
	return shelf_hit(shelf, 0);
}

/* Position of an id among the hits of the last search, or their count. */
static inline size_t shelf_place(const struct shelf *shelf, const char *id)
{
	size_t at = 0;

	while (at < shelf->search.count && strcmp(shelf_hit(shelf, at), id) != 0)
		at++;
	return at;
}

#endif

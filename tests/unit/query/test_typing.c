/*
 * What is typed letter by letter: a pattern that is not finished yet keeps the
 * hits of what was typed before, as far as the finished one has them.
 */
#include "query/search.h"

#include "unit/query/shelf.h"

static const char shelf_text[] =
	LEAF("class:4xx", "Client Error", ", code: 4xx")
	LEAF("vendor:nginx", "nginx", "")
	LEAF("vendor:iis", "IIS", "")
	LEAF("vendor:fastly", "Fastly", "")
	LEAF("vendor:joke", "Joke", "")
	CODED("401", "Unauthorized", "Over http, with an error.", "")
	CODED("403", "Forbidden", "M.", "")
	CODED("404", "Not Found", "M.", ", cacheable: yes")
	CODED("410", "Gone", "M.", "")
	CODED("500", "Internal", "M.", "")
	CODED("501", "Not Implemented", "M.", "")
	CODED("511", "Network", "M.", "")
	OWNED("nginx", "494", "Large", "M.", "")
	OWNED("nginx", "499", "Closed", "M.", "")
	OWNED("iis", "404.7", "Extension", "M.", "")
	OWNED("iis", "404.70", "Seventy", "M.", "")
	OWNED("fastly", "600-699", "Range", "M.", "")
	OWNED("joke", "7xx", "Jokes", "M.", "")
	ENTRY("warning:110", "110", "warning", "Stale", "M.", "");

enum { SHELF_ENTRIES = 19 };

/* Which entries are hits of the first bytes of a text. */
static void find(struct search *search, const char *text, size_t length,
		 bool *hits)
{
	struct strbuf typed;

	strbuf_init(&typed);
	strbuf_add_bytes(&typed, text, length);
	search_run(search, strbuf_text(&typed), NULL);
	for (entry_t entry = 0; entry < SHELF_ENTRIES; entry++)
		hits[entry] = search_find(search, entry) < search->count;
	strbuf_clear(&typed);
}

Test(typing, a_pattern_keeps_the_hits_that_it_will_have)
{
	static const struct {
		const char *text;
		size_t typed; /* bytes that are a pattern already */
	} rows[] = {
		{ "4xx", 1 },		{ "40[13]", 2 },
		{ "40[1-4]", 2 },	{ "4[01]4", 1 },
		{ "500-511", 3 },	{ "511-500", 3 },
		{ "404.7", 3 },		{ "404.70", 3 },
		{ "nginx:499", 5 },	{ "nginx:49[49]", 5 },
		{ "nginx:494-499", 9 }, { "iis:404.7", 3 },
		{ "warning:110", 9 },	{ "joke:7xx", 6 },
		{ "vendor:nginx", 8 },	{ "class:4xx", 7 },
		{ "650", 1 },		{ "7xx", 1 },
		{ "404, 410", 3 },	{ "404,410", 3 },
		{ "404, 40[13]", 4 },	{ "404, nginx:499", 3 },
		{ "404, 500-501", 8 },	{ "http 404", 6 },
		{ "HTTP error 40[13]", 13 }, { "error 4xx", 7 },
		{ "http 500-511", 8 },
	};
	struct sample sample;
	struct search search;

	sample_build(&sample, shelf_text);
	cr_assert_eq(catalogue_count(&sample.catalogue), SHELF_ENTRIES);
	search_init(&search, &sample.catalogue);
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		const char *text = rows[i].text;
		size_t length = strlen(text);
		bool before[SHELF_ENTRIES], hits[SHELF_ENTRIES];
		bool finished[SHELF_ENTRIES];

		find(&search, text, length, finished);
		cr_expect_gt(search.count, 0, "%s", text);
		find(&search, text, rows[i].typed, before);
		for (size_t n = rows[i].typed + 1; n < length; n++) {
			find(&search, text, n, hits);
			for (entry_t entry = 0; entry < SHELF_ENTRIES; entry++)
				cr_expect(!before[entry] || !finished[entry] ||
						  hits[entry],
					  "'%.*s' of '%s' loses %s", (int)n,
					  text, text,
					  catalogue_id(&sample.catalogue,
						       entry));
			memcpy(before, hits, sizeof(before));
		}
	}
	search_clear(&search);
	sample_clear(&sample);
}

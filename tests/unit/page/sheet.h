/*
 * sheet -- a page that is being written, for the tests of what writes it.
 */
#ifndef HTTREE_TESTS_UNIT_PAGE_SHEET_H
#define HTTREE_TESTS_UNIT_PAGE_SHEET_H

#include "page/compose.h"
#include "support/small.h"
#include "unit/page/lines.h"

struct sheet {
	struct page page;
	struct page_options options;
	struct composer composer;
	struct search search;
};

static inline void start(struct sheet *sheet, int width)
{
	*sheet = (struct sheet){ .options = { .width = width } };
	page_init(&sheet->page);
	compose_start(&sheet->composer, &sheet->page, &sheet->options);
}

/* The same, with `text` searched for in the small catalogue. */
static inline void start_search(struct sheet *sheet, int width,
				const char *text, const char *id)
{
	size_t hit;

	start(sheet, width);
	search_init(&sheet->search, small_catalogue());
	search_run(&sheet->search, text, NULL);
	hit = search_find(&sheet->search, small_entry(id));
	cr_assert_lt(hit, sheet->search.count);
	sheet->options.search = &sheet->search;
	sheet->options.hit = &sheet->search.hits[hit];
}

static inline void end(struct sheet *sheet)
{
	compose_end(&sheet->composer);
	page_clear(&sheet->page);
	if (sheet->options.search != NULL)
		search_clear(&sheet->search);
}

static inline void add(struct sheet *sheet, const char *text)
{
	compose_add(&sheet->composer, ROLE_TEXT, text);
}

static inline void add_found(struct sheet *sheet, const char *text)
{
	compose_add_found(&sheet->composer, ROLE_TEXT, text, strlen(text));
}

#endif

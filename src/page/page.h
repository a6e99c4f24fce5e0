/*
 * page -- an entry as styled lines at a width.
 *
 * A page holds the entry's name, its facts as an aligned block, then its
 * sections under headings.  Whatever search can find in an entry stands on its
 * page exactly once, so that every match can be seen, marked, and counted.
 * Browser and shell show the same page.
 */
#ifndef HTTREE_PAGE_PAGE_H
#define HTTREE_PAGE_PAGE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/strbuf.h"
#include "catalogue/catalogue.h"
#include "page/theme.h"
#include "query/search.h"

/* What reads well: wider lines are made only when somebody asks for them. */
enum { PAGE_WIDEST = 80 };

/* A piece of a line that looks alike. */
struct page_span {
	uint32_t start; /* bytes of the page's text */
	uint32_t length;
	enum role role;
	uint32_t match; /* 0, or which match of the page it belongs to, from 1 */
	uint32_t link; /* 0, or which link, from 1 */
	const char *url; /* NULL, or what it leads to; of the catalogue */
};

struct page_line {
	uint32_t first; /* its spans */
	uint32_t count;
	bool differs; /* it begins a row of a comparison whose sides differ */
};

/* What leads to another page. */
struct page_link {
	entry_t entry;
	size_t line; /* on which it begins, and with which span */
	size_t span;
};

#define PAGE_NO_SPAN SIZE_MAX

struct page {
	struct strbuf text;
	struct page_span *spans;
	size_t span_count;
	size_t span_capacity;
	struct page_line *lines;
	size_t count;
	size_t line_capacity;
	struct page_link *links;
	size_t link_count;
	size_t link_capacity;
	size_t *headings; /* their lines */
	size_t heading_count;
	size_t heading_capacity;
	size_t *matches; /* the line on which each match begins */
	size_t match_count;
	size_t match_capacity;
};

/* What becomes of a verbatim line that is wider than the page. */
enum page_wide {
	PAGE_CUT, /* a sign stands for its end: a wider page shows it */
	PAGE_FOLDED, /* it goes on in a further line */
	PAGE_PRINTED, /* the same, but an address stays whole, to be copied */
};

struct report;

struct page_options {
	int width; /* columns, at least 1 */
	bool ascii; /* transliterate */
	enum page_wide wide;
	bool brief; /* name, summary and facts alone */
	const struct filter *filter; /* what is said to be hidden; or NULL */
	const struct search *search; /* what is marked; or NULL */
	const struct hit *hit; /* the entry's hit of that search */
	const struct report *log; /* the log in which it may occur; or NULL */
};

void page_init(struct page *page);
void page_clear(struct page *page);

/* Replace the page by that of `entry`. */
void page_build(struct page *page, const struct catalogue *catalogue,
		entry_t entry, const struct page_options *options);

/*
 * Replace the page by one for a number of three digits that nobody defines:
 * what its class says about it, and the nearest codes.
 */
void page_build_unknown(struct page *page, const struct catalogue *catalogue,
			unsigned int number,
			const struct page_options *options);

/* The text of a span; `span->length` bytes. */
const char *page_span_text(const struct page *page,
			   const struct page_span *span);

#endif

/*
 * lines -- a page as text.
 */
#ifndef HTTREE_TESTS_UNIT_PAGE_LINES_H
#define HTTREE_TESTS_UNIT_PAGE_LINES_H

#include <criterion/criterion.h>
#include <locale.h>
#include <string.h>

#include "base/strbuf.h"
#include "base/text.h"
#include "page/page.h"

#define COUNT(array) (sizeof(array) / sizeof(*(array)))

static inline void use_utf8(void)
{
	cr_assert_not_null(setlocale(LC_ALL, "C.UTF-8"));
}

static inline void add_page_line(struct strbuf *text, const struct page *page,
				 size_t line)
{
	const struct page_line *spans = &page->lines[line];

	for (uint32_t i = 0; i < spans->count; i++) {
		const struct page_span *span = &page->spans[spans->first + i];

		strbuf_add_bytes(text, page_span_text(page, span),
				 span->length);
	}
}

/* All lines, a newline after each. */
static inline void add_page(struct strbuf *text, const struct page *page)
{
	for (size_t line = 0; line < page->count; line++) {
		add_page_line(text, page, line);
		strbuf_add_char(text, '\n');
	}
}

static inline void expect_page(const struct page *page, const char *wanted)
{
	struct strbuf text;

	strbuf_init(&text);
	add_page(&text, page);
	cr_expect_str_eq(strbuf_text(&text), wanted, "the page reads\n%s",
			 strbuf_text(&text));
	strbuf_clear(&text);
}

/* The first span of this very text, or NULL. */
static inline const struct page_span *find_span(const struct page *page,
						const char *text)
{
	for (size_t i = 0; i < page->span_count; i++) {
		const struct page_span *span = &page->spans[i];

		if (span->length == strlen(text) &&
		    memcmp(page_span_text(page, span), text, span->length) == 0)
			return span;
	}
	return NULL;
}

static inline int line_columns(const struct page *page, size_t line)
{
	struct strbuf text;
	int columns;

	strbuf_init(&text);
	add_page_line(&text, page, line);
	columns = text_columns(strbuf_text(&text), text.length);
	strbuf_clear(&text);
	return columns;
}

#endif

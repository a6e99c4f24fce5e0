#include "page/lines.h"

#include <stdlib.h>

#include "base/xalloc.h"

void lines_start(struct lines *lines, struct page *page)
{
	*lines = (struct lines){ .page = page };
	strbuf_reset(&page->text);
	page->span_count = page->count = 0;
	page->link_count = page->match_count = page->heading_count = 0;
}

void lines_end(struct lines *lines)
{
	free(lines->numbers);
}

uint32_t lines_make_match(struct lines *lines)
{
	lines->numbers = xgrow(lines->numbers, &lines->capacity,
			       lines->made + 1, sizeof(*lines->numbers));
	lines->numbers[lines->made++] = 0;
	return (uint32_t)lines->made;
}

uint32_t lines_make_link(struct lines *lines, entry_t entry)
{
	struct page *page = lines->page;

	page->links = xgrow(page->links, &page->link_capacity,
			    page->link_count + 1, sizeof(*page->links));
	page->links[page->link_count++] = (struct page_link){
		.entry = entry,
		.span = PAGE_NO_SPAN,
	};
	return (uint32_t)page->link_count;
}

/* The number on the page of a match that is put on its last line. */
static uint32_t number_match(struct lines *lines, uint32_t made)
{
	struct page *page = lines->page;
	uint32_t *number;

	if (made == 0)
		return 0;
	number = &lines->numbers[made - 1];
	if (*number == 0) {
		page->matches = xgrow(page->matches, &page->match_capacity,
				      page->match_count + 1,
				      sizeof(*page->matches));
		page->matches[page->match_count++] = page->count - 1;
		*number = (uint32_t)page->match_count;
	}
	return *number;
}

/* Remember where a link that is put on the last line begins. */
static void place_link(struct page *page, uint32_t number)
{
	struct page_link *link;

	if (number == 0)
		return;
	link = &page->links[number - 1];
	if (link->span == PAGE_NO_SPAN) {
		link->span = page->span_count;
		link->line = page->count - 1;
	}
}

void lines_add(struct lines *lines, const struct piece *piece, const char *text,
	       size_t length)
{
	struct page *page = lines->page;
	struct page_span span = {
		.start = (uint32_t)page->text.length,
		.length = (uint32_t)length,
		.role = piece->role,
		.match = number_match(lines, piece->match),
		.link = piece->link,
		.url = piece->url,
	};

	place_link(page, piece->link);
	strbuf_add_bytes(&page->text, text, length);
	page->spans = xgrow(page->spans, &page->span_capacity,
			    page->span_count + 1, sizeof(*page->spans));
	page->spans[page->span_count++] = span;
	page->lines[page->count - 1].count++;
}

void lines_add_part(struct lines *lines, const struct paragraph *paragraph,
		    size_t start, size_t end)
{
	size_t from = 0;

	for (size_t i = 0; i < paragraph->count; i++) {
		const struct piece *piece = &paragraph->pieces[i];
		size_t left = from > start ? from : start;
		size_t right = piece->end < end ? piece->end : end;

		from = piece->end;
		if (left < right)
			lines_add(lines, piece, paragraph->text.text + left,
				  right - left);
	}
}

static void add_line(struct page *page)
{
	page->lines = xgrow(page->lines, &page->line_capacity, page->count + 1,
			    sizeof(*page->lines));
	page->lines[page->count++] =
		(struct page_line){ .first = (uint32_t)page->span_count };
}

void lines_gap(struct lines *lines)
{
	lines->gap = true;
}

void lines_heading(struct lines *lines)
{
	struct page *page = lines->page;
	bool gap = lines->gap && page->count > 0;

	page->headings = xgrow(page->headings, &page->heading_capacity,
			       page->heading_count + 1,
			       sizeof(*page->headings));
	page->headings[page->heading_count++] = page->count + gap;
}

void lines_differ(struct lines *lines)
{
	lines->differs = true;
}

void lines_begin(struct lines *lines, int indent)
{
	if (lines->gap && lines->page->count > 0)
		add_line(lines->page);
	lines->gap = false;
	add_line(lines->page);
	lines->page->lines[lines->page->count - 1].differs = lines->differs;
	lines->differs = false;
	lines_pad(lines, indent);
}

void lines_pad(struct lines *lines, int columns)
{
	static const char blanks[] = "                ";
	static const struct piece plain = { .role = ROLE_TEXT };
	int most = (int)sizeof(blanks) - 1;

	while (columns > 0) {
		int size = columns < most ? columns : most;

		lines_add(lines, &plain, blanks, (size_t)size);
		columns -= size;
	}
}

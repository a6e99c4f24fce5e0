#include "model/reader.h"

#include <stdint.h>

bool shown_same(struct shown a, struct shown b)
{
	return a.entry == b.entry && a.number == b.number;
}

struct shown shown_entry(entry_t entry)
{
	return (struct shown){ .entry = entry };
}

void reader_init(struct reader *reader)
{
	*reader = (struct reader){ .stale = true };
	page_init(&reader->page);
}

void reader_clear(struct reader *reader)
{
	page_clear(&reader->page);
}

void reader_show(struct reader *reader, struct shown shown)
{
	if (!shown_same(reader->shown, shown)) {
		reader->view.top = 0;
		reader->match = 0;
		reader->link = 0;
		reader->anchor.held = false;
	}
	reader->shown = shown;
	reader->stale = true;
}

struct reading reader_keep(const struct reader *reader)
{
	return (struct reading){
		.shown = reader->shown,
		.top = reader->view.top,
		.match = reader->match,
		.link = reader->link,
	};
}

void reader_restore(struct reader *reader, struct reading reading)
{
	reader->shown = reading.shown;
	reader->view.top = reading.top;
	reader->match = reading.match;
	reader->link = reading.link;
	reader->anchor.held = false;
	reader->stale = true;
}

static void build(struct reader *reader, const struct catalogue *catalogue,
		  const struct page_options *options)
{
	struct shown shown = reader->shown;

	if (shown.number != 0)
		page_build_unknown(&reader->page, catalogue, shown.number,
				   options);
	else
		page_build(&reader->page, catalogue, shown.entry, options);
	if (reader->match >= reader->page.match_count)
		reader->match = reader->page.match_count > 0 ?
					reader->page.match_count - 1 :
					0;
	if (reader->link > reader->page.link_count)
		reader->link = 0;
	reader->stale = false;
}

void reader_build(struct reader *reader, const struct catalogue *catalogue,
		  const struct page_options *options, size_t height)
{
	build(reader, catalogue, options);
	viewport_fit(&reader->view, reader->page.count, height);
}

/* Signs of a line, blanks aside. */
static size_t signs_of(const struct page *page, size_t line)
{
	const struct page_line *at = &page->lines[line];
	size_t signs = 0;

	for (uint32_t i = 0; i < at->count; i++) {
		const struct page_span *span = &page->spans[at->first + i];
		const char *text = page_span_text(page, span);

		for (uint32_t k = 0; k < span->length; k++)
			signs += text[k] != ' ';
	}
	return signs;
}

/* Remember what is at the top, unless it is still what was put there. */
static void drop_anchor(struct reader *reader)
{
	const struct page *page = &reader->page;
	struct anchor anchor = { .held = true, .top = reader->view.top };

	if (reader->anchor.held && reader->anchor.top == anchor.top)
		return;
	for (size_t line = 0; line < anchor.top && line < page->count; line++)
		anchor.signs += signs_of(page, line);
	while (anchor.top + anchor.lead < page->count &&
	       signs_of(page, anchor.top + anchor.lead) == 0)
		anchor.lead++;
	reader->anchor = anchor;
}

/* The line that holds the anchor's sign, or an empty one as far above it. */
static size_t anchored_line(const struct reader *reader)
{
	const struct page *page = &reader->page;
	size_t signs = 0, empty = 0, line = 0;

	for (; line < page->count; line++) {
		size_t here = signs_of(page, line);

		if (signs + here > reader->anchor.signs)
			break;
		signs += here;
		empty = here == 0 ? empty + 1 : 0;
	}
	return line -
	       (empty < reader->anchor.lead ? empty : reader->anchor.lead);
}

void reader_rewrap(struct reader *reader, const struct catalogue *catalogue,
		   const struct page_options *options, size_t height)
{
	drop_anchor(reader);
	build(reader, catalogue, options);
	reader->view.top = anchored_line(reader);
	viewport_fit(&reader->view, reader->page.count, height);
	reader->anchor.top = reader->view.top;
}

void reader_show_match(struct reader *reader)
{
	if (reader->match < reader->page.match_count)
		viewport_centre(&reader->view,
				reader->page.matches[reader->match]);
}

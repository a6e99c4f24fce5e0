#include "page/compose.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "base/xalloc.h"
#include "page/wrap.h"

void compose_start(struct composer *composer, struct page *page,
		   const struct page_options *options)
{
	*composer = (struct composer){ .page = page, .options = options };
	strbuf_init(&composer->paragraph);
	composer->width = options->width < 1 ? 1 : options->width;
	strbuf_reset(&page->text);
	page->span_count = page->count = 0;
	page->link_count = page->match_count = 0;
}

void compose_end(struct composer *composer)
{
	strbuf_clear(&composer->paragraph);
	free(composer->pieces);
}

/* ------------------------------------------------------------------------
 * Pieces
 */

static void end_piece(struct composer *composer, enum role role, uint32_t match,
		      uint32_t link)
{
	size_t last = composer->count == 0 ?
			      0 :
			      composer->pieces[composer->count - 1].end;

	if (composer->paragraph.length == last)
		return;
	composer->pieces = xgrow(composer->pieces, &composer->capacity,
				 composer->count + 1,
				 sizeof(*composer->pieces));
	composer->pieces[composer->count++] =
		(struct piece){ composer->paragraph.length, role, match, link };
}

static void add_text(struct composer *composer, const char *text, size_t length)
{
	if (composer->options->ascii)
		text_to_ascii(&composer->paragraph, text, length);
	else
		strbuf_add_bytes(&composer->paragraph, text, length);
}

void compose_add(struct composer *composer, enum role role, const char *text)
{
	add_text(composer, text, strlen(text));
	end_piece(composer, role, 0, 0);
}

void compose_addf(struct composer *composer, enum role role, const char *format,
		  ...)
{
	struct strbuf text;
	va_list arguments;
	char *made = NULL;

	strbuf_init(&text);
	va_start(arguments, format);
	if (vasprintf(&made, format, arguments) >= 0)
		strbuf_add(&text, made);
	va_end(arguments);
	compose_add(composer, role, strbuf_text(&text));
	free(made);
	strbuf_clear(&text);
}

static uint32_t next_match(struct composer *composer)
{
	struct page *page = composer->page;

	page->matches = xgrow(page->matches, &page->match_capacity,
			      page->match_count + 1, sizeof(*page->matches));
	page->matches[page->match_count++] = SIZE_MAX; /* set when wrapped */
	return (uint32_t)page->match_count;
}

/* The marks of the paragraph from the byte `from` on; no byte begins two. */
static size_t find_marks(const struct composer *composer, size_t from,
			 struct mark **marks)
{
	size_t length = composer->paragraph.length - from;

	*marks = xmalloc((length + 1) * sizeof(**marks));
	return search_mark(composer->options->search, composer->options->hit,
			   strbuf_text(&composer->paragraph) + from, length,
			   *marks, length);
}

void compose_add_found(struct composer *composer, enum role role,
		       const char *text, size_t length)
{
	struct mark *marks = NULL;
	size_t from = composer->paragraph.length;
	size_t at = from;
	struct strbuf shown;
	size_t count = 0;

	strbuf_init(&shown);
	add_text(composer, text, length);
	if (composer->options->hit != NULL)
		count = find_marks(composer, from, &marks);
	/* Take the text back, and add it again in pieces. */
	strbuf_add_bytes(&shown, strbuf_text(&composer->paragraph) + from,
			 composer->paragraph.length - from);
	if (composer->paragraph.text != NULL)
		strbuf_cut(&composer->paragraph, from);
	for (size_t i = 0; i < count; i++) {
		strbuf_add_bytes(&composer->paragraph, shown.text + (at - from),
				 from + marks[i].start - at);
		end_piece(composer, role, 0, 0);
		strbuf_add_bytes(&composer->paragraph,
				 shown.text + marks[i].start,
				 marks[i].end - marks[i].start);
		end_piece(composer, role, next_match(composer), 0);
		at = from + marks[i].end;
	}
	strbuf_add_bytes(&composer->paragraph,
			 strbuf_text(&shown) + (at - from),
			 shown.length - (at - from));
	end_piece(composer, role, 0, 0);
	strbuf_clear(&shown);
	free(marks);
}

void compose_add_match(struct composer *composer, enum role role,
		       const char *text, bool matches)
{
	add_text(composer, text, strlen(text));
	end_piece(composer, role, matches ? next_match(composer) : 0, 0);
}

void compose_add_link(struct composer *composer, entry_t entry, const char *id)
{
	struct page *page = composer->page;

	page->links = xgrow(page->links, &page->link_capacity,
			    page->link_count + 1, sizeof(*page->links));
	page->links[page->link_count++] = (struct page_link){ entry, 0 };
	strbuf_addf(&composer->paragraph, "[%s]", id);
	end_piece(composer, ROLE_LINK, 0, (uint32_t)page->link_count);
}

/* ------------------------------------------------------------------------
 * Lines
 */

static void add_span(struct page *page, struct page_span span, const char *text)
{
	span.start = (uint32_t)page->text.length;
	strbuf_add_bytes(&page->text, text, span.length);
	page->spans = xgrow(page->spans, &page->span_capacity,
			    page->span_count + 1, sizeof(*page->spans));
	page->spans[page->span_count++] = span;
	page->lines[page->count - 1].count++;
	if (span.match > 0 && page->matches[span.match - 1] == SIZE_MAX)
		page->matches[span.match - 1] = page->count - 1;
	if (span.link > 0)
		page->links[span.link - 1].line = page->count - 1;
}

static void add_line(struct page *page)
{
	page->lines = xgrow(page->lines, &page->line_capacity, page->count + 1,
			    sizeof(*page->lines));
	page->lines[page->count++] =
		(struct page_line){ (uint32_t)page->span_count, 0 };
}

static void start_line(struct composer *composer, int indent)
{
	static const char blanks[] = "                ";

	if (composer->blank && composer->page->count > 0)
		add_line(composer->page);
	composer->blank = false;
	add_line(composer->page);
	if (indent > 0)
		add_span(composer->page,
			 (struct page_span){ .length = (uint32_t)indent,
					     .role = ROLE_TEXT },
			 blanks);
}

/* The bytes [start, end) of the paragraph, as spans of the last line. */
static void add_spans(struct composer *composer, size_t start, size_t end)
{
	size_t from = 0;

	for (size_t i = 0; i < composer->count; i++) {
		const struct piece *piece = &composer->pieces[i];
		size_t left = from > start ? from : start;
		size_t right = piece->end < end ? piece->end : end;

		from = piece->end;
		if (left >= right)
			continue;
		add_span(composer->page,
			 (struct page_span){ .length = (uint32_t)(right - left),
					     .role = piece->role,
					     .match = piece->match,
					     .link = piece->link },
			 composer->paragraph.text + left);
	}
}

static void reset(struct composer *composer)
{
	strbuf_reset(&composer->paragraph);
	composer->count = 0;
}

/* Leave a few columns for text, however deep the indent. */
static int fitting_indent(const struct composer *composer, int indent)
{
	return indent + 8 > composer->width ? 0 : indent;
}

void compose_flush(struct composer *composer, int first, int rest)
{
	struct wrap wrap;
	size_t start, end;
	int indent = fitting_indent(composer, first);

	wrap_start(&wrap, strbuf_text(&composer->paragraph),
		   composer->paragraph.length);
	while (wrap_next(&wrap, composer->width - indent, &start, &end)) {
		start_line(composer, indent);
		add_spans(composer, start, end);
		indent = fitting_indent(composer, rest);
	}
	wrap_end(&wrap);
	reset(composer);
}

static void add_label(struct composer *composer, const char *label, int pad)
{
	static const char blanks[] = "                ";

	add_span(composer->page,
		 (struct page_span){ .length = (uint32_t)strlen(label),
				     .role = ROLE_LABEL },
		 label);
	if (pad > 0)
		add_span(composer->page,
			 (struct page_span){ .length = (uint32_t)pad,
					     .role = ROLE_TEXT },
			 blanks);
}

void compose_flush_fact(struct composer *composer, const char *label)
{
	/* On a very narrow page the label has a line of its own. */
	bool narrow = composer->width < LABEL_COLUMNS + 16;
	int indent = narrow ? 2 : LABEL_COLUMNS;
	struct wrap wrap;
	size_t start, end;

	if (narrow && label != NULL) {
		start_line(composer, 0);
		add_label(composer, label, 0);
		label = NULL;
	}
	wrap_start(&wrap, strbuf_text(&composer->paragraph),
		   composer->paragraph.length);
	while (wrap_next(&wrap, composer->width - indent, &start, &end)) {
		start_line(composer, label == NULL ? indent : 0);
		if (label != NULL)
			add_label(composer, label,
				  LABEL_COLUMNS - (int)strlen(label));
		label = NULL;
		add_spans(composer, start, end);
	}
	wrap_end(&wrap);
	reset(composer);
}

void compose_flush_verbatim(struct composer *composer, int indent)
{
	const char *text = strbuf_text(&composer->paragraph);
	size_t length = composer->paragraph.length;
	size_t at = 0;

	indent = fitting_indent(composer, indent);
	do {
		size_t size = text_fit(text + at, length - at,
				       composer->width - indent);

		if (size == 0 && at < length)
			size = text_cluster(text + at, length - at);
		start_line(composer, indent);
		add_spans(composer, at, at + size);
		at += size;
	} while (at < length);
	reset(composer);
}

void compose_flush_title(struct composer *composer, enum role role,
			 const char *found, const char *rest)
{
	const struct strbuf *paragraph = &composer->paragraph;
	int room = composer->width -
		   text_columns(strbuf_text(paragraph), paragraph->length) -
		   text_columns(rest, strlen(rest));

	if (found != NULL)
		room -= text_columns(found, strlen(found));
	if (room >= 2) {
		for (int i = 0; i < room; i++)
			strbuf_add_char(&composer->paragraph, ' ');
		end_piece(composer, ROLE_TEXT, 0, 0);
	} else {
		compose_flush(composer, 0, 2);
	}
	if (found != NULL)
		compose_add_found(composer, role, found, strlen(found));
	compose_add(composer, role, rest);
	if (room >= 2)
		compose_flush_verbatim(composer, 0);
	else
		compose_flush(composer, 0, 2);
}

void compose_gap(struct composer *composer)
{
	composer->blank = true;
}

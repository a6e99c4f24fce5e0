#include "page/compose.h"

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "base/xalloc.h"
#include "page/wrap.h"

void compose_start(struct composer *composer, struct page *page,
		   const struct page_options *options)
{
	*composer = (struct composer){ .options = options };
	for (size_t i = 0; i < COMPOSE_CELLS; i++)
		paragraph_init(&composer->cells[i]);
	composer->width = options->width < 1 ? 1 : options->width;
	lines_start(&composer->lines, page);
}

void compose_end(struct composer *composer)
{
	for (size_t i = 0; i < COMPOSE_CELLS; i++)
		paragraph_clear(&composer->cells[i]);
	lines_end(&composer->lines);
}

void compose_gap(struct composer *composer)
{
	lines_gap(&composer->lines);
}

int compose_indent(const struct composer *composer, int indent)
{
	return indent + 8 > composer->width ? 0 : indent;
}

/* ------------------------------------------------------------------------
 * Pieces
 */

static struct paragraph *current(struct composer *composer)
{
	return &composer->cells[composer->cell];
}

/* Append a text as it is shown. */
static void add_shown(const struct composer *composer, struct strbuf *shown,
		      const char *text, size_t length)
{
	if (composer->options->ascii)
		text_to_ascii(shown, text, length);
	else
		strbuf_add_bytes(shown, text, length);
}

static void add_piece(struct composer *composer, const char *text,
		      size_t length, struct piece piece)
{
	add_shown(composer, &current(composer)->text, text, length);
	paragraph_end_piece(current(composer), piece);
}

void compose_add(struct composer *composer, enum role role, const char *text)
{
	add_piece(composer, text, strlen(text), (struct piece){ .role = role });
}

void compose_addf(struct composer *composer, enum role role, const char *format,
		  ...)
{
	struct strbuf text;
	va_list arguments;

	va_start(arguments, format);
	if (composer->options->ascii) {
		strbuf_init(&text);
		strbuf_addv(&text, format, arguments);
		compose_add(composer, role, strbuf_text(&text));
		strbuf_clear(&text);
	} else {
		strbuf_addv(&current(composer)->text, format, arguments);
		paragraph_end_piece(current(composer),
				    (struct piece){ .role = role });
	}
	va_end(arguments);
}

/* The places of a text, as it is shown, that search matches. */
static size_t find_marks(const struct composer *composer,
			 const struct strbuf *shown, struct mark *marks,
			 size_t room)
{
	if (composer->options->hit == NULL || shown->length == 0)
		return 0;
	return search_mark(composer->options->search, composer->options->hit,
			   shown->text, shown->length, marks, room);
}

/* Add the bytes [from, to) of what is shown. */
static void add_bytes(struct composer *composer, const struct strbuf *shown,
		      size_t from, size_t to, struct piece piece)
{
	if (from >= to)
		return;
	strbuf_add_bytes(&current(composer)->text, shown->text + from,
			 to - from);
	paragraph_end_piece(current(composer), piece);
}

/* Add the bytes [from, to) of what is shown, marked. */
static void add_marked(struct composer *composer, enum role role,
		       const struct strbuf *shown, size_t from, size_t to)
{
	/* No byte begins two marks. */
	struct mark *marks = xcalloc(shown->length + 1, sizeof(*marks));
	size_t count = find_marks(composer, shown, marks, shown->length);
	struct piece piece = { .role = role };

	for (size_t i = 0; i < count; i++) {
		size_t end = marks[i].end < to ? marks[i].end : to;

		if (marks[i].start < from || marks[i].start >= to)
			continue;
		piece.match = 0;
		add_bytes(composer, shown, from, marks[i].start, piece);
		piece.match = lines_make_match(&composer->lines);
		add_bytes(composer, shown, marks[i].start, end, piece);
		from = end;
	}
	piece.match = 0;
	add_bytes(composer, shown, from, to, piece);
	free(marks);
}

void compose_add_part(struct composer *composer, enum role role,
		      const char *text, size_t length, size_t from, size_t to)
{
	struct strbuf shown;
	size_t start, end;

	if (composer->options->hit == NULL) {
		add_piece(composer, text + from, to - from,
			  (struct piece){ .role = role });
		return;
	}
	strbuf_init(&shown);
	add_shown(composer, &shown, text, from);
	start = shown.length;
	add_shown(composer, &shown, text + from, to - from);
	end = shown.length;
	add_shown(composer, &shown, text + to, length - to);
	add_marked(composer, role, &shown, start, end);
	strbuf_clear(&shown);
}

void compose_add_found(struct composer *composer, enum role role,
		       const char *text, size_t length)
{
	compose_add_part(composer, role, text, length, 0, length);
}

bool compose_matches(const struct composer *composer, const char *text)
{
	struct strbuf shown;
	struct mark mark;
	bool matches;

	strbuf_init(&shown);
	add_shown(composer, &shown, text, strlen(text));
	matches = find_marks(composer, &shown, &mark, 1) > 0;
	strbuf_clear(&shown);
	return matches;
}

void compose_add_match(struct composer *composer, enum role role,
		       const char *text, bool matches)
{
	struct piece piece = { .role = role };

	if (matches)
		piece.match = lines_make_match(&composer->lines);
	add_piece(composer, text, strlen(text), piece);
}

void compose_add_link(struct composer *composer, entry_t entry, const char *id)
{
	struct piece piece = { .role = ROLE_LINK };

	piece.link = lines_make_link(&composer->lines, entry);
	strbuf_add_char(&current(composer)->text, '[');
	strbuf_add(&current(composer)->text, id);
	strbuf_add_char(&current(composer)->text, ']');
	paragraph_end_piece(current(composer), piece);
}

void compose_add_url(struct composer *composer, const char *url)
{
	add_piece(composer, url, strlen(url),
		  (struct piece){ .role = ROLE_NOTE, .url = url });
}

/* ------------------------------------------------------------------------
 * Lines
 */

void compose_drop(struct composer *composer)
{
	for (size_t i = 0; i <= composer->cell; i++)
		paragraph_reset(&composer->cells[i]);
	composer->cell = 0;
}

void compose_cell(struct composer *composer)
{
	composer->cell++;
}

static void start_wraps(const struct composer *composer, struct wrap *wraps)
{
	for (size_t i = 0; i <= composer->cell; i++) {
		const struct strbuf *text = &composer->cells[i].text;

		wrap_start(&wraps[i], strbuf_text(text), text->length);
		wraps[i].whole = composer->options->wide == PAGE_PRINTED;
	}
}

/* The next line of each cell; false when none has any. */
static bool add_row(struct composer *composer, struct wrap *wraps,
		    const struct column *columns, bool first)
{
	bool any = false;
	int col = 0;

	for (size_t i = 0; i <= composer->cell; i++) {
		int hang = first ? 0 : columns[i].hang;
		int left = columns[i].left + hang;
		size_t start, end;

		if (!wrap_next(&wraps[i], columns[i].width - hang, &start,
			       &end))
			continue;
		if (!any)
			lines_begin(&composer->lines, 0);
		any = true;
		lines_pad(&composer->lines, left - col);
		lines_add_part(&composer->lines, &composer->cells[i], start,
			       end);
		if (i < composer->cell)
			col = left + text_columns(composer->cells[i].text.text +
							  start,
						  end - start);
	}
	return any;
}

void compose_flush_cells(struct composer *composer,
			 const struct column *columns)
{
	struct wrap wraps[COMPOSE_CELLS];
	bool first = true;

	start_wraps(composer, wraps);
	while (add_row(composer, wraps, columns, first))
		first = false;
	for (size_t i = 0; i <= composer->cell; i++)
		wrap_end(&wraps[i]);
	compose_drop(composer);
}

void compose_flush(struct composer *composer, int first, int rest)
{
	struct column column = {
		.left = compose_indent(composer, first),
		.hang = compose_indent(composer, rest) -
			compose_indent(composer, first),
	};

	column.width = composer->width - column.left;
	compose_flush_cells(composer, &column);
}

void compose_flush_heading(struct composer *composer)
{
	lines_heading(&composer->lines);
	compose_flush(composer, 0, 0);
}

/* Put a label before the paragraph, as a cell of its own. */
static void add_label(struct composer *composer, const char *label)
{
	struct paragraph text = composer->cells[0];

	composer->cells[0] = composer->cells[1];
	composer->cells[1] = text;
	compose_add(composer, ROLE_LABEL, label == NULL ? "" : label);
	compose_cell(composer);
}

void compose_flush_fact(struct composer *composer, int indent,
			const char *label)
{
	int left = indent + LABEL_COLUMNS;
	struct column columns[] = {
		{ .left = indent, .width = LABEL_COLUMNS },
		{ .left = left, .width = composer->width - left },
	};

	/* On a very narrow page the label has a line of its own. */
	if (composer->width >= left + 16) {
		add_label(composer, label);
		compose_flush_cells(composer, columns);
		return;
	}
	if (label != NULL) {
		lines_begin(&composer->lines, compose_indent(composer, indent));
		lines_add(&composer->lines,
			  &(struct piece){ .role = ROLE_LABEL }, label,
			  strlen(label));
	}
	compose_flush(composer, indent + 2, indent + 2);
}

/* ------------------------------------------------------------------------
 * The first line
 */

void compose_flush_title(struct composer *composer, enum role role,
			 const char *found, const char *rest)
{
	const struct strbuf *text = &composer->cells[0].text;
	int room = composer->width -
		   text_columns(strbuf_text(text), text->length) -
		   text_columns(rest, strlen(rest));

	if (found != NULL)
		room -= text_columns(found, strlen(found));
	if (room < 2) {
		compose_flush(composer, 0, 2);
		room = 0;
	}
	for (int i = 0; i < room; i++)
		compose_add(composer, ROLE_TEXT, " ");
	if (found != NULL)
		compose_add_found(composer, role, found, strlen(found));
	compose_add(composer, role, rest);
	if (room > 0) {
		lines_begin(&composer->lines, 0);
		lines_add_part(&composer->lines, &composer->cells[0], 0,
			       text->length);
		compose_drop(composer);
	} else {
		compose_flush(composer, 0, 2);
	}
}

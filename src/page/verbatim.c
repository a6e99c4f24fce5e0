#include "page/verbatim.h"

#include <string.h>

#include "base/text.h"
#include "page/wrap.h"

/*
 * What is cut off, as one sign.  Matches that it hides are marked by it, so
 * that as many are seen as are counted.
 */
static void add_cut(struct composer *composer,
		    const struct paragraph *paragraph, size_t from)
{
	const char *sign = composer->options->ascii ? "~" : "…";
	struct piece piece = { .role = ROLE_VERBATIM };

	for (size_t i = 0; i < paragraph->count; i++) {
		if (paragraph->pieces[i].end <= from ||
		    paragraph->pieces[i].match == 0)
			continue;
		piece.match = paragraph->pieces[i].match;
		lines_add(&composer->lines, &piece, sign, strlen(sign));
		sign = "";
	}
	if (*sign != '\0')
		lines_add(&composer->lines, &piece, sign, strlen(sign));
}

static void cut(struct composer *composer, int indent)
{
	const struct paragraph *paragraph = &composer->cells[0];
	const struct strbuf *text = &paragraph->text;
	int room = composer->width - indent;
	size_t fits = text->length;

	if (text_columns(strbuf_text(text), text->length) > room)
		fits = text_fit(text->text, text->length, room - 1);
	lines_begin(&composer->lines, indent);
	lines_add_part(&composer->lines, paragraph, 0, fits);
	if (fits < text->length)
		add_cut(composer, paragraph, fits);
}

/* The last blank of a line that stands behind anything else; 0 for none. */
static size_t last_blank(const char *text, size_t length)
{
	size_t indent = strspn(text, " ");

	for (size_t at = length; at > indent; at--) {
		if (text[at] == ' ')
			return at;
	}
	return 0;
}

/* How much of a text is put on a line: to a blank, if there is one. */
static size_t fold_at(const struct composer *composer, const char *text,
		      size_t length, int columns)
{
	bool whole = composer->options->wide == PAGE_PRINTED;
	size_t fits = text_fit(text, length, columns);
	size_t blank;

	if (fits == length)
		return length;
	blank = last_blank(text, fits);
	if (blank > 0)
		return blank;
	if (whole && wrap_address(text, length) > 0)
		return wrap_address(text, length);
	return fits > 0 ? fits : text_cluster(text, length);
}

static void fold(struct composer *composer, int indent)
{
	const struct paragraph *paragraph = &composer->cells[0];
	const char *text = strbuf_text(&paragraph->text);
	size_t length = paragraph->text.length;
	int hang = compose_indent(composer, indent + 2);
	size_t at = 0;

	do {
		size_t end = at + fold_at(composer, text + at, length - at,
					  composer->width - indent);

		lines_begin(&composer->lines, indent);
		lines_add_part(&composer->lines, paragraph, at, end);
		at = end + strspn(text + end, " ");
		indent = hang;
	} while (at < length);
}

void verbatim_flush(struct composer *composer, int indent)
{
	indent = compose_indent(composer, indent);
	if (composer->options->wide == PAGE_CUT)
		cut(composer, indent);
	else
		fold(composer, indent);
	compose_drop(composer);
}

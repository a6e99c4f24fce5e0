#include "page/wrap.h"

#include <stdlib.h>

#include "base/text.h"
#include "base/xalloc.h"

void wrap_start(struct wrap *wrap, const char *text, size_t length)
{
	*wrap = (struct wrap){ .text = text, .length = length };
	wrap->breaks = xcalloc(length, sizeof(*wrap->breaks));
	if (length > 0)
		text_breaks(text, length, wrap->breaks);
}

void wrap_end(struct wrap *wrap)
{
	free(wrap->breaks);
}

static bool is_solid(char c)
{
	return c > ' ' && c < 0x7f;
}

/* Whether a break before `at` would tear a run of ASCII. */
static bool tears(const struct wrap *wrap, size_t at)
{
	return at > 0 && is_solid(wrap->text[at - 1]) &&
	       is_solid(wrap->text[at]);
}

/*
 * Bytes of the line that begins at `wrap->at`: up to the last break at which
 * it still fits.  Blanks at its end may hang over.
 */
static size_t line_bytes(const struct wrap *wrap, int columns)
{
	size_t at = wrap->at;
	size_t torn = 0, whole = 0;

	while (at < wrap->length) {
		size_t size = text_cluster(wrap->text + at, wrap->length - at);

		if (at > wrap->at && wrap->breaks[at]) {
			if (tears(wrap, at))
				torn = at;
			else
				whole = at;
		}
		columns -= text_columns(wrap->text + at, size);
		if (columns < 0 && wrap->text[at] != ' ')
			break;
		at += size;
	}
	if (at == wrap->length)
		return at - wrap->at;
	if (whole > 0)
		return whole - wrap->at;
	if (torn > 0)
		return torn - wrap->at;
	if (at == wrap->at)
		at += text_cluster(wrap->text + at, wrap->length - at);
	return at - wrap->at;
}

bool wrap_next(struct wrap *wrap, int columns, size_t *start, size_t *end)
{
	while (wrap->at < wrap->length && wrap->text[wrap->at] == ' ')
		wrap->at++;
	if (wrap->at == wrap->length)
		return false;
	*start = wrap->at;
	wrap->at += line_bytes(wrap, columns);
	*end = wrap->at;
	while (*end > *start && wrap->text[*end - 1] == ' ')
		--*end;
	return true;
}

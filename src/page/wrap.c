#include "page/wrap.h"

#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "base/xalloc.h"

void wrap_start(struct wrap *wrap, const char *text, size_t length)
{
	*wrap = (struct wrap){
		.text = text,
		.length = length,
		.plain = text_is_ascii(text, length),
	};
}

void wrap_end(struct wrap *wrap)
{
	free(wrap->breaks);
}

static bool is_solid(char c)
{
	return c > ' ' && c < 0x7f;
}

size_t wrap_address(const char *text, size_t length)
{
	bool address = false;
	size_t end = 0;

	while (end < length && is_solid(text[end])) {
		address = address || (length - end > 3 &&
				      memcmp(text + end, "://", 3) == 0);
		end++;
	}
	return address ? end : 0;
}

/* Whether a break before `at` would tear a run of ASCII. */
static bool tears(const struct wrap *wrap, size_t at)
{
	return at > 0 && is_solid(wrap->text[at - 1]) &&
	       is_solid(wrap->text[at]);
}

/* What fits in a line, and where it could be broken, as bytes of the text. */
struct fit {
	size_t end; /* of the last cluster that fits */
	size_t whole; /* last break between words; 0 for none */
	size_t torn; /* last break within one */
};

/* Whether a blank begins at `at`, and not a cluster with a mark on one. */
static bool is_blank(const struct wrap *wrap, size_t at)
{
	size_t left = wrap->length - at;

	if (wrap->text[at] != ' ')
		return false;
	return left == 1 || (unsigned char)wrap->text[at + 1] < 0x80 ||
	       text_cluster(wrap->text + at, left) == 1;
}

/*
 * In ASCII a line may be broken after a blank, but not before what closes, nor
 * after what opens (LB13 and LB14).  That is all that most paragraphs need, and
 * asking the library about every byte would be the better part of the time that
 * a page takes.
 */
static bool parts_at(const struct wrap *wrap, size_t at)
{
	size_t before = at - 1;

	if (wrap->text[before] != ' ' || wrap->text[at] == ' ' ||
	    strchr(")]}!?,.:;/", wrap->text[at]) != NULL)
		return false;
	while (before > wrap->at && wrap->text[before] == ' ')
		before--;
	return strchr("([{", wrap->text[before]) == NULL;
}

/* A byte is a column, and only the last break is asked for. */
static struct fit fit_plain(const struct wrap *wrap, int columns)
{
	size_t room = columns < 0 ? 0 : (size_t)columns;
	struct fit fit = { .end = wrap->length };

	if (wrap->length - wrap->at <= room)
		return fit;
	fit.end = wrap->at + room;
	while (fit.end < wrap->length && wrap->text[fit.end] == ' ')
		fit.end++;
	if (fit.end == wrap->length)
		return fit;
	fit.whole = fit.end;
	while (fit.whole > wrap->at && !parts_at(wrap, fit.whole))
		fit.whole--;
	if (fit.whole == wrap->at)
		fit.whole = 0;
	return fit;
}

static struct fit fit_any(const struct wrap *wrap, int columns)
{
	struct fit fit = { .end = wrap->at };

	while (fit.end < wrap->length) {
		const char *at = wrap->text + fit.end;
		size_t left = wrap->length - fit.end;
		bool ascii = (unsigned char)*at < 0x80 &&
			     (left == 1 || (unsigned char)at[1] < 0x80);
		size_t size = ascii ? 1 : text_cluster(at, left);

		if (fit.end > wrap->at && wrap->breaks[fit.end]) {
			if (tears(wrap, fit.end))
				fit.torn = fit.end;
			else
				fit.whole = fit.end;
		}
		columns -= ascii ? 1 : text_columns(at, size);
		if (columns < 0 && !is_blank(wrap, fit.end))
			break;
		fit.end += size;
	}
	return fit;
}

/* Blanks at the end of a line may hang over. */
static struct fit fit_line(struct wrap *wrap, int columns)
{
	if (wrap->plain)
		return fit_plain(wrap, columns);
	if (wrap->breaks == NULL) {
		wrap->breaks = xmalloc(wrap->length * sizeof(*wrap->breaks));
		text_breaks(wrap->text, wrap->length, wrap->breaks);
	}
	return fit_any(wrap, columns);
}

/* Where the line that begins at `wrap->at` ends. */
static size_t line_end(struct wrap *wrap, int columns)
{
	struct fit fit = fit_line(wrap, columns);
	size_t address = 0;

	if (fit.end < wrap->length && fit.whole == 0 && wrap->whole)
		address = wrap_address(wrap->text + wrap->at,
				       wrap->length - wrap->at);
	if (address > 0)
		return wrap->at + address;
	if (fit.end < wrap->length && fit.whole == 0 && wrap->plain) {
		/* One word is wider than the line: now ask where to tear. */
		wrap->plain = false;
		fit = fit_line(wrap, columns);
	}
	if (fit.end == wrap->length)
		return fit.end;
	if (fit.whole > 0)
		return fit.whole;
	if (fit.torn > 0)
		return fit.torn;
	if (fit.end == wrap->at)
		fit.end += text_cluster(wrap->text + fit.end,
					wrap->length - fit.end);
	return fit.end;
}

bool wrap_next(struct wrap *wrap, int columns, size_t *start, size_t *end)
{
	while (wrap->at < wrap->length && is_blank(wrap, wrap->at))
		wrap->at++;
	if (wrap->at == wrap->length)
		return false;
	*start = wrap->at;
	wrap->at = line_end(wrap, columns);
	*end = wrap->at;
	while (*end > *start && wrap->text[*end - 1] == ' ')
		--*end;
	return true;
}

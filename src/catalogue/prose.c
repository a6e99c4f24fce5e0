#include "catalogue/prose.h"

#include <string.h>

void prose_start(struct prose *prose, const char *text, bool verbatim)
{
	*prose = (struct prose){ .at = text, .verbatim = verbatim };
	strbuf_init(&prose->line);
}

void prose_end(struct prose *prose)
{
	strbuf_clear(&prose->line);
}

static size_t line_length(const char *line)
{
	return strcspn(line, "\n");
}

static bool is_blank(const char *line)
{
	return line[strspn(line, " ")] == '\n' ||
	       line[strspn(line, " ")] == '\0';
}

static bool is_item(const char *line)
{
	return strncmp(line, "- ", 2) == 0;
}

static bool is_verbatim(const char *line)
{
	return strncmp(line, "    ", 4) == 0;
}

/* Take one line without its first `skip` bytes, after a blank if need be. */
static void take_line(struct prose *prose, size_t skip)
{
	size_t length = line_length(prose->at);

	if (prose->line.length > 0)
		strbuf_add_char(&prose->line, ' ');
	if (length > skip)
		strbuf_add_bytes(&prose->line, prose->at + skip,
				 length - skip);
	prose->at += length;
	prose->at += *prose->at == '\n';
}

static size_t indent_of(const char *line)
{
	return strspn(line, " ");
}

static bool ends_block(const char *line)
{
	return *line == '\0' || is_blank(line) || is_item(line) ||
	       is_verbatim(line);
}

static enum prose_kind take_block(struct prose *prose)
{
	bool item = is_item(prose->at);

	if (prose->verbatim || is_verbatim(prose->at)) {
		take_line(prose, prose->verbatim ? 0 : 4);
		return PROSE_VERBATIM;
	}
	take_line(prose, item ? 2 : 0);
	while (!ends_block(prose->at))
		take_line(prose, indent_of(prose->at));
	return item ? PROSE_ITEM : PROSE_PARAGRAPH;
}

bool prose_next(struct prose *prose, struct prose_block *block)
{
	block->apart = false;
	while (*prose->at != '\0' && is_blank(prose->at)) {
		block->apart = true;
		prose->at += line_length(prose->at);
		prose->at += *prose->at == '\n';
	}
	if (*prose->at == '\0')
		return false;
	strbuf_reset(&prose->line);
	strbuf_add(&prose->line, "");
	block->kind = take_block(prose);
	block->text = prose->line.text;
	block->length = prose->line.length;
	return true;
}

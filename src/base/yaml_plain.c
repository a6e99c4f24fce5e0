/*
 * Plain is: an item is a map; each key stands on a line of its own, in small
 * letters; its value is text on the same line, bare or in quotes without an
 * escape; a list in brackets on one line; a block of lines behind `|`; or,
 * two columns further on, a list of maps, each in braces on one line or key by
 * key, or of texts.  The next item, or the end of the file, follows.
 *
 * A blank at the end of a line, a comment behind a value, an empty value: all
 * that is rare is not plain.
 */
#include "base/yaml_plain.h"

#include <string.h>

struct plain {
	struct yaml_grow *grow;
	const char *at;	 /* the line, without its blanks */
	const char *end; /* of the line */
	const char *file_end;
	size_t indent;
	unsigned int line; /* from one */
	bool over;	   /* there is no further line */
	struct strbuf block;
};

static struct yaml_spot spot_at(const struct plain *plain, const char *at)
{
	return (struct yaml_spot){
		plain->line,
		(unsigned int)(plain->indent + (size_t)(at - plain->at) + 1),
	};
}

/* Only ASCII may stand before a place whose column is counted in bytes. */
static bool is_ascii(const char *text, const char *end)
{
	while (text < end && (unsigned char)*text < 0x80)
		text++;
	return text == end;
}

/* ------------------------------------------------------------------------
 * Lines
 */

/* Take the line at `start`; false at the end of the file. */
static bool load_line(struct plain *plain, const char *start)
{
	const char *newline;

	plain->over = start == plain->file_end;
	plain->at = plain->end = start;
	plain->indent = 0;
	if (plain->over)
		return false;
	newline = memchr(start, '\n', (size_t)(plain->file_end - start));
	plain->end = newline == NULL ? plain->file_end : newline;
	while (plain->at < plain->end && *plain->at == ' ')
		plain->at++;
	plain->indent = (size_t)(plain->at - start);
	return true;
}

static const char *next_start(const struct plain *plain)
{
	return plain->end == plain->file_end ? plain->file_end :
					       plain->end + 1;
}

static bool step(struct plain *plain)
{
	plain->line++;
	return load_line(plain, next_start(plain));
}

/* Whether there is nothing on the line that counts. */
static bool is_void(const struct plain *plain)
{
	return !plain->over && plain->indent == 0 &&
	       (plain->at == plain->end || *plain->at == '#');
}

/* Go to the next line that counts. */
static void next_line(struct plain *plain)
{
	step(plain);
	while (is_void(plain))
		step(plain);
}

static bool begins_item(const struct plain *plain)
{
	return plain->end - plain->at > 2 && plain->at[0] == '-' &&
	       plain->at[1] == ' ';
}

/* ------------------------------------------------------------------------
 * Texts
 */

static bool is_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
	       (c >= '0' && c <= '9') || (unsigned char)c >= 0x80;
}

/* The end of the key at `at`, whose colon a blank or nothing follows; NULL. */
static const char *key_end(const char *at, const char *end)
{
	const char *colon = at;

	while (colon < end && ((*colon >= 'a' && *colon <= 'z') ||
			       *colon == '_'))
		colon++;
	if (colon == at || colon == end || *colon != ':' ||
	    (colon + 1 < end && colon[1] != ' '))
		return NULL;
	return colon;
}

/* The end of a bare text that goes on to the end of the line; NULL. */
static const char *bare_end(const char *at, const char *end)
{
	if (!is_letter(*at) || end[-1] == ' ' || end[-1] == ':')
		return NULL;
	for (const char *c = at; c + 1 < end; c++) {
		if ((c[0] == ':' && c[1] == ' ') || (c[0] == ' ' && c[1] == '#'))
			return NULL;
	}
	return end;
}

/* What else may stand in such a text inside brackets or braces. */
static bool is_inner(char c)
{
	switch (c) {
	case ' ':
	case '.':
	case '_':
	case '/':
	case '(':
	case ')':
	case '+':
	case '-':
	case '\'':
		return true;
	default:
		return false;
	}
}

/* The end of a bare text inside brackets or braces; NULL. */
static const char *inner_end(const char *at, const char *end)
{
	const char *c = at;

	if (at == end || !is_letter(*at))
		return NULL;
	while (c < end && (is_letter(*c) || is_inner(*c)))
		c++;
	while (c[-1] == ' ')
		c--;
	return c;
}

/* The end of a text in quotes, behind the second one; NULL. */
static const char *quoted_end(const char *at, const char *end)
{
	const char *quote = memchr(at + 1, *at, (size_t)(end - at - 1));

	if (quote == NULL ||
	    memchr(at, '\\', (size_t)(quote - at)) != NULL ||
	    (quote + 1 < end && quote[1] == *at))
		return NULL;
	return quote + 1;
}

static bool is_quote(char c)
{
	return c == '"' || c == '\'';
}

/*
 * Take the text at `at`, bare up to what `bare` finds or in quotes.  Returns
 * its end; NULL when it is not plain.
 */
static const char *take_text(struct plain *plain, const char *at,
			     const char *(*bare)(const char *, const char *))
{
	const char *end;

	if (at == plain->end || yaml_grow_full(plain->grow))
		return NULL;
	if (!is_quote(*at)) {
		end = bare(at, plain->end);
		if (end != NULL)
			yaml_grow_text(plain->grow, at, (size_t)(end - at),
				       spot_at(plain, at));
		return end;
	}
	end = quoted_end(at, plain->end);
	if (end != NULL)
		yaml_grow_text(plain->grow, at + 1, (size_t)(end - at) - 2,
			       spot_at(plain, at));
	return end;
}

static bool take_key(struct plain *plain, const char *at, const char *end)
{
	size_t length = (size_t)(end - at);

	if (yaml_grow_refused(plain->grow, at, length) != NULL)
		return false;
	yaml_grow_key(plain->grow, at, length, spot_at(plain, at));
	return true;
}

/* ------------------------------------------------------------------------
 * On one line
 */

static bool open_node(struct plain *plain, enum yaml_kind kind, const char *at)
{
	if (plain->grow->depth == YAML_DEPTH_LIMIT ||
	    yaml_grow_full(plain->grow))
		return false;
	yaml_grow_open(plain->grow, kind, spot_at(plain, at));
	return true;
}

/* `[a, "b"]`, up to the end of the line. */
static bool take_brackets(struct plain *plain, const char *at)
{
	if (!is_ascii(at, plain->end) || !open_node(plain, YAML_LIST, at))
		return false;
	do {
		at = take_text(plain, at + 1, inner_end);
		if (at == NULL || at == plain->end)
			return false;
		if (*at == ']') {
			yaml_grow_close(plain->grow);
			return at + 1 == plain->end;
		}
		/* A comma and a blank. */
		if (*at++ != ',' || at == plain->end || *at != ' ')
			return false;
	} while (true);
}

/* `{ k: a, l: "b" }`, up to the end of the line. */
static bool take_braces(struct plain *plain, const char *at)
{
	if (!is_ascii(at, plain->end) || !open_node(plain, YAML_MAP, at))
		return false;
	do {
		const char *key = at + 2, *colon;

		if (at + 1 == plain->end || at[1] != ' ')
			return false;
		colon = key_end(key, plain->end);
		if (colon == NULL || colon + 1 == plain->end ||
		    !take_key(plain, key, colon))
			return false;
		at = take_text(plain, colon + 2, inner_end);
		if (at == NULL)
			return false;
	} while (at < plain->end && *at == ',');
	yaml_grow_close(plain->grow);
	return at + 2 == plain->end && at[0] == ' ' && at[1] == '}';
}

/* ------------------------------------------------------------------------
 * Over several lines
 */

/* Add the line, behind `indent` columns, to the block. */
static bool add_block_line(struct plain *plain, size_t indent)
{
	/* A line of blanks alone is one of those that are rare. */
	if (plain->at == plain->end && plain->indent > 0)
		return false;
	if (plain->indent >= indent)
		strbuf_add_bytes(&plain->block,
				 plain->at - (plain->indent - indent),
				 (size_t)(plain->end - plain->at) +
					 plain->indent - indent);
	strbuf_add_char(&plain->block, '\n');
	/* A file that ends without a newline leaves none. */
	return plain->end < plain->file_end;
}

/* The lines behind `|`; the line that ends them is then taken. */
static bool take_block(struct plain *plain, size_t column, const char *at)
{
	struct yaml_spot spot = spot_at(plain, at);
	struct strbuf *block = &plain->block;
	size_t indent;

	if (at + 1 != plain->end || !step(plain) || plain->at == plain->end ||
	    plain->indent <= column)
		return false;
	indent = plain->indent;
	strbuf_reset(block);
	while (!plain->over &&
	       (plain->at == plain->end || plain->indent >= indent)) {
		if (!add_block_line(plain, indent))
			return false;
		step(plain);
	}
	while (block->length > 1 && block->text[block->length - 2] == '\n')
		strbuf_cut(block, block->length - 1);
	if (yaml_grow_full(plain->grow))
		return false;
	yaml_grow_text(plain->grow, block->text, block->length, spot);
	while (is_void(plain))
		step(plain);
	return true;
}

static bool take_map(struct plain *plain, size_t column, const char *at);

/* The item at `at` of a list whose items begin there. */
static bool take_item(struct plain *plain, size_t column, const char *at)
{
	if (*at == '{') {
		if (!take_braces(plain, at))
			return false;
	} else if (key_end(at, plain->end) != NULL) {
		return take_map(plain, column, at);
	} else if (take_text(plain, at, bare_end) != plain->end) {
		return false;
	}
	next_line(plain);
	return true;
}

/* A list whose dashes stand in `column`, counted from zero. */
static bool take_list(struct plain *plain, size_t column)
{
	if (plain->over || plain->indent != column || !begins_item(plain) ||
	    !open_node(plain, YAML_LIST, plain->at))
		return false;
	while (!plain->over && plain->indent == column) {
		if (!begins_item(plain) ||
		    !take_item(plain, column + 2, plain->at + 2))
			return false;
	}
	yaml_grow_close(plain->grow);
	return true;
}

/* What stands behind the colon of a key, and the lines that belong to it. */
static bool take_value(struct plain *plain, size_t column, const char *colon)
{
	const char *at = colon + 2;

	if (colon + 1 == plain->end) {
		next_line(plain);
		return take_list(plain, column + 2);
	}
	if (at == plain->end)
		return false;
	if (*at == '|')
		return take_block(plain, column, at);
	if (*at == '[') {
		if (!take_brackets(plain, at))
			return false;
	} else if (take_text(plain, at, bare_end) != plain->end) {
		return false;
	}
	next_line(plain);
	return true;
}

/* A map whose keys stand in `column`, the first of them at `at`. */
static bool take_map(struct plain *plain, size_t column, const char *at)
{
	if (!open_node(plain, YAML_MAP, at))
		return false;
	do {
		const char *colon = key_end(at, plain->end);

		if (colon == NULL || !take_key(plain, at, colon) ||
		    !take_value(plain, column, colon))
			return false;
		at = plain->at;
	} while (!plain->over && plain->indent == column);
	yaml_grow_close(plain->grow);
	return plain->over || plain->indent < column;
}

/* Whether what comes next leaves it to the item before that it has ended. */
static bool is_between(const struct plain *plain)
{
	return plain->over || (plain->indent == 0 && begins_item(plain));
}

size_t yaml_plain(struct yaml_grow *grow, size_t *from, unsigned int *line)
{
	const char *source = grow->yaml->source;
	struct plain plain = {
		.grow = grow,
		.file_end = source + grow->yaml->length,
		.line = *line + 1,
	};
	size_t items = 0;

	strbuf_init(&plain.block);
	yaml_grow_open_file(grow);
	load_line(&plain, source + *from);
	while (is_void(&plain))
		step(&plain);
	while (!plain.over && is_between(&plain) &&
	       key_end(plain.at + 2, plain.end) != NULL) {
		const char *start = plain.at;
		unsigned int number = plain.line;
		size_t before = grow->yaml->count;

		if (!take_map(&plain, 2, start + 2) || !is_between(&plain)) {
			if (grow->yaml->count > before)
				yaml_grow_drop(grow);
			load_line(&plain, start);
			plain.line = number;
			break;
		}
		items++;
	}
	*from = (size_t)(plain.at - plain.indent - source);
	*line = plain.line - 1;
	strbuf_clear(&plain.block);
	return items;
}

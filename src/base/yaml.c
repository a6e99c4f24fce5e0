/*
 * libyaml's event parser is used rather than its document loader, which
 * resolves aliases before anybody can refuse them and gives no depth limit.
 *
 * It is long because all that libyaml lets through is refused here: each kind
 * with its place and a sentence, over one state of the parser.
 */
#include "base/yaml.h"

#include <stdlib.h>
#include <string.h>
#include <yaml.h>

#include "base/die.h"
#include "base/legible.h"
#include "base/text.h"
#include "base/yaml_plain.h"

enum { KEY_SHOWN = 80 }; /* bytes of a key in a message */

struct reader {
	struct yaml_grow grow;
	struct fault_list *faults;
	yaml_parser_t parser;
	unsigned int line;  /* lines before what the parser was given */
	size_t documents;
	size_t patience; /* items that libyaml reads before plain ones may do */
	bool stopped; /* the item is given up */
	bool ended;   /* the file is */
};

static struct location mark_place(const struct reader *reader,
			       const yaml_mark_t *mark)
{
	return (struct location){
		.file = reader->grow.yaml->file,
		.line = reader->line + (unsigned int)mark->line + 1,
		.column = (unsigned int)mark->column + 1,
	};
}

/* Refuse the construct at `mark` and end the item it stands in. */
static void refuse(struct reader *reader, const yaml_mark_t *mark,
		   const char *message)
{
	fault_add(reader->faults, mark_place(reader, mark),
		  reader->grow.yaml->source, reader->grow.yaml->length, "%s", message);
	reader->stopped = true;
}

/* Refuse the rest of the file. */
static void refuse_rest(struct reader *reader, const yaml_mark_t *mark)
{
	refuse(reader, mark, "too many values in one file");
	reader->ended = true;
}

static struct yaml_spot spot_of(const struct reader *reader,
				const yaml_mark_t *mark)
{
	struct location place = mark_place(reader, mark);

	return (struct yaml_spot){ place.line, place.column };
}

static void take_key(struct reader *reader, const yaml_event_t *event)
{
	const char *text = (const char *)event->data.scalar.value;
	size_t length = event->data.scalar.length;
	const char *refused = yaml_grow_refused(&reader->grow, text, length);

	if (refused == NULL) {
		yaml_grow_key(&reader->grow, text, length,
			      spot_of(reader, &event->start_mark));
		return;
	}
	fault_add(reader->faults, mark_place(reader, &event->start_mark),
		  reader->grow.yaml->source, reader->grow.yaml->length,
		  "the key '%.*s' %s", KEY_SHOWN, text, refused);
	reader->stopped = true;
}

/*
 * An escape in a quoted text can spell what must not stand in the file.
 * Returns whether there was one.
 */
static bool refuse_escapes(struct reader *reader, const yaml_event_t *event)
{
	const char *text = (const char *)event->data.scalar.value;
	size_t length = event->data.scalar.length;
	uint32_t character;

	if (event->data.scalar.style != YAML_DOUBLE_QUOTED_SCALAR_STYLE)
		return false;
	for (size_t i = 0; i < length;) {
		const char *refused;

		i += text_decode(text + i, length - i, &character);
		refused = text_refused(character);
		if (refused == NULL)
			continue;
		fault_add(reader->faults,
			  mark_place(reader, &event->start_mark),
			  reader->grow.yaml->source, reader->grow.yaml->length,
			  "%s, U+%04X, as an escape; expected printable text",
			  refused, (unsigned int)character);
		reader->stopped = true;
		return true;
	}
	return false;
}

/* Whether a node has an anchor or a tag, which is refused. */
static bool refuse_marks(struct reader *reader, const yaml_mark_t *mark,
			 const yaml_char_t *anchor, const yaml_char_t *tag)
{
	if (anchor != NULL)
		refuse(reader, mark, "an anchor ('&'); expected plain text");
	else if (tag != NULL)
		refuse(reader, mark, "a tag ('!'); expected plain text");
	return anchor != NULL || tag != NULL;
}

static void open_node(struct reader *reader, enum yaml_kind kind,
		      const yaml_mark_t *mark)
{
	struct yaml_grow *grow = &reader->grow;

	if (yaml_grow_in_map(grow) && !grow->has_key)
		refuse(reader, mark, "a key that is not text; expected a name");
	else if (grow->depth == YAML_DEPTH_LIMIT)
		refuse(reader, mark, "nested too deeply; expected an entry");
	else if (yaml_grow_full(grow))
		refuse_rest(reader, mark);
	else if (grow->depth == 0 && kind != YAML_LIST)
		refuse(reader, mark,
		       "not a list; expected entries that begin with '- '");
	else if (grow->depth == 0)
		yaml_grow_open_file(grow);
	else
		yaml_grow_open(grow, kind, spot_of(reader, mark));
}

static void take_scalar(struct reader *reader, const yaml_event_t *event)
{
	struct yaml_grow *grow = &reader->grow;
	const char *text = (const char *)event->data.scalar.value;
	size_t length = event->data.scalar.length;

	if (grow->depth == 0) {
		if (length > 0)
			refuse(reader, &event->start_mark,
			       "text; expected entries that begin with '- '");
	} else if (refuse_escapes(reader, event)) {
		return;
	} else if (yaml_grow_in_map(grow) && !grow->has_key) {
		take_key(reader, event);
	} else if (yaml_grow_full(grow)) {
		refuse_rest(reader, &event->start_mark);
	} else {
		yaml_grow_text(grow, text, length,
			       spot_of(reader, &event->start_mark));
	}
}

static void take_event(struct reader *reader, const yaml_event_t *event)
{
	const yaml_mark_t *mark = &event->start_mark;

	switch (event->type) {
	case YAML_SCALAR_EVENT:
		if (!refuse_marks(reader, mark, event->data.scalar.anchor,
				  event->data.scalar.tag))
			take_scalar(reader, event);
		break;
	case YAML_SEQUENCE_START_EVENT:
		if (!refuse_marks(reader, mark,
				  event->data.sequence_start.anchor,
				  event->data.sequence_start.tag))
			open_node(reader, YAML_LIST, mark);
		break;
	case YAML_MAPPING_START_EVENT:
		if (!refuse_marks(reader, mark,
				  event->data.mapping_start.anchor,
				  event->data.mapping_start.tag))
			open_node(reader, YAML_MAP, mark);
		break;
	case YAML_SEQUENCE_END_EVENT:
	case YAML_MAPPING_END_EVENT:
		yaml_grow_close(&reader->grow);
		break;
	case YAML_ALIAS_EVENT:
		refuse(reader, mark, "an alias ('*'); expected plain text");
		break;
	case YAML_DOCUMENT_START_EVENT:
		if (reader->documents++ > 0)
			refuse(reader, mark,
			       "a second document; expected one list");
		break;
	default:
		break;
	}
}

static void report_syntax(struct reader *reader)
{
	const yaml_parser_t *parser = &reader->parser;
	const char *problem = parser->problem == NULL ? "not YAML" :
							parser->problem;

	fault_add(reader->faults, mark_place(reader, &parser->problem_mark),
		  reader->grow.yaml->source, reader->grow.yaml->length,
		  "%s%s%s; expected YAML", problem,
		  parser->context == NULL ? "" : " ",
		  parser->context == NULL ? "" : parser->context);
}

static void start_parser(struct reader *reader, size_t from)
{
	const struct yaml *yaml = reader->grow.yaml;

	if (yaml_parser_initialize(&reader->parser) == 0)
		die("out of memory");
	yaml_parser_set_encoding(&reader->parser, YAML_UTF8_ENCODING);
	yaml_parser_set_input_string(&reader->parser,
				     (const unsigned char *)yaml->source + from,
				     yaml->length - from);
	reader->grow.depth = 0;
	reader->grow.has_key = false;
	reader->documents = 0;
	reader->stopped = false;
}

/* Whether the line, counted in the whole file from zero, begins an item. */
static bool is_item(const struct reader *reader, size_t from, size_t line)
{
	const struct yaml *yaml = reader->grow.yaml;
	const char *at = yaml->source + from;
	const char *end = yaml->source + yaml->length;

	for (size_t i = reader->line; i < line; i++) {
		at = memchr(at, '\n', (size_t)(end - at));
		if (at == NULL)
			return false;
		at++;
	}
	return end - at > 1 && at[0] == '-' && at[1] == ' ';
}

/* Whether an item has ended where the next one begins, and enough were read. */
static bool has_enough(const struct reader *reader, size_t from,
		       const yaml_event_t *event, size_t *items)
{
	const yaml_mark_t *mark = &event->start_mark;

	if (event->type != YAML_MAPPING_END_EVENT || reader->grow.depth != 1)
		return false;
	++*items;
	return *items >= reader->patience && mark->column == 0 &&
	       is_item(reader, from, reader->line + mark->line);
}

/*
 * Parse from `from` on.  Returns the line, counted in the whole file from
 * zero, behind which reading may go on: that of a fault, or the last one of as
 * many items as are to be read.  UINT_MAX at the end.
 */
static unsigned int parse(struct reader *reader, size_t from)
{
	unsigned int stopped_at = (unsigned int)-1;
	size_t items = 0;
	bool going = true;

	start_parser(reader, from);
	while (going) {
		yaml_event_t event;

		if (yaml_parser_parse(&reader->parser, &event) == 0) {
			if (reader->parser.error == YAML_MEMORY_ERROR)
				die("out of memory");
			report_syntax(reader);
			stopped_at = reader->line +
				     (unsigned int)reader->parser.problem_mark
					     .line;
			break;
		}
		take_event(reader, &event);
		going = event.type != YAML_STREAM_END_EVENT && !reader->stopped;
		if (reader->stopped)
			stopped_at = reader->line +
				     (unsigned int)event.start_mark.line;
		if (going && has_enough(reader, from, &event, &items)) {
			stopped_at = reader->line +
				     (unsigned int)event.start_mark.line - 1;
			going = false;
		}
		yaml_event_delete(&event);
	}
	yaml_parser_delete(&reader->parser);
	/* Half an item would be reported for what it lacks. */
	if (stopped_at != (unsigned int)-1 && reader->grow.depth > 1)
		yaml_grow_drop(&reader->grow);
	return stopped_at;
}

/*
 * The offset of the first line after `line` that begins an item, and its number
 * in `reader->line`, the number of the line at `from` until then.  The length
 * of the source when there is none.
 */
static size_t next_item(struct reader *reader, size_t from, unsigned int line)
{
	const struct yaml *yaml = reader->grow.yaml;
	const char *end = yaml->source + yaml->length;
	const char *at = yaml->source + from;

	while ((at = memchr(at, '\n', (size_t)(end - at))) != NULL) {
		at++;
		reader->line++;
		if (reader->line > line && end - at > 1 && at[0] == '-' &&
		    at[1] == ' ')
			return (size_t)(at - yaml->source);
	}
	return yaml->length;
}

/*
 * Go on where the items are plain.  Where they are now and then, libyaml, which
 * reads ahead, is started again more and more rarely.
 */
static size_t read_plain(struct reader *reader, size_t from)
{
	enum { MANY = 64 };
	size_t items = yaml_plain(&reader->grow, &from, &reader->line);

	reader->patience = items < MANY ? 2 * reader->patience : 1;
	return from;
}

bool yaml_init(struct yaml *yaml, const char *file, const char *source,
	       size_t length, size_t limit, struct fault_list *faults)
{
	struct reader reader = { .faults = faults, .patience = 1 };
	size_t before = faults->total;
	size_t from = 0;

	*yaml = (struct yaml){ .file = file,
			       .source = source,
			       .length = length };
	strbuf_init(&yaml->strings);
	yaml_grow_start(&reader.grow, yaml, limit);
	if (!legible(file, source, length, faults))
		return false;
	while (from < length && !reader.ended) {
		unsigned int stopped;

		from = read_plain(&reader, from);
		if (from == length)
			break;
		stopped = parse(&reader, from);
		if (stopped == (unsigned int)-1 ||
		    (faults->total > before && fault_enough(faults, file)))
			break;
		from = next_item(&reader, from, stopped);
	}
	return faults->total == before;
}

void yaml_clear(struct yaml *yaml)
{
	free(yaml->nodes);
	strbuf_clear(&yaml->strings);
}

const struct yaml_node *yaml_node(const struct yaml *yaml, yaml_t node)
{
	return &yaml->nodes[node];
}

const char *yaml_text(const struct yaml *yaml, yaml_t node)
{
	return strbuf_text(&yaml->strings) + yaml_node(yaml, node)->text;
}

const char *yaml_key(const struct yaml *yaml, yaml_t node)
{
	return strbuf_text(&yaml->strings) + yaml_node(yaml, node)->key;
}

struct location yaml_place(const struct yaml *yaml, yaml_t node)
{
	return (struct location){ .file = yaml->file,
			       .line = yaml_node(yaml, node)->line,
			       .column = yaml_node(yaml, node)->column };
}

struct location yaml_key_place(const struct yaml *yaml, yaml_t node)
{
	return (struct location){ .file = yaml->file,
			       .line = yaml_node(yaml, node)->key_line,
			       .column = yaml_node(yaml, node)->key_column };
}
